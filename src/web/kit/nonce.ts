// The nonce that the server put into index.html; styles that are made at run time carry it.

/** Empty when the page was served without one (development). */
export function readNonce(): string {
  const meta = document.querySelector('meta[property="csp-nonce"]');
  return meta instanceof HTMLElement ? meta.nonce : '';
}
