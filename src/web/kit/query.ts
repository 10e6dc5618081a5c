// Questions of a screen to the server, kept and shared while the screen is open.
import {
  type InfiniteData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { RouteName } from '../../shared/contract/index.ts';
import { ApiProblem, ask, type Input, type Output } from './api.ts';
import { areaInView } from './area.ts';

type Options = {
  enabled?: boolean;
  refetchInterval?: number;
  refetchIntervalInBackground?: boolean;
  staleTime?: number;
  /** Asked for the area in view alone; for routes that can be narrowed. */
  inView?: true;
};

/** Only faults that a second try can heal are tried again. */
const mayRetry = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayRetry, staleTime: 5_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** Nothing, while the whole area is in view. */
function useWithin(inView: true | undefined): readonly [areaId?: string] {
  const area = areaInView.use();
  return inView === undefined || area === undefined ? [] : [area.id];
}

export function useAsk<N extends RouteName>(
  name: N,
  input: Input<N>,
  { inView, ...options }: Options = {},
): UseQueryResult<Output<N>> {
  const within = useWithin(inView);
  return useQuery<Output<N>>({
    queryKey: [name, input, ...within],
    queryFn: () => ask(name, input, ...within),
    ...options,
  });
}

type Paged =
  | 'listUsers'
  | 'listConcerns'
  | 'listBriefs'
  | 'listTodos'
  | 'listCouncils'
  | 'listPostStates'
  | 'readJournal';
type Pages<N extends Paged> = UseInfiniteQueryResult<InfiniteData<Output<N>, string | undefined>>;

/** A list that continues: pages by cursor; `inputAt` makes the question for one page. */
export function usePages<N extends Paged>(
  name: N,
  inputAt: (cursor: string | undefined) => Input<N>,
  { inView, ...options }: Options = {},
): Pages<N> {
  const within = useWithin(inView);
  return useInfiniteQuery<
    Output<N>,
    Error,
    InfiniteData<Output<N>, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [name, inputAt(undefined), ...within],
    queryFn: ({ pageParam }) => ask(name, inputAt(pageParam), ...within),
    initialPageParam: undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    ...options,
  });
}

/** Everything that shows these routes is asked again. */
export async function refresh(...names: RouteName[]): Promise<void> {
  await Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
}
