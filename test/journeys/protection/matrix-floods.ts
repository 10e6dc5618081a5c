// Floods, for every class of person: one for each try, because what was decided once is decided.
import { newId } from '../../../src/shared/kit/ids.ts';
import { alone, type Objects, type Prepare } from './matrix-try.ts';
import type { ProtectionWorld } from './protection-world.ts';

const aFlood =
  (world: ProtectionWorld, body?: object): Prepare =>
  async () => {
    const id = newId('flood');
    await world.sql.query(`insert into listen_flood (id, gateway_id, began_at) values ($1, 'agregador', now())`, [id]);
    await world.sql.query(
      `insert into listen_flood_group (id, flood_id, cause, texts, last_at) values ($1, $2, 'alike', 50, now())`,
      [newId('floodGroup'), id],
    );
    return { id, ...(body ? { body } : {}) };
  };

export const floodObjects = (world: ProtectionWorld): Objects => ({
  listFloods: alone,
  getFlood: aFlood(world),
  decideFlood: aFlood(world, { state: 'set-aside' }),
});
