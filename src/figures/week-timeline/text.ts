import type { Locale } from '../../i18n/locales.ts';
import type { Localized } from '../../schemas/common.ts';
import type { Event } from '../../schemas/index.ts';
import type { Knowledge, Lane, Support } from './data.ts';

const NUMERALS = {
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const;

/** A count below ten in words, digits from ten on. inWords(2, 'zh') // => '两' */
export function inWords(count: number, locale: Locale): string {
  return NUMERALS[locale][count] ?? String(count);
}

/** Names of the lanes: short enough for the gutter of the drawing. */
export const LANE_NAMES: Record<Lane, Localized> = {
  central: { zh: '中央', en: 'Central government' },
  associations: { zh: '行业协会', en: 'Associations' },
  'inner-mongolia': { zh: '内蒙古', en: 'Inner Mongolia' },
  exchanges: { zh: '交易所', en: 'Exchanges' },
  platforms: { zh: '矿机与算力平台', en: 'Mining platforms' },
  miners: { zh: '矿池与矿企', en: 'Pools and miners' },
  market: { zh: '市场', en: 'Market' },
};

/**
 * Labels of the drawing, where a record's own title is too long or repeats the hour that the axis
 * shows. An event that is not listed is labelled with its title. A bar marks where a Chinese label
 * may break.
 */
export const SHORT_LABELS: Readonly<Record<string, Localized>> = {
  '2021-05-18-three-associations': {
    zh: '三家协会|发联合公告',
    en: 'Joint notice by three associations',
  },
  '2021-05-18-inner-mongolia-reporting-platform': {
    zh: '设平台|举报矿企',
    en: 'A line to report mining firms',
  },
  '2021-05-19-market-crash': { zh: '比特币|盘中大跌', en: 'Bitcoin falls sharply during the day' },
  '2021-05-21-fsdc-51st-meeting': {
    zh: '金融委会议通稿|点名挖矿',
    en: 'Read-out of the State Council committee names mining',
  },
  '2021-05-23-huobi-mall': {
    zh: '火币矿机商城|暂停服务|大陆用户',
    en: 'Huobi Mall suspends service to mainland users',
  },
  '2021-05-23-btop-joint-mining': {
    zh: '江卓尔：|联合挖矿|不再对大陆开放',
    en: 'Jiang Zhuoer: joint mining closed to the mainland',
  },
  '2021-05-23-mars-cloud-kazakhstan': {
    zh: '火星云矿|部分矿机停机转场',
    en: 'Mars Cloud stops some machines to move them',
  },
  '2021-05-24-huobi-derivatives': {
    zh: '火币：|部分国家和地区|新用户暂不开合约',
    en: 'Huobi: no derivatives for new users in some places',
  },
  '2021-05-24-bit-mining-kazakhstan': {
    zh: 'BIT Mining宣布|在哈萨克斯坦|合建矿场',
    en: 'BIT Mining announces a site in Kazakhstan',
  },
  '2021-05-25-eight-measures-draft': {
    zh: '八项措施|征求意见稿',
    en: 'Eight measures, a draft for comment',
  },
  '2021-05-25-bitfufu-announcement': {
    zh: '比特富富|预告屏蔽大陆IP',
    en: 'BitFuFu gives notice of a block',
  },
  '2021-05-26-mars-cloud-ip-block': {
    zh: '火星云矿|定于此时|屏蔽大陆IP',
    en: 'Mars Cloud due to block mainland IPs',
  },
  '2021-05-26-bitdeer-ip-block': {
    zh: '比特小鹿|定于此时|屏蔽大陆IP',
    en: 'Bitdeer due to block mainland IPs',
  },
  '2021-05-26-bitfufu-ip-block': {
    zh: '比特富富|定于此时|屏蔽大陆IP',
    en: 'BitFuFu due to block mainland IPs',
  },
};

export const STATE_NAMES: Record<Event['status']['state'], Localized> = {
  'in-force': { zh: '未见废止', en: 'no repeal found' },
  draft: { zh: '征求意见稿', en: 'draft' },
  replaced: { zh: '已被取代', en: 'replaced' },
  superseded: { zh: '已被后来的规定覆盖', en: 'superseded' },
  'one-off': { zh: '一次性', en: 'one-off' },
};

export const SUPPORT_NAMES: Record<Support, Localized> = {
  others: { zh: '另有出处', en: 'other sources too' },
  partly: { zh: '主要事实另有出处', en: 'main point in other sources' },
  unlinkable: { zh: '另有出处，无法链接', en: 'other sources, none to link' },
  'paper-only': { zh: '仅见于澎湃新闻', en: 'reported only by The Paper' },
};

export const KNOWLEDGE_NAMES: Record<Knowledge, Localized> = {
  known: { zh: '已知', en: 'known' },
  open: { zh: '当天的事，此时是否已公开不详', en: 'that day; whether out by now is not known' },
  announced: { zh: '已公告，未到时间', en: 'announced, not yet due' },
  later: { zh: '此时还没有', en: 'still to come' },
};

interface Words {
  /** Between words in one line: none in Chinese, where the style sheet sets the air. */
  space: string;
  /** Between the parts of a line. */
  dot: string;
  hourUnknown: string;
  undated: string;
  undatedNote: string;
  undatedLanes: string;
  nothing: string;
  sameDayNotice: string;
  noticeOf: (day: string) => string;
  equals: (moment: string) => string;
  beijingClock: (clock: string) => string;
  dayInUtc: (from: string, to: string) => string;
  orderNote: string;
  narrowNote: string;
  days: (count: number) => string;
  afterNotice: (days: number) => string;
  beforeDraft: (days: number) => string;
  legend: { point: string; bar: string; span: string };
  lanesLabel: string;
  knownBy: (moment: string) => string;
  tally: (counts: Record<Knowledge, number>, undated: number) => string;
  moments: string;
  reset: string;
  copy: string;
  copied: string;
  copyFailed: string;
  controls: string;
}

export const WORDS: Record<Locale, Words> = {
  zh: {
    space: '',
    dot: '·',
    hourUnknown: '钟点不详',
    undated: '日期不详',
    undatedNote: '报道没有写是哪一天，所以不放进任何一格。',
    undatedLanes: '日期不详，没有画入：',
    nothing: '这一天没有收录的事。',
    sameDayNotice: '公告在同一天，钟点不详',
    noticeOf: (day) => `公告在${day}，钟点不详`,
    equals: (moment) => `即${moment}`,
    beijingClock: (clock) => `北京${clock}`,
    dayInUtc: (from, to) => `${from}至${to}`,
    orderNote: '同一天里钟点不详的条目，先后不明。',
    narrowNote: '由上往下是时间。事多的一天画得高，高度不代表小时数。',
    days: (count) => `${inWords(count, 'zh')}天`,
    afterNotice: (days) => `协会公告之后${inWords(days, 'zh')}天`,
    beforeDraft: (days) => `草案之前${inWords(days, 'zh')}天`,
    legend: { point: '知道钟点', bar: '只知道日期', span: '从公告到定下的钟点' },
    lanesLabel: '时间轴，可逐条点开',
    knownBy: (moment) => `截至${moment}`,
    tally: ({ known, open, announced, later }, undated) =>
      [
        `已知${known}件`,
        open > 0 ? `当天的事、是否已公开不详${open}件` : '',
        announced > 0 ? `已公告、未到时间${announced}件` : '',
        later > 0 ? `还没有发生${later}件` : '',
        undated > 0 ? `另有${undated}件没有日期，不计` : '',
      ]
        .filter(Boolean)
        .join('；') + '。',
    moments: '跳到',
    reset: '还原',
    copy: '复制此刻的链接',
    copied: '链接已复制',
    copyFailed: '浏览器不让复制，链接在此：',
    controls: '时间轴的设置',
  },
  en: {
    space: ' ',
    dot: ' · ',
    hourUnknown: 'hour unknown',
    undated: 'No date',
    undatedNote: 'The report does not say on which day, so it is placed on none.',
    undatedLanes: 'Without a date, and not drawn:',
    nothing: 'Nothing recorded on this day.',
    sameDayNotice: 'announced the same day, hour unknown',
    noticeOf: (day) => `announced on ${day}, hour unknown`,
    equals: (moment) => `that is ${moment}`,
    beijingClock: (clock) => `${clock} Beijing`,
    dayInUtc: (from, to) => `${from} to ${to}`,
    orderNote: 'Entries of one day without an hour are in no known order.',
    narrowNote: 'Time runs downwards. A busy day is drawn taller; height does not count hours.',
    days: (count) => `${inWords(count, 'en')} days`,
    afterNotice: (days) => `${inWords(days, 'en')} days after the associations’ notice`,
    beforeDraft: (days) => `${inWords(days, 'en')} before the draft`,
    legend: {
      point: 'hour known',
      bar: 'only the day known',
      span: 'from notice to the hour named',
    },
    lanesLabel: 'Timeline; each entry leads to its record',
    knownBy: (moment) => `By ${moment}`,
    tally: ({ known, open, announced, later }, undated) =>
      [
        `${known} known`,
        open > 0 ? `${open} of that day, perhaps out by now` : '',
        announced > 0 ? `${announced} announced but not yet due` : '',
        later > 0 ? `${later} still to come` : '',
        undated > 0 ? `${undated} without a date, not counted` : '',
      ]
        .filter(Boolean)
        .join('; ') + '.',
    moments: 'Jump to',
    reset: 'Reset',
    copy: 'Copy link to this view',
    copied: 'Link copied',
    copyFailed: 'The browser refused to copy; here is the link:',
    controls: 'Settings of the timeline',
  },
};
