import type { ComponentChildren } from 'preact';

import { formatNumber } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import {
  blockHash,
  compactToTarget,
  difficulty,
  expectedHashes,
  expectedTries,
  toyTarget,
} from '../../models/bitcoin/index.ts';
import { chanceWithin, runLottery, usualWins } from '../../models/lottery.ts';
import type { ViewProps } from '../contract.ts';
import { WEEK_BITS } from './blocks.ts';
import type { HashLabData } from './data.ts';
import {
  LOG_FACTOR,
  bitsOf,
  differingBits,
  findRun,
  leadingZeroBits,
  settingsOf,
  startNonce,
  targetHex,
  tryOf,
  type SearchProgress,
  type Settings,
} from './lab.ts';
import type { Text } from './text.ts';
import { exactly, headerTime, hashRate, significant } from './wording.ts';

/** A search on the reader's own device. */
export interface LiveSearch {
  status: 'idle' | 'running' | 'paused' | 'stopped' | 'found';
  progress: SearchProgress | undefined;
  /** Hashes per second while hashing, once there was time enough to measure. */
  rate: number | undefined;
  /** The reader has asked for the check. */
  checked: boolean;
  /** The device's rate in the settings is a measured one. */
  measured: boolean;
}

/** Without a live search the drawing shows the run that was recorded at build. */
export interface HashLabViewProps extends ViewProps<HashLabData> {
  /** In the language of `locale`. Handed in, so that a page loads one language. */
  text: Text;
  live?: LiveSearch | undefined;
}

interface PanelProps {
  locale: Locale;
  data: HashLabData;
  settings: Settings;
  uid: string;
  text: Text;
  live: LiveSearch | undefined;
}

/** The drawing: one of four panels, the same at build and in the browser. */
export default function View({ locale, data, values, uid, text, live }: HashLabViewProps) {
  const settings = settingsOf(values);
  const props: PanelProps = { locale, data, settings, uid, text, live };
  switch (settings.view) {
    case 'try':
      return <TryPanel {...props} />;
    case 'search':
      return <SearchPanel {...props} />;
    case 'compare':
      return <ComparePanel {...props} />;
    case 'miners':
      return <MinersPanel {...props} />;
  }
}

function Panel({ children }: { children: ComponentChildren }) {
  return <div class="hl">{children}</div>;
}

/**
 * Hexadecimal digits in groups of eight. A line breaks after four groups or not at all, so that two
 * hashes stand digit under digit; there are no spaces, so that a copy is one word.
 */
function Hex({ digits, mark = 0, only }: { digits: string; mark?: number; only?: number }) {
  const shown = only === undefined ? digits : digits.slice(0, only);
  const halves = shown.match(/.{1,32}/g) ?? [];
  return (
    <code class="hl-hex">
      {halves.map((half, at) => (
        <>
          <span class="hl-half">
            {(half.match(/.{1,8}/g) ?? []).map((group, index) => {
              const before = at * 32 + index * 8;
              const marked = Math.min(Math.max(mark - before, 0), group.length);
              return (
                <span class="hl-group">
                  {marked > 0 && <b class="hl-zero">{group.slice(0, marked)}</b>}
                  {group.slice(marked)}
                </span>
              );
            })}
          </span>
          <wbr />
        </>
      ))}
      {shown.length < digits.length && '…'}
    </code>
  );
}

/** A hash with the zeros in front marked. */
function Hash({ digits, only }: { digits: string; only?: number }) {
  const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
  return <Hex digits={digits} mark={zeros} {...(only !== undefined && { only })} />;
}

type Shape = 'square' | 'dot' | 'disc' | 'cell' | 'frame';

/** SVG path data for cells of a grid, ten units wide each. */
function cells(indexes: readonly number[], columns: number, shape: Shape): string {
  return indexes
    .map((index) => {
      const x = (index % columns) * 10;
      const y = Math.floor(index / columns) * 10;
      switch (shape) {
        case 'square':
          return `M${x + 1} ${y + 1}h8v8h-8z`;
        case 'cell':
          return `M${x} ${y}h10v10h-10z`;
        case 'frame':
          return `M${x + 0.3} ${y + 0.3}h9.4v9.4h-9.4z`;
        case 'dot':
          return `M${x + 4} ${y + 4}h2v2h-2z`;
        case 'disc':
          return `M${x + 1.5} ${y + 5}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z`;
      }
    })
    .join('');
}

const indexesOf = (values: readonly number[], wanted: number): number[] =>
  values.flatMap((value, index) => (value === wanted ? [index] : []));

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function BitGrid({ hash, flipped, label }: { hash: string; flipped: number[]; label: string }) {
  const columns = 32;
  const bits = bitsOf(hash);
  return (
    <svg class="hl-bits" viewBox="0 0 320 80" role="img" aria-label={label}>
      <path class="hl-bits-front" d={cells(upTo(leadingZeroBits(hash)), columns, 'cell')} />
      {flipped.length > 0 && <path class="hl-bits-changed" d={cells(flipped, columns, 'frame')} />}
      <path class="hl-bits-zero" d={cells(indexesOf(bits, 0), columns, 'dot')} />
      <path class="hl-bits-one" d={cells(indexesOf(bits, 1), columns, 'square')} />
    </svg>
  );
}

function Field({
  number,
  name,
  bytes,
  children,
  kind = '',
  text,
}: {
  number: number;
  name: string;
  /** The field's bytes in hexadecimal. */
  bytes: string;
  children?: ComponentChildren;
  kind?: string;
  text: Text;
}) {
  return (
    <div class={`hl-field ${kind}`}>
      <dt>
        <span class="hl-key">{number}</span> {name}{' '}
        <span class="hl-note">{text.bytes(bytes.length / 2)}</span>
      </dt>
      <dd>
        <Hex digits={bytes} />
        {children !== undefined && <span class="hl-means">{children}</span>}
      </dd>
    </div>
  );
}

function TryPanel({ locale, settings, uid, text }: PanelProps) {
  const { block, text: sentence, nonce } = settings;
  const now = tryOf(settings, nonce);
  const realHash = blockHash(block.header);
  const changedBits = differingBits(block.header, now.header).length;
  const flipped = differingBits(realHash, now.hash);
  const bytes = (from: number, to: number) => now.header.slice(from * 2, to * 2);
  const { fields } = now;
  const target = targetHex(now.target);
  const hasText = sentence !== '';
  return (
    <Panel>
      <p class="hl-lead" id={`${uid}-lead`}>
        {(hasText ? text.headerWithText : text.header)(block.name[locale])}
      </p>
      <div class="hl-strip" aria-hidden="true">
        {([4, 32, 32, 4, 4, 4] as const).map((width, index) => (
          <span class={`hl-w${width}${index === 5 ? ' hl-is-nonce' : ''}`}>{index + 1}</span>
        ))}
      </div>
      <dl class="hl-fields" aria-labelledby={`${uid}-lead`}>
        <Field number={1} name={text.fields.version} bytes={bytes(0, 4)} kind="hl-wide" text={text}>
          {fields.version}
        </Field>
        <Field
          number={2}
          name={text.fields.previous}
          bytes={bytes(4, 36)}
          kind="hl-wide"
          text={text}
        >
          {/^0+$/.test(fields.previousBlockHash) ? text.firstHasNone : undefined}
        </Field>
        <Field
          number={3}
          name={hasText ? text.fields.textRoot : text.fields.root}
          bytes={bytes(36, 68)}
          kind="hl-wide"
          text={text}
        >
          {hasText ? text.textRootOf(sentence) : undefined}
        </Field>
        <Field number={4} name={text.fields.time} bytes={bytes(68, 72)} text={text}>
          {headerTime(fields.time, locale)}
        </Field>
        <Field number={5} name={text.fields.bits} bytes={bytes(72, 76)} text={text}>
          {text.difficulty(difficulty(fields.bits))}
        </Field>
        <Field
          number={6}
          name={text.fields.nonce}
          bytes={bytes(76, 80)}
          kind="hl-is-nonce"
          text={text}
        >
          {exactly(nonce, locale)}
        </Field>
      </dl>
      <p class="hl-note">{text.byteOrder}</p>
      <p class="hl-step">{text.hashed}</p>
      <dl class="hl-pair">
        <dt>{text.hash}</dt>
        <dd>
          <Hash digits={now.hash} />
        </dd>
        <dt>{text.target}</dt>
        <dd>
          <Hash digits={target} />
        </dd>
        {changedBits > 0 && (
          <>
            <dt>{text.realHash}</dt>
            <dd>
              <Hash digits={realHash} />
            </dd>
          </>
        )}
      </dl>
      <p class={`hl-verdict ${now.meets ? 'hl-yes' : 'hl-no'}`}>
        {now.meets ? text.meets : text.misses}
      </p>
      <p>{text.zeroBits(leadingZeroBits(now.hash), leadingZeroBits(target))}</p>
      <BitGrid
        hash={now.hash}
        flipped={flipped}
        label={text.bitsAlt(leadingZeroBits(now.hash), flipped.length)}
      />
      <p class="hl-note">{text.bitsPicture}</p>
      <p class="hl-two-lines">
        {changedBits === 0
          ? text.unchanged
          : text.changed(changedBits, block.header.length * 4, flipped.length, realHash.length * 4)}
      </p>
    </Panel>
  );
}

function Stat({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SearchPanel({ locale, data, settings, uid, text, live }: PanelProps) {
  const { zeros, classNumber } = settings;
  const progress = live === undefined ? findRun(data.runs, settings) : live.progress;
  const found = progress?.found;
  const tried = progress?.tried ?? 0;
  const target = toyTarget(zeros);
  const average = expectedTries(target);
  const checked = found !== undefined && (live === undefined || live.checked);
  const percent = (tries: number) => Math.round(chanceWithin(tries, average) * 100);
  const reached = percent(tried);
  const rows = upTo(Math.floor(zeros / Math.log2(LOG_FACTOR)) + 1).map((row) => {
    const tries = LOG_FACTOR ** row;
    return { tries, entry: progress?.log.find((entry) => entry.tries === tries) };
  });
  return (
    <Panel>
      <p class="hl-lead">{text.task(zeros)}</p>
      <p>
        {text.searchHeader(settings.block.name[locale], settings.text)}
        {locale === 'en' && ' '}
        {text.start(classNumber, startNonce(classNumber))}
      </p>
      <dl class="hl-stats">
        <Stat name={text.stats.tried}>{text.times(tried)}</Stat>
        <Stat name={text.stats.expected}>{text.averageTimes(average)}</Stat>
        <Stat name={text.stats.best}>
          {progress?.best ? text.zeroCount(leadingZeroBits(progress.best.hash)) : text.notYet}
        </Stat>
        <Stat name={text.stats.rate}>
          {live?.rate !== undefined
            ? text.rateOf(live.rate)
            : live?.status === 'found'
              ? text.tooShort
              : text.notMeasured}
        </Stat>
      </dl>
      <p class="hl-title" id={`${uid}-log`}>
        {text.logTitle}
      </p>
      <dl class="hl-log" aria-labelledby={`${uid}-log`}>
        {rows.map(({ tries, entry }) => (
          <>
            <dt>{text.logRow(tries)}</dt>
            <dd>
              {entry ? (
                <Hash digits={entry.best.hash} only={16} />
              ) : (
                <span class="hl-note">{found ? text.notNeeded : '·'}</span>
              )}
            </dd>
          </>
        ))}
        <dt class="hl-found">{text.foundRow}</dt>
        <dd class="hl-found">
          {found ? <Hash digits={found.hash} only={16} /> : <span class="hl-note">·</span>}
        </dd>
      </dl>
      <dl class="hl-pair hl-result">
        <dt>
          {text.hash}{' '}
          <span class="hl-note">{found ? text.foundAt(tried, found.nonce) : text.notYet}</span>
        </dt>
        <dd>{found ? <Hash digits={found.hash} /> : <NoHash />}</dd>
        <dt>{text.ownTarget}</dt>
        <dd>
          <Hash digits={targetHex(target)} />
        </dd>
      </dl>
      <div class="hl-two">
        <div>
          <p class="hl-title">{text.luckTitle}</p>
          <Hundred count={reached} label={text.luckAlt(reached)} />
          <p class="hl-four-lines">
            {found
              ? text.luck(ratioText(tried / average, locale), reached, percent(average))
              : text.luckWaiting(percent(average))}
          </p>
        </div>
        <div>
          <p class="hl-title">{text.checkTitle}</p>
          <p class={`hl-four-lines ${checked ? 'hl-verdict hl-yes' : ''}`}>
            {checked ? text.checked(tried) : found ? text.checkReady : text.checkWaiting}
          </p>
        </div>
      </div>
    </Panel>
  );
}

/** Holds the place of a hash that is not there yet. */
function NoHash() {
  return (
    <span class="hl-hex hl-empty" aria-hidden="true">
      <span class="hl-half">{'·'.repeat(32)}</span>
      <wbr />
      <span class="hl-half">{'·'.repeat(32)}</span>
    </span>
  );
}

function ratioText(ratio: number, locale: Locale): string {
  return formatNumber(significant(ratio, 2), locale);
}

function Hundred({ count, label }: { count: number; label: string }) {
  return (
    <svg class="hl-hundred" viewBox="0 0 200 50" role="img" aria-label={label}>
      <path class="hl-cell-on" d={cells(upTo(count), 20, 'square')} />
      <path class="hl-cell-off" d={cells(upTo(100).slice(count), 20, 'dot')} />
    </svg>
  );
}

/** The scale runs from a thousand to a thousand billion billion hashes per second. */
const SCALE_DECADES = { from: 3, to: 21 };

function RateRow({
  name,
  rate,
  locale,
  note,
  kind,
}: {
  name: string;
  rate: number;
  locale: Locale;
  note?: string;
  kind: 'own' | 'machine' | 'network';
}) {
  const { from, to } = SCALE_DECADES;
  const part = (Math.log10(rate) - from) / (to - from);
  const width = Math.round(Math.min(Math.max(part, 0.005), 1) * 1000);
  return (
    <>
      <dt>
        {name} <span class="hl-rate">{hashRate(rate, locale)}</span>
      </dt>
      <dd>
        <svg class="hl-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
          <path
            class="hl-bar-grid"
            d={upTo(7)
              .map((step) => `M${(step * 1000) / 6} 0v10`)
              .join('')}
          />
          <rect class={`hl-bar-${kind}`} y="1.5" width={width} height="7" />
        </svg>
        {note !== undefined && <span class="hl-note">{note}</span>}
      </dd>
    </>
  );
}

function ComparePanel({ locale, data, settings, uid, text, live }: PanelProps) {
  const { rate, zeros } = settings;
  const deviceName =
    live?.measured === true
      ? text.device.measured
      : rate === data.assumedRate
        ? text.device.assumed
        : text.device.set;
  const hashes = expectedHashes(WEEK_BITS);
  const realTarget = targetHex(compactToTarget(WEEK_BITS).target);
  const { machine, networks } = data;
  const week = networks.find((network) => network.id === 'week');
  return (
    <Panel>
      <p class="hl-title" id={`${uid}-rates`}>
        {text.ratesTitle}
      </p>
      <dl class="hl-rates" aria-labelledby={`${uid}-rates`}>
        <RateRow name={deviceName} rate={rate} locale={locale} kind="own" />
        <RateRow
          name={text.machine}
          rate={machine.rate}
          note={text.ratio(machine.rate / rate)}
          locale={locale}
          kind="machine"
        />
        {networks.map((network) => (
          <RateRow
            name={text.network(network.when[locale])}
            rate={network.rate}
            note={text.ratio(network.rate / rate)}
            locale={locale}
            kind="network"
          />
        ))}
      </dl>
      <p class="hl-ticks" aria-hidden="true">
        {text.ticks.map((tick) => (
          <span>{tick}</span>
        ))}
      </p>
      <p class="hl-note">{text.ratesScale}</p>
      <p class="hl-title" id={`${uid}-wait`}>
        {text.waitTitle(difficulty(WEEK_BITS), hashes)}
      </p>
      <dl class="hl-wait" aria-labelledby={`${uid}-wait`}>
        <dt>{deviceName}</dt>
        <dd>{text.wait(hashes / rate)}</dd>
        <dt>{text.machine}</dt>
        <dd>{text.wait(hashes / machine.rate)}</dd>
        {week && (
          <>
            <dt>{text.network(week.when[locale])}</dt>
            <dd>{text.wait(hashes / week.rate)}</dd>
          </>
        )}
      </dl>
      <p class="hl-title" id={`${uid}-targets`}>
        {text.targetsTitle}
      </p>
      <dl class="hl-pair" aria-labelledby={`${uid}-targets`}>
        <dt>{text.classTarget(zeros)}</dt>
        <dd>
          <Hash digits={targetHex(toyTarget(zeros))} />
        </dd>
        <dt>{text.realTarget(leadingZeroBits(realTarget))}</dt>
        <dd>
          <Hash digits={realTarget} />
        </dd>
      </dl>
    </Panel>
  );
}

function MinersPanel({ locale, settings, text }: PanelProps) {
  const { share, rounds, classNumber } = settings;
  const { winners, wins } = runLottery({
    hashRates: [100 - share, share],
    rounds,
    seed: classNumber,
  });
  const smallWins = wins[1] ?? 0;
  const { low, high, chance } = usualWins(rounds, share / 100, 0.95);
  const columns = 10;
  return (
    <Panel>
      <p class="hl-lead">{text.minersLead(100 - share, share, rounds)}</p>
      <div class="hl-two">
        <svg
          class="hl-miners"
          viewBox="0 0 100 100"
          role="img"
          aria-label={text.minersAlt(smallWins, rounds)}
        >
          <path class="hl-cell-big" d={cells(indexesOf(winners, 0), columns, 'square')} />
          <path class="hl-cell-small-back" d={cells(indexesOf(winners, 1), columns, 'cell')} />
          <path class="hl-cell-small" d={cells(indexesOf(winners, 1), columns, 'disc')} />
          <path class="hl-cell-off" d={cells(upTo(LIMIT_ROUNDS).slice(rounds), columns, 'dot')} />
        </svg>
        <div>
          <dl class="hl-stats">
            <Stat name={text.bigMiner}>
              <Key kind="big" /> {text.wonOf(wins[0] ?? 0)}
            </Stat>
            <Stat name={text.smallMiner}>
              <Key kind="small" /> {text.wonOf(smallWins)}
            </Stat>
          </dl>
          <p>{text.minersNote(rounds, low, high, Math.round(chance * 100))}</p>
          <p>{text.minersWhy}</p>
          <p class="hl-note">{text.classIs(exactly(classNumber, locale))}</p>
        </div>
      </div>
    </Panel>
  );
}

const LIMIT_ROUNDS = 100;

/** The sign of a miner beside the count. */
function Key({ kind }: { kind: 'big' | 'small' }) {
  return (
    <svg class="hl-sign" viewBox="0 0 10 10" aria-hidden="true">
      {kind === 'big' ? (
        <path class="hl-cell-big" d={cells([0], 1, 'square')} />
      ) : (
        <>
          <path class="hl-cell-small-back" d={cells([0], 1, 'cell')} />
          <path class="hl-cell-small" d={cells([0], 1, 'disc')} />
        </>
      )}
    </svg>
  );
}
