import { formatDate } from '../../i18n/format.ts';
import type { Localized } from '../../schemas/common.ts';
import type { FigureContract } from '../contract.ts';
import { ANCHORS } from './anchors.ts';
import { LANES } from './data.ts';
import { inWords } from './text.ts';
import {
  clockAt,
  clockText,
  hourOf,
  momentText,
  nextMidnight,
  shortMoment,
  WEEK_DAYS,
  WEEK_END,
  WEEK_HOURS,
  WEEK_START,
} from './time.ts';

const daysBetween = (from: string, to: string) => (hourOf(to) - hourOf(from)) / 24;

/** Day of the month, for a text that has named the month. */
const dayZh = (date: string) => `${Number(date.slice(8))}日`;
const dayEn = (date: string) => formatDate(date, 'en', 'day');

const { notice, meeting, firstFirms, draft, bitfufuNotice, marsBlock, bitdeerBlock, bitfufuBlock } =
  ANCHORS;

const afterNotice = daysBetween(notice.date, firstFirms.date);
const beforeDraft = daysBetween(firstFirms.date, draft.date);
const lanes = LANES.length;
const days = WEEK_DAYS.length;

const last = hourOf(bitfufuBlock.date, bitfufuBlock.time);
const lastUtc = clockAt(last, 'utc');

/** Noon on Monday 24 May: three firms had moved, the draft was still to come. */
export const MONDAY_NOON = hourOf('2021-05-24', '12:00');

/** Hours worth stopping at, from left to right, with the reason. */
export const MOMENTS: ReadonlyArray<{ hour: number; what: Localized }> = [
  { hour: hourOf(notice.date, '24:00'), what: { zh: '协会公告之后', en: 'after the notice' } },
  {
    hour: hourOf(meeting.date, meeting.time),
    what: { zh: '会议通稿发出', en: 'read-out published' },
  },
  { hour: MONDAY_NOON, what: { zh: '周一正午', en: 'Monday noon' } },
  { hour: hourOf(draft.date, '24:00'), what: { zh: '草案公布之后', en: 'after the draft' } },
  {
    hour: hourOf(marsBlock.date, marsBlock.time),
    what: { zh: '第一家屏蔽', en: 'first block due' },
  },
  { hour: WEEK_HOURS, what: { zh: '全部', en: 'everything' } },
];

export const figure: FigureContract = {
  id: 'week-timeline',
  family: 'timeline',
  title: { zh: '那一周，按钟点看', en: 'The week, hour by hour' },
  caption: {
    zh: `2021年${formatDate(WEEK_START, 'zh', 'day')}至${dayZh(WEEK_END)}，谁在什么时候做了什么。知道钟点的画成一个点；只知道日期的画成一整天的虚框，不替它猜钟点。`,
    en: `Who did what, and when, from ${Number(WEEK_START.slice(8))} to ${formatDate(WEEK_END, 'en')}. An entry with a known hour is a point; where only the day is known it is a dashed bar across that day, and no hour is guessed.`,
  },
  narration: [
    {
      zh: `三家协会的公告在${formatDate(notice.date, 'zh', 'day')}，金融委会议的通稿在${dayZh(meeting.date)}${meeting.time}，内蒙古的八项措施到${dayZh(draft.date)}才公布，而且是征求意见稿。`,
      en: `The associations’ notice came on ${dayEn(notice.date)} and the read-out of the State Council committee’s meeting at ${meeting.time} on ${dayEn(meeting.date)}; Inner Mongolia’s eight measures followed on ${dayEn(draft.date)}, and only as a draft for comment.`,
    },
    {
      zh: `火币矿机商城、江卓尔和火星云矿${dayZh(firstFirms.date)}就有了动作：比协会公告晚${inWords(afterNotice, 'zh')}天，比征求意见稿早${inWords(beforeDraft, 'zh')}天。`,
      en: `Huobi Mall, Jiang Zhuoer of BTC.TOP and Mars Cloud Mining moved on ${dayEn(firstFirms.date)}: ${inWords(afterNotice, 'en')} days after the associations’ notice, and ${inWords(beforeDraft, 'en')} days before the draft.`,
    },
    {
      zh: `公告的先后不是生效的先后：比特富富${dayZh(bitfufuNotice.date)}最先预告，定的时间却最晚，${dayZh(bitfufuBlock.date)}${bitfufuBlock.time}；火星云矿和比特小鹿${dayZh(marsBlock.date)}当天才公告，定在${marsBlock.time}和${bitdeerBlock.time}。这些钟点只见于澎湃新闻，是否如期执行，没有查到。`,
      en: `The order of announcement is not the order of effect: BitFuFu gave notice first, on ${dayEn(bitfufuNotice.date)}, and named the latest hour, ${bitfufuBlock.time} on ${dayEn(bitfufuBlock.date)}, while Mars Cloud Mining and Bitdeer gave notice on ${dayEn(marsBlock.date)} itself, for ${marsBlock.time} and ${bitdeerBlock.time}. These hours are reported only by The Paper; whether the blocks came on time we could not establish.`,
    },
    {
      zh: `${dayZh(bitfufuBlock.date)}${bitfufuBlock.time}就是${nextMidnight(bitfufuBlock.date, 'zh')}，换成世界时（UTC）是${dayZh(lastUtc.date)}${lastUtc.time}。`,
      en: `${bitfufuBlock.time} on ${dayEn(bitfufuBlock.date)} is ${nextMidnight(bitfufuBlock.date, 'en')}, and ${lastUtc.time} on ${dayEn(lastUtc.date)} in UTC.`,
    },
    {
      zh: `${inWords(lanes, 'zh')}条线里，没有哪一天出过一部法律：有协会公告，有举报平台，有会议通稿，有一份草案，其余是企业自己的决定和币价。`,
      en: `Nowhere in the ${inWords(lanes, 'en')} lanes is there one law on one day: there is a notice by associations, a reporting line, the read-out of a meeting and a draft; the rest is what firms decided for themselves, and the price.`,
    },
  ],
  alt: {
    zh: `时间轴，横跨${inWords(days, 'zh')}天，分${inWords(lanes, 'zh')}条线。协会和内蒙古在最左边，金融委在中间，企业的动作集中在${dayZh(firstFirms.date)}以后；内蒙古的征求意见稿比最早的企业动作更靠右。`,
    en: `Timeline of ${inWords(days, 'en')} days in ${inWords(lanes, 'en')} lanes. The associations and Inner Mongolia come first, the State Council committee in the middle, and the firms from ${dayEn(firstFirms.date)} on; Inner Mongolia’s draft stands to the right of the first firms.`,
  },
  datasets: [],
  facts: [],
  parameters: [
    {
      kind: 'choice',
      id: 'view',
      label: { zh: '画法', en: 'Show as' },
      options: [
        { id: 'list', label: { zh: '清单', en: 'List' } },
        { id: 'lanes', label: { zh: '时间轴', en: 'Lanes' } },
      ],
      default: 'list',
    },
    {
      kind: 'choice',
      id: 'zone',
      label: { zh: '时间', en: 'Clock' },
      options: [
        { id: 'beijing', label: { zh: '北京时间', en: 'Beijing' } },
        { id: 'utc', label: { zh: '世界时UTC', en: 'UTC' } },
      ],
      default: 'beijing',
    },
    {
      kind: 'choice',
      id: 'span',
      label: { zh: '范围', en: 'Span' },
      options: [
        {
          id: 'week',
          label: { zh: `${inWords(days, 'zh')}天`, en: `${inWords(days, 'en')} days` },
        },
        { id: 'hours', label: { zh: '最后两天', en: 'last two days' } },
      ],
      default: 'week',
    },
    {
      kind: 'number',
      id: 'known',
      label: { zh: '当时知道什么：截至', en: 'What was known at' },
      unit: 'hour',
      min: 0,
      max: WEEK_HOURS,
      step: 1,
      default: WEEK_HOURS,
    },
  ],
  states: [
    {
      id: 'whole-week',
      title: { zh: '整整一周', en: 'The whole week' },
      note: {
        zh: `从协会公告到最后一家平台定下的${bitfufuBlock.time}，${inWords(days, 'zh')}天，${inWords(lanes, 'zh')}条线。`,
        en: `From the associations’ notice to the last platform’s ${bitfufuBlock.time}: ${inWords(days, 'en')} days in ${inWords(lanes, 'en')} lanes.`,
      },
      values: { view: 'lanes', zone: 'beijing', span: 'week', known: WEEK_HOURS },
    },
    {
      id: 'noon-24-may',
      title: {
        zh: `截至${momentText(MONDAY_NOON, 'beijing', 'zh')}`,
        en: `Known by noon on ${formatDate('2021-05-24', 'en', 'weekday')}`,
      },
      note: {
        zh: `三家企业已有动作，征求意见稿还要再过一天才公布。周一当天的两件事不知道钟点，正午时是否已经公开，说不准。`,
        en: `Three firms had moved; the draft was still a day away. Two entries of that Monday have no known hour, so whether they were out by noon cannot be said.`,
      },
      values: { view: 'lanes', zone: 'beijing', span: 'week', known: MONDAY_NOON },
    },
    {
      id: 'last-hours',
      title: {
        zh: `最后几小时：${marsBlock.time}、${bitdeerBlock.time}、${bitfufuBlock.time}`,
        en: `The last hours: ${marsBlock.time}, ${bitdeerBlock.time}, ${bitfufuBlock.time}`,
      },
      note: {
        zh: `虚线从公告的那一天连到定下的钟点。最先预告的比特富富，排在最后。`,
        en: `A dashed line runs from the day of each notice to the hour it names. BitFuFu, first to give notice, comes last.`,
      },
      values: { view: 'lanes', zone: 'beijing', span: 'hours', known: WEEK_HOURS },
    },
    {
      id: 'utc',
      title: { zh: '同一周，世界时', en: 'The same week in UTC' },
      note: {
        zh: `北京比UTC早${hourOf(WEEK_START, '08:00')}小时。点和框都没有动，动的是日期线：${shortMoment(last, 'beijing', 'zh')}就是${shortMoment(last, 'utc', 'zh')}。`,
        en: `Beijing is ${inWords(hourOf(WEEK_START, '08:00'), 'en')} hours ahead of UTC. No mark has moved; the lines between days have: ${shortMoment(last, 'beijing', 'en')} in Beijing is ${clockText(last, 'utc', 'en')}.`,
      },
      values: { view: 'lanes', zone: 'utc', span: 'week', known: WEEK_HOURS },
    },
  ],
  height: { narrow: 3320, wide: 2320 },
};
