// The key of one page: what is sealed to it opens here while the page is open, and nowhere else. The private half never leaves the browser.

export type PageKey = {
  /** SPKI, base64. */
  publicKey: string;
  open: (sealed: string, label: string) => Promise<string>;
};

const RSA = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;

/** Only a page that came by a secure connection may. */
export const canMakeKey = (): boolean => globalThis.isSecureContext;

export async function makePageKey(): Promise<PageKey> {
  const kind = { ...RSA, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(kind, false, ['encrypt', 'decrypt']);
  const spki = await crypto.subtle.exportKey('spki', publicKey);
  return {
    publicKey: btoa(String.fromCharCode(...new Uint8Array(spki))),
    open: async (sealed, label) => {
      const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
      const how = { name: RSA.name, label: new TextEncoder().encode(label) };
      return new TextDecoder().decode(await crypto.subtle.decrypt(how, privateKey, bytes));
    },
  };
}
