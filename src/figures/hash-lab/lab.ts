import {
  compactToTarget,
  createNonceSearch,
  doubleSha256,
  hashAttempt,
  hashMeetsTarget,
  parseHeader,
  serializeHeader,
  toyTarget,
  type BlockHeader,
  type NonceAttempt,
} from '../../models/bitcoin/index.ts';
import type { ParameterValues } from '../contract.ts';
import { BLOCKS, type BlockPreset } from './blocks.ts';

export const VIEWS = ['try', 'search', 'compare', 'miners'] as const;
export type ViewId = (typeof VIEWS)[number];

const UINT32_MAX = 0xffffffff;

/** Every setting's limits, for the contract and for mending what a link brings. */
export const LIMITS = {
  nonce: { min: 0, max: UINT32_MAX },
  zeros: { min: 8, max: 28 },
  class: { min: 1, max: 4294 },
  rate: { min: 1, max: 1e15 },
  share: { min: 1, max: 50 },
  rounds: { min: 1, max: 100 },
} as const;

export const DEFAULTS = {
  view: 'try',
  block: 'genesis',
  text: '',
  /** That of the first block. */
  nonce: 2_083_236_893,
  zeros: 16,
  class: 2021,
  /** Hashes a second of one processor core in a browser: a round assumption until measured. */
  rate: 500_000,
  /** Percent of all hash rate. */
  share: 10,
  rounds: 100,
} as const;

/** Nonces between the starts of two classes: neighbours do not search the same ones. */
const NONCES_PER_CLASS = 1_000_000;

/** The values of the figure, typed and within their limits. */
export interface Settings {
  view: ViewId;
  block: BlockPreset;
  /** Stands in place of the Merkle root, hashed, unless empty. */
  text: string;
  nonce: number;
  /** Leading zero bits that the classroom target asks for. */
  zeros: number;
  classNumber: number;
  /** Hashes per second of the reader's device, assumed or measured. */
  rate: number;
  /** Percent of all hash rate that the small miner has. */
  share: number;
  rounds: number;
}

/** Reads the values; a link may carry a fraction or leave something out, so each is mended. */
export function settingsOf(values: ParameterValues): Settings {
  const whole = (id: keyof typeof LIMITS): number => {
    const value = Math.round(Number(values[id] ?? DEFAULTS[id]));
    const { min, max } = LIMITS[id];
    return Number.isNaN(value) ? DEFAULTS[id] : Math.min(Math.max(value, min), max);
  };
  const [genesis] = BLOCKS;
  if (genesis === undefined) throw new Error('hash-lab: no block presets');
  return {
    view: VIEWS.find((view) => view === values['view']) ?? DEFAULTS.view,
    block: BLOCKS.find(({ id }) => id === values['block']) ?? genesis,
    text: String(values['text'] ?? DEFAULTS.text),
    nonce: whole('nonce'),
    zeros: whole('zeros'),
    classNumber: whole('class'),
    rate: whole('rate'),
    share: whole('share'),
    rounds: whole('rounds'),
  };
}

/** Root that stands for a sentence: SHA-256 twice over its UTF-8 bytes, in display order. */
export function textRoot(text: string): string {
  return hexOf(doubleSha256(new TextEncoder().encode(text)).reverse());
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The header that the settings describe, with the nonce given. */
export function headerWith(
  settings: Pick<Settings, 'block' | 'text'>,
  nonce: number,
): { fields: BlockHeader; hex: string } {
  const real = parseHeader(settings.block.header);
  const merkleRoot = settings.text === '' ? real.merkleRoot : textRoot(settings.text);
  const fields = { ...real, merkleRoot, nonce };
  return { fields, hex: serializeHeader(fields) };
}

/** First nonce that a class tries. startNonce(2021) // => 2021000000 */
export function startNonce(classNumber: number): number {
  return classNumber * NONCES_PER_CLASS;
}

/** One hashed header beside the target that its own bits stand for. */
export interface Try {
  fields: BlockHeader;
  /** 160 hexadecimal digits. */
  header: string;
  hash: string;
  target: bigint;
  meets: boolean;
}

export function tryOf(settings: Pick<Settings, 'block' | 'text'>, nonce: number): Try {
  const { fields, hex } = headerWith(settings, nonce);
  const { hash } = hashAttempt(hex, nonce);
  const { target } = compactToTarget(fields.bits);
  return { fields, header: hex, hash, target, meets: hashMeetsTarget(hash, target) };
}

/** A target as 64 hexadecimal digits. */
export function targetHex(target: bigint): string {
  return target.toString(16).padStart(64, '0');
}

/** Bits of value 0 before the first 1. leadingZeroBits('00f…') // => 8 */
export function leadingZeroBits(hex: string): number {
  const digits = /^0*/.exec(hex)?.[0].length ?? 0;
  const next = hex[digits];
  return digits * 4 + (next === undefined ? 0 : Math.clz32(Number.parseInt(next, 16)) - 28);
}

/** The bits of hexadecimal digits, most significant first, each 0 or 1. */
export function bitsOf(hex: string): number[] {
  return [...hex].flatMap((digit) => {
    const value = Number.parseInt(digit, 16);
    return [(value >> 3) & 1, (value >> 2) & 1, (value >> 1) & 1, value & 1];
  });
}

/** Places where two strings of hexadecimal digits of one length differ, counted in bits. */
export function differingBits(a: string, b: string): number[] {
  const other = bitsOf(b);
  return bitsOf(a).flatMap((bit, index) => (bit === other[index] ? [] : [index]));
}

/** Each row of the log shows the best hash after sixteen times as many tries as the one before. */
export const LOG_FACTOR = 16;

/** How far a search has come. */
export interface SearchProgress {
  /** Hashes tried. */
  tried: number;
  best: NonceAttempt | undefined;
  found: NonceAttempt | undefined;
  /** Best hash after 1, 16, 256 … tries. */
  log: ReadonlyArray<{ tries: number; best: NonceAttempt }>;
}

/** A classroom search, keeping a log of its best hashes; the same input gives the same log. */
export function createLoggedSearch(headerHex: string, zeros: number) {
  const search = createNonceSearch(headerHex, { shareTarget: toyTarget(zeros) });
  const log: Array<{ tries: number; best: NonceAttempt }> = [];
  let progress: SearchProgress = { tried: 0, best: undefined, found: undefined, log };
  let mark = 1;
  /** Tries up to `count` more nonces; stops at the first found and at each mark of the log. */
  const step = (count: number): SearchProgress => {
    if (progress.found !== undefined) return progress;
    const { totalTried, best, found } = search.step(Math.min(count, mark - progress.tried));
    if (totalTried === mark) {
      log.push({ tries: totalTried, best });
      mark *= LOG_FACTOR;
    }
    progress = { tried: totalTried, best, found, log };
    return progress;
  };
  return { step };
}

/** A search of a key state, run at build. */
export interface RecordedRun extends SearchProgress {
  block: string;
  text: string;
  zeros: number;
  classNumber: number;
}

/** Runs a classroom search to its end: about 2^zeros hashes, so keep it small. */
export function recordRun(settings: Settings): RecordedRun {
  const { block, text, zeros, classNumber } = settings;
  const search = createLoggedSearch(headerWith(settings, startNonce(classNumber)).hex, zeros);
  let progress = search.step(1);
  while (progress.found === undefined) progress = search.step(2 ** zeros);
  return { block: block.id, text, zeros, classNumber, ...progress };
}

/** The recorded run of these settings, if there is one. */
export function findRun(runs: readonly RecordedRun[], settings: Settings): RecordedRun | undefined {
  return runs.find(
    (run) =>
      run.block === settings.block.id &&
      run.text === settings.text &&
      run.zeros === settings.zeros &&
      run.classNumber === settings.classNumber,
  );
}
