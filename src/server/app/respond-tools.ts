// What `respond` needs of rooms it may not open: sealing, names of staff, and the masked words of tellings.
import { readTellings } from '../rooms/listen/index.ts';
import { findStaffContact, nameUsers, openText, type ServeKeys, sealText } from '../rooms/protect/index.ts';
import type { RespondTools } from '../rooms/respond/index.ts';
import type { Lane } from '../../shared/domain/lane.ts';

export function makeRespondTools(keys: ServeKeys): RespondTools {
  const place = (lane: Lane, id: string) => ({ textClass: lane, table: tableOf(id), id });
  return {
    openNarrative: (lane, sealed, id) => openText(keys, place(lane, id), sealed),
    sealNarrative: (lane, text, id) => Buffer.from(sealText(keys, place(lane, id), text)),
    findStaffContact,
    readTellings,
    nameUsers,
  };
}

/** The table is part of what a seal is bound to; the prefix of the id tells which it is. */
const tableOf = (id: string): string => (id.startsWith('re_') ? 'listen_report' : 'respond_concern');
