// The configured gateways: rows of listen_channel with their sealed settings opened and their channel found.
import type { Origin } from '../../../shared/domain/origin.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Db } from '../../db/client.ts';
import type { Ctx } from '../../db/tx.ts';
import { openText, sealText } from '../protect/index.ts';
import { type ChannelWorld, type OpenChannel, openChannel } from './channel.ts';
import { findChannel } from './channels/index.ts';
import { HANDSET_GATEWAY } from './handsets.ts';
import { insertGateway, listGatewayRows } from './store-gateways.ts';

export type Gateway = {
  id: string;
  channelId: string;
  sends: boolean;
  origin: Origin;
  channel: OpenChannel;
};
type SettingsKeys = Parameters<typeof openText>[0];

export type Gateways = {
  /** Throws `gateway.unknown`. */
  get(id: string): Promise<Gateway>;
  /** The gateway itself when it can send, else the first that can. */
  findSender(id: string): Promise<Gateway | undefined>;
  list(): Promise<readonly Gateway[]>;
};

/** What a channel sees of the world, before it is known which gateway it speaks for. */
export type GatewayWorld = Omit<ChannelWorld, 'verify'> & {
  verify: Omit<ChannelWorld['verify'], 'freshNonce'> & {
    freshNonce(gatewayId: string, nonce: string): Promise<boolean>;
  };
};

type GatewaySettings = { db: Db; keys: SettingsKeys; world: GatewayWorld; onBroken(gatewayId: string): void };

const FRESH_MS = 5_000;

/** Reads the rows at most every five seconds; a gateway whose settings do not parse stops nothing but itself. */
export function openGateways(settings: GatewaySettings): Gateways {
  let cached: { at: number; gateways: Promise<readonly Gateway[]> } | undefined;
  const list = async (): Promise<readonly Gateway[]> => {
    const at = settings.world.now().getTime();
    if (!cached || Math.abs(at - cached.at) > FRESH_MS) cached = { at, gateways: readGateways(settings) };
    try {
      return await cached.gateways;
    } catch (error) {
      cached = undefined;
      throw error;
    }
  };
  return {
    list,
    get: async (id) => {
      const found = (await list()).find((gateway) => gateway.id === id);
      if (!found) throw problem('gateway.unknown');
      return found;
    },
    findSender: async (id) => {
      const all = (await list()).filter((gateway) => gateway.sends);
      return all.find((gateway) => gateway.id === id) ?? all[0];
    },
  };
}

async function readGateways({ db, keys, world, onBroken }: GatewaySettings): Promise<readonly Gateway[]> {
  const rows = await listGatewayRows(db);
  return rows.flatMap((row) => {
    const definition = findChannel(row.channel);
    try {
      if (!definition) throw new Error('no such channel');
      const raw: unknown = JSON.parse(
        openText(keys, { textClass: 'settings', table: 'listen_channel', id: row.id }, row.settingsCt),
      );
      return [
        {
          id: row.id,
          channelId: row.channel,
          sends: row.sends,
          origin: originOf(row),
          channel: openChannel(definition, raw, worldOf(row.id, world)),
        },
      ];
    } catch {
      onBroken(row.id);
      return [];
    }
  });
}

/** Nonces are a gateway's own: two of one channel may well count alike. */
const worldOf = (gatewayId: string, { verify, ...world }: GatewayWorld): ChannelWorld => ({
  ...world,
  verify: { ...verify, freshNonce: (nonce) => verify.freshNonce(gatewayId, nonce) },
});

/** The one gateway that a replay comes through, so that everything it brings is marked. */
export const REPLAY_GATEWAY = 'replay';

/** Its texts are shown on the demonstration's phones and reach nobody. */
export const isSimulated = ({ channel }: { channel: string }): boolean => channel === 'handset';

const originOf = (row: { id: string; channel: string }): Gateway['origin'] => {
  if (isSimulated(row)) return 'demonstration';
  return row.id === REPLAY_GATEWAY ? 'replay' : 'live';
};

/** Names that are no operator's to give: what came by such a gateway would be taken for history, or for play. */
export const isReserved = ({ id, channelId }: { id: string; channelId: string }): boolean =>
  id.startsWith(REPLAY_GATEWAY) || id === HANDSET_GATEWAY || isSimulated({ channel: channelId });

/** Configures a gateway; settings are parsed first, then sealed. Throws a ZodError that names the operator's fields. */
export async function addGateway(
  ctx: Ctx,
  keys: SettingsKeys,
  gateway: { id: string; channelId: string; settings: unknown; sends: boolean },
): Promise<void> {
  const definition = findChannel(gateway.channelId);
  if (!definition) throw problem('gateway.unknown');
  definition.settings.parse(gateway.settings);
  const settingsCt = Buffer.from(
    sealText(
      keys,
      { textClass: 'settings', table: 'listen_channel', id: gateway.id },
      JSON.stringify(gateway.settings),
    ),
  );
  await insertGateway(ctx, { id: gateway.id, channel: gateway.channelId, settingsCt, sends: gateway.sends });
}
