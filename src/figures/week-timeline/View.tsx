import { formatDate, isoInstant } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { ViewProps } from '../contract.ts';
import {
  knowledgeAt,
  LANES,
  type Lane,
  type Entry,
  type WeekData,
  type WeekEntry,
} from './data.ts';
import { layoutLanes, layoutNarrow, type Drawing, type Item } from './layout.ts';
import { LANE_HUES, signPath } from './signs.ts';
import { KNOWLEDGE_NAMES, LANE_NAMES, STATE_NAMES, SUPPORT_NAMES, WORDS } from './text.ts';
import {
  clockAt,
  clockText,
  momentText,
  nextMidnight,
  shortMoment,
  WEEK_DAYS,
  WEEK_HOURS,
} from './time.ts';
import { weekValues, type WeekValues } from './values.ts';

/** The figure without its controls: the list of the week, or its lanes. */
export function View({ locale, data, values, uid }: ViewProps<WeekData>) {
  const week = weekValues(values);
  return (
    <div class="wt-view">
      {week.view === 'list' ? (
        <>
          <List locale={locale} data={data} week={week} />
          <Undated locale={locale} data={data} />
        </>
      ) : (
        <Lanes locale={locale} data={data} week={week} uid={uid} />
      )}
    </div>
  );
}

interface Part {
  locale: Locale;
  data: WeekData;
  week: WeekValues;
}

function Sign({ lane }: { lane: Lane }) {
  return (
    <svg class={`wt-sign wt-${LANE_HUES[lane]}`} viewBox="-8 -8 16 16" aria-hidden="true">
      <path d={signPath(lane, 0, 0, 6.5)} />
    </svg>
  );
}

function List({ locale, data, week }: Part) {
  return (
    <>
      <ol class="wt-days">
        {WEEK_DAYS.map((date, day) => {
          const entries = data.entries.filter((entry) => entry.date === date);
          return (
            <li key={date} class="wt-day">
              <p class="wt-date">
                <time dateTime={date}>{formatDate(date, locale, 'weekday')}</time>
                {week.zone === 'utc' && (
                  <span class="wt-soft">
                    {WORDS[locale].dayInUtc(
                      shortMoment(day * 24, 'utc', locale),
                      shortMoment(day * 24 + 24, 'utc', locale),
                    )}
                  </span>
                )}
              </p>
              {entries.length > 0 ? (
                <ol class="wt-entries">
                  {entries.map((entry) => (
                    <ListEntry key={entry.id} {...{ locale, data, week, entry }} />
                  ))}
                </ol>
              ) : (
                <p class="wt-soft">{WORDS[locale].nothing}</p>
              )}
            </li>
          );
        })}
      </ol>
      <p class="wt-note">{WORDS[locale].orderNote}</p>
    </>
  );
}

function ListEntry({ locale, data, week, entry }: Part & { entry: WeekEntry }) {
  const words = WORDS[locale];
  const knowledge = knowledgeAt(entry, week.known);
  const { announced } = entry;
  const beijing = entry.hour === null ? null : clockAt(entry.hour, 'beijing').time;
  return (
    <li class={`wt-entry is-${knowledge}`}>
      <p class="wt-clock">
        {entry.hour === null || beijing === null ? (
          <span class="wt-soft">{words.hourUnknown}</span>
        ) : (
          <>
            <time dateTime={isoInstant(entry.date, beijing)}>
              {clockText(entry.hour, week.zone, locale)}
            </time>
            {week.zone === 'utc' ? (
              <span class="wt-soft">{words.beijingClock(beijing)}</span>
            ) : (
              entry.hour === entry.to && (
                <span class="wt-soft">{words.equals(nextMidnight(entry.date, locale))}</span>
              )
            )}
          </>
        )}
      </p>
      <Sign lane={entry.lane} />
      <div class="wt-what">
        <p class="wt-title">
          <a href={entry.href} target={data.target}>
            {entry.title}
          </a>
        </p>
        <Meta locale={locale} entry={entry} />
        {announced !== null && (
          <p class="wt-soft">
            {announced.id === null
              ? words.sameDayNotice
              : words.noticeOf(formatDate(announced.date, locale, 'day'))}
          </p>
        )}
        {knowledge !== 'known' && <p class="wt-knowledge">{KNOWLEDGE_NAMES[knowledge][locale]}</p>}
      </div>
    </li>
  );
}

/** Who acted, in which lane, and how firm the record is. */
function Meta({ locale, entry }: { locale: Locale; entry: Entry }) {
  const words = WORDS[locale];
  return (
    <p class="wt-meta">
      <span class="wt-lane">{LANE_NAMES[entry.lane][locale]}</span>
      {words.dot}
      <span class="wt-actor">{entry.actor}</span>
      {words.space}
      {/* Said of papers only: that a firm's act happened once tells a reader nothing. */}
      {entry.state !== 'one-off' && (
        <span class={`badge badge-${entry.state}`}>{STATE_NAMES[entry.state][locale]}</span>
      )}
      {words.space}
      {(entry.support === 'paper-only' || entry.support === 'unlinkable') && (
        <span class="badge badge-reported-only">{SUPPORT_NAMES[entry.support][locale]}</span>
      )}
    </p>
  );
}

/** What the reports of the week do not date. */
function Undated({ locale, data }: Omit<Part, 'week'>) {
  if (data.undated.length === 0) return null;
  const words = WORDS[locale];
  return (
    <div class="wt-undated">
      <p class="wt-date">{words.undated}</p>
      <p class="wt-soft">{words.undatedNote}</p>
      <ul class="wt-entries">
        {data.undated.map((entry) => (
          <li key={entry.id} class="wt-entry">
            <Sign lane={entry.lane} />
            <div class="wt-what">
              <p class="wt-title">
                <a href={entry.href} target={data.target}>
                  {entry.title}
                </a>
              </p>
              <Meta locale={locale} entry={entry} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** All drawings, of which the style sheet shows the one that fits; the others are hidden from all. */
function Lanes({ locale, data, week, uid }: Part & { uid: string }) {
  const words = WORDS[locale];
  const drawings = [
    layoutNarrow(data, week, locale),
    layoutLanes(data, week, locale, 'medium'),
    layoutLanes(data, week, locale, 'wide'),
  ];
  return (
    <>
      <ul class="wt-legend wt-legend-lanes">
        {LANES.map((lane) => (
          <li key={lane}>
            <Sign lane={lane} />
            {LANE_NAMES[lane][locale]}
          </li>
        ))}
      </ul>
      {drawings.map((drawing) => (
        <LanesDrawing key={drawing.name} {...{ locale, data, week, uid, drawing }} />
      ))}
      <Legend locale={locale} />
      <p class="wt-note wt-narrow-only">{words.narrowNote}</p>
      {data.undated.map((entry) => (
        <p key={entry.id} class="wt-note">
          {words.undatedLanes}
          {words.space}
          <Sign lane={entry.lane} />
          {words.space}
          <a href={entry.href} target={data.target}>
            {entry.title}
          </a>
        </p>
      ))}
    </>
  );
}

function Legend({ locale }: { locale: Locale }) {
  const { point, bar, span } = WORDS[locale].legend;
  return (
    <ul class="wt-legend">
      <li>
        <svg class="wt-key wt-key-point" viewBox="0 0 16 16" aria-hidden="true">
          <circle class="wt-mark" cx="8" cy="8" r="6" />
        </svg>
        {point}
      </li>
      <li>
        <svg class="wt-key" viewBox="0 0 34 16" aria-hidden="true">
          <rect class="wt-bar" x="1" y="1.5" width="32" height="13" rx="3" />
        </svg>
        {bar}
      </li>
      <li>
        <svg class="wt-key" viewBox="0 0 34 16" aria-hidden="true">
          <path class="wt-span" d="M1 8h24" />
          <circle class="wt-mark" cx="27" cy="8" r="6" />
        </svg>
        {span}
      </li>
    </ul>
  );
}

function LanesDrawing({
  locale,
  data,
  week,
  uid,
  drawing,
}: Part & { uid: string; drawing: Drawing }) {
  const { name, width, height, font, sign } = drawing;
  const id = `${uid}-${name}`;
  return (
    <svg
      class={`wt-drawing wt-drawing-${name}`}
      viewBox={`0 0 ${width} ${Math.ceil(height)}`}
      role="group"
      aria-labelledby={`${id}-title`}
      font-size={font}
    >
      <title id={`${id}-title`}>
        {WORDS[locale].lanesLabel +
          (week.known < WEEK_HOURS
            ? (locale === 'zh' ? '。' : '. ') +
              WORDS[locale].knownBy(momentText(week.known, week.zone, locale))
            : '')}
      </title>
      <g aria-hidden="true">
        {name === 'narrow'
          ? drawing.lanes.map(
              ({ lane, box }, index) =>
                index % 2 === 0 && <rect key={lane} class="wt-band" {...rounded(box)} />,
            )
          : null}
        {drawing.future && <rect class="wt-future" {...rounded(drawing.future)} />}
        {drawing.hours.map((line) => (
          <line key={line.x1} class="wt-hour" {...rounded(line)} />
        ))}
        {drawing.days.map((line) => (
          <line key={`${line.x1} ${line.y1}`} class="wt-line" {...rounded(line)} />
        ))}
        {drawing.lanes.map(({ lane, name: lines, box, sign: at }) => (
          <g key={lane}>
            {name !== 'narrow' && <path class="wt-line" d={`M0 ${round(box.y)}H${width}`} />}
            <path class={`wt-mark wt-${LANE_HUES[lane]}`} d={signPath(lane, at.x, at.y, sign)} />
            {lines.map((line, row) => (
              <text
                key={line}
                class="wt-name"
                x={at.x + sign + 6}
                y={round(at.y + font * 0.36 + row * font * 1.25)}
              >
                {line}
              </text>
            ))}
          </g>
        ))}
        {drawing.heads.map(({ text, x, y, anchor, strong }) => (
          <text
            key={`${x} ${y}`}
            class={strong ? 'wt-head' : 'wt-small'}
            x={round(x)}
            y={round(y)}
            text-anchor={anchor}
          >
            {text}
          </text>
        ))}
        {drawing.notes.map(({ text, x, y, anchor }) => (
          <text key={text} class="wt-small" x={round(x)} y={round(y)} text-anchor={anchor}>
            {text}
          </text>
        ))}
        {drawing.measures.map(({ text, ...line }) => (
          <g key={text.text}>
            <path
              class="wt-measure"
              d={`M${round(line.x1)} ${round(line.y1 - 4)}v8m0-4H${round(line.x2)}m0-4v8`}
            />
            <text class="wt-small" x={round(text.x)} y={round(text.y)} text-anchor={text.anchor}>
              {text.text}
            </text>
          </g>
        ))}
      </g>
      {drawing.now && (
        <g aria-hidden="true">
          <line
            class="wt-now"
            {...rounded({
              x1: drawing.now.x1,
              y1: drawing.now.y1,
              x2: drawing.now.x2,
              y2: drawing.now.y2,
            })}
          />
          <text
            class="wt-now-text"
            x={round(drawing.now.text.x)}
            y={round(drawing.now.text.y)}
            text-anchor={drawing.now.text.anchor}
          >
            {drawing.now.text.text}
          </text>
        </g>
      )}
      {drawing.items.map((item) => (
        <LanesEntry key={item.entry.id} {...{ locale, data, week, item, sign }} />
      ))}
    </svg>
  );
}

function LanesEntry({ locale, data, week, item, sign }: Part & { item: Item; sign: number }) {
  const { entry, knowledge, x, y, bar, span, leader, label } = item;
  return (
    <a
      class={`wt-item wt-${LANE_HUES[entry.lane]} is-${knowledge}`}
      href={entry.href}
      target={data.target}
      aria-label={spoken(item, week, locale)}
    >
      {leader && <line class="wt-leader" {...rounded(leader)} />}
      {bar && <rect class="wt-bar" {...rounded(bar)} rx="3" />}
      {span && (
        <path
          class="wt-span"
          d={`M${round(span.x1)} ${round(span.y1)}L${round(span.x2)} ${round(span.y2)}`}
        />
      )}
      <path class="wt-mark" d={signPath(entry.lane, x, y, sign)} />
      <text class="wt-label" y={round(label.y)} text-anchor={label.anchor}>
        {label.lines.map((line, row) => (
          <tspan key={row} x={round(label.x)} dy={row === 0 ? 0 : round(label.leading)}>
            {row === 0 && label.clock !== '' && line.startsWith(label.clock) ? (
              <>
                <tspan class="wt-time">{label.clock}</tspan>
                {line.slice(label.clock.length)}
              </>
            ) : (
              line
            )}
            {/* A space that nobody sees, or a screen reader would run the lines together. */}
            {locale === 'en' && row < label.lines.length - 1 ? ' ' : ''}
          </tspan>
        ))}
      </text>
    </a>
  );
}

/** A label as it is read out: the words on the drawing, then day, lane and what was known. */
function spoken({ entry, knowledge, label }: Item, week: WeekValues, locale: Locale): string {
  const [comma, space] = locale === 'zh' ? ['，', ''] : [', ', ' '];
  const when =
    entry.hour === null
      ? `${formatDate(entry.date, locale, 'weekday')}${comma}${WORDS[locale].hourUnknown}`
      : momentText(entry.hour, week.zone, locale);
  return [
    label.lines.join(space),
    when,
    LANE_NAMES[entry.lane][locale],
    ...(knowledge === 'known' ? [] : [KNOWLEDGE_NAMES[knowledge][locale]]),
  ].join(comma);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Positions with one decimal: finer than anyone sees, and a third of the bytes. */
function rounded<T extends object>(positions: T): Record<keyof T, number> {
  return Object.fromEntries(
    Object.entries(positions).map(([key, value]) => [key, round(Number(value))]),
  ) as Record<keyof T, number>;
}
