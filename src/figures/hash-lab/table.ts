import {
  compactToTarget,
  difficulty,
  expectedTries,
  hashMeetsTarget,
  toyTarget,
} from '../../models/bitcoin/index.ts';
import { runLottery } from '../../models/lottery.ts';
import type { Localized } from '../../schemas/common.ts';
import type { FigureTable, ParameterValues } from '../contract.ts';
import { WEEK_BITS } from './blocks.ts';
import type { HashLabData } from './data.ts';
import {
  findRun,
  leadingZeroBits,
  settingsOf,
  startNonce,
  targetHex,
  tryOf,
  type Settings,
} from './lab.ts';
import { duration } from './wording.ts';

const YES: Localized = { zh: '是', en: 'yes' };
const NO: Localized = { zh: '否', en: 'no' };

/** Tries either side of the state's own. */
const NEIGHBOURS = 3;
/** Difficulties of the table of expected tries, in leading zero bits. */
const ZERO_BITS = [8, 12, 16, 20, 24, 28, 32] as const;
const ROUNDS_PER_ROW = 10;

/** The figure in the state of these values, as a table. */
export function figureTable(data: HashLabData, values: ParameterValues): FigureTable {
  const settings = settingsOf(values);
  switch (settings.view) {
    case 'try':
      return triesTable(settings);
    case 'search':
      return searchTable(data, settings);
    case 'compare':
      return expectedTable(data, settings);
    case 'miners':
      return roundsTable(settings);
  }
}

const nonceColumn = { id: 'nonce', label: { zh: '随机数', en: 'Nonce' }, numeric: true };
const hashColumn = { id: 'hash', label: { zh: '哈希值', en: 'Hash' } };
const zerosColumn = {
  id: 'zeros',
  label: { zh: '开头的二进制0', en: 'Zero bits in front' },
  numeric: true,
};
const meetsColumn = { id: 'meets', label: { zh: '不大于目标值', en: 'Not above the target' } };

/** The try of the state among its neighbours: one up or one down, and everything is different. */
function triesTable(settings: Settings): FigureTable {
  const { nonce, block } = settings;
  const nonces = Array.from(
    { length: 2 * NEIGHBOURS + 1 },
    (_, index) => nonce - NEIGHBOURS + index,
  ).filter((one) => one >= 0 && one <= 0xffffffff);
  return {
    caption: {
      zh: `${block.name.zh}的区块头，换几个相邻的随机数，各做一次双重SHA-256`,
      en: `The header of ${block.name.en} with neighbouring nonces, each hashed with SHA-256 twice`,
    },
    columns: [nonceColumn, hashColumn, zerosColumn, meetsColumn],
    rows: nonces.map((one) => {
      const { hash, meets } = tryOf(settings, one);
      return { nonce: one, hash, zeros: leadingZeroBits(hash), meets: meets ? YES : NO };
    }),
  };
}

/** Best hash after 1, 16, 256 … tries, and the one found. */
function searchTable(data: HashLabData, settings: Settings): FigureTable {
  const { zeros, classNumber } = settings;
  const run = findRun(data.runs, settings);
  const target = toyTarget(zeros);
  const row = (tries: number, nonce: number, hash: string) => ({
    tries,
    nonce,
    hash,
    zeros: leadingZeroBits(hash),
    meets: hashMeetsTarget(hash, target) ? YES : NO,
  });
  const first = tryOf(settings, startNonce(classNumber));
  return {
    caption: {
      zh: `班级号${classNumber}找开头${zeros}个二进制0：试了若干次之后最好的哈希值`,
      en: `Class number ${classNumber} looks for ${zeros} zero bits in front: the best hash after so many tries`,
    },
    columns: [
      { id: 'tries', label: { zh: '试了几次', en: 'Tries' }, numeric: true },
      nonceColumn,
      hashColumn,
      zerosColumn,
      meetsColumn,
    ],
    rows:
      run === undefined
        ? [row(1, first.fields.nonce, first.hash)]
        : [
            ...run.log.map(({ tries, best }) => row(tries, best.nonce, best.hash)),
            ...(run.found ? [row(run.tried, run.found.nonce, run.found.hash)] : []),
          ],
  };
}

/** What each zero bit costs: tries, and the time they take a device and the network. */
function expectedTable(data: HashLabData, settings: Settings): FigureTable {
  const week = data.networks.find((network) => network.id === 'week');
  if (week === undefined) throw new Error('hash-lab: no network rate for the week');
  const time = (tries: number, rate: number): Localized => ({
    zh: duration(tries / rate, 'zh'),
    en: duration(tries / rate, 'en'),
  });
  const row = (goal: Localized, target: bigint) => {
    const tries = expectedTries(target);
    return {
      goal,
      target: targetHex(target),
      tries,
      device: time(tries, settings.rate),
      machine: time(tries, data.machine.rate),
      network: time(tries, week.rate),
    };
  };
  const real = Math.round(difficulty(WEEK_BITS));
  return {
    caption: {
      zh: '目标值越小，平均要试的次数越多；试这么多次平均要花的时间',
      en: 'The lower the target, the more tries it takes on average, and the time that many tries take',
    },
    columns: [
      { id: 'goal', label: { zh: '要求', en: 'Asked for' } },
      { id: 'target', label: { zh: '目标值', en: 'Target' } },
      { id: 'tries', label: { zh: '平均要试几次', en: 'Tries on average' }, numeric: true },
      {
        id: 'device',
        label: {
          zh: `每秒${settings.rate}次的设备`,
          en: `Device with ${settings.rate} hashes a second`,
        },
        numeric: true,
      },
      {
        id: 'machine',
        label: { zh: '一台蚂蚁矿机S19 Pro', en: 'One Antminer S19 Pro' },
        numeric: true,
      },
      {
        id: 'network',
        label: { zh: `全网，${week.when.zh}`, en: `The whole network, ${week.when.en}` },
        numeric: true,
      },
    ],
    rows: [
      ...ZERO_BITS.map((zeros) =>
        row({ zh: `开头${zeros}个二进制0`, en: `${zeros} zero bits in front` }, toyTarget(zeros)),
      ),
      row(
        { zh: `真区块，难度${real}`, en: `a real block at difficulty ${real}` },
        compactToTarget(WEEK_BITS).target,
      ),
    ],
  };
}

/** Who won, ten rounds to a row. */
function roundsTable({ share, rounds, classNumber }: Settings): FigureTable {
  const { winners } = runLottery({ hashRates: [100 - share, share], rounds, seed: classNumber });
  const small = (from: number, to: number) =>
    winners.slice(from, to).filter((winner) => winner === 1).length;
  return {
    caption: {
      zh: `算力占${100 - share}%和${share}%的两个矿工，每十个区块各赢几个（班级号${classNumber}）`,
      en: `Two miners with ${100 - share}% and ${share}% of the hash rate: blocks won in every ten (class number ${classNumber})`,
    },
    columns: [
      { id: 'rounds', label: { zh: '区块', en: 'Blocks' } },
      { id: 'big', label: { zh: '大矿工赢', en: 'Big miner wins' }, numeric: true },
      { id: 'small', label: { zh: '小矿工赢', en: 'Small miner wins' }, numeric: true },
      {
        id: 'share',
        label: { zh: '小矿工累计所占（%）', en: 'Small miner’s share so far (%)' },
        numeric: true,
      },
    ],
    rows: Array.from({ length: Math.ceil(rounds / ROUNDS_PER_ROW) }, (_, index) => {
      const from = index * ROUNDS_PER_ROW;
      const to = Math.min(from + ROUNDS_PER_ROW, rounds);
      const won = small(from, to);
      return {
        rounds: `${from + 1}–${to}`,
        big: to - from - won,
        small: won,
        share: Math.round((small(0, to) / to) * 1000) / 10,
      };
    }),
  };
}
