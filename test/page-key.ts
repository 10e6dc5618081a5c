// A page's key as the browser makes it: what is sealed to it, only this page opens.
import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';

export type PageKey = { publicKey: string; open(sealed: string | null, callId: string): string };

export function makePageKey(): PageKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    open: (sealed, callId) => {
      const oaepLabel = Buffer.from(callId);
      const how = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel };
      return privateDecrypt(how, Buffer.from(sealed ?? '', 'base64')).toString();
    },
  };
}
