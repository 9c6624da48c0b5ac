/** A stream of chance that a seed decides: the same seed gives the same numbers everywhere. */
export interface Random {
  /** The next number, 0 to 2^32 - 1, each equally likely. */
  uint32(): number;
  /** The next number in [0, 1), a multiple of 2^-32. */
  unit(): number;
}

const MASK_64 = (1n << 64n) - 1n;

/**
 * Chance from a seed: xoshiro128** (version 1.1), its state filled by SplitMix64 as its authors
 * advise, so that neighbouring seeds give unrelated streams. Whole-number arithmetic only, hence the
 * same in every browser. Fit for simulations, not for secrets.
 *
 * @param seed whole number from 0 to 2^53 - 1; a figure's class number, for instance
 * @throws RangeError when the seed is anything else
 * @see David Blackman and Sebastiano Vigna, "Scrambled Linear Pseudorandom Number Generators" (2021)
 */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed: expected a whole number from 0 to 2^53 - 1, got ${String(seed)}`);
  }
  const split = splitMix64(BigInt(seed));
  const [first, second] = [split(), split()];
  return xoshiro128StarStar([low32(first), high32(first), low32(second), high32(second)]);
}

/**
 * The bare generator from a given state of four 32-bit numbers, not all zero. For the tests, which
 * hold it to the authors' reference output; everything else wants `createRandom`.
 */
export function xoshiro128StarStar(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  const uint32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
  return { uint32, unit: () => uint32() / 0x100000000 };
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function splitMix64(seed: bigint): () => bigint {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK_64;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
    return z ^ (z >> 31n);
  };
}

const low32 = (word: bigint): number => Number(word & 0xffffffffn);
const high32 = (word: bigint): number => Number(word >> 32n);
