// The bell's question, asked by every page for as long as it is open, in the background too: a danger does not wait for a look.
import type { UseQueryResult } from '@tanstack/react-query';
import type { BellView } from '../../../shared/contract/bell.ts';
import { useAsk } from '../../kit/query.ts';

const EVERY_MS = 15_000;

export const useBell = (): UseQueryResult<BellView> =>
  useAsk('getBell', {}, { refetchInterval: EVERY_MS, refetchIntervalInBackground: true });
