import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { isBytes } from '@noble/hashes/utils.js';

import { ProtocolInputError, describe } from './errors.ts';

/**
 * SHA-256 of any bytes.
 *
 * @param bytes the message; not changed
 * @returns a new array of 32 bytes, in digest order
 * @throws ProtocolInputError naming `bytes` when it is no Uint8Array
 * @see FIPS 180-4, section 6.2
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  if (!isBytes(bytes)) {
    throw new ProtocolInputError('bytes', `expected a Uint8Array, got ${describe(bytes)}`);
  }
  return nobleSha256(bytes);
}

/**
 * SHA-256 of the SHA-256: what Bitcoin uses for block hashes, transaction ids and Merkle nodes.
 *
 * @param bytes the message; not changed
 * @returns a new array of 32 bytes, in digest order (a block hash is *shown* backwards)
 * @throws ProtocolInputError naming `bytes` when it is no Uint8Array
 * @see Bitcoin developer reference, "Block Headers": SHA256(SHA256()); `CHash256` in Bitcoin Core
 */
export function doubleSha256(bytes: Uint8Array): Uint8Array {
  return nobleSha256(sha256(bytes));
}
