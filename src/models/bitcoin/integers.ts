import { ProtocolInputError, describe } from './errors.ts';

export const UINT32_MAX = 0xffffffff;
export const UINT256_MAX = (1n << 256n) - 1n;

/**
 * Passes a whole number through, or says what is wrong with it. NaN, infinities, fractions, strings
 * and bigints are refused.
 *
 * @throws ProtocolInputError naming `field`
 */
export function requireInteger(field: string, value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw new ProtocolInputError(
      field,
      `expected a whole number from ${min} to ${max}, got ${describe(value)}`,
    );
  }
  return value;
}

/** `requireInteger` for the unsigned 32-bit fields of a header. */
export function requireUint32(field: string, value: unknown): number {
  return requireInteger(field, value, 0, UINT32_MAX);
}

/**
 * Passes a 256-bit unsigned integer through.
 *
 * @throws ProtocolInputError naming `field` when it is no bigint, negative, or 2^256 or more
 */
export function requireUint256(field: string, value: unknown): bigint {
  if (typeof value !== 'bigint') {
    throw new ProtocolInputError(field, `expected a bigint, got ${describe(value)}`);
  }
  if (value < 0n || value > UINT256_MAX) {
    throw new ProtocolInputError(
      field,
      `expected 0 to 2^256 - 1, got ${value < 0n ? 'a negative number' : 'a larger number'}`,
    );
  }
  return value;
}
