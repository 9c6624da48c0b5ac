import type { Parameter, ParameterValues } from '../contract.ts';
import { BLOCKS } from './blocks.ts';
import { DEFAULTS, LIMITS, startNonce } from './lab.ts';

/** What a reader can set. Apart from the contract's texts, which the browser does not need. */
export const parameters: readonly Parameter[] = [
  {
    kind: 'choice',
    id: 'view',
    label: { zh: '看哪一步', en: 'Step' },
    options: [
      { id: 'try', label: { zh: '试一次', en: 'One try' } },
      { id: 'search', label: { zh: '一直试', en: 'Many tries' } },
      { id: 'compare', label: { zh: '比一比', en: 'Compare' } },
      { id: 'miners', label: { zh: '两个矿工', en: 'Two miners' } },
    ],
    default: DEFAULTS.view,
  },
  {
    kind: 'choice',
    id: 'block',
    label: { zh: '区块', en: 'Block' },
    options: BLOCKS.map(({ id, name }) => ({ id, label: name })),
    default: DEFAULTS.block,
  },
  {
    kind: 'text',
    id: 'text',
    label: { zh: '班级的一句话', en: 'A sentence from the class' },
    max: 80,
    default: DEFAULTS.text,
  },
  {
    kind: 'number',
    id: 'nonce',
    label: { zh: '随机数（nonce）', en: 'Nonce' },
    unit: 'none',
    ...LIMITS.nonce,
    step: 1,
    default: DEFAULTS.nonce,
  },
  {
    kind: 'number',
    id: 'zeros',
    label: { zh: '课堂难度：开头几个二进制0', en: 'Classroom difficulty: zero bits in front' },
    unit: 'bit',
    ...LIMITS.zeros,
    step: 1,
    default: DEFAULTS.zeros,
  },
  {
    kind: 'number',
    id: 'class',
    label: { zh: '班级号', en: 'Class number' },
    unit: 'none',
    ...LIMITS.class,
    step: 1,
    default: DEFAULTS.class,
  },
  {
    kind: 'number',
    id: 'rate',
    label: { zh: '设备每秒算几次哈希', en: 'Hashes per second of the device' },
    unit: 'H/s',
    ...LIMITS.rate,
    step: 1,
    default: DEFAULTS.rate,
  },
  {
    kind: 'number',
    id: 'share',
    label: { zh: '小矿工的份额（%）', en: 'Small miner’s share (%)' },
    unit: 'percent',
    ...LIMITS.share,
    step: 1,
    default: DEFAULTS.share,
  },
  {
    kind: 'number',
    id: 'rounds',
    label: { zh: '抢几个区块', en: 'Blocks to race for' },
    unit: 'block',
    ...LIMITS.rounds,
    step: 1,
    default: DEFAULTS.rounds,
  },
];

/** The search that the key state shows; the tests run it again. */
export const CLASS_RUN = {
  values: { view: 'search', text: '2021-05-21', zeros: 16, class: 2021 },
  foundNonce: 2_021_045_511,
} as const satisfies { values: ParameterValues; foundNonce: number };

/** How many tries the search of the key state takes. */
export const CLASS_TRIES = CLASS_RUN.foundNonce - startNonce(CLASS_RUN.values.class) + 1;

/** Values of the key states. */
export const STATE_VALUES = {
  'one-try': { view: 'try' },
  'one-bit-changed': { view: 'try', nonce: DEFAULTS.nonce - 1 },
  'class-found': CLASS_RUN.values,
  'beside-network': { view: 'compare' },
  'two-miners': { view: 'miners' },
} as const satisfies Record<string, ParameterValues>;
