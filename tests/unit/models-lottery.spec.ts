import { expect, test } from '@playwright/test';
import fc from 'fast-check';

import { chanceWithin, runLottery, usualWins } from '../../src/models/lottery.ts';
import { createRandom, xoshiro128StarStar } from '../../src/models/random.ts';

test.describe('seeded chance', () => {
  test('is xoshiro128**, by the output of its authors’ program', () => {
    // State 1, 2, 3, 4; the values stand in the tests of rand_xoshiro, made with xoshiro128starstar.c 1.1.
    const random = xoshiro128StarStar([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => random.uint32())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  test('is seeded as rand_xoshiro seeds it', () => {
    // Xoshiro128StarStar::seed_from_u64(0), read as eight words from 256 bits in the documentation of u64_array_bigints.
    const random = createRandom(0);
    expect(Array.from({ length: 8 }, () => random.uint32())).toEqual([
      0xdec9045d, 0x9a089d75, 0xab77d362, 0xc3e16405, 0x5c95a8da, 0x60dea056, 0xc25a5140,
      0xa4290614,
    ]);
  });

  test('gives the same stream for the same seed and stays in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (seed) => {
        const [a, b] = [createRandom(seed), createRandom(seed)];
        for (let index = 0; index < 20; index += 1) {
          const value = a.unit();
          expect(value).toBe(b.unit());
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
        }
      }),
    );
  });

  test('spreads evenly over sixteen parts', () => {
    const random = createRandom(2021);
    const counts = new Array<number>(16).fill(0);
    const draws = 160_000;
    for (let index = 0; index < draws; index += 1) {
      const part = Math.floor(random.unit() * 16);
      counts[part] = (counts[part] ?? 0) + 1;
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 15 degrees of freedom: above 37.7 once in a thousand.
    expect(chiSquared).toBeLessThan(37.7);
  });

  for (const seed of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
    test(`refuses ${seed} as a seed`, () => {
      expect(() => createRandom(seed)).toThrow(/^seed/);
    });
  }
});

test.describe('the lottery of blocks', () => {
  test('gives a class number its run, for ever', () => {
    const { winners, wins } = runLottery({ hashRates: [9, 1], rounds: 100, seed: 2021 });
    expect(wins).toEqual([90, 10]);
    const small = winners.flatMap((winner, round) => (winner === 1 ? [round + 1] : []));
    expect(small).toEqual([5, 21, 34, 40, 55, 61, 67, 72, 77, 85]);
  });

  test('keeps the first rounds when more are run', () => {
    const short = runLottery({ hashRates: [9, 1], rounds: 30, seed: 7 }).winners;
    const long = runLottery({ hashRates: [9, 1], rounds: 100, seed: 7 }).winners;
    expect(long.slice(0, 30)).toEqual(short);
  });

  test('lets one part in ten win one block in ten, over many classes', () => {
    let wins = 0;
    for (let seed = 1; seed <= 500; seed += 1)
      wins += runLottery({ hashRates: [90, 10], rounds: 100, seed }).wins[1] ?? 0;
    // 50,000 rounds: one standard deviation is 0.0013.
    expect(wins / 50_000).toBeCloseTo(0.1, 2);
  });

  test('agrees with a race in which each miner takes exponential time', () => {
    const random = createRandom(11);
    const rates = [5, 3, 2];
    const wins = [0, 0, 0];
    for (let round = 0; round < 20_000; round += 1) {
      const times = rates.map((rate) => -Math.log1p(-random.unit()) / rate);
      const winner = times.indexOf(Math.min(...times));
      wins[winner] = (wins[winner] ?? 0) + 1;
    }
    const drawn = runLottery({ hashRates: rates, rounds: 20_000, seed: 12 }).wins;
    for (const miner of [0, 1, 2])
      expect((wins[miner] ?? 0) / 20_000).toBeCloseTo((drawn[miner] ?? 0) / 20_000, 1);
  });

  test('counts every round once and gives nothing to who has no hash rate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 }),
        fc.nat(200),
        fc.nat(),
        (hashRates, rounds, seed) => {
          fc.pre(hashRates.some((rate) => rate > 0));
          const { wins, winners } = runLottery({ hashRates, rounds, seed });
          expect(winners).toHaveLength(rounds);
          expect(wins.reduce((sum, one) => sum + one, 0)).toBe(rounds);
          for (const [miner, rate] of hashRates.entries())
            if (rate === 0) expect(wins[miner]).toBe(0);
        },
      ),
    );
  });

  for (const hashRates of [[], [0, 0], [-1, 2], [Infinity, 1], [NaN]]) {
    test(`refuses hash rates of ${JSON.stringify(hashRates)}`, () => {
      expect(() => runLottery({ hashRates, rounds: 1, seed: 1 })).toThrow(/^hashRates/);
    });
  }

  test('refuses part of a round', () => {
    expect(() => runLottery({ hashRates: [1], rounds: 1.5, seed: 1 })).toThrow(/^rounds/);
  });
});

test.describe('chance within a number of tries', () => {
  test('is 63 % after the average number of tries, and half after 0.69 of it', () => {
    expect(chanceWithin(65_536, 65_536)).toBeCloseTo(1 - Math.exp(-1), 4);
    expect(chanceWithin(Math.LN2 * 1e9, 1e9)).toBeCloseTo(0.5, 8);
  });

  test('keeps its digits at the network’s difficulty', () => {
    expect(chanceWithin(5e5, 1.0757e23) / (5e5 / 1.0757e23)).toBeCloseTo(1, 9);
  });

  test('runs from none to certain', () => {
    expect(chanceWithin(0, 100)).toBe(0);
    expect(chanceWithin(0, 1)).toBe(0);
    expect(chanceWithin(1, 1)).toBe(1);
    expect(chanceWithin(1, 4)).toBeCloseTo(0.25, 12);
  });

  test('gives the range that wins usually fall into', () => {
    const { low, high, chance } = usualWins(100, 0.1, 0.95);
    expect([low, high]).toEqual([5, 16]);
    // Sum of the binomial terms from 5 to 16, by logarithms of factorials.
    const logFactorial = (n: number) =>
      Array.from({ length: n }, (_, k) => Math.log(k + 1)).reduce((sum, one) => sum + one, 0);
    let sum = 0;
    for (let wins = 5; wins <= 16; wins += 1)
      sum += Math.exp(
        logFactorial(100) -
          logFactorial(wins) -
          logFactorial(100 - wins) +
          wins * Math.log(0.1) +
          (100 - wins) * Math.log(0.9),
      );
    expect(chance).toBeCloseTo(sum, 10);
    expect(usualWins(1, 0.5, 0.99)).toEqual({ low: 0, high: 1, chance: 1 });
  });
});
