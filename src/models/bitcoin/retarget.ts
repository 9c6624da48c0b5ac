import { ProtocolInputError, requireObject } from './errors.ts';
import { requireUint32 } from './integers.ts';
import { POW_LIMIT, attainableTarget, targetToCompact } from './target.ts';

/** Blocks between two changes of difficulty. */
export const RETARGET_INTERVAL = 2016;
/** Seconds a block should take on average. */
export const TARGET_SPACING = 600;
/** Seconds 2,016 blocks should take: two weeks. */
export const TARGET_TIMESPAN = RETARGET_INTERVAL * TARGET_SPACING;
/** One change of difficulty multiplies or divides the target by no more than this. */
export const RETARGET_CLAMP = 4;

/** What the rule looks at when a period of 2,016 blocks ends. */
export interface RetargetInput {
  /** Compact bits of the period that ends. */
  readonly bits: number;
  /** Header time of the period's first block (height h - 2016 for the new bits at h), seconds. */
  readonly firstTime: number;
  /** Header time of the period's last block (height h - 1), seconds. */
  readonly lastTime: number;
}

/**
 * The span the rule works with: no shorter than a quarter of two weeks and no longer than eight
 * weeks. Header times are set by miners and may run backwards, so the span may be negative; it then
 * counts as the shortest.
 *
 * @param seconds last header time minus first
 * @returns seconds, 302,400 to 4,838,400
 */
export function clampTimespan(seconds: number): number {
  return Math.min(
    Math.max(seconds, TARGET_TIMESPAN / RETARGET_CLAMP),
    TARGET_TIMESPAN * RETARGET_CLAMP,
  );
}

/**
 * The bits of the next 2,016 blocks under mainnet's rule: the old target times the time the period
 * took, over two weeks, never easier than the proof-of-work limit, rounded down into compact form.
 *
 * From the first block of a period to its last there are 2,015 intervals, not 2,016; the rule has
 * always divided by the full two weeks, and so must anybody who checks it.
 *
 * @returns compact bits, 0 to 0x1d00ffff
 * @throws ProtocolInputError naming `bits` (no unsigned 32-bit integer, or a form that stands for
 *   no target: negative, overflowing or zero), `firstTime` or `lastTime` (no unsigned 32-bit
 *   integer)
 * @see Bitcoin developer guide, "Proof Of Work"; `CalculateNextWorkRequired` in Bitcoin Core
 */
export function nextBits(input: RetargetInput): number {
  requireObject('retarget', input, 'bits, firstTime and lastTime');
  const { bits } = input;
  const target = attainableTarget(bits);
  if (target === undefined) {
    throw new ProtocolInputError(
      'bits',
      `expected a positive target of at most 256 bits, got 0x${bits.toString(16).padStart(8, '0')}`,
    );
  }
  const firstTime = requireUint32('firstTime', input.firstTime);
  const lastTime = requireUint32('lastTime', input.lastTime);
  const timespan = BigInt(clampTimespan(lastTime - firstTime));
  const next = (target * timespan) / BigInt(TARGET_TIMESPAN);
  return targetToCompact(next < POW_LIMIT ? next : POW_LIMIT);
}
