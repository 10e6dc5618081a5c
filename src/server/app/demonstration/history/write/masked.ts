// A telling's words as the rooms keep them: plain in the ordinary lane, sealed in the others (decisions.md 17).
import { isRestricted, type Lane } from '../../../../../shared/domain/lane.ts';
import { reportPlace } from '../../../../rooms/listen/index.ts';
import { type ServeKeys, sealText } from '../../../../rooms/protect/index.ts';
import { narrativePlace } from '../../../../rooms/respond/index.ts';

export function maskedFor(keys: ServeKeys, { lane, reportId, text }: { lane: Lane; reportId: string; text: string }) {
  if (!isRestricted(lane)) return { masked: text, maskedCt: null };
  return { masked: null, maskedCt: Buffer.from(sealText(keys, reportPlace(lane, reportId), text)) };
}

export function narrativeFor(
  keys: ServeKeys,
  { lane, concernId, text }: { lane: Lane; concernId: string; text: string },
) {
  if (!isRestricted(lane)) return { narrative: text, narrativeCt: null };
  return { narrative: null, narrativeCt: Buffer.from(sealText(keys, narrativePlace(lane, concernId), text)) };
}
