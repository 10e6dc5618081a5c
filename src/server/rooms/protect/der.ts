// The few words of DER that a certificate is written in. Loaded when a certificate is made, and by no process that stays.
import type { AsnType } from 'asn1js';

export type AsnBlock = AsnType;
export type Der = Awaited<ReturnType<typeof openDer>>;

export async function openDer() {
  const asn = await import('asn1js');
  const bytes = (from: Uint8Array): ArrayBuffer => new Uint8Array(from).buffer;
  const context = (tagNumber: number) => ({ tagClass: 3 as const, tagNumber });
  return {
    sequence: (value: readonly AsnBlock[]): AsnBlock => new asn.Sequence({ value: [...value] }),
    set: (value: readonly AsnBlock[]): AsnBlock => new asn.Set({ value: [...value] }),
    integer: (value: Uint8Array): AsnBlock => new asn.Integer({ valueHex: bytes(value) }),
    oid: (value: string): AsnBlock => new asn.ObjectIdentifier({ value }),
    text: (value: string): AsnBlock => new asn.Utf8String({ value }),
    time: (valueDate: Date): AsnBlock =>
      valueDate.getUTCFullYear() < 2050 ? new asn.UTCTime({ valueDate }) : new asn.GeneralizedTime({ valueDate }),
    yes: (): AsnBlock => new asn.Boolean({ value: true }),
    octets: (value: Uint8Array): AsnBlock => new asn.OctetString({ valueHex: bytes(value) }),
    bits: (value: Uint8Array, unusedBits: number): AsnBlock =>
      new asn.BitString({ valueHex: bytes(value), unusedBits }),
    /** A value under a number of its context. */
    tagged: (tag: number, value: Uint8Array): AsnBlock =>
      new asn.Primitive({ idBlock: context(tag), valueHex: bytes(value) }),
    /** Values within a number of their context. */
    within: (tag: number, value: readonly AsnBlock[]): AsnBlock =>
      new asn.Constructed({ idBlock: context(tag), value: [...value] }),
    /** What is DER already. */
    raw: (value: Uint8Array): AsnBlock => asn.fromBER(bytes(value)).result,
    print: (block: AsnBlock): Buffer => Buffer.from(block.toBER(false)),
  };
}
