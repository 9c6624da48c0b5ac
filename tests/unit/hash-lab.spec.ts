import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { checkFigure, readValues, writeValues } from '../../src/figures/contract.ts';
import { BLOCKS, WEEK_BITS } from '../../src/figures/hash-lab/blocks.ts';
import { figureData, type HashLabData } from '../../src/figures/hash-lab/data.ts';
import { figure } from '../../src/figures/hash-lab/figure.ts';
import {
  createLoggedSearch,
  differingBits,
  headerWith,
  leadingZeroBits,
  recordRun,
  settingsOf,
  startNonce,
  textRoot,
  tryOf,
} from '../../src/figures/hash-lab/lab.ts';
import { CLASS_RUN, CLASS_TRIES } from '../../src/figures/hash-lab/parameters.ts';
import { createSearchEngine } from '../../src/figures/hash-lab/search-engine.ts';
import { figureTable } from '../../src/figures/hash-lab/table.ts';
import { duration, hashRate, headerTime, roughly } from '../../src/figures/hash-lab/wording.ts';
import { expectedHashes, parseHeader } from '../../src/models/bitcoin/index.ts';

/** Hashes a header with Node's own SHA-256, not with the code under test. */
function nodeBlockHash(headerHex: string): string {
  const once = createHash('sha256').update(Buffer.from(headerHex, 'hex')).digest();
  return createHash('sha256').update(once).digest().reverse().toString('hex');
}

/** Header with another nonce, written by hand: the last four bytes, little-endian. */
function withNonce(headerHex: string, nonce: number): string {
  const bytes = Buffer.from(headerHex, 'hex');
  bytes.writeUInt32LE(nonce, 76);
  return bytes.toString('hex');
}

const GENESIS_HASH = '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f';

const stateSettings = (id: string) => {
  const state = figure.states.find((one) => one.id === id);
  if (!state) throw new Error(`no state ${id}`);
  return settingsOf(state.values);
};

const data: HashLabData = {
  assumedRate: 500_000,
  machine: { rate: 110e12 },
  networks: [{ id: 'week', rate: 147e18, when: { zh: '2021年5月26日', en: '26 May 2021' } }],
  runs: [recordRun(stateSettings('class-found'))],
};

const valuesOf = (fragment: string) => readValues(figure, fragment).values;

test.describe('the hash lab’s contract', () => {
  test('keeps the promises of the design', () => {
    expect(() => {
      checkFigure(figure);
    }).not.toThrow();
    expect(figure.narration.length).toBeGreaterThanOrEqual(2);
    expect(figure.narration.length).toBeLessThanOrEqual(5);
  });

  test('offers headers that are those of the chain', () => {
    const { headers } = JSON.parse(
      readFileSync(new URL('../fixtures/bitcoin/vectors.json', import.meta.url), 'utf8'),
    ) as { headers: Array<{ height: number; header: string; hash: string }> };
    for (const block of BLOCKS) {
      const known = headers.find(({ height }) => height === block.height);
      expect(block.header).toBe(known?.header);
      expect(nodeBlockHash(block.header)).toBe(known?.hash);
    }
  });

  test('takes the real target from the difficulty period of that week', () => {
    const rows = readFileSync(
      new URL('../fixtures/bitcoin/difficulty.csv', import.meta.url),
      'utf8',
    ).split('\n');
    const row = rows.find((line) => line.startsWith('683424,'))?.split(',');
    expect(row?.[2]).toBe(WEEK_BITS.toString(16));
  });

  test('reads back every key state that it writes into an address', () => {
    for (const state of figure.states) {
      const values = valuesOf(`#state=${state.id}`);
      const { values: again, ignored } = readValues(figure, writeValues(figure, values));
      expect(again).toEqual(values);
      expect(ignored).toEqual([]);
    }
  });

  test('carries a sentence in any script through the address', () => {
    const values = { ...valuesOf(''), text: '矿机 & 电 #100% “x=1”', zeros: 20 };
    expect(readValues(figure, writeValues(figure, values)).values).toEqual(values);
  });

  for (const [fragment, ignored] of [
    ['#zeros=99', ['zeros']],
    ['#zeros=&class=abc&nonce=-1', ['nonce', 'zeros', 'class']],
    ['#state=nowhere&view=upside-down', ['state', 'view']],
    [`#text=${'字'.repeat(81)}`, ['text']],
    ['#block=block-1&share=0&rounds=1e9&rate=NaN', ['block', 'rate', 'share', 'rounds']],
    ['#%E4%B8', []],
  ] as const) {
    test(`opens with a damaged address: ${fragment.slice(0, 50)}`, () => {
      const read = readValues(figure, fragment);
      expect(read.ignored).toEqual(ignored);
      expect(() => figureTable(data, read.values)).not.toThrow();
    });
  }

  test('rounds a fraction in an address instead of failing', () => {
    expect(settingsOf(valuesOf('#nonce=12.6&zeros=9.2&class=7.5&rounds=3.3'))).toMatchObject({
      nonce: 13,
      zeros: 9,
      classNumber: 8,
      rounds: 3,
    });
  });
});

test.describe('one try', () => {
  test('of the first block gives its known hash, which meets its target', () => {
    const { hash, meets } = tryOf(stateSettings('one-try'), 2_083_236_893);
    expect(hash).toBe(GENESIS_HASH);
    expect(meets).toBe(true);
    expect(leadingZeroBits(hash)).toBe(43);
  });

  test('with one bit changed gives a hash that differs in half its bits and fails', () => {
    const settings = stateSettings('one-bit-changed');
    const { header, hash, meets } = tryOf(settings, settings.nonce);
    expect(differingBits(settings.block.header, header)).toHaveLength(1);
    expect(hash).toBe(nodeBlockHash(withNonce(settings.block.header, settings.nonce)));
    expect(differingBits(GENESIS_HASH, hash)).toHaveLength(128);
    expect(meets).toBe(false);
  });

  test('with a sentence puts its double hash where the Merkle root stands', () => {
    const text = '矿机熄灯';
    const once = createHash('sha256').update(text, 'utf8').digest();
    const twice = createHash('sha256').update(once).digest();
    const { hex } = headerWith({ ...stateSettings('one-try'), text }, 5);
    expect(hex.slice(72, 136)).toBe(twice.toString('hex'));
    expect(textRoot(text)).toBe(twice.reverse().toString('hex'));
  });

  test('is tabled with its neighbours, each hash that of Node', () => {
    const { rows } = figureTable(data, valuesOf('#state=one-try'));
    expect(rows).toHaveLength(7);
    const genesis = BLOCKS[0]?.header ?? '';
    for (const row of rows)
      expect(row['hash']).toBe(nodeBlockHash(withNonce(genesis, Number(row['nonce']))));
    expect(rows.filter((row) => (row['meets'] as { en: string }).en === 'yes')).toHaveLength(1);
    expect(rows[3]).toMatchObject({ nonce: 2_083_236_893, hash: GENESIS_HASH, zeros: 43 });
  });

  test('at either end of the nonces still has a table', () => {
    expect(figureTable(data, valuesOf('#nonce=0')).rows).toHaveLength(4);
    expect(figureTable(data, valuesOf('#nonce=4294967295')).rows).toHaveLength(4);
  });
});

test.describe('the class’s search', () => {
  const settings = stateSettings('class-found');
  const { hex: header } = headerWith(settings, startNonce(settings.classNumber));

  test('ends at the nonce that the texts name, as Node confirms', () => {
    const [run] = data.runs;
    expect(run?.tried).toBe(CLASS_TRIES);
    expect(run?.found?.nonce).toBe(CLASS_RUN.foundNonce);
    const hash = nodeBlockHash(withNonce(header, CLASS_RUN.foundNonce));
    expect(run?.found?.hash).toBe(hash);
    expect(hash).toMatch(/^0{4}/);
  });

  test('missed none before it', () => {
    for (let nonce = startNonce(settings.classNumber); nonce < CLASS_RUN.foundNonce; nonce += 1)
      if (nodeBlockHash(withNonce(header, nonce)).startsWith('0000'))
        throw new Error(`nonce ${nonce} came first`);
  });

  test('logs the same best hashes whatever its steps', () => {
    const [run] = data.runs;
    for (const size of [1000, 7, 65_536]) {
      const search = createLoggedSearch(header, settings.zeros);
      let progress = search.step(size);
      while (!progress.found) progress = search.step(size);
      expect(progress.log).toEqual(run?.log);
      expect(progress.tried).toBe(run?.tried);
    }
    expect(run?.log.map(({ tries }) => tries)).toEqual([1, 16, 256, 4096]);
  });

  test('is tabled by rows that grow sixteenfold and end with the one found', () => {
    const { rows } = figureTable(data, valuesOf('#state=class-found'));
    expect(rows.map((row) => row['tries'])).toEqual([1, 16, 256, 4096, CLASS_TRIES]);
    for (const row of rows)
      expect(row['hash']).toBe(nodeBlockHash(withNonce(header, Number(row['nonce']))));
    expect(rows.map((row) => (row['meets'] as { en: string }).en)).toEqual([
      'no',
      'no',
      'no',
      'no',
      'yes',
    ]);
  });

  test('runs in slices that can be paused, and ends the same', async () => {
    const reports: number[] = [];
    const { found } = await new Promise<{ found: number | undefined }>((done) => {
      const engine = createSearchEngine(({ progress, done: ended }) => {
        reports.push(progress.tried);
        if (ended) done({ found: progress.found?.nonce });
        else if (reports.length === 1) {
          engine.pause();
          setTimeout(() => {
            engine.resume();
          }, 20);
        }
      }, 5);
      engine.start({ header, zeros: settings.zeros, rest: 0, every: 0 });
    });
    expect(found).toBe(CLASS_RUN.foundNonce);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
  });
});

test.describe('the data of the drawing', () => {
  const real = figureData();

  test('takes its rates from the facts that the contract names', () => {
    expect(real.machine.rate).toBe(110e12);
    const [week, latest] = real.networks;
    expect(week?.when).toEqual({ zh: '2021年5月26日', en: '26 May 2021' });
    expect(week?.rate).toBeGreaterThan(100e18);
    expect(latest?.rate).toBeGreaterThan(week?.rate ?? Infinity);
  });

  test('bears out what the narration says of the real target', () => {
    const hashes = expectedHashes(WEEK_BITS);
    const year = 31_557_600;
    expect(Math.round(hashes / real.machine.rate / year)).toBe(31);
    expect(hashes / real.assumedRate / year).toBeGreaterThan(2e9);
    // "every twelve minutes or so"
    expect(Math.round(hashes / (real.networks[0]?.rate ?? 0) / 60)).toBe(12);
  });

  test('holds the search of the key state', () => {
    expect(real.runs).toEqual(data.runs);
  });
});

test.describe('words for large and small', () => {
  test('count in the steps of each language', () => {
    expect(roughly(expectedHashes(WEEK_BITS), 'zh')).toBe('1080万亿亿');
    expect(roughly(expectedHashes(WEEK_BITS), 'en')).toBe('108 billion trillion');
    expect(roughly(65_536, 'zh')).toBe('6.55万');
    expect(roughly(2.2e8, 'zh', 2)).toBe('2.2亿');
  });

  test('give rates in the unit they are quoted in', () => {
    expect(hashRate(500_000, 'zh')).toBe('50万H/s');
    expect(hashRate(1.1e14, 'en')).toBe('110\u00a0TH/s');
    expect(hashRate(1.47276e20, 'en')).toBe('147\u00a0EH/s');
  });

  test('tell times from less than a billionth of a second to billions of years', () => {
    expect(duration(4e-16, 'zh')).toBe('不到十亿分之一秒');
    expect(duration(0.131, 'en')).toBe('about 0.13 seconds');
    expect(duration(59.9, 'en')).toBe('about 1 minute');
    expect(duration(730, 'zh')).toBe('约12分钟');
    expect(duration(expectedHashes(WEEK_BITS) / 5e5, 'zh')).toBe('约68亿年');
    expect(duration(expectedHashes(WEEK_BITS) / 5e5, 'en')).toBe('about 6.8 billion years');
  });

  test('date a header in universal time', () => {
    const { time } = parseHeader(BLOCKS[0]?.header ?? '');
    expect(headerTime(time, 'en')).toBe('3 January 2009, 18:15:05');
    expect(headerTime(time, 'zh')).toBe('2009年1月3日18:15:05');
  });

  test('table the tries that each zero bit costs', () => {
    const { rows } = figureTable(data, valuesOf('#state=beside-network'));
    expect(rows[0]).toMatchObject({ tries: 256 });
    expect(rows[2]).toMatchObject({ tries: 65_536, device: { en: 'about 0.13 seconds' } });
    expect(rows.at(-1)).toMatchObject({ network: { en: 'about 12 minutes' } });
  });
});
