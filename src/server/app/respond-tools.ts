// What `respond` needs of rooms it may not open: sealing, names of staff, and the masked words of tellings.
import type { Lane } from '../../shared/domain/lane.ts';
import { countReporting, readTelling, readTellings, reportPlace } from '../rooms/listen/index.ts';
import {
  findStaffContact,
  listStaffPhones,
  nameUsers,
  openText,
  type ServeKeys,
  sealText,
} from '../rooms/protect/index.ts';
import { narrativePlace, type RespondTools } from '../rooms/respond/index.ts';

export function makeRespondTools(
  keys: ServeKeys,
  { timeZone, digestHour }: Pick<RespondTools, 'timeZone' | 'digestHour'>,
): RespondTools {
  // A report's words and a concern's narrative are sealed each for its own row; the id's prefix tells which it is.
  const place = (lane: Lane, id: string) => (id.startsWith('re_') ? reportPlace(lane, id) : narrativePlace(lane, id));
  return {
    openNarrative: (lane, sealed, id) => openText(keys, place(lane, id), sealed),
    sealNarrative: (lane, text, id) => Buffer.from(sealText(keys, place(lane, id), text)),
    countReporting,
    findStaffContact,
    listStaffPhones,
    readTelling,
    readTellings,
    nameUsers,
    timeZone,
    digestHour,
  };
}
