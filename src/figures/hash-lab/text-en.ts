import { HEADER_BYTES } from '../../models/bitcoin/header.ts';
import { hexShape, type Text } from './text.ts';
import { duration, exactly, hashRate, roughly } from './wording.ts';

const plural = (count: number, one: string, many = `${one}s`) => (count === 1 ? one : many);

export const en: Text = {
  views: { try: 'One try', search: 'Many tries', compare: 'Compare', miners: 'Two miners' },
  header: (block) => `The header of ${block}: six fields, ${HEADER_BYTES} bytes in all.`,
  headerWithText: (block) =>
    `The header of ${block}, with your sentence in place of the Merkle root: six fields, still ${HEADER_BYTES} bytes.`,
  fields: {
    version: 'Version',
    previous: 'Hash of the block before',
    root: 'Merkle root: the fingerprint of all transactions',
    textRoot: 'In place of the Merkle root: the fingerprint of your sentence',
    time: 'Time, UTC',
    bits: 'Target (short form)',
    nonce: 'Nonce',
  },
  bytes: (count) => `${count} bytes`,
  firstHasNone: 'all zeros: no block came before it',
  textRootOf: (text) => `‘${text}’`,
  difficulty: (value) => `difficulty ${roughly(value, 'en', 4)}`,
  byteOrder:
    'The fields hold their numbers lowest byte first; hashes and targets are written highest digit first.',
  hashed: 'These bytes, through SHA-256 twice',
  hash: 'Hash',
  target: 'Target, as field 5 of the header says',
  ownTarget: 'Classroom target',
  realHash: 'The real block’s hash, to compare',
  meets: 'The hash is not above the target: it counts.',
  misses: 'The hash is above the target: it does not count. Try another nonce.',
  zeroBits: (hash, target) => `Zero bits in front: ${hash} in the hash, ${target} in the target.`,
  changed: (header, headerOf, hash, hashOf) =>
    `Compared with the real header, ${header} of ${headerOf} bits ${plural(header, 'was', 'were')} changed; of the ${hashOf} bits of the hash, ${hash} came out different.`,
  unchanged: 'This is the real header from the chain, with its real nonce.',
  bitsPicture:
    'Every bit of the hash: a square is 1, a dot is 0. The yellow shade marks the zeros in front, a red frame a bit that has changed.',
  bitsAlt: (zeros, flipped) =>
    `The 256 bits of the hash in 8 rows, ${zeros} zeros in front${flipped > 0 ? `; ${flipped} bits differ from the hash of the real block` : ''}.`,

  task: (zeros) => {
    const { digits, highest } = hexShape(zeros);
    return `The task: find a nonce that makes the first ${zeros} bits of the hash zero (in hexadecimal, ${digits} zeros in front${highest < 15 ? `, then a digit no higher than ${highest}` : ''}).`;
  },
  searchHeader: (block, text) =>
    text === ''
      ? `The header is that of ${block}; only the nonce changes.`
      : `The header is that of ${block}, with the fingerprint of ‘${text}’ for its Merkle root.`,
  start: (classNumber, nonce) =>
    `Class number ${classNumber}: start at nonce ${exactly(nonce, 'en')} and go up one by one.`,
  stats: {
    tried: 'Tried so far',
    expected: 'Needed on average',
    best: 'Best so far',
    rate: 'Speed of this device',
  },
  times: (count) => `${exactly(count, 'en')} ${plural(count, 'try', 'tries')}`,
  averageTimes: (count) => `${exactly(count, 'en')} tries`,
  zeroCount: (count) => `${count} ${plural(count, 'zero bit')}`,
  notYet: 'none yet',
  notNeeded: 'found before this',
  notMeasured: 'not measured',
  tooShort: 'too short to measure',
  rateOf: (rate) => `about ${hashRate(rate, 'en')}`,
  logTitle:
    'With every sixteenfold of tries, the best hash gains on average one more hexadecimal zero.',
  logRow: (tries) => (tries === 1 ? 'First try' : `First ${exactly(tries, 'en')}`),
  foundRow: 'Found',
  foundAt: (tries, nonce) => `at try ${exactly(tries, 'en')}, nonce ${exactly(nonce, 'en')}`,
  luckTitle: 'Luck',
  luck: (ratio, percent, average) =>
    `This took ${ratio} times the average. Of 100 classes searching on their own, ${percent} would on average have found one after this many tries; after the average number of tries, ${average}.`,
  luckWaiting: (average) =>
    `The average is no promise: of 100 classes searching on their own, ${average} would on average have found one after that many tries, and the rest would still be searching.`,
  luckAlt: (percent) =>
    `100 squares, ${percent} of them full: the classes that would on average have found one by now.`,
  checkTitle: 'Check',
  checkWaiting: 'Once a nonce is found, anybody can check it.',
  checkReady: 'Press ‘Check’ to hash the header that was found, once.',
  checked: (tries) =>
    `Hashing the header that was found once more gives the hash above, and it is not above the classroom target. Finding took ${exactly(tries, 'en')} ${plural(tries, 'try', 'tries')}; checking took one.`,

  ratesTitle: 'Hashes per second',
  ratesScale:
    'Each step to the right is a thousand times the one before, so lengths must not be compared directly.',
  ticks: ['thousand', 'million', 'billion', 'trillion', 'thousand trillion', 'million trillion'],
  device: {
    assumed: 'An ordinary device (assumed)',
    set: 'A device (speed as set)',
    measured: 'Your device, here and now',
  },
  machine: 'One Antminer S19 Pro (rated)',
  network: (when) => `The whole network, ${when} (seven-day mean)`,
  waitTitle: (value, hashes) =>
    `Average wait for a real block (difficulty ${roughly(value, 'en')}, ${roughly(hashes, 'en')} hashes on average)`,
  wait: (seconds) => duration(seconds, 'en'),
  ratio: (count) => `${roughly(count, 'en', 2)} times that device`,
  targetsTitle: 'The classroom target and the real one',
  classTarget: (zeros) => `Classroom: ${zeros} zero bits in front`,
  realTarget: (zeros) => `That week of May 2021: ${zeros} zero bits in front`,

  minersLead: (big, small, rounds) =>
    `Two miners have ${big}% and ${small}% of the hash rate. They race for ${rounds} ${plural(rounds, 'block')}: who finds each one first?`,
  bigMiner: 'Big miner',
  smallMiner: 'Small miner',
  wonOf: (wins) => `${wins} ${plural(wins, 'block')}`,
  minersAlt: (wins, rounds) =>
    `${rounds} ${plural(rounds, 'cell')}, one for each block; the small miner found ${wins} of them first.`,
  minersNote: (rounds, low, high, percent) =>
    `Another class number gives another run: of ${rounds} ${plural(rounds, 'block')}, the small miner wins ${low} to ${high} with a chance of about ${percent}%.`,
  minersWhy:
    'Each try is a ticket drawn; having drawn blanks does not make the next one better. More hash rate draws more tickets, but the small miner sometimes draws the winner, and over a long time the share of wins comes close to the share of hash rate.',
  classIs: (classNumber) => `Class number ${classNumber} decides the luck of this run.`,

  controls: {
    views: 'Which step to see',
    settings: 'Settings',
    nonceDown: 'Nonce minus 1',
    nonceUp: 'Nonce plus 1',
    flip: 'Flip the last bit',
    realNonce: 'Back to the real nonce',
    search: 'Search',
    pause: 'Pause',
    resume: 'Continue',
    stop: 'Stop',
    again: 'Search again',
    check: 'Check',
    openTry: 'Take this header apart',
    measure: 'Measure this device',
    measuring: 'Measuring',
    nextClass: 'Next class number',
    reset: 'Reset',
    copy: 'Copy link',
    link: 'Link',
    textHint:
      'Write a sentence for the class to mine. In a real block this place holds the fingerprint of all transactions.',
    classHint: 'The same number gives the same run; each has a million nonces of its own.',
  },
  says: {
    searching: 'Searching.',
    paused: 'Paused; you can continue.',
    stopped: 'Stopped.',
    found: (tries, nonce) =>
      `Found at try ${exactly(tries, 'en')}, with nonce ${exactly(nonce, 'en')}.`,
    checked: 'Checked with one hash: it counts.',
    measured: (rate) => `This device computes about ${roughly(rate, 'en', 2)} hashes per second.`,
    reset: 'Reset.',
    copied: 'Link copied.',
    copyByHand: 'Please copy the link from the box below.',
    mended: 'Some parts of the link made no sense and were left out.',
  },
};
