import { requireInteger } from './integers.ts';

/** Satoshis in one bitcoin. */
export const SATOSHI_PER_BITCOIN = 100_000_000n;
/** Blocks between two halvings. */
export const HALVING_INTERVAL = 210_000;
/** What the first 210,000 blocks might each create, in satoshis: 50 bitcoins. */
export const INITIAL_SUBSIDY = 50n * SATOSHI_PER_BITCOIN;

/**
 * The most that a block may create out of nothing, fees apart: 50 bitcoins, halved every 210,000
 * blocks, rounded down to a whole satoshi, and 0 from height 6,930,000 on.
 *
 * Miners may claim less, and a few have, so the coins in being are slightly fewer than the sum.
 *
 * @param height block height, 0 for the first block
 * @returns satoshis
 * @throws ProtocolInputError naming `height` when it is no whole number of 0 or more
 * @see Bitcoin developer glossary, "Block Reward"; `GetBlockSubsidy` in Bitcoin Core
 */
export function subsidy(height: number): bigint {
  requireInteger('height', height, 0, Number.MAX_SAFE_INTEGER);
  return INITIAL_SUBSIDY >> BigInt(Math.floor(height / HALVING_INTERVAL));
}
