import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

import { ProtocolInputError, describe } from './errors.ts';

/** Bytes of a SHA-256 digest, and so of a block hash, a txid and a Merkle root. */
const HASH_BYTES = 32;

/**
 * Reads an exact number of bytes from hexadecimal digits, upper or lower case, no `0x`.
 *
 * @throws ProtocolInputError naming `field`: not a string, wrong length, or a stray character
 */
export function bytesFromHex(field: string, hex: unknown, byteLength: number): Uint8Array {
  const expected = `expected ${byteLength * 2} hexadecimal digits`;
  if (typeof hex !== 'string') {
    throw new ProtocolInputError(field, `${expected}, got ${describe(hex)}`);
  }
  if (hex.length !== byteLength * 2) {
    throw new ProtocolInputError(field, `${expected}, got ${hex.length} characters`);
  }
  const stray = hex.search(/[^0-9a-f]/i);
  if (stray !== -1) {
    throw new ProtocolInputError(
      field,
      `${expected}, got ${JSON.stringify(hex.charAt(stray))} at position ${stray + 1}`,
    );
  }
  return hexToBytes(hex);
}

/**
 * Reads a hash in display order into the byte order that the protocol hashes and sends.
 *
 * Display order is the digest backwards: a hash is compared as a little-endian number, and people
 * write numbers with the big end first. That is why block hashes are seen to *start* with zeros.
 *
 * @throws ProtocolInputError naming `field` unless it is 64 hexadecimal digits
 */
export function hashFromDisplay(field: string, hex: unknown): Uint8Array {
  return bytesFromHex(field, hex, HASH_BYTES).reverse();
}

/** Writes a 32-byte digest in display order, lower case; the digest itself is left as it is. */
export function hashToDisplay(digest: Uint8Array): string {
  return bytesToHex(Uint8Array.from(digest).reverse());
}

/** Writes bytes as lower-case hexadecimal, in the order they stand. */
export { bytesToHex };
