import type { ViewId } from './lab.ts';

/**
 * The words of the drawing and of its controls. Both languages are originals; a function takes the
 * numbers and lets the language put them where it wants them.
 */
export interface Text {
  views: Record<ViewId, string>;
  header: (block: string) => string;
  headerWithText: (block: string) => string;
  fields: {
    version: string;
    previous: string;
    root: string;
    textRoot: string;
    time: string;
    bits: string;
    nonce: string;
  };
  bytes: (count: number) => string;
  firstHasNone: string;
  textRootOf: (text: string) => string;
  difficulty: (value: number) => string;
  byteOrder: string;
  hashed: string;
  hash: string;
  target: string;
  ownTarget: string;
  realHash: string;
  meets: string;
  misses: string;
  zeroBits: (hash: number, target: number) => string;
  changed: (header: number, headerOf: number, hash: number, hashOf: number) => string;
  unchanged: string;
  bitsPicture: string;
  bitsAlt: (zeros: number, flipped: number) => string;

  task: (zeros: number) => string;
  searchHeader: (block: string, text: string) => string;
  start: (classNumber: number, nonce: number) => string;
  stats: { tried: string; expected: string; best: string; rate: string };
  times: (count: number) => string;
  averageTimes: (count: number) => string;
  zeroCount: (count: number) => string;
  notYet: string;
  notNeeded: string;
  notMeasured: string;
  tooShort: string;
  rateOf: (rate: number) => string;
  logTitle: string;
  logRow: (tries: number) => string;
  foundRow: string;
  foundAt: (tries: number, nonce: number) => string;
  luckTitle: string;
  luck: (ratio: string, percent: number, average: number) => string;
  luckWaiting: (average: number) => string;
  luckAlt: (percent: number) => string;
  checkTitle: string;
  checkWaiting: string;
  checkReady: string;
  checked: (tries: number) => string;

  ratesTitle: string;
  ratesScale: string;
  ticks: readonly string[];
  device: { assumed: string; set: string; measured: string };
  machine: string;
  network: (when: string) => string;
  waitTitle: (difficulty: number, hashes: number) => string;
  wait: (seconds: number) => string;
  ratio: (count: number) => string;
  targetsTitle: string;
  classTarget: (zeros: number) => string;
  realTarget: (zeros: number) => string;

  minersLead: (big: number, small: number, rounds: number) => string;
  bigMiner: string;
  smallMiner: string;
  wonOf: (wins: number) => string;
  minersAlt: (wins: number, rounds: number) => string;
  minersNote: (rounds: number, low: number, high: number, percent: number) => string;
  minersWhy: string;
  classIs: (classNumber: string) => string;

  controls: {
    views: string;
    settings: string;
    nonceDown: string;
    nonceUp: string;
    flip: string;
    realNonce: string;
    search: string;
    pause: string;
    resume: string;
    stop: string;
    again: string;
    check: string;
    openTry: string;
    measure: string;
    measuring: string;
    nextClass: string;
    reset: string;
    copy: string;
    link: string;
    textHint: string;
    classHint: string;
  };
  says: {
    searching: string;
    paused: string;
    stopped: string;
    found: (tries: number, nonce: number) => string;
    checked: string;
    measured: (rate: number) => string;
    reset: string;
    copied: string;
    copyByHand: string;
    mended: string;
  };
}

/** What a hash with this many zero bits in front looks like in hexadecimal. */
export function hexShape(zeros: number): { digits: number; highest: number } {
  return { digits: Math.floor(zeros / 4), highest: 2 ** (4 - (zeros % 4)) - 1 };
}
