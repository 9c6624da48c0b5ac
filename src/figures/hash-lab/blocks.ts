import type { Localized } from '../../schemas/common.ts';

/** A block of the chain whose header the figure takes apart. */
export interface BlockPreset {
  id: string;
  height: number;
  /** What a sentence calls it. */
  name: Localized;
  /** The 80 bytes as 160 hexadecimal digits, in the order they are sent. */
  header: string;
}

/** Facts of the chain; the tests hold them to the fixtures. */
export const BLOCKS: readonly BlockPreset[] = [
  {
    id: 'genesis',
    height: 0,
    name: { zh: '创世区块', en: 'the first block' },
    header:
      '0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c',
  },
  {
    id: 'block-125552',
    height: 125_552,
    name: { zh: '第125,552号区块', en: 'block 125,552' },
    header:
      '0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000e320b6c2fffc8d750423db8b1eb942ae710e951ed797f7affc8892b0f1fc122bc7f5d74df2b9441a42a14695',
  },
  {
    id: 'block-630000',
    height: 630_000,
    name: { zh: '第630,000号区块', en: 'block 630,000' },
    header:
      '000000201e2b96b120a73bacb0667279bd231bdb95b08be16b650d0000000000000000000d301d8500481adde3184765a80b01923ce4c7995ff7c4810e04b973f9f591b13fa6b95e397a11173a863889',
  },
];

/** Bits of the difficulty period that the week of 18–26 May 2021 fell into (from height 683,424). */
export const WEEK_BITS = 0x170b3ce9;
