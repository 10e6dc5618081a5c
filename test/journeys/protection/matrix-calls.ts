// Calling back, for every class of person: a task she holds, beside one that is free, a colleague's, the neighbour's and one of another kind.
import { newId } from '../../../src/shared/kit/ids.ts';
import { makePageKey } from '../../page-key.ts';
import { type Asker, alone, type Objects, type Prepare } from './matrix-try.ts';
import { MACOMIA, one, PEMBA, type ProtectionWorld } from './protection-world.ts';

type Changes = Record<string, unknown>;
type Rows = { todo(changes: Changes): Promise<string> };

export function callObjects(world: ProtectionWorld, rows: Rows, inbound: string): Objects {
  const { publicKey: pageKey } = makePageKey();
  const ring = async (): Promise<string> => {
    const id = newId('call');
    await world.sql.query(
      `insert into listen_call (id, contact_id, gateway_id, source_key, abuse_key, dedupe_key, called_at)
       select $1, contact_id, channel, source_key, abuse_key, convert_to($1, 'utf8'), now() from listen_inbound where id = $2`,
      [id, inbound],
    );
    return id;
  };
  const held = async ({ role, userId }: Asker, changes: Changes = {}): Promise<string> =>
    rows.todo({
      kind: 'call-back',
      subject_id: await ring(),
      role,
      lane: role === 'coordinator' ? 'ordinary' : 'oversight',
      scope_id: PEMBA,
      state: 'taken',
      taken_by: userId,
      ...changes,
    });
  const ofTask =
    (body?: object): Prepare =>
    async (asker) => ({
      id: await held(asker),
      others: [
        await held(asker, { state: 'open', taken_by: null }),
        await held(asker, { taken_by: 'us_colleague' }),
        await held(asker, { kind: 'explain-again' }),
        await held(asker, { role: asker.role === 'coordinator' ? 'protection-officer' : 'coordinator' }),
        ...(asker.role === 'coordinator' ? [await held(asker, { scope_id: MACOMIA })] : []),
      ],
      ...(body ? { body } : {}),
    });
  /** The page of one person; a colleague's is not there. */
  const ofCall =
    (body?: object): Prepare =>
    async (asker) => {
      const colleague = await one<string>(world.sql, `select id as value from protect_user where login = 'adjunto'`);
      const asked = async (calledBy: string): Promise<string> => {
        const id = newId('callBack');
        await world.sql.query(
          `insert into listen_callback (id, todo_id, contact_id, called_by, role, lane, asked_at, opened_at)
           select $1, $2, contact_id, $3, $4, 'ordinary', now(), now() from listen_inbound where id = $5`,
          [id, await held(asker), calledBy, asker.role, inbound],
        );
        return id;
      };
      return { id: await asked(asker.userId), others: [await asked(colleague)], ...(body ? { body } : {}) };
    };
  return {
    lookAtCall: ofTask(),
    askNumber: ofTask({ pageKey }),
    getNumber: ofCall(),
    endCall: ofCall({ outcome: 'not-safe' }),
    listOpenings: alone,
  };
}
