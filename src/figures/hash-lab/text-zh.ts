import { HEADER_BYTES } from '../../models/bitcoin/header.ts';
import { hexShape, type Text } from './text.ts';
import { duration, exactly, hashRate, roughly } from './wording.ts';

export const zh: Text = {
  views: { try: '试一次', search: '一直试', compare: '比一比', miners: '两个矿工' },
  header: (block) => `${block}的区块头：六个字段，共${HEADER_BYTES}字节。`,
  headerWithText: (block) =>
    `${block}的区块头，默克尔根换成了你的句子：六个字段，还是${HEADER_BYTES}字节。`,
  fields: {
    version: '版本号',
    previous: '前一区块的哈希值',
    root: '默克尔根：全部交易的指纹',
    textRoot: '默克尔根的位置：你的句子的指纹',
    time: '时间戳，协调世界时',
    bits: '目标值（压缩写法）',
    nonce: '随机数（nonce）',
  },
  bytes: (count) => `${count}字节`,
  firstHasNone: '全是0：它前面没有区块',
  textRootOf: (text) => `“${text}”`,
  difficulty: (value) => `难度${roughly(value, 'zh', 4)}`,
  byteOrder: '字段里的数倒着存，低位字节在前；哈希值和目标值照习惯高位在前。',
  hashed: '这些字节连做两遍SHA-256',
  hash: '哈希值',
  target: '目标值，区块头第5个字段写的',
  ownTarget: '课堂的目标值',
  realHash: '原来的哈希值，对照用',
  meets: '哈希值不大于目标值：合格。',
  misses: '哈希值大于目标值：不合格，换个随机数再试。',
  zeroBits: (hash, target) => `开头连着的二进制0：哈希值${hash}个，目标值${target}个。`,
  changed: (header, headerOf, hash, hashOf) =>
    `同真实的区块头相比，${headerOf}个比特改了${header}个；哈希值的${hashOf}个比特变了${hash}个。`,
  unchanged: '这就是链上真实的区块头，随机数也是真的。',
  bitsPicture: '哈希值的每个比特：方块是1，小点是0；黄底是开头的0，红框是变了的比特。',
  bitsAlt: (zeros, flipped) =>
    `哈希值的256个比特排成8行，开头有${zeros}个0${flipped > 0 ? `；与真实区块的哈希值相比，变了${flipped}个` : ''}。`,

  task: (zeros) => {
    const { digits, highest } = hexShape(zeros);
    return `任务：找一个随机数，让哈希值的前${zeros}个比特都是0（写成十六进制，开头是${digits}个0${highest < 15 ? `，下一位不大于${highest}` : ''}）。`;
  },
  searchHeader: (block, text) =>
    text === ''
      ? `用${block}的区块头，只换随机数。`
      : `用${block}的区块头，默克尔根换成“${text}”的指纹。`,
  start: (classNumber, nonce) =>
    `班级号${classNumber}：从随机数${exactly(nonce, 'zh')}试起，每次加1。`,
  stats: { tried: '已经试了', expected: '平均要试', best: '最好的一次', rate: '这台设备的速度' },
  times: (count) => `${exactly(count, 'zh')}次`,
  averageTimes: (count) => `${exactly(count, 'zh')}次`,
  zeroCount: (count) => `开头${count}个0`,
  notYet: '还没有',
  notNeeded: '没试到这里就找到了',
  notMeasured: '还没测',
  tooShort: '太短，测不出',
  rateOf: (rate) => `约${hashRate(rate, 'zh')}`,
  logTitle: '试的次数每多到16倍，最好的哈希值开头平均多一个十六进制0。',
  logRow: (tries) => `头${exactly(tries, 'zh')}次`,
  foundRow: '找到',
  foundAt: (tries, nonce) => `第${exactly(tries, 'zh')}次，随机数${exactly(nonce, 'zh')}`,
  luckTitle: '运气',
  luck: (ratio, percent, average) =>
    `用了平均次数的${ratio}倍。若有100个班各找各的，试到这么多次，平均有${percent}个班已经找到；试满平均次数时，是${average}个。`,
  luckWaiting: (average) =>
    `平均次数不是保证：若有100个班各找各的，试满平均次数时，平均有${average}个班已经找到，其余的还要继续。`,
  luckAlt: (percent) => `100个格子，${percent}个涂满：此时平均已经找到的班级。`,
  checkTitle: '验算',
  checkWaiting: '找到以后，谁都可以验算。',
  checkReady: '按“验算”：把找到的区块头只算一次。',
  checked: (tries) =>
    `把找到的区块头再算一次，就得到上面这个哈希值，它不大于课堂目标值。找，用了${exactly(tries, 'zh')}次；验，只要1次。`,

  ratesTitle: '每秒能算多少次哈希',
  ratesScale: '往右每一格是前一格的1000倍，所以条的长短不能直接相比。',
  ticks: ['一千', '百万', '十亿', '万亿', '千万亿', '百亿亿'],
  device: {
    assumed: '一台普通设备（假设）',
    set: '一台设备（所设速度）',
    measured: '你的设备，此时此地',
  },
  machine: '一台蚂蚁矿机S19 Pro（标称）',
  network: (when) => `全网，${when}（七日均值）`,
  waitTitle: (value, hashes) =>
    `找到一个真区块平均要多久（难度${roughly(value, 'zh')}，平均${roughly(hashes, 'zh')}次哈希）`,
  wait: (seconds) => duration(seconds, 'zh'),
  ratio: (count) => `是那台设备的${roughly(count, 'zh', 2)}倍`,
  targetsTitle: '课堂的目标值和真实的目标值',
  classTarget: (zeros) => `课堂：开头${zeros}个二进制0`,
  realTarget: (zeros) => `2021年5月那一周：开头${zeros}个二进制0`,

  minersLead: (big, small, rounds) =>
    `两个矿工，算力各占${big}%和${small}%。抢${rounds}个区块，每个区块谁先找到？`,
  bigMiner: '大矿工',
  smallMiner: '小矿工',
  wonOf: (wins) => `${wins}个`,
  minersAlt: (wins, rounds) => `${rounds}个格子，一格一个区块，其中${wins}个由小矿工先找到。`,
  minersNote: (rounds, low, high, percent) =>
    `换个班级号，结果就不同：抢${rounds}个区块，小矿工赢${low}到${high}个的可能约为${percent}%。`,
  minersWhy:
    '每次尝试都像抽一张签，以前落空不会让下一次更容易。算力大的抽得多，但小的也会抽中；时间长了，赢的份额接近算力的份额。',
  classIs: (classNumber) => `班级号${classNumber}决定这一次的运气。`,

  controls: {
    views: '看哪一步',
    settings: '设置',
    nonceDown: '随机数减1',
    nonceUp: '随机数加1',
    flip: '改动最后一个比特',
    realNonce: '换回真的随机数',
    search: '开始找',
    pause: '暂停',
    resume: '继续',
    stop: '停止',
    again: '重新找',
    check: '验算',
    openTry: '拆开这个区块头看',
    measure: '测这台设备',
    measuring: '正在测',
    nextClass: '下一个班级号',
    reset: '恢复原样',
    copy: '复制链接',
    link: '链接',
    textHint: '写一句话，让全班去“挖”它。真区块的这个位置放的是全部交易的指纹。',
    classHint: '号码相同，过程就相同；每个号码有自己的一百万个随机数。',
  },
  says: {
    searching: '正在找。',
    paused: '已暂停，可以继续。',
    stopped: '已停止。',
    found: (tries, nonce) => `第${exactly(tries, 'zh')}次找到，随机数是${exactly(nonce, 'zh')}。`,
    checked: '验算一次，合格。',
    measured: (rate) => `这台设备每秒约算${roughly(rate, 'zh', 2)}次哈希。`,
    reset: '已恢复原样。',
    copied: '链接已复制。',
    copyByHand: '请从下面的框里复制链接。',
    mended: '链接里有看不懂的部分，已经略去。',
  },
};
