import { requireUint256, requireUint32 } from './integers.ts';
import { attainableTarget } from './target.ts';

/** How many hashes there are: a SHA-256 digest takes one of 2^256 values. */
const HASH_SPACE = 1n << 256n;

/** The exponent and mantissa of 0x1d00ffff, whose difficulty is 1 by definition. */
const UNIT_EXPONENT = 0x1d;
const UNIT_MANTISSA = 0x00ffff;

/**
 * Difficulty: how many times harder than 0x1d00ffff these bits are. Dimensionless.
 *
 * Follows Bitcoin Core's arithmetic, which reads the exponent and all 24 lower bits as they stand.
 * So it also gives a figure for bits that no block may carry (the sign bit counts as part of the
 * mantissa), and `Infinity` for a zero mantissa.
 *
 * @param bits the header's `bits` field, 0 to 0xffffffff
 * @throws ProtocolInputError naming `bits` when it is no unsigned 32-bit integer
 * @see Bitcoin developer reference, `getdifficulty`; `GetDifficulty` in Bitcoin Core
 */
export function difficulty(bits: number): number {
  requireUint32('bits', bits);
  let result = UNIT_MANTISSA / (bits & 0x00ffffff);
  // Byte by byte, as Core does it: one large power of two would underflow where the steps do not.
  for (let exponent = bits >>> 24; exponent < UNIT_EXPONENT; exponent += 1) result *= 256;
  for (let exponent = bits >>> 24; exponent > UNIT_EXPONENT; exponent -= 1) result /= 256;
  return result;
}

/**
 * What a block with these bits adds to the work of its chain, in hashes: 2^256 / (target + 1),
 * rounded down. 0 for bits that no block may carry (negative, overflowing, zero).
 *
 * @param bits the header's `bits` field, 0 to 0xffffffff
 * @throws ProtocolInputError naming `bits` when it is no unsigned 32-bit integer
 * @see Bitcoin developer reference, `chainwork`; `GetBlockProof` in Bitcoin Core
 */
export function blockWork(bits: number): bigint {
  const target = attainableTarget(bits);
  return target === undefined ? 0n : HASH_SPACE / (target + 1n);
}

/**
 * The mean number of tries until a hash is not above the target: 2^256 / (target + 1). Tries are
 * independent, so this is an average and no promise: after that many, 37 % of searches are still
 * without a hit.
 *
 * @param target 0 to 2^256 - 1
 * @returns hashes, 1 or more; a number, for it is an average and seldom whole
 * @throws ProtocolInputError naming `target` when it is no bigint in range
 */
export function expectedTries(target: bigint): number {
  requireUint256('target', target);
  return Number(HASH_SPACE) / Number(target + 1n);
}

/**
 * The mean number of hashes to find a block at these bits. `Infinity` for bits that no hash can
 * meet (negative, overflowing, zero).
 *
 * About 2^32 times the difficulty: 4,295,032,833 at difficulty 1. `blockWork` is the same in whole
 * hashes, exact, for adding up.
 *
 * @param bits the header's `bits` field, 0 to 0xffffffff
 * @throws ProtocolInputError naming `bits` when it is no unsigned 32-bit integer
 */
export function expectedHashes(bits: number): number {
  const target = attainableTarget(bits);
  return target === undefined ? Infinity : expectedTries(target);
}
