// A replay refuses to run where a real gateway could carry a text to a real person.
import type { Db } from '../db/client.ts';
import { isSimulated, listSendingGateways } from '../rooms/listen/index.ts';

export const listRealGateways = async (db: Db): Promise<string[]> =>
  (await listSendingGateways(db)).filter((gateway) => !isSimulated(gateway)).map(({ id }) => id);

export async function checkNothingSends(db: Db): Promise<void> {
  const real = await listRealGateways(db);
  if (real.length > 0)
    throw new Error(
      `Há gateways reais configurados (${real.join(', ')}): a repetição não corre aqui. / Real gateways are configured: a replay does not run here.`,
    );
}
