import type { FigureContract } from '../contract.ts';
import { CLASS_RUN, CLASS_TRIES, STATE_VALUES, parameters } from './parameters.ts';

/** Facts behind the drawing's rates. */
export const FACTS = {
  machine: 's19-pro-hashrate',
  week: 'hashrate-7d-2021-05-26',
  latest: 'hashrate-latest',
} as const;

const tries = {
  zh: CLASS_TRIES.toLocaleString('zh-CN'),
  en: CLASS_TRIES.toLocaleString('en-GB'),
};

export const figure: FigureContract = {
  id: 'hash-lab',
  family: 'hash-lab',
  title: {
    zh: '哈希实验室：找一个够小的数',
    en: 'The hash lab: looking for a number that is small enough',
  },
  caption: {
    zh: '区块头有{{fact:block-header-bytes}}，连做两遍SHA-256，得到一个哈希值；这个数不大于目标值，区块才算数。随机数改一点，哈希值就面目全非，所以只能一个一个试；找到之后，谁都能一步验算。',
    en: 'A block header has {{fact:block-header-bytes}}. SHA-256, done twice, turns them into one number, the hash, and the block counts only if that is not above the target. The slightest change to the nonce changes the hash beyond recognition, so miners can only try one nonce after another; once one is found, anybody can check it in a single step.',
  },
  narration: [
    {
      zh: '第一幅图拆开创世区块的区块头：六个字段，最后一个是随机数（nonce）。下面是它的哈希值和目标值，哈希值开头的0更多，所以合格。',
      en: 'The first picture takes apart the header of the first block of all: six fields, the last of them the nonce. Below stand its hash and its target; the hash has more zeros in front, so it counts.',
    },
    {
      zh: '只改随机数的一个比特，哈希值就有大约一半的比特变了。看着上一次的结果，猜不出下一次会怎样。',
      en: 'Change a single bit of the nonce, and about half the bits of the hash come out different. Nothing in the last result tells what the next will be.',
    },
    {
      zh: `于是只好一直试。图里的班级把一句话放进区块头，试到第${tries.zh}次，才找到开头有${CLASS_RUN.values.zeros}个二进制0的哈希值；验算却只要一次。`,
      en: `So one can only go on trying. The class in the picture puts a line of its own into the header and needs ${tries.en} tries to find a hash with ${CLASS_RUN.values.zeros} zero bits in front; checking it takes one.`,
    },
    {
      zh: '真实的目标值小得多。按2021年5月下旬的难度，一台蚂蚁矿机S19 Pro独自找到一个区块，平均要等{{fact:s19-pro-solo-years-2021-05}}，一台普通设备要等几十亿年；全网的机器合起来，平均十几分钟就有一台找到。',
      en: 'The real target is far lower. At the difficulty of late May 2021, one Antminer S19 Pro on its own would have waited {{fact:s19-pro-solo-years-2021-05}} on average for a block, and an ordinary device billions of years; among all the machines of the network, one found a block every twelve minutes or so.',
    },
    {
      zh: '这像抽签。两个矿工的算力是九比一，大的赢得多，小的也会赢；时间越长，输赢越接近算力的比例。',
      en: 'It is a lottery. Of two miners with hash rates of nine to one, the big one wins more often, but the small one wins too; the longer they play, the closer the wins come to their shares.',
    },
  ],
  alt: {
    zh: '创世区块的区块头拆成六个字段，随机数单独标出；下面是它的哈希值，开头一长串0，比目标值的0多，合格。',
    en: 'The header of the first block in six fields, with the nonce marked; below it the hash, which begins with a long row of zeros, more than the target has, and so counts.',
  },
  datasets: [],
  facts: [
    'block-header-bytes',
    's19-pro-solo-years-2021-05',
    FACTS.machine,
    FACTS.week,
    FACTS.latest,
  ],
  parameters,
  states: [
    {
      id: 'one-try',
      title: { zh: '试一次：创世区块', en: 'One try: the first block' },
      note: {
        zh: '真实的区块头，真实的随机数：哈希值不大于目标值，合格。',
        en: 'The real header with its real nonce: the hash is not above the target and counts.',
      },
      values: STATE_VALUES['one-try'],
    },
    {
      id: 'one-bit-changed',
      title: { zh: '只改一个比特', en: 'One bit changed' },
      note: {
        zh: '随机数减1，恰好只改了一个比特。哈希值有一半的比特变了，不再合格。',
        en: 'The nonce less one, which changes exactly one bit. Half the bits of the hash change, and it no longer counts.',
      },
      values: STATE_VALUES['one-bit-changed'],
    },
    {
      id: 'class-found',
      title: { zh: '班级找到了', en: 'A class finds one' },
      note: {
        zh: `班级号${CLASS_RUN.values.class}试了${tries.zh}次，找到开头${CLASS_RUN.values.zeros}个二进制0的哈希值，验算只用一次。`,
        en: `Class number ${CLASS_RUN.values.class} needs ${tries.en} tries to find a hash with ${CLASS_RUN.values.zeros} zero bits in front, and one to check it.`,
      },
      values: STATE_VALUES['class-found'],
    },
    {
      id: 'beside-network',
      title: { zh: '一台设备与全网', en: 'One device and the network' },
      note: {
        zh: '一台普通设备、一台矿机和全网的速度，按每格1000倍排开；下面是各自找到一个真区块平均要等多久。',
        en: 'The speed of an ordinary device, of one machine and of the network, each step a thousandfold; below, how long each would wait for a real block on average.',
      },
      values: STATE_VALUES['beside-network'],
    },
    {
      id: 'two-miners',
      title: { zh: '两个矿工，九比一', en: 'Two miners, nine to one' },
      note: {
        zh: '抢100个区块，一格一个：圆点是算力只占一成的小矿工先找到的。',
        en: 'A race for 100 blocks, one square each: the dots are those that the miner with a tenth of the hash rate found first.',
      },
      values: STATE_VALUES['two-miners'],
    },
  ],
  height: { narrow: 1850, wide: 1350 },
};
