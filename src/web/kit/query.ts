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

type Options = {
  enabled?: boolean;
  refetchInterval?: number;
  refetchIntervalInBackground?: boolean;
  staleTime?: number;
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

export function useAsk<N extends RouteName>(
  name: N,
  input: Input<N>,
  options: Options = {},
): UseQueryResult<Output<N>> {
  return useQuery<Output<N>>({ queryKey: [name, input], queryFn: () => ask(name, input), ...options });
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
  options: Options = {},
): Pages<N> {
  return useInfiniteQuery<
    Output<N>,
    Error,
    InfiniteData<Output<N>, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [name, inputAt(undefined)],
    queryFn: ({ pageParam }) => ask(name, inputAt(pageParam)),
    initialPageParam: undefined,
    getNextPageParam: (last: { next: string | null }) => last.next ?? undefined,
    ...options,
  });
}

/** Everything that shows these routes is asked again. */
export async function refresh(...names: RouteName[]): Promise<void> {
  await Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
}
