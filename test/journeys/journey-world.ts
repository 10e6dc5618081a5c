// What the journeys share: catalogue sentences, how each text ended, the programme's wall clock, and phones for people on duty.

import { renderSms } from '../../locales/sms.ts';
import { asOwner } from '../../src/server/app/set-up.ts';
import { registerContact } from '../../src/server/rooms/protect/index.ts';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import type { Salama } from '../salama.ts';

/** The ten seconds in which a deed may be taken back, and a moment. */
export const HELD = { seconds: 11 };

/** A sentence of the catalogue without parameters. */
export const say = (template: string): string => renderSms('pt', template, {});

/** As what every inbound text ended, oldest first. */
export async function outcomesOf(salama: Salama): Promise<string[]> {
  const { rows } = await salama.sql.query<{ kind: string }>(
    'select kind from listen_inbound join listen_outcome on message_id = id order by received_at, id',
  );
  return rows.map(({ kind }) => kind);
}

/** Sends, waits until everything it set off is done, and returns how it ended. */
export async function tell(salama: Salama, phone: Handset, text: string): Promise<string | undefined> {
  await phone.send(text);
  await salama.drained();
  return (await outcomesOf(salama)).at(-1);
}

/** The concern that was opened last among those this person may see, whole. */
export async function newestConcern(coordinator: Client) {
  const { concerns } = await coordinator.call('listConcerns', { query: { limit: 100 } });
  const [newest] = concerns.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  return coordinator.call('getConcern', { params: { id: newest?.id ?? '' } });
}

/** Until this hour next stands on the programme's wall, which is two hours ahead of Greenwich. */
export function secondsUntilHour(now: Date, hour: number): number {
  const second = Math.floor(now.getTime() / 1000) % 86_400;
  return ((hour - 2) * 3600 - second + 2 * 86_400) % 86_400;
}

/** Gives a person of the programme a simulated duty phone. */
export async function giveDutyPhone(salama: Salama, login: string, number: string): Promise<Handset> {
  const contact = { number, kind: 'staff', language: 'pt', gatewayId: 'handset', country: 'MZ' } as const;
  await asOwner({ owner: salama.sql }, 'demonstration', async (ctx) => {
    const contactId = await registerContact(ctx, salama.keys.serve, { ...contact, origin: 'demonstration' });
    await ctx.tx.updateTable('protectUser').set({ contactId }).where('login', '=', login).execute();
  });
  const phone = salama.handset(number);
  await phone.texts();
  return phone;
}
