// The closed lists of words a log line of this installation may carry (kit/log.ts drops every other).
import { contract } from '../../shared/contract/index.ts';
import { hearings, scheduled } from './hearings.ts';

export const logWords = {
  process: ['parent', 'serve', 'courier'],
  hearing: [...new Set([...Object.values(hearings).flat(), ...scheduled])],
  contract: Object.keys(contract),
} as const;
