import { expect, test } from '@playwright/test';

import { readLibrary } from '../../src/content/read.ts';
import { checkFigure, readValues, writeValues } from '../../src/figures/contract.ts';
import { ANCHORS } from '../../src/figures/week-timeline/anchors.ts';
import {
  countKnown,
  EFFECT_IDS,
  figureData,
  knowledgeAt,
  LANES,
  WeekDataError,
  type WeekData,
  type WeekEntry,
} from '../../src/figures/week-timeline/data.ts';
import { figure, MOMENTS, MONDAY_NOON } from '../../src/figures/week-timeline/figure.ts';
import { overlaps, type Box } from '../../src/figures/week-timeline/geometry.ts';
import {
  DRAWINGS,
  drawingFor,
  layoutLanes,
  layoutNarrow,
  type Drawing,
} from '../../src/figures/week-timeline/layout.ts';
import { figureTable } from '../../src/figures/week-timeline/table.ts';
import { LANE_NAMES, SHORT_LABELS } from '../../src/figures/week-timeline/text.ts';
import {
  clockAt,
  clockText,
  hourOf,
  isoMoment,
  momentText,
  nextMidnight,
  WEEK_DAYS,
  WEEK_HOURS,
} from '../../src/figures/week-timeline/time.ts';
import { weekValues, type WeekValues } from '../../src/figures/week-timeline/values.ts';
import { BREAK, textWidth, wrap } from '../../src/figures/week-timeline/wrap.ts';
import { LOCALE_IDS, type Locale } from '../../src/i18n/locales.ts';
import { root } from '../support/site.ts';

const { events } = readLibrary(root).library;
const dataIn = (locale: Locale): WeekData =>
  figureData(events, { locale, recordHref: (id) => `/${locale}/timeline/#${id}` });
const data = dataIn('en');

function entry(id: string): WeekEntry {
  const found = data.entries.find((one) => one.id === id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
}

const MARS = '2021-05-26-mars-cloud-ip-block';
const BITFUFU = '2021-05-26-bitfufu-ip-block';
const NOTICE = '2021-05-25-bitfufu-announcement';

test.describe('the contract of the week', () => {
  test('keeps the promises of the design', () => {
    expect(() => {
      checkFigure(figure);
    }).not.toThrow();
  });

  test('opens as a list of the whole week in Beijing time', () => {
    expect(weekValues(readValues(figure, '').values)).toEqual({
      view: 'list',
      zone: 'beijing',
      span: 'week',
      known: WEEK_HOURS,
    });
  });

  test('an address that it has written leads back to the same values', () => {
    for (const state of figure.states) {
      const { values, ignored } = readValues(figure, writeValues(figure, state.values));
      expect(ignored).toEqual([]);
      expect(values).toEqual({ ...readValues(figure, '').values, ...state.values });
    }
  });

  test('leaves out what a damaged address holds and keeps the rest', () => {
    const { values, ignored } = readValues(figure, '#known=999&zone=utc&view=map');
    expect(ignored.sort()).toEqual(['known', 'view']);
    expect(weekValues(values)).toMatchObject({ view: 'list', zone: 'utc', known: WEEK_HOURS });
  });

  test('the dates and hours in its texts are those of the records', () => {
    for (const [name, { events: ids, date, time }] of Object.entries(ANCHORS))
      for (const id of ids) {
        const event = events.get(id);
        expect({ name, id, date: event?.date, time: event?.time }).toEqual({
          name,
          id,
          date,
          time,
        });
      }
  });

  test('says that firms moved five days after the notice and two before the draft', () => {
    const text = (locale: Locale) => figure.narration.map((part) => part[locale]).join('\n');
    expect(text('en')).toContain('five days after the associations’ notice, and two days before');
    expect(text('zh')).toContain('比协会公告晚五天，比征求意见稿早两天');
  });

  test('says what 24:00 on the 26th is in words that both languages share', () => {
    expect(figure.narration[3]?.en).toContain('00:00 on 27 May, and 16:00 on 26 May in UTC');
    expect(figure.narration[3]?.zh).toContain('5月27日00:00，换成世界时（UTC）是26日16:00');
  });

  test('the Chinese texts are free of English but for names and UTC', () => {
    const texts = [figure.title, figure.caption, figure.alt, ...figure.narration];
    for (const state of figure.states) texts.push(state.title, state.note);
    for (const text of texts) expect(text.zh.replace(/UTC/g, '')).not.toMatch(/[A-Za-z]{2,}/);
  });

  test('no Chinese text has a typed space beside a Han character, save after UTC', () => {
    const texts = [figure.title, figure.caption, figure.alt, ...figure.narration];
    for (const state of figure.states) texts.push(state.title, state.note);
    for (const text of texts)
      expect(text.zh.replace(/UTC /g, 'UTC')).not.toMatch(/\p{Script=Han} | \p{Script=Han}/u);
  });
});

test.describe('the clock of the week', () => {
  test('counts 216 hours in nine Beijing days', () => {
    expect(WEEK_HOURS).toBe(216);
    expect(WEEK_DAYS).toHaveLength(9);
    expect(WEEK_DAYS[0]).toBe('2021-05-18');
    expect(WEEK_DAYS[8]).toBe('2021-05-26');
  });

  test('24:00 on the 26th stays on the 26th in Beijing and is 16:00 on the 26th in UTC', () => {
    const hour = hourOf('2021-05-26', '24:00');
    expect(hour).toBe(hourOf('2021-05-27', '00:00'));
    expect(clockAt(hour, 'beijing')).toEqual({ date: '2021-05-26', time: '24:00' });
    expect(clockAt(hour, 'utc')).toEqual({ date: '2021-05-26', time: '16:00' });
    expect(nextMidnight('2021-05-26', 'en')).toBe('00:00 on 27 May');
    expect(nextMidnight('2021-05-26', 'zh')).toBe('5月27日00:00');
  });

  test('an hour before eight in Beijing falls on the day before in UTC', () => {
    expect(clockAt(0, 'utc')).toEqual({ date: '2021-05-17', time: '16:00' });
    expect(clockAt(0, 'beijing')).toEqual({ date: '2021-05-18', time: '00:00' });
    expect(clockAt(7.5, 'utc')).toEqual({ date: '2021-05-17', time: '23:30' });
    expect(clockAt(8, 'utc')).toEqual({ date: '2021-05-18', time: '00:00' });
  });

  test('agrees with the calendar of the platform for every hour', () => {
    for (let hour = 0; hour <= WEEK_HOURS; hour += 1) {
      const instant = new Date(Date.UTC(2021, 4, 17, 16) + hour * 3_600_000);
      expect(isoMoment(hour, 'utc')).toBe(instant.toISOString().slice(0, 16).replace('T', ' '));
      const shanghai = instant.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
      if (hour % 24 !== 0) expect(isoMoment(hour, 'beijing')).toBe(shanghai);
    }
  });

  test('writes a moment as each language does', () => {
    expect(momentText(MONDAY_NOON, 'beijing', 'zh')).toBe('5月24日周一12:00');
    expect(momentText(MONDAY_NOON, 'utc', 'en')).toBe('Monday 24 May, 04:00 UTC');
    expect(clockText(94, 'utc', 'zh')).toBe('UTC 14:00');
  });
});

test.describe('the entries of the week', () => {
  const inLanes = [...events].filter(([, event]) => event.lane !== undefined);

  test('are all records with a lane, and none is lost or drawn twice', () => {
    const ids = [...data.entries, ...data.undated].map((one) => one.id);
    expect(ids.sort()).toEqual(inLanes.map(([id]) => id).sort());
    expect(ids.length).toBeGreaterThanOrEqual(15);
  });

  for (const lane of LANES)
    test(`count the same in the lane “${LANE_NAMES[lane].en}” as in content/events`, () => {
      const expected = inLanes.filter(([, event]) => event.lane === lane).length;
      const drawn = [...data.entries, ...data.undated].filter((one) => one.lane === lane).length;
      expect(drawn).toBe(expected);
      expect(drawn).toBeGreaterThan(0);
    });

  test('have an hour only where the record has a clock time', () => {
    for (const one of data.entries) {
      const time = events.get(one.id)?.time ?? null;
      expect(one.hour === null, one.id).toBe(time === null);
      if (one.hour !== null) expect(isoMoment(one.hour, 'beijing')).toBe(`${one.date} ${time}`);
      expect(one.to - one.from).toBe(24);
    }
  });

  test('without a day stand apart', () => {
    expect(data.undated.map((one) => one.id)).toEqual(['2021-05-26-okex-unchanged']);
  });

  test('stand in order of time', () => {
    const times = data.entries.map((one) => one.hour ?? one.from);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(data.entries.slice(-3).map((one) => one.hour)).toEqual([212, 214, 216]);
  });

  test('carry the texts of one language only, and the address of their record', () => {
    for (const locale of LOCALE_IDS)
      for (const one of dataIn(locale).entries) {
        expect(one.title).toBe(events.get(one.id)?.title[locale]);
        expect(one.href).toBe(`/${locale}/timeline/#${one.id}`);
      }
  });

  test('say “reported only by The Paper” exactly where the record does', () => {
    for (const one of [...data.entries, ...data.undated]) {
      const event = events.get(one.id);
      const alone = event?.hedge?.level === 'seed-only' || event?.verified === false;
      expect(one.support === 'paper-only', one.id).toBe(alone);
    }
  });

  test('short labels and effects name events that exist', () => {
    for (const id of [...Object.keys(SHORT_LABELS), ...EFFECT_IDS])
      expect(events.get(id)?.lane, id).toBeDefined();
  });

  test('accept a list of records as well as a map', () => {
    const list = [...events].map(([id, event]) => ({ ...event, id }));
    const options = { locale: 'en', recordHref: (id: string) => `/en/timeline/#${id}` } as const;
    expect(figureData(list, options)).toEqual(data);
  });

  test('refuse an effect whose announcement is missing', () => {
    const without = new Map([...events].filter(([id]) => id !== NOTICE));
    expect(() => figureData(without, { locale: 'en', recordHref: (id) => id })).toThrow(
      WeekDataError,
    );
  });

  test('BitFuFu announced first and takes effect last', () => {
    const blocks = data.entries.filter((one) => one.announced !== null);
    expect(blocks).toHaveLength(3);
    const byNotice = [...blocks].sort((a, b) => (a.announced?.to ?? 0) - (b.announced?.to ?? 0));
    const byEffect = [...blocks].sort((a, b) => (a.hour ?? 0) - (b.hour ?? 0));
    expect(byNotice[0]?.id).toBe(BITFUFU);
    expect(byEffect[2]?.id).toBe(BITFUFU);
    expect(entry(BITFUFU).announced).toEqual({
      id: NOTICE,
      date: '2021-05-25',
      from: 168,
      to: 192,
    });
  });
});

test.describe('what was known', () => {
  const meeting = entry('2021-05-21-fsdc-51st-meeting');
  const huobi = entry('2021-05-24-huobi-derivatives');

  test('an entry with an hour is known from that hour on', () => {
    expect(knowledgeAt(meeting, 93)).toBe('later');
    expect(knowledgeAt(meeting, 94)).toBe('known');
  });

  test('an entry without an hour is open on its day and known at its end', () => {
    expect(knowledgeAt(huobi, 144)).toBe('later');
    expect(knowledgeAt(huobi, 145)).toBe('open');
    expect(knowledgeAt(huobi, 167)).toBe('open');
    expect(knowledgeAt(huobi, 168)).toBe('known');
  });

  test('an announced block is announced before it is due', () => {
    expect(knowledgeAt(entry(BITFUFU), 168)).toBe('later');
    expect(knowledgeAt(entry(BITFUFU), 180)).toBe('open');
    expect(knowledgeAt(entry(BITFUFU), 192)).toBe('announced');
    expect(knowledgeAt(entry(BITFUFU), 215)).toBe('announced');
    expect(knowledgeAt(entry(BITFUFU), 216)).toBe('known');
  });

  test('a block announced on its own day is open until it is due', () => {
    expect(knowledgeAt(entry(MARS), 192)).toBe('later');
    expect(knowledgeAt(entry(MARS), 211)).toBe('open');
    expect(knowledgeAt(entry(MARS), 212)).toBe('known');
  });

  test('at noon on Monday three firms had moved, and no draft was known', () => {
    for (const id of ANCHORS.firstFirms.events)
      expect(knowledgeAt(entry(id), MONDAY_NOON)).toBe('known');
    expect(knowledgeAt(entry(ANCHORS.draft.events[0]), MONDAY_NOON)).toBe('later');
    expect(countKnown(data, MONDAY_NOON)).toEqual({ known: 7, open: 2, announced: 0, later: 5 });
  });

  test('grows from nothing to everything and never shrinks', () => {
    let before = 0;
    for (let hour = 0; hour <= WEEK_HOURS; hour += 1) {
      const { known, open, announced, later } = countKnown(data, hour);
      expect(known).toBeGreaterThanOrEqual(before);
      expect(known + open + announced + later).toBe(data.entries.length);
      before = known;
    }
    expect(countKnown(data, 0).known).toBe(0);
    expect(before).toBe(data.entries.length);
  });

  test('each moment to jump to lies within the week, in order', () => {
    const hours = MOMENTS.map((moment) => moment.hour);
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
    expect(hours.at(-1)).toBe(WEEK_HOURS);
  });
});

test.describe('lines of text', () => {
  test('are never wider than asked for, and lose no character', () => {
    for (const locale of LOCALE_IDS)
      for (const one of dataIn(locale).entries)
        for (const text of [one.label, one.title])
          for (const width of [120, 170, 300]) {
            const lines = wrap(text, width, 12.5);
            for (const line of lines) expect(textWidth(line, 12.5)).toBeLessThanOrEqual(width);
            expect(lines.join('').replaceAll(' ', '')).toBe(
              text.replaceAll(BREAK, '').replaceAll(' ', ''),
            );
          }
  });

  test('do not begin with a closing mark or end with an opening one', () => {
    const lines = wrap('协会（三家）说：“不得碰”，会员照办。', 60, 12);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。：）”]/);
      expect(line).not.toMatch(/[（“]$/);
    }
  });

  test('keep a clock time and a Latin name in one piece', () => {
    const lines = wrap('22:00起BIT Mining在哈萨克斯坦合建矿场', 70, 12);
    expect(lines.join('|')).toContain('22:00');
    expect(lines.join('|')).not.toMatch(/Min\||BI\|T/);
  });
});

/** Every text and sign of a drawing as a box, named for the report. */
function inkOf(drawing: Drawing): Array<Box & { name: string }> {
  const { font, sign } = drawing;
  const textBox = (text: string, x: number, y: number, anchor: string, name: string) => {
    const width = textWidth(text, font);
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { name: `${name} “${text}”`, x: left, y: y - 0.9 * font, width, height: 1.15 * font };
  };
  return [
    ...drawing.items.map(({ entry: one, label }) => ({ ...label.box, name: `label of ${one.id}` })),
    ...drawing.items.map(({ entry: one, x, y }) => ({
      name: `sign of ${one.id}`,
      ...{ x: x - sign, y: y - sign, width: 2 * sign, height: 2 * sign },
    })),
    ...drawing.heads.map(({ text, x, y, anchor }) => textBox(text, x, y, anchor, 'head')),
    ...drawing.notes.map(({ text, x, y, anchor }) => textBox(text, x, y, anchor, 'note')),
    ...drawing.measures.map(({ text: { text, x, y, anchor } }) =>
      textBox(text, x, y, anchor, 'measure'),
    ),
    ...drawing.lanes.flatMap(({ name, sign: at }) =>
      name.map((line, row) =>
        textBox(line, at.x + sign + 6, at.y + font * 0.36 + row * font * 1.25, 'start', 'lane'),
      ),
    ),
    ...(drawing.now && drawing.now.text.text !== ''
      ? [
          textBox(
            drawing.now.text.text,
            drawing.now.text.x,
            drawing.now.text.y,
            drawing.now.text.anchor,
            'now',
          ),
        ]
      : []),
  ];
}

const draw = (frame: number, locale: Locale, values: WeekValues): Drawing => {
  const { name } = drawingFor(frame);
  return name === 'narrow'
    ? layoutNarrow(dataIn(locale), values, locale)
    : layoutLanes(dataIn(locale), values, locale, name);
};

test.describe('the drawing', () => {
  const KNOWN = [0, 12, 24, 94, 144, MONDAY_NOON, 192, 204, 212, WEEK_HOURS];
  // Page widths, less the margins of a phone or of the reading column.
  for (const page of [320, 360, 768, 1000])
    for (const locale of LOCALE_IDS) {
      const frame = page - 32;
      test(`at ${page} px in ${locale}: nothing lies on anything else or sticks out`, () => {
        for (const zone of ['beijing', 'utc'] as const)
          for (const span of ['week', 'hours'] as const)
            for (const known of KNOWN) {
              const drawing = draw(frame, locale, { view: 'lanes', zone, span, known });
              const ink = inkOf(drawing);
              const found: string[] = [];
              for (const [index, a] of ink.entries()) {
                for (const b of ink.slice(index + 1))
                  if (overlaps(a, b)) found.push(`${a.name} lies on ${b.name}`);
                if (a.x < -3 || a.x + a.width > drawing.width + 3 || a.y < -2)
                  found.push(`${a.name} sticks out`);
                if (a.y + a.height > drawing.height + 4) found.push(`${a.name} hangs out below`);
              }
              expect(found, `${zone}, ${span}, known ${known}`).toEqual([]);
            }
      });

      test(`at ${page} px in ${locale}: letters are at least 11 px high`, () => {
        const { name, scale } = drawingFor(frame);
        expect(DRAWINGS[name].font * scale).toBeGreaterThanOrEqual(11);
      });

      test(`at ${page} px in ${locale}: every entry is drawn once, where its time is`, () => {
        const whole = { view: 'lanes', zone: 'beijing', span: 'week', known: WEEK_HOURS } as const;
        const drawing = draw(frame, locale, whole);
        expect(drawing.items.map((item) => item.entry.id)).toEqual(
          data.entries.map((one) => one.id),
        );
        for (const { entry: one, bar } of drawing.items)
          expect(bar === null, one.id).toBe(one.hour !== null);
        // Where the same lane holds two times, the later stands further along the axis.
        const along = ({ x, y }: { x: number; y: number }) => (drawing.name === 'narrow' ? y : x);
        for (const lane of LANES) {
          const own = drawing.items.filter((item) => item.entry.lane === lane);
          for (const [index, item] of own.entries())
            for (const later of own.slice(index + 1))
              if (later.entry.from > item.entry.from || later.entry.hour !== null)
                expect(along(later)).toBeGreaterThan(along(item));
        }
      });
    }

  test('gives an hour the same width everywhere, and 24:00 the right edge', () => {
    const values = { view: 'lanes', zone: 'beijing', span: 'week', known: WEEK_HOURS } as const;
    const drawing = layoutLanes(data, values, 'en', 'wide');
    const at = (id: string) => drawing.items.find((item) => item.entry.id === id)?.x ?? NaN;
    const perHour = (at('2021-05-26-bitdeer-ip-block') - at(MARS)) / 2;
    expect(at(BITFUFU) - at('2021-05-21-fsdc-51st-meeting')).toBeCloseTo(perHour * (216 - 94), 6);
    expect(drawing.days.at(-1)?.x1).toBeCloseTo(at(BITFUFU), 6);
  });

  test('UTC moves the lines between days and no mark', () => {
    const values = { view: 'lanes', zone: 'beijing', span: 'week', known: WEEK_HOURS } as const;
    const beijing = layoutLanes(data, values, 'en', 'wide');
    const utc = layoutLanes(data, { ...values, zone: 'utc' }, 'en', 'wide');
    expect(utc.items.map((item) => item.x)).toEqual(beijing.items.map((item) => item.x));
    const perHour = (beijing.days[1]?.x1 ?? 0) / 24 - (beijing.days[0]?.x1 ?? 0) / 24;
    expect((utc.days[1]?.x1 ?? 0) - (utc.days[0]?.x1 ?? 0)).toBeCloseTo(perHour * 8, 6);
  });

  test('runs a span from the notice of BitFuFu to the hour it names', () => {
    for (const frame of [328, 700, 968]) {
      const drawing = draw(frame, 'zh', {
        view: 'lanes',
        zone: 'beijing',
        span: 'week',
        known: 216,
      });
      const notice = drawing.items.find((item) => item.entry.id === NOTICE);
      const effect = drawing.items.find((item) => item.entry.id === BITFUFU);
      if (!notice?.bar || !effect?.span) throw new Error('no bar or no span');
      const { bar } = notice;
      const { span } = effect;
      const narrow = drawing.name === 'narrow';
      const start = narrow ? span.y1 - (bar.y + bar.height) : span.x1 - (bar.x + bar.width);
      expect(Math.abs(start)).toBeLessThan(6);
      expect(narrow ? span.y2 : span.x2).toBeCloseTo(narrow ? effect.y : effect.x, 6);
      expect(narrow ? span.x1 : span.y1).toBeCloseTo(narrow ? notice.x : notice.y, 6);
    }
  });

  test('says in each drawing that 24:00 is the next day’s 00:00', () => {
    for (const frame of [288, 700, 968]) {
      const notes = (zone: 'beijing' | 'utc') =>
        draw(frame, 'en', { view: 'lanes', zone, span: 'week', known: 216 }).notes.map(
          (note) => note.text,
        );
      expect(notes('beijing')).toContain('26 May 24:00 = 00:00 on 27 May');
      expect(notes('utc')).toContain('26 May 16:00 UTC = 24:00 Beijing time');
    }
  });

  test('measures five days and two, once the draft is known', () => {
    const values = { view: 'lanes', zone: 'beijing', span: 'week', known: 192 } as const;
    const { measures, days } = layoutLanes(data, values, 'en', 'wide');
    const perDay = (days[1]?.x1 ?? 0) - (days[0]?.x1 ?? 0);
    expect(measures.map(({ x1, x2 }) => Math.round((x2 - x1) / perDay))).toEqual([5, 2]);
    expect(layoutLanes(data, { ...values, known: 191 }, 'en', 'wide').measures).toEqual([]);
  });
});

test.describe('the table', () => {
  const table = figureTable(data);

  test('has a row for each entry, in the same order, the undated last', () => {
    expect(table.rows.map((row) => row['id'])).toEqual(
      [...data.entries, ...data.undated].map((one) => one.id),
    );
  });

  test('fills every column of every dated row', () => {
    for (const row of table.rows.slice(0, data.entries.length))
      for (const column of table.columns) expect(row[column.id], column.id).toBeTruthy();
  });

  test('shows 24:00 in Beijing beside 16:00 in UTC', () => {
    const row = table.rows.find((one) => one['id'] === BITFUFU);
    expect(row).toMatchObject({
      date: '2021-05-26',
      beijing: '24:00',
      utc: '2021-05-26 16:00',
      source: { en: 'reported only by The Paper' },
    });
  });

  test('gives no hour where none is known, but the stretch that the day covers in UTC', () => {
    const row = table.rows.find((one) => one['id'] === '2021-05-18-three-associations');
    expect(row).toMatchObject({
      beijing: { zh: '钟点不详' },
      utc: '2021-05-17 16:00 – 2021-05-18 16:00',
    });
  });
});
