// A call as a gateway signs it: HMAC-SHA256 over timestamp, nonce and the raw body.
import { hmacSha256Hex } from '../../../src/server/rooms/protect/index.ts';
import { newId } from '../../../src/shared/kit/ids.ts';
import type { GatewayGiven } from '../../salama.ts';

export const secret = 'um segredo de prova com trinta e dois ou mais';
export const signedGateway: GatewayGiven = {
  id: 'agregador',
  channelId: 'http-gateway',
  settings: { secret, nonce: true },
  sends: false,
};
export const door = '/gateway/agregador/in';

type Given = { secret?: string; at?: Date; nonce?: string };

export function signatureOf(body: string | Uint8Array, given: Given = {}): Record<string, string> {
  const timestamp = String(Math.floor((given.at ?? new Date()).getTime() / 1000));
  const nonce = given.nonce ?? newId('deed');
  return {
    'content-type': 'application/json',
    'x-salama-timestamp': timestamp,
    'x-salama-nonce': nonce,
    'x-salama-signature': hmacSha256Hex(given.secret ?? secret, `${timestamp}.${nonce}.`, body),
  };
}

let numbers = 0;
/** A text from a number that nobody has (80 is assigned to no operator). */
export function aText(text = 'Roubo de gado em Nakirwe'): { id: string; from: string; text: string } {
  numbers += 1;
  return { id: newId('deed'), from: `+25880001${String(numbers).padStart(4, '0')}`, text };
}
