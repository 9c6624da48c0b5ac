import { requireObject } from './errors.ts';
import { doubleSha256 } from './hash.ts';
import { bytesFromHex, bytesToHex, hashFromDisplay, hashToDisplay } from './hex.ts';
import { UINT32_MAX, requireInteger, requireUint256, requireUint32 } from './integers.ts';
import { attainableTarget } from './target.ts';

export const HEADER_BYTES = 80;

/** Where each field of a header starts, in bytes. All integers are little-endian. */
export const HEADER_OFFSET = {
  version: 0,
  previousBlockHash: 4,
  merkleRoot: 36,
  time: 68,
  bits: 72,
  nonce: 76,
} as const;

/** The six fields of a block header. */
export interface BlockHeader {
  /** Signed 32-bit, as Bitcoin Core reads and prints it: 0x20000000 is 536870912. */
  readonly version: number;
  /** Hash of the block before, 64 hexadecimal digits in display order. */
  readonly previousBlockHash: string;
  /** Root of the tree of transaction ids, 64 hexadecimal digits in display order. */
  readonly merkleRoot: string;
  /** Seconds since 1970-01-01T00:00Z, set by the miner, unsigned 32-bit. */
  readonly time: number;
  /** The target in compact form, unsigned 32-bit. */
  readonly bits: number;
  /** The field a miner varies, unsigned 32-bit. */
  readonly nonce: number;
}

/**
 * Reads the bytes of a header.
 *
 * @throws ProtocolInputError naming `header` unless it is 160 hexadecimal digits
 */
export function headerBytes(header: string): Uint8Array {
  return bytesFromHex('header', header, HEADER_BYTES);
}

/**
 * Reads a block header.
 *
 * @param hex 80 bytes as 160 hexadecimal digits, upper or lower case, in the order they are sent
 * @throws ProtocolInputError naming `header` unless it is 160 hexadecimal digits
 * @see Bitcoin developer reference, "Block Headers"; `CBlockHeader` in Bitcoin Core
 */
export function parseHeader(hex: string): BlockHeader {
  const bytes = headerBytes(hex);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { previousBlockHash, merkleRoot, time, bits, nonce } = HEADER_OFFSET;
  return {
    version: view.getInt32(HEADER_OFFSET.version, true),
    previousBlockHash: hashToDisplay(bytes.subarray(previousBlockHash, merkleRoot)),
    merkleRoot: hashToDisplay(bytes.subarray(merkleRoot, time)),
    time: view.getUint32(time, true),
    bits: view.getUint32(bits, true),
    nonce: view.getUint32(nonce, true),
  };
}

/**
 * Writes a block header: the inverse of `parseHeader`.
 *
 * `version` may be given signed or unsigned (-2^31 to 2^32 - 1): both name the same four bytes, and
 * sources differ in which they print. `parseHeader` always gives it back signed.
 *
 * @param header all six fields
 * @returns 160 hexadecimal digits, lower case
 * @throws ProtocolInputError naming the field that is missing or out of range
 * @see Bitcoin developer reference, "Block Headers"
 */
export function serializeHeader(header: BlockHeader): string {
  requireObject('header', header, 'the six fields');
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  const setUint32 = (field: 'time' | 'bits' | 'nonce') => {
    view.setUint32(HEADER_OFFSET[field], requireUint32(field, header[field]), true);
  };
  const setHash = (field: 'previousBlockHash' | 'merkleRoot') => {
    bytes.set(hashFromDisplay(field, header[field]), HEADER_OFFSET[field]);
  };
  const version = requireInteger('version', header.version, -0x80000000, UINT32_MAX);
  view.setInt32(HEADER_OFFSET.version, version, true);
  setHash('previousBlockHash');
  setHash('merkleRoot');
  setUint32('time');
  setUint32('bits');
  setUint32('nonce');
  return bytesToHex(bytes);
}

/**
 * The hash that names a block: SHA-256 twice over its 80-byte header.
 *
 * @param headerHex 160 hexadecimal digits
 * @returns 64 hexadecimal digits, lower case, in display order (zeros in front)
 * @throws ProtocolInputError naming `header` unless it is 160 hexadecimal digits
 * @see Bitcoin developer reference, "Block Headers"; `CBlockHeader::GetHash` in Bitcoin Core
 */
export function blockHash(headerHex: string): string {
  return hashToDisplay(doubleSha256(headerBytes(headerHex)));
}

/**
 * Whether a hash, read as a number, is not above a target.
 *
 * @param hash 64 hexadecimal digits in display order
 * @param target 0 to 2^256 - 1
 * @throws ProtocolInputError naming `hash` or `target`
 */
export function hashMeetsTarget(hash: string, target: bigint): boolean {
  bytesFromHex('hash', hash, 32);
  return BigInt(`0x${hash}`) <= requireUint256('target', target);
}

/**
 * Whether a header carries the proof of work that its own `bits` ask for. False, and no error,
 * for bits that no hash can meet (negative, overflowing, zero).
 *
 * A node asks two things more, which a header alone cannot answer: that the bits are those the
 * chain requires at this height (`nextBits`), and that the target is not above the limit of its
 * network. Give `POW_LIMIT` to apply mainnet's, as `CheckProofOfWork` does.
 *
 * @param headerHex 160 hexadecimal digits
 * @param powLimit the easiest target that counts; none when left out
 * @throws ProtocolInputError naming `header`, or `powLimit` when it is no bigint in range
 * @see Bitcoin developer guide, "Proof Of Work"; `CheckProofOfWork` in Bitcoin Core
 */
export function meetsTarget(headerHex: string, powLimit?: bigint): boolean {
  const target = attainableTarget(parseHeader(headerHex).bits);
  if (target === undefined) return false;
  if (powLimit !== undefined && target > requireUint256('powLimit', powLimit)) return false;
  return hashMeetsTarget(blockHash(headerHex), target);
}
