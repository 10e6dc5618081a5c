// A service as it is being written: what the form holds before it is kept.
import type { ReferralServiceView } from '../../../shared/contract/recipients.ts';

export type Draft = Pick<
  ReferralServiceView,
  'name' | 'kind' | 'areas' | 'reach' | 'hours' | 'children' | 'survivors' | 'from' | 'to' | 'confirmedOn'
>;
