import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';

import { expect, test } from '@playwright/test';
import fc from 'fast-check';

import {
  POW_LIMIT,
  ProtocolInputError,
  TARGET_TIMESPAN,
  blockHash,
  blockWork,
  compactToTarget,
  createNonceSearch,
  difficulty,
  doubleSha256,
  expectedHashes,
  expectedTries,
  hashAttempt,
  hashMeetsTarget,
  meetsTarget,
  merkleRoot,
  nextBits,
  parseHeader,
  serializeHeader,
  sha256,
  subsidy,
  targetToCompact,
  toyTarget,
  type BlockHeader,
} from '../../src/models/bitcoin/index.ts';

interface Vectors {
  headers: {
    height: number;
    header: string;
    hash: string;
    version: number;
    prev: string;
    merkle_root: string;
    time: number;
    bits: string;
    target: string;
    nonce: number;
  }[];
  retarget: {
    name: string;
    first_time: number;
    last_time: number;
    old_bits: string;
    new_bits: string;
  }[];
  sha256: { text?: string; msg?: string; md: string }[];
  compact: {
    compact: string;
    value_hex?: string;
    recompact?: string;
    negative: boolean;
    overflow: boolean;
  }[];
  difficulty: { bits: string; difficulty: number }[];
  merkle: { height: number; txids: string[]; merkle_root: string }[];
  subsidy: { height: number; subsidy_sat: number }[];
  subsidy_total_sat: string;
}

interface Retarget {
  height: number;
  time: number;
  bits: number;
  difficulty: number;
  spanLow: number;
  spanHigh: number;
  spanActual: number | undefined;
  capped: boolean;
}

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/bitcoin/${name}`, import.meta.url), 'utf8');

const vectors = JSON.parse(fixture('vectors.json')) as Vectors;

/** Every retarget of mainnet, in order; the first entry is the genesis block. */
const history: Retarget[] = fixture('difficulty.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [height, time, bits = '', level, low, high, actual, clamp] = line.split(',');
    return {
      height: Number(height),
      time: Number(time),
      bits: parseInt(bits, 16),
      difficulty: Number(level),
      spanLow: Number(low),
      spanHigh: Number(high),
      spanActual: actual ? Number(actual) : undefined,
      capped: clamp === 'target-capped',
    };
  });

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const reversed = (digits: string) => Buffer.from(digits, 'hex').reverse().toString('hex');
const nodeSha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const nodeBlockHash = (header: string) =>
  reversed(nodeSha256(nodeSha256(Buffer.from(header, 'hex'))).toString('hex'));
const hex8 = (value: number) => value.toString(16).padStart(8, '0');

const GENESIS =
  '0100000000000000000000000000000000000000000000000000000000000000' +
  '000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa' +
  '4b1e5e4a29ab5f49ffff001d1dac2b7c';
const GENESIS_NONCE = 2083236893;
const UNIT_BITS = 0x1d00ffff;

const withNonce = (header: string, nonce: number) => header.slice(0, 152) + reversed(hex8(nonce));
const withBits = (header: string, bits: number) =>
  header.slice(0, 144) + reversed(hex8(bits)) + header.slice(152);

const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const hash256 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hex);
const headerHex = fc.uint8Array({ minLength: 80, maxLength: 80 }).map(hex);
/** Targets of every size alike: uniform numbers would nearly all be 256 bits long. */
const target256 = fc
  .tuple(fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }), fc.integer({ min: 0, max: 256 }))
  .map(([value, shift]) => value >> BigInt(shift));
/** Bits that mainnet could carry. */
const mainnetBits = target256.filter((t) => t > 0n && t <= POW_LIMIT).map(targetToCompact);

test.describe('SHA-256', () => {
  for (const [index, { text, msg, md }] of vectors.sha256.entries()) {
    test(`published vector ${index + 1}: ${text ?? msg}`, () => {
      const bytes = text === undefined ? Buffer.from(msg ?? '', 'hex') : Buffer.from(text);
      expect(hex(sha256(bytes))).toBe(md);
      expect(hex(doubleSha256(bytes))).toBe(hex(nodeSha256(Buffer.from(md, 'hex'))));
    });
  }

  test('agrees with Node on any bytes and leaves them alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const before = hex(bytes);
        expect(hex(sha256(bytes))).toBe(hex(nodeSha256(bytes)));
        expect(hex(doubleSha256(bytes))).toBe(hex(nodeSha256(nodeSha256(bytes))));
        expect(hex(bytes)).toBe(before);
      }),
    );
  });
});

test.describe('header', () => {
  for (const vector of vectors.headers) {
    test(`block ${vector.height}`, () => {
      const header: BlockHeader = {
        version: vector.version,
        previousBlockHash: vector.prev,
        merkleRoot: vector.merkle_root,
        time: vector.time,
        bits: parseInt(vector.bits, 16),
        nonce: vector.nonce,
      };
      expect(parseHeader(vector.header)).toEqual(header);
      expect(serializeHeader(header)).toBe(vector.header);
      expect(blockHash(vector.header)).toBe(vector.hash);
      expect(meetsTarget(vector.header)).toBe(true);
      expect(meetsTarget(vector.header, POW_LIMIT)).toBe(true);
      expect(compactToTarget(header.bits)).toEqual({
        target: BigInt(`0x${vector.target}`),
        negative: false,
        overflow: false,
      });
    });

    test(`block ${vector.height} with any other nonce is no block`, () => {
      const changed = withNonce(vector.header, (vector.nonce + 1) % 2 ** 32);
      expect(blockHash(changed)).not.toBe(vector.hash);
      expect(meetsTarget(changed)).toBe(false);
    });
  }

  test('any 80 bytes survive reading and writing', () => {
    fc.assert(
      fc.property(headerHex, (bytes) => {
        expect(serializeHeader(parseHeader(bytes))).toBe(bytes);
        expect(blockHash(bytes)).toBe(nodeBlockHash(bytes));
      }),
    );
  });

  test('any six fields survive writing and reading', () => {
    const header = fc.record({
      version: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      previousBlockHash: hash256,
      merkleRoot: hash256,
      time: uint32,
      bits: uint32,
      nonce: uint32,
    });
    fc.assert(
      fc.property(header, (fields) => {
        expect(parseHeader(serializeHeader(fields))).toEqual(fields);
      }),
    );
  });

  test('the version is signed; unsigned writing of the same bytes is accepted', () => {
    const negative = `000000e0${GENESIS.slice(8)}`;
    expect(parseHeader(negative).version).toBe(-0x20000000);
    expect(serializeHeader(parseHeader(negative))).toBe(negative);
    expect(serializeHeader({ ...parseHeader(negative), version: 0xe0000000 })).toBe(negative);
    expect(parseHeader(`00000020${GENESIS.slice(8)}`).version).toBe(0x20000000);
  });

  test('upper case is read and comes back as lower case', () => {
    const upper = GENESIS.toUpperCase();
    expect(parseHeader(upper)).toEqual(parseHeader(GENESIS));
    expect(serializeHeader(parseHeader(upper))).toBe(GENESIS);
    expect(blockHash(upper)).toBe(blockHash(GENESIS));
  });

  test('bits that no hash can meet are never met, and are no error', () => {
    for (const bits of [
      0, 0x1d000000, 0x01003456, 0x1d80ffff, 0x04923456, 0xff123456, 0x23000001,
    ]) {
      expect(meetsTarget(withBits(GENESIS, bits)), hex8(bits)).toBe(false);
    }
  });

  test('a target above the limit counts only where no limit is applied', () => {
    // The bits of regression-test networks, which about every second hash meets.
    const easy = withBits(GENESIS, 0x207fffff);
    const nonce = [0, 1, 2, 3, 4, 5, 6, 7].find((n) => meetsTarget(withNonce(easy, n)));
    expect(nonce).toBeDefined();
    expect(meetsTarget(withNonce(easy, nonce ?? 0), POW_LIMIT)).toBe(false);
  });

  test('a hash that equals the target meets it; one more does not', () => {
    const hash = blockHash(GENESIS);
    const value = BigInt(`0x${hash}`);
    expect(hashMeetsTarget(hash, value)).toBe(true);
    expect(hashMeetsTarget(hash, value - 1n)).toBe(false);
  });
});

test.describe('compact target', () => {
  for (const { compact, value_hex, recompact, negative, overflow } of vectors.compact) {
    test(`Bitcoin Core's 0x${compact}`, () => {
      const expanded = compactToTarget(parseInt(compact, 16));
      expect({ negative: expanded.negative, overflow: expanded.overflow }).toEqual({
        negative,
        overflow,
      });
      if (value_hex === undefined || recompact === undefined) return;
      expect(expanded.target).toBe(BigInt(`0x${value_hex}`));
      // Core packs a negative number with the sign bit on top; ours packs magnitudes.
      const sign = negative ? 0x00800000 : 0;
      expect(hex8(targetToCompact(expanded.target) + sign)).toBe(recompact);
    });
  }

  test("Bitcoin Core's 0x80 packs into the next byte, away from the sign", () => {
    expect(targetToCompact(0x80n)).toBe(0x02008000);
  });

  test('overflow begins where 256 bits end, and the target is cut there', () => {
    const at = (bits: number) => compactToTarget(bits);
    expect(at(0x207fffff)).toEqual({
      target: 0x7fffffn << 232n,
      negative: false,
      overflow: false,
    });
    expect(at(0x2100ffff).overflow).toBe(false);
    expect(at(0x21010000)).toEqual({ target: 0n, negative: false, overflow: true });
    expect(at(0x21123456).target).toBe(0x3456n << 240n);
    expect(at(0x220000ff).overflow).toBe(false);
    expect(at(0x22000100).overflow).toBe(true);
    expect(at(0x23000001)).toEqual({ target: 0n, negative: false, overflow: true });
    expect(at(0xff000000).overflow).toBe(false);
    expect(at(0xffffffff)).toEqual({ target: 0n, negative: true, overflow: true });
  });

  test('the proof-of-work limit packs into the bits of the first block', () => {
    expect(targetToCompact(POW_LIMIT)).toBe(UNIT_BITS);
    expect(targetToCompact(0n)).toBe(0);
    expect(targetToCompact((1n << 256n) - 1n)).toBe(0x2100ffff);
  });

  test('packing rounds down by less than one part in 2^15', () => {
    fc.assert(
      fc.property(target256, (target) => {
        const expanded = compactToTarget(targetToCompact(target));
        expect(expanded.negative || expanded.overflow).toBe(false);
        expect(expanded.target <= target).toBe(true);
        expect((target - expanded.target) << 15n <= target).toBe(true);
        expect(targetToCompact(expanded.target)).toBe(targetToCompact(target));
      }),
    );
  });

  test('normal form survives expanding and packing', () => {
    const normal = fc
      .tuple(fc.integer({ min: 3, max: 32 }), fc.integer({ min: 0x008000, max: 0x7fffff }))
      .map(([size, mantissa]) => size * 2 ** 24 + mantissa);
    fc.assert(
      fc.property(normal, (bits) => {
        expect(targetToCompact(compactToTarget(bits).target)).toBe(bits);
      }),
    );
  });

  test('a larger target never packs into a smaller one', () => {
    fc.assert(
      fc.property(target256, target256, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(targetToCompact(low)).toBeLessThanOrEqual(targetToCompact(high));
      }),
    );
  });
});

test.describe('difficulty and work', () => {
  for (const vector of vectors.difficulty) {
    test(`Bitcoin Core's 0x${vector.bits}`, () => {
      const value = difficulty(parseInt(vector.bits, 16));
      expect(Math.abs(value - vector.difficulty)).toBeLessThan(0.00001);
    });
  }

  test('every difficulty of mainnet', () => {
    expect(history).toHaveLength(474);
    for (const row of history) {
      // Printed to eight decimals; a double holds sixteen digits.
      const tolerance = 6e-9 + row.difficulty * 1e-15;
      const error = Math.abs(difficulty(row.bits) - row.difficulty);
      expect(error, `height ${row.height}`).toBeLessThan(tolerance);
    }
  });

  test('difficulty 1 takes 4,295,032,833 hashes', () => {
    expect(difficulty(UNIT_BITS)).toBe(1);
    expect(blockWork(UNIT_BITS)).toBe(4295032833n);
    expect(expectedHashes(UNIT_BITS)).toBeCloseTo(4295032833, 3);
    // Every second hash is below 2^255.
    expect(expectedHashes(0x207fffff)).toBeCloseTo(2, 6);
    expect(blockWork(0x207fffff)).toBe(2n);
  });

  test('bits that no hash can meet add no work and take for ever', () => {
    for (const bits of [0, 0x01003456, 0x1d800001, 0x04923456, 0xff123456]) {
      expect(blockWork(bits), hex8(bits)).toBe(0n);
      expect(expectedHashes(bits), hex8(bits)).toBe(Infinity);
    }
    expect(difficulty(0x1d000000)).toBe(Infinity);
  });

  test('work is the whole part of 2^256 / (target + 1)', () => {
    fc.assert(
      fc.property(mainnetBits, (bits) => {
        const divisor = compactToTarget(bits).target + 1n;
        const work = blockWork(bits);
        expect(work * divisor <= 1n << 256n).toBe(true);
        expect((work + 1n) * divisor > 1n << 256n).toBe(true);
        expect(Number(work) / Math.floor(expectedHashes(bits))).toBeCloseTo(1, 9);
      }),
    );
  });

  test('difficulty is the ratio of targets', () => {
    const unit = Number(compactToTarget(UNIT_BITS).target);
    fc.assert(
      fc.property(mainnetBits, (bits) => {
        const ratio = unit / Number(compactToTarget(bits).target);
        expect(difficulty(bits) / ratio).toBeCloseTo(1, 12);
      }),
    );
  });

  test('the easier the bits, the less work', () => {
    fc.assert(
      fc.property(mainnetBits, mainnetBits, (a, b) => {
        const [hard, easy] = a < b ? [a, b] : [b, a];
        expect(difficulty(hard)).toBeGreaterThanOrEqual(difficulty(easy));
        expect(blockWork(hard) >= blockWork(easy)).toBe(true);
        expect(expectedHashes(hard)).toBeGreaterThanOrEqual(expectedHashes(easy));
      }),
    );
  });
});

test.describe('retarget', () => {
  for (const vector of vectors.retarget) {
    test(vector.name, () => {
      const next = nextBits({
        bits: parseInt(vector.old_bits, 16),
        firstTime: vector.first_time,
        lastTime: vector.last_time,
      });
      expect(hex8(next)).toBe(vector.new_bits);
    });
  }

  test('3 July 2021, height 689,472: difficulty falls by 27.94 %, the most on record', () => {
    const bits = nextBits({ bits: 0x170e1ef9, firstTime: 1623614836, lastTime: 1625293501 });
    expect(bits).toBe(0x171398ce);
    const change = difficulty(bits) / difficulty(0x170e1ef9) - 1;
    expect((change * 100).toFixed(2)).toBe('-27.94');
    const lowest = Math.min(
      ...periods().map(({ before, after }) => difficulty(after.bits) / difficulty(before.bits)),
    );
    expect(lowest - 1).toBe(change);
  });

  test('every retarget from 2009 to 2026, at both ends of the span that gives it', () => {
    let boundaries = 0;
    for (const { before, after } of periods()) {
      const bitsAfter = (span: number) =>
        hex8(nextBits({ bits: before.bits, firstTime: before.time, lastTime: before.time + span }));
      const real = hex8(after.bits);
      const at = `height ${after.height}`;
      expect(bitsAfter(after.spanLow), at).toBe(real);
      expect(bitsAfter(after.spanHigh), at).toBe(real);
      // A second less or more is another target, unless a clamp or the limit holds it.
      if (after.spanLow > TARGET_TIMESPAN / 4 && !after.capped) {
        expect(bitsAfter(after.spanLow - 1), at).not.toBe(real);
        boundaries += 1;
      }
      if (after.spanHigh < TARGET_TIMESPAN * 4) {
        expect(bitsAfter(after.spanHigh + 1), at).not.toBe(real);
        boundaries += 1;
      }
    }
    expect(periods()).toHaveLength(473);
    expect(history.filter((row) => row.capped)).toHaveLength(15);
    // 473 periods, 15 of them capped, and one that the clamp holds at its lower end.
    expect(boundaries).toBe(2 * (473 - 15) - 1);
  });

  test('every retarget whose span was measured from block times', () => {
    const measured = periods().filter(({ after }) => after.spanActual !== undefined);
    expect(measured).toHaveLength(139);
    for (const { before, after } of measured) {
      const lastTime = before.time + (after.spanActual ?? NaN);
      const bits = nextBits({ bits: before.bits, firstTime: before.time, lastTime });
      expect(hex8(bits), `height ${after.height}`).toBe(hex8(after.bits));
    }
  });

  test('a period without end eases the target fourfold, one without length hardens it so', () => {
    const bits = 0x1b0404cb;
    const firstTime = 1_300_000_000;
    const after = (span: number) => nextBits({ bits, firstTime, lastTime: firstTime + span });
    expect(difficulty(bits) / difficulty(after(10 * TARGET_TIMESPAN))).toBeCloseTo(4, 3);
    expect(difficulty(after(0)) / difficulty(bits)).toBeCloseTo(4, 3);
    expect(after(10 * TARGET_TIMESPAN)).toBe(after(4 * TARGET_TIMESPAN));
    expect(after(4 * TARGET_TIMESPAN - 60)).toBeLessThan(after(4 * TARGET_TIMESPAN));
    expect(after(0)).toBe(after(TARGET_TIMESPAN / 4));
    expect(after(TARGET_TIMESPAN / 4 + 60)).toBeGreaterThan(after(0));
    expect(after(TARGET_TIMESPAN)).toBe(bits);
    // Header times are not monotonic: a last block that claims to be earlier counts as shortest.
    expect(after(-5000)).toBe(after(0));
  });

  test('the target never passes the proof-of-work limit', () => {
    for (const bits of [UNIT_BITS, 0x1d00d86a, 0x1c7fffff, 0x207fffff]) {
      expect(nextBits({ bits, firstTime: 0, lastTime: 4 * TARGET_TIMESPAN })).toBe(UNIT_BITS);
    }
    expect(nextBits({ bits: UNIT_BITS, firstTime: 0, lastTime: TARGET_TIMESPAN })).toBe(UNIT_BITS);
    expect(
      nextBits({ bits: UNIT_BITS, firstTime: 0, lastTime: TARGET_TIMESPAN - 60 }),
    ).toBeLessThan(UNIT_BITS);
  });

  test('the longer the period, the easier the next; never beyond fourfold', () => {
    fc.assert(
      fc.property(mainnetBits, uint32, uint32, (bits, a, b) => {
        const [short, long] = a < b ? [a, b] : [b, a];
        const harder = nextBits({ bits, firstTime: 0, lastTime: short });
        const easier = nextBits({ bits, firstTime: 0, lastTime: long });
        expect(harder).toBeLessThanOrEqual(easier);
        const old = compactToTarget(bits).target;
        expect(compactToTarget(easier).target <= old * 4n).toBe(true);
        expect(easier).toBeLessThanOrEqual(UNIT_BITS);
        expect(harder).toBeGreaterThanOrEqual(targetToCompact(old / 4n));
      }),
    );
  });

  test('a period of exactly two weeks changes nothing', () => {
    fc.assert(
      fc.property(mainnetBits, (bits) => {
        expect(nextBits({ bits, firstTime: 1000, lastTime: 1000 + TARGET_TIMESPAN })).toBe(bits);
      }),
    );
  });
});

test.describe('subsidy', () => {
  for (const { height, subsidy_sat } of vectors.subsidy) {
    test(`height ${height}`, () => {
      expect(subsidy(height)).toBe(BigInt(subsidy_sat));
    });
  }

  test('halves at each multiple of 210,000, rounded down', () => {
    for (let era = 1; era <= 40; era += 1) {
      const height = era * 210_000;
      expect(subsidy(height - 1), `height ${height - 1}`).toBe(
        5_000_000_000n / 2n ** BigInt(era - 1),
      );
      expect(subsidy(height), `height ${height}`).toBe(5_000_000_000n / 2n ** BigInt(era));
    }
  });

  test('the last satoshi comes before the 33rd halving', () => {
    expect(subsidy(33 * 210_000 - 1)).toBe(1n);
    expect(subsidy(33 * 210_000)).toBe(0n);
    // A 64-bit shift would wrap round here.
    expect(subsidy(64 * 210_000)).toBe(0n);
    expect(subsidy(Number.MAX_SAFE_INTEGER)).toBe(0n);
  });

  test('all of it is short of 21 million bitcoins', () => {
    let total = 0n;
    for (let height = 0; height < 14_000_000; height += 1000) total += subsidy(height) * 1000n;
    expect(total).toBe(BigInt(vectors.subsidy_total_sat));
    expect(total < 21n * 10n ** 14n).toBe(true);
  });
});

test.describe('Merkle root', () => {
  /** By recursion and Node's hash: shares nothing with the code under test. */
  const referenceRoot = (txids: string[]): string => {
    const root = (level: Buffer[]): Buffer => {
      const [only] = level;
      if (only !== undefined && level.length === 1) return only;
      const parents: Buffer[] = [];
      for (let i = 0; i < level.length; i += 2) {
        const pair = [level[i], level[i + 1] ?? level[i]].filter((node) => node !== undefined);
        parents.push(nodeSha256(nodeSha256(Buffer.concat(pair))));
      }
      return root(parents);
    };
    return reversed(root(txids.map((txid) => Buffer.from(reversed(txid), 'hex'))).toString('hex'));
  };
  const txidLists = fc.array(hash256, { minLength: 1, maxLength: 40 });

  for (const { height, txids, merkle_root } of vectors.merkle) {
    test(`block ${height}, ${txids.length} transactions`, () => {
      expect(merkleRoot(txids)).toBe(merkle_root);
      expect(merkleRoot(txids.map((txid) => txid.toUpperCase()))).toBe(merkle_root);
    });
  }

  test('one transaction is its own root, as in the first two blocks', () => {
    for (const { header } of vectors.headers.slice(0, 2)) {
      const { merkleRoot: root } = parseHeader(header);
      expect(merkleRoot([root])).toBe(root);
      expect(merkleRoot([root, root])).not.toBe(root);
    }
  });

  test('agrees with an independent tree', () => {
    fc.assert(
      fc.property(txidLists, (txids) => {
        expect(merkleRoot(txids)).toBe(referenceRoot(txids));
      }),
    );
  });

  test('an odd list has the root of the list with its last entry twice', () => {
    fc.assert(
      fc.property(
        txidLists.filter((list) => list.length % 2 === 1 && list.length > 1),
        (txids) => {
          expect(merkleRoot([...txids, ...txids.slice(-1)])).toBe(merkleRoot(txids));
        },
      ),
    );
  });

  test('order and every id matter; the list is left alone', () => {
    const txids = vectors.merkle[0]?.txids ?? [];
    expect(txids).toHaveLength(4);
    const root = merkleRoot(txids);
    txids.forEach((txid, index) => {
      const flipped = (txid.startsWith('0') ? '1' : '0') + txid.slice(1);
      expect(merkleRoot(txids.with(index, flipped))).not.toBe(root);
    });
    const copy = [...txids];
    expect(merkleRoot(txids.toReversed())).not.toBe(root);
    expect(txids).toEqual(copy);
  });
});

test.describe('nonce search', () => {
  test('finds the nonce of the first block', () => {
    const search = createNonceSearch(withNonce(GENESIS, GENESIS_NONCE - 1000));
    expect(search.step(1000)).toMatchObject({ tried: 1000, totalTried: 1000, exhausted: false });
    const step = search.step(5000);
    const block = { nonce: GENESIS_NONCE, hash: blockHash(GENESIS) };
    expect(step).toEqual({
      tried: 1,
      totalTried: 1001,
      found: block,
      best: block,
      exhausted: false,
    });
    expect(meetsTarget(withNonce(GENESIS, block.nonce))).toBe(true);
  });

  test('goes on behind what it found, and keeps the best of all', () => {
    const search = createNonceSearch(withNonce(GENESIS, 0), { shareTarget: toyTarget(8) });
    const shares: number[] = [];
    let tried = 0;
    while (tried < 4000) {
      const step = search.step(4000 - tried);
      tried += step.tried;
      expect(step.totalTried).toBe(tried);
      if (step.found) shares.push(step.found.nonce);
    }
    const hashes = Array.from({ length: 4000 }, (_, n) => nodeBlockHash(withNonce(GENESIS, n)));
    expect(shares).toEqual(hashes.flatMap((hash, n) => (hash.startsWith('00') ? [n] : [])));
    expect(shares.length).toBeGreaterThan(4);
    const lowest = hashes.toSorted()[0] ?? '';
    expect(search.step(1).best).toEqual({ nonce: hashes.indexOf(lowest), hash: lowest });
  });

  test('the size of the chunks makes no difference', () => {
    fc.assert(
      fc.property(
        headerHex,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 2, max: 9 }),
        (header, chunk, zeros) => {
          const run = (size: number) => {
            const search = createNonceSearch(header, { shareTarget: toyTarget(zeros) });
            let step = search.step(size);
            while (!step.found) step = search.step(size);
            return { total: step.totalTried, found: step.found, best: step.best };
          };
          expect(run(chunk)).toEqual(run(100_000));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('one try is the block hash with that nonce', () => {
    fc.assert(
      fc.property(headerHex, uint32, (header, nonce) => {
        const hash = blockHash(withNonce(header, nonce));
        expect(hashAttempt(header, nonce)).toEqual({ nonce, hash });
        const step = createNonceSearch(withNonce(header, nonce), { shareTarget: 0n }).step(1);
        expect(step.best).toEqual({ nonce, hash });
      }),
    );
  });

  test('after the last nonce comes the first', () => {
    const step = createNonceSearch(withNonce(GENESIS, 0xffffffff), { shareTarget: 0n }).step(3);
    const tried = [0xffffffff, 0, 1].map((nonce) => hashAttempt(GENESIS, nonce));
    expect(step.tried).toBe(3);
    expect(step.best).toEqual(tried.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))[0]);
  });

  test('a share of the nonces ends the search, and further steps try nothing', () => {
    const search = createNonceSearch(withNonce(GENESIS, 0xfffffffe), {
      shareTarget: 0n,
      nonceCount: 5,
    });
    expect(search.step(3)).toMatchObject({ tried: 3, totalTried: 3, exhausted: false });
    const last = search.step(3);
    expect(last).toMatchObject({ tried: 2, totalTried: 5, exhausted: true });
    expect(search.step(3)).toEqual({ ...last, tried: 0 });
    const tried = [0xfffffffe, 0xffffffff, 0, 1, 2].map((nonce) => hashAttempt(GENESIS, nonce));
    expect(last.best).toEqual(tried.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))[0]);
  });

  test("the share target stands in for the header's, and a hash equal to it counts", () => {
    const header = withNonce(withBits(GENESIS, 0), 7);
    const own = BigInt(`0x${blockHash(header)}`);
    expect(createNonceSearch(header, { shareTarget: own }).step(1).found?.nonce).toBe(7);
    expect(createNonceSearch(header, { shareTarget: own - 1n }).step(1).found).toBeUndefined();
    expect(createNonceSearch(GENESIS).target).toBe(compactToTarget(UNIT_BITS).target);
  });

  test('n leading zero bits take 2^n tries', () => {
    for (let zeros = 0; zeros <= 255; zeros += 1) {
      expect(expectedTries(toyTarget(zeros))).toBe(2 ** zeros);
    }
    expect(hashMeetsTarget(`0fff${'f'.repeat(60)}`, toyTarget(4))).toBe(true);
    expect(hashMeetsTarget(`1000${'0'.repeat(60)}`, toyTarget(4))).toBe(false);
    expect(expectedTries((1n << 256n) - 1n)).toBe(1);
  });

  test('a long run comes close to the expected number of tries', () => {
    const search = createNonceSearch(withNonce(GENESIS, 0), { shareTarget: toyTarget(6) });
    let found = 0;
    let step = search.step(64_000);
    while (step.totalTried < 64_000) {
      if (step.found) found += 1;
      step = search.step(64_000 - step.totalTried);
    }
    // 1,000 hits expected, standard deviation 31; the header fixes the run, so this is no gamble.
    expect(Math.abs(found - 1000)).toBeLessThan(93);
  });
});

test.describe('malformed input', () => {
  const header = parseHeader(GENESIS);
  const good = vectors.merkle[0]?.txids ?? [];
  /** Past the type checker, as input from a form or a file arrives. */
  const raw = (value: unknown) => value as never;

  const cases: [field: string, what: string, call: () => unknown][] = [
    ['header', 'too short', () => parseHeader(GENESIS.slice(2))],
    ['header', 'odd digits', () => parseHeader(GENESIS.slice(1))],
    ['header', 'too long', () => blockHash(`${GENESIS}00`)],
    ['header', 'empty', () => meetsTarget('')],
    ['header', 'stray letter', () => parseHeader(`g${GENESIS.slice(1)}`)],
    ['header', '0x in front', () => blockHash(`0x${GENESIS.slice(2)}`)],
    ['header', 'line end', () => parseHeader(`${GENESIS.slice(1)}\n`)],
    ['header', 'no string', () => parseHeader(raw(undefined))],
    ['header', 'bytes', () => blockHash(raw(new Uint8Array(80)))],
    ['header', 'no object', () => serializeHeader(raw(null))],
    ['version', 'missing', () => serializeHeader(raw({ ...header, version: undefined }))],
    ['version', 'fraction', () => serializeHeader({ ...header, version: 1.5 })],
    ['version', 'above 32 bits', () => serializeHeader({ ...header, version: 2 ** 32 })],
    ['version', 'below 32 bits', () => serializeHeader({ ...header, version: -(2 ** 31) - 1 })],
    ['previousBlockHash', 'short', () => serializeHeader({ ...header, previousBlockHash: '00' })],
    ['merkleRoot', 'missing', () => serializeHeader(raw({ ...header, merkleRoot: undefined }))],
    ['merkleRoot', 'stray', () => serializeHeader({ ...header, merkleRoot: 'z'.repeat(64) })],
    ['time', 'negative', () => serializeHeader({ ...header, time: -1 })],
    ['time', 'NaN', () => serializeHeader({ ...header, time: NaN })],
    ['bits', 'string', () => serializeHeader(raw({ ...header, bits: '1d00ffff' }))],
    ['nonce', 'above 32 bits', () => serializeHeader({ ...header, nonce: 2 ** 32 })],
    ['nonce', 'bigint', () => serializeHeader(raw({ ...header, nonce: 1n }))],
    ['powLimit', 'number', () => meetsTarget(GENESIS, raw(1))],
    ['hash', 'short', () => hashMeetsTarget('00', 1n)],
    ['bits', 'NaN', () => compactToTarget(NaN)],
    ['bits', 'negative', () => compactToTarget(-1)],
    ['bits', 'above 32 bits', () => compactToTarget(2 ** 32)],
    ['bits', 'fraction', () => difficulty(0x1d00ffff + 0.5)],
    ['bits', 'infinite', () => difficulty(Infinity)],
    ['bits', 'string', () => blockWork(raw('1d00ffff'))],
    ['bits', 'nothing', () => expectedHashes(raw(undefined))],
    ['target', 'number', () => targetToCompact(raw(1))],
    ['target', 'negative', () => targetToCompact(-1n)],
    ['target', '257 bits', () => targetToCompact(1n << 256n)],
    ['target', '257 bits', () => expectedTries(1n << 256n)],
    ['retarget', 'nothing', () => nextBits(raw(undefined))],
    ['bits', 'NaN', () => nextBits({ bits: NaN, firstTime: 0, lastTime: 0 })],
    ['bits', 'negative target', () => nextBits({ bits: 0x1d80ffff, firstTime: 0, lastTime: 0 })],
    ['bits', 'zero target', () => nextBits({ bits: 0, firstTime: 0, lastTime: 0 })],
    ['bits', 'overflow', () => nextBits({ bits: 0xff123456, firstTime: 0, lastTime: 0 })],
    ['firstTime', 'NaN', () => nextBits({ bits: UNIT_BITS, firstTime: NaN, lastTime: 0 })],
    ['firstTime', 'negative', () => nextBits({ bits: UNIT_BITS, firstTime: -1, lastTime: 0 })],
    ['lastTime', 'fraction', () => nextBits({ bits: UNIT_BITS, firstTime: 0, lastTime: 0.5 })],
    ['lastTime', 'missing', () => nextBits(raw({ bits: UNIT_BITS, firstTime: 0 }))],
    ['height', 'negative', () => subsidy(-1)],
    ['height', 'fraction', () => subsidy(0.5)],
    ['height', 'NaN', () => subsidy(NaN)],
    ['height', 'bigint', () => subsidy(raw(1n))],
    ['txids', 'empty', () => merkleRoot([])],
    ['txids', 'one string', () => merkleRoot(raw(good[0]))],
    ['txids[3]', 'short', () => merkleRoot(good.with(3, 'abc'))],
    ['txids[0]', 'stray letter', () => merkleRoot([`${'0'.repeat(63)}x`])],
    ['txids[1]', 'hole', () => merkleRoot(raw([good[0], undefined]))],
    ['bytes', 'string', () => sha256(raw('abc'))],
    ['bytes', 'list', () => doubleSha256(raw([1, 2, 3]))],
    ['header', 'search', () => createNonceSearch('00')],
    ['bits', 'search without a target', () => createNonceSearch(withBits(GENESIS, 0))],
    ['shareTarget', 'number', () => createNonceSearch(GENESIS, { shareTarget: raw(5) })],
    ['shareTarget', 'negative', () => createNonceSearch(GENESIS, { shareTarget: -1n })],
    ['nonceCount', 'zero', () => createNonceSearch(GENESIS, { nonceCount: 0 })],
    ['nonceCount', 'too many', () => createNonceSearch(GENESIS, { nonceCount: 2 ** 32 + 1 })],
    ['count', 'zero', () => createNonceSearch(GENESIS).step(0)],
    ['count', 'NaN', () => createNonceSearch(GENESIS).step(NaN)],
    ['nonce', 'attempt', () => hashAttempt(GENESIS, -1)],
    ['leadingZeroBits', '256', () => toyTarget(256)],
  ];

  test('throws one kind of error, which names the field', () => {
    for (const [field, what, call] of cases) {
      let error: unknown;
      try {
        call();
      } catch (thrown) {
        error = thrown;
      }
      expect(error, `${field}, ${what}`).toBeInstanceOf(ProtocolInputError);
      const { field: named, message, name } = error as ProtocolInputError;
      expect(named, what).toBe(field);
      expect(message.startsWith(`${field}: `), message).toBe(true);
      expect(name).toBe('ProtocolInputError');
    }
  });

  test('says what was expected and what came', () => {
    expect(() => parseHeader('00')).toThrow(
      'header: expected 160 hexadecimal digits, got 2 characters',
    );
    expect(() => merkleRoot(good.with(3, `${'0'.repeat(63)}x`))).toThrow(
      'txids[3]: expected 64 hexadecimal digits, got "x" at position 64',
    );
    expect(() => compactToTarget(NaN)).toThrow(
      'bits: expected a whole number from 0 to 4294967295, got NaN',
    );
  });

  test('any string that is no header is refused', () => {
    const notHeader = fc.string({ maxLength: 200 }).filter((s) => !/^[0-9a-f]{160}$/i.test(s));
    fc.assert(
      fc.property(notHeader, (s) => {
        expect(() => parseHeader(s)).toThrow(ProtocolInputError);
      }),
    );
  });
});

test('the model loads nothing but its neighbours and the hash, and asks for no clock', () => {
  const folder = new URL('../../src/models/bitcoin/', import.meta.url);
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map((match) => match[1]);
    for (const name of imports) expect(name, file).toMatch(/^(\.\/[a-z]+\.ts|@noble\/hashes\/.+)$/);
    const code = source.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    expect(code, file).not.toMatch(
      /\b(import\(|require\(|Date|Math\.random|performance|process|Buffer|window|document|fetch)\b/,
    );
  }
});

/** Each period's first block with the one that follows the period. */
function periods(): { before: Retarget; after: Retarget }[] {
  return history.slice(1).map((after, index) => {
    const before = history[index];
    if (before === undefined || after.height - before.height !== 2016) {
      throw new Error(`no period of 2,016 blocks before height ${after.height}`);
    }
    return { before, after };
  });
}
