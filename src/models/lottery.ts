import { createRandom } from './random.ts';

export interface LotteryOptions {
  /** Hash rate of each miner, in any one unit; at least one is above zero. */
  readonly hashRates: readonly number[];
  /** How many blocks are found, 0 or more. */
  readonly rounds: number;
  /** Decides who has luck; see `createRandom`. */
  readonly seed: number;
}

export interface LotteryRun {
  /** For each round the place in `hashRates` of the miner who found the block. */
  readonly winners: readonly number[];
  /** For each miner the number of rounds won. */
  readonly wins: readonly number[];
}

/**
 * Who finds each of a number of blocks.
 *
 * Every try is a draw that remembers nothing: having tried in vain brings nobody nearer. So the time
 * each miner needs is exponentially distributed, and the first to find is miner i with the chance
 * of its part of all hash rate. One draw decides each round. (Blocks found at nearly the same time,
 * which the real network settles by the next block, are left out.)
 *
 * @throws RangeError naming `hashRates`, `rounds` or `seed`
 * @see Satoshi Nakamoto, "Bitcoin: A Peer-to-Peer Electronic Cash System" (2008), section 4
 */
export function runLottery({ hashRates, rounds, seed }: LotteryOptions): LotteryRun {
  const total = hashRates.reduce((sum, rate) => sum + rate, 0);
  if (!(total > 0) || total === Infinity || hashRates.some((rate) => rate < 0)) {
    throw new RangeError('hashRates: expected numbers of 0 or more with a sum above 0');
  }
  if (!Number.isSafeInteger(rounds) || rounds < 0) {
    throw new RangeError(`rounds: expected a whole number of 0 or more, got ${String(rounds)}`);
  }
  const random = createRandom(seed);
  const wins = hashRates.map(() => 0);
  const winners = Array.from({ length: rounds }, () => {
    const winner = pick(hashRates, random.unit() * total);
    wins[winner] = (wins[winner] ?? 0) + 1;
    return winner;
  });
  return { winners, wins };
}

/** The miner in whose stretch of the line from 0 to the sum of all rates the point falls. */
function pick(hashRates: readonly number[], point: number): number {
  let end = 0;
  let last = 0;
  for (const [miner, rate] of hashRates.entries()) {
    if (rate === 0) continue;
    last = miner;
    end += rate;
    if (point < end) return miner;
  }
  // Rounding may leave the end a hair below the sum; the last miner with any rate owns that hair.
  return last;
}

/**
 * The chance that at least one of `tries` independent tries succeeds: 1 - (1 - p)^tries.
 * chanceWithin(65536, 65536) // => 0.632…
 *
 * @param tries 0 or more
 * @param expectedTries mean number of tries until the first success, 1/p, 1 or more
 */
export function chanceWithin(tries: number, expectedTries: number): number {
  // The plain formula loses all digits for the network's p of 10^-23; these two do not.
  return expectedTries <= 1
    ? Number(tries > 0)
    : -Math.expm1(tries * Math.log1p(-1 / expectedTries));
}

/**
 * The narrowest range around the mean that a number of wins falls into with at least the chance
 * `coverage`, by the binomial distribution.
 * usualWins(100, 0.1, 0.95) // => { low: 5, high: 16, chance: 0.955… }
 *
 * @param rounds 1 or more, small enough that share^rounds does not vanish (1,000 at most)
 * @param share chance of winning one round, above 0 and below 1
 * @param coverage above 0 and below 1
 */
export function usualWins(
  rounds: number,
  share: number,
  coverage: number,
): { low: number; high: number; chance: number } {
  const chances = [(1 - share) ** rounds];
  for (let wins = 1; wins <= rounds; wins += 1) {
    const before = chances[wins - 1] ?? 0;
    chances.push((before * (rounds - wins + 1) * share) / (wins * (1 - share)));
  }
  const mean = Math.round(rounds * share);
  let [low, high] = [mean, mean];
  let chance = chances[mean] ?? 0;
  while (chance < coverage && (low > 0 || high < rounds)) {
    const below = low > 0 ? (chances[low - 1] ?? 0) : -1;
    const above = high < rounds ? (chances[high + 1] ?? 0) : -1;
    if (below >= above) {
      low -= 1;
      chance += below;
    } else {
      high += 1;
      chance += above;
    }
  }
  return { low, high, chance };
}
