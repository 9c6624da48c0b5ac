import { requireUint256, requireUint32 } from './integers.ts';

/**
 * The easiest target mainnet accepts: 2^224 - 1.
 *
 * In compact form it rounds down to 0x1d00ffff, the bits of the first block, which stand for
 * difficulty 1.
 *
 * @see `consensus.powLimit` in Bitcoin Core's mainnet chain parameters
 */
export const POW_LIMIT = (1n << 224n) - 1n;

/** What 32 compact bits stand for. */
export interface CompactTarget {
  /**
   * The magnitude, 0 to 2^256 - 1, cut to 256 bits when it overflows. A hash counts if it is not
   * above this, provided that neither flag is set and it is not zero.
   */
  readonly target: bigint;
  /** The sign bit is set and the mantissa that is left is not zero. No block may carry this. */
  readonly negative: boolean;
  /** The number needs more than 256 bits. No block may carry this. */
  readonly overflow: boolean;
}

/**
 * Expands the compact form of a target, a base-256 floating-point number: eight bits of exponent
 * (the number of bytes), one bit of sign, 23 bits of mantissa.
 *
 * Follows Bitcoin Core for every one of the 2^32 inputs. Below exponent 3 the mantissa loses its
 * low bytes, so 0x01003456 is zero; a zero mantissa is neither negative nor an overflow; on
 * overflow the bits above 256 are dropped, so 0xff123456 has target 0.
 *
 * @param bits the header's `bits` field, 0 to 0xffffffff
 * @throws ProtocolInputError naming `bits` when it is no unsigned 32-bit integer
 * @see Bitcoin developer reference, "Target nBits"; `arith_uint256::SetCompact` in Bitcoin Core
 */
export function compactToTarget(bits: number): CompactTarget {
  requireUint32('bits', bits);
  const size = bits >>> 24;
  const mantissa = bits & 0x007fffff;
  const word = size <= 3 ? mantissa >>> (8 * (3 - size)) : mantissa;
  const shift = BigInt(8 * Math.max(size - 3, 0));
  return {
    target: BigInt.asUintN(256, BigInt(word) << shift),
    negative: word !== 0 && (bits & 0x00800000) !== 0,
    overflow:
      word !== 0 && (size > 34 || (word > 0xff && size > 33) || (word > 0xffff && size > 32)),
  };
}

/**
 * The target that a hash must not exceed, or `undefined` where the bits allow no hash at all:
 * negative, overflowing or zero. The limit of a network is not applied here.
 *
 * @throws ProtocolInputError naming `bits` when it is no unsigned 32-bit integer
 */
export function attainableTarget(bits: number): bigint | undefined {
  const { target, negative, overflow } = compactToTarget(bits);
  return negative || overflow || target === 0n ? undefined : target;
}

/**
 * Packs a target into compact form, dropping all but its leading 16 to 23 bits: the result stands
 * for the target or a little less.
 *
 * @param target 0 to 2^256 - 1
 * @returns compact bits, 0 to 0xffffffff, sign bit clear
 * @throws ProtocolInputError naming `target` when it is no bigint in range
 * @see `arith_uint256::GetCompact` in Bitcoin Core
 */
export function targetToCompact(target: bigint): number {
  requireUint256('target', target);
  let size = target === 0n ? 0 : Math.ceil(target.toString(16).length / 2);
  let mantissa = Number(
    size <= 3 ? target << BigInt(8 * (3 - size)) : target >> BigInt(8 * (size - 3)),
  );
  // 0x00800000 is the sign: a mantissa that would set it moves one byte down instead.
  if (mantissa & 0x00800000) {
    mantissa >>>= 8;
    size += 1;
  }
  return size * 0x1000000 + mantissa;
}
