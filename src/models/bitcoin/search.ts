import { sha256 } from '@noble/hashes/sha2.js';

import { ProtocolInputError } from './errors.ts';
import { HEADER_OFFSET, headerBytes } from './header.ts';
import { UINT32_MAX, requireInteger, requireUint256, requireUint32 } from './integers.ts';
import { attainableTarget } from './target.ts';

export { expectedTries } from './work.ts';

/** How many values a nonce can take: one pass over them is all that one header offers. */
const NONCES = UINT32_MAX + 1;
/** SHA-256 works through its message in blocks of 64 bytes; a header is one and a quarter. */
const SHA256_BLOCK_BYTES = 64;
const HASH_WORDS = 8;

/** One try. */
export interface NonceAttempt {
  /** 0 to 0xffffffff. */
  readonly nonce: number;
  /** The block hash with this nonce, 64 hexadecimal digits in display order. */
  readonly hash: string;
}

/** What one call of `step` did. */
export interface SearchStep {
  /** Hashes tried in this step: fewer than asked for when one was found or the nonces ran out. */
  readonly tried: number;
  /** Hashes tried since the search was created. */
  readonly totalTried: number;
  /** The try that ended this step, if it met the target. */
  readonly found?: NonceAttempt;
  /** The lowest hash since the search was created; the earlier one on a tie. */
  readonly best: NonceAttempt;
  /** Every nonce of the search has been tried; further steps try nothing. */
  readonly exhausted: boolean;
}

/** A search under way. It advances only when `step` is called and keeps no time. */
export interface NonceSearch {
  /** What a hash must not exceed to be found. */
  readonly target: bigint;
  /**
   * Tries up to `count` nonces, stopping at the first that meets the target. A later call goes on
   * with the next nonce, so that one search can find many shares.
   *
   * @param count 1 to 2^32
   * @throws ProtocolInputError naming `count`
   */
  step(count: number): SearchStep;
}

export interface NonceSearchOptions {
  /**
   * What counts as found, 0 to 2^256 - 1: a pool's share target or a classroom one (`toyTarget`).
   * The header's own bits when left out.
   */
  readonly shareTarget?: bigint;
  /**
   * How many nonces to try before the search is exhausted, 1 to 2^32; all of them when left out.
   * With a start written into the header, several workers can share one header's nonces.
   */
  readonly nonceCount?: number;
}

/**
 * Prepares a search over the nonces of one header, for running in chunks: a worker posts after
 * each, a page stays responsive. The same header and target give the same steps everywhere.
 *
 * It begins at the header's own nonce and counts upwards, from 0xffffffff on to 0, until it has
 * tried `nonceCount`. So a start can be chosen, from a seed for instance, by writing it into the
 * header.
 *
 * The first 64 of the 80 bytes never change, so their part of the hash is computed once (the
 * *midstate*, as mining hardware does it).
 *
 * @param headerHex 160 hexadecimal digits
 * @throws ProtocolInputError naming `header`, `shareTarget`, `nonceCount`, or `bits` when no share
 *   target is given and the header's bits stand for none
 */
export function createNonceSearch(
  headerHex: string,
  options: NonceSearchOptions = {},
): NonceSearch {
  const header = headerBytes(headerHex);
  const target = searchTarget(header, options.shareTarget);
  const targetWords = wordsOf(target);
  const nonceCount = requireInteger('nonceCount', options.nonceCount ?? NONCES, 1, NONCES);
  const hasher = createHeaderHasher(header);

  let next = readUint32(header, HEADER_OFFSET.nonce);
  let totalTried = 0;
  let bestNonce = next;
  const bestWords = new Uint32Array(HASH_WORDS).fill(UINT32_MAX);

  const step = (count: number): SearchStep => {
    const limit = Math.min(requireInteger('count', count, 1, NONCES), nonceCount - totalTried);
    let tried = 0;
    let found: NonceAttempt | undefined;
    while (tried < limit && found === undefined) {
      const nonce = next;
      const words = hasher.hash(nonce);
      next = (nonce + 1) % NONCES;
      tried += 1;
      if (compareWords(words, bestWords) < 0) {
        bestWords.set(words);
        bestNonce = nonce;
      }
      if (compareWords(words, targetWords) <= 0) found = { nonce, hash: hexOfWords(words) };
    }
    totalTried += tried;
    return {
      tried,
      totalTried,
      ...(found && { found }),
      best: { nonce: bestNonce, hash: hexOfWords(bestWords) },
      exhausted: totalTried === nonceCount,
    };
  };
  return { target, step };
}

/**
 * One try: the hash of a header with another nonce in place of its own.
 *
 * @param headerHex 160 hexadecimal digits; its nonce is ignored
 * @param nonce 0 to 0xffffffff
 * @throws ProtocolInputError naming `header` or `nonce`
 */
export function hashAttempt(headerHex: string, nonce: number): NonceAttempt {
  const hasher = createHeaderHasher(headerBytes(headerHex));
  return { nonce, hash: hexOfWords(hasher.hash(requireUint32('nonce', nonce))) };
}

/**
 * A target low enough for a classroom: it is met by hashes that begin with this many zero bits, one
 * in 2^n. Four bits are one hexadecimal zero.
 *
 * @param leadingZeroBits 0 (every hash counts) to 255
 * @returns 2^(256 - n) - 1
 * @throws ProtocolInputError naming `leadingZeroBits`
 */
export function toyTarget(leadingZeroBits: number): bigint {
  const zeros = requireInteger('leadingZeroBits', leadingZeroBits, 0, 255);
  return (1n << BigInt(256 - zeros)) - 1n;
}

function searchTarget(header: Uint8Array, shareTarget: bigint | undefined): bigint {
  if (shareTarget !== undefined) return requireUint256('shareTarget', shareTarget);
  const target = attainableTarget(readUint32(header, HEADER_OFFSET.bits));
  if (target === undefined) {
    throw new ProtocolInputError('bits', 'the header asks for what no hash can meet');
  }
  return target;
}

/**
 * Hashes one header with many nonces. The words it returns are the hash in 32-bit pieces, most
 * significant first, in an array that the next call overwrites.
 */
function createHeaderHasher(header: Uint8Array): { hash(nonce: number): Uint32Array } {
  const midstate = sha256.create().update(header.subarray(0, SHA256_BLOCK_BYTES));
  const tail = header.slice(SHA256_BLOCK_BYTES);
  const tailView = new DataView(tail.buffer);
  const nonceOffset = HEADER_OFFSET.nonce - SHA256_BLOCK_BYTES;
  // Copying into the same two hashers, where clone() would make new ones, halves the time per hash.
  const empty = sha256.create();
  const first = sha256.create();
  const second = sha256.create();
  const digest = new Uint8Array(32);
  const digestView = new DataView(digest.buffer);
  const words = new Uint32Array(HASH_WORDS);

  const hash = (nonce: number): Uint32Array => {
    tailView.setUint32(nonceOffset, nonce, true);
    midstate._cloneInto(first).update(tail).digestInto(digest);
    empty._cloneInto(second).update(digest).digestInto(digest);
    for (let index = 0; index < HASH_WORDS; index += 1) {
      words[index] = digestView.getUint32(28 - 4 * index, true);
    }
    return words;
  };
  return { hash };
}

function readUint32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset, true);
}

/** A 256-bit number in 32-bit pieces, most significant first. */
function wordsOf(value: bigint): Uint32Array {
  return Uint32Array.from({ length: HASH_WORDS }, (_, index) =>
    Number(BigInt.asUintN(32, value >> BigInt(32 * (HASH_WORDS - 1 - index)))),
  );
}

function hexOfWords(words: Uint32Array): string {
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
function compareWords(a: Uint32Array, b: Uint32Array): number {
  for (let index = 0; index < HASH_WORDS; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
