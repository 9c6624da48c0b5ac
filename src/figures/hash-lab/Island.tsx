import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Locale } from '../../i18n/locales.ts';
import {
  readValues,
  writeValues,
  type AddressContract,
  type ParameterValues,
} from '../contract.ts';
import { BLOCKS } from './blocks.ts';
import type { HashLabData } from './data.ts';
import {
  LIMITS,
  VIEWS,
  headerWith,
  settingsOf,
  startNonce,
  type Settings,
  type ViewId,
} from './lab.ts';
import { STATE_VALUES, parameters } from './parameters.ts';
import { createSearcher, type Searcher } from './searcher.ts';
import type { SearchReport } from './search-engine.ts';
import type { Text } from './text.ts';
import View, { type LiveSearch } from './View.tsx';
import { significant } from './wording.ts';

export interface HashLabProps {
  locale: Locale;
  data: HashLabData;
  uid: string;
  text: Text;
  /** Root-relative address of the figure's own page, for the link to copy. */
  page: string;
  /** The address of the page is that of the figure: values are read from its fragment and kept in it. */
  ownsAddress: boolean;
}

const address: AddressContract = {
  parameters,
  states: Object.entries(STATE_VALUES).map(([id, values]) => ({ id, values })),
};
const initialValues: ParameterValues = readValues(address, '').values;

const IDLE: LiveSearch = {
  status: 'idle',
  progress: undefined,
  rate: undefined,
  checked: false,
  measured: false,
};

/** Shorter hashing says more about the clock than about the device. */
const MEASURABLE_MS = 100;
const MEASURE_MS = 1000;
/** Settings that a search depends on. */
const SEARCH_INPUTS: readonly string[] = ['block', 'text', 'zeros', 'class'];

/** A phone rests a third of the time; a reader who wants stillness gets a report a second. */
function manners(): { rest: number; every: number } {
  const phone = matchMedia('(pointer: coarse)').matches;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { rest: phone ? 20 : 0, every: still ? 1000 : 200 };
}

function rateOf({ progress, hashingMs }: SearchReport): number | undefined {
  return hashingMs < MEASURABLE_MS
    ? undefined
    : significant((progress.tried / hashingMs) * 1000, 2);
}

const OWN_KEYS = ['state', ...parameters.map((parameter) => parameter.id)];

/** What a fragment sets, ours or not; the id of a section or paragraph sets nothing. */
function queryOf(fragment: string): URLSearchParams {
  return new URLSearchParams(fragment.includes('=') ? fragment.replace(/^#/, '') : '');
}

/** The fragment with these values; what belongs to others, such as the theme, stays. */
function fragmentWith(values: ParameterValues, before: string): string {
  const query = queryOf(before);
  for (const id of OWN_KEYS) query.delete(id);
  return [query.toString(), writeValues(address, values)].filter(Boolean).join('&');
}

export default function HashLab({ locale, data, uid, text, page, ownsAddress }: HashLabProps) {
  const [values, setValues] = useState(initialValues);
  /** Undefined until the reader acts: till then the recorded run of a key state is shown. */
  const [live, setLive] = useState<LiveSearch>();
  const [ready, setReady] = useState(false);
  const [says, setSays] = useState('');
  const [link, setLink] = useState<string>();
  const [measuring, setMeasuring] = useState(false);
  const searcher = useRef<Searcher>();
  const settings = settingsOf(values);

  const openSearcher = () => (searcher.current ??= createSearcher());
  const endSearch = () => {
    searcher.current?.stop();
    setMeasuring(false);
  };

  const openFragment = () => {
    const query = queryOf(location.hash);
    if (!OWN_KEYS.some((id) => query.has(id))) return;
    const read = readValues(address, location.hash);
    endSearch();
    setValues(read.values);
    setLive(undefined);
    setSays(read.ignored.length > 0 ? text.says.mended : '');
  };

  useEffect(() => {
    setReady(true);
    const onHidden = () => {
      if (document.hidden) searcher.current?.pause();
      else if (running.current) searcher.current?.resume();
    };
    document.addEventListener('visibilitychange', onHidden);
    if (ownsAddress) {
      openFragment();
      addEventListener('hashchange', openFragment);
    }
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('hashchange', openFragment);
      searcher.current?.dispose();
    };
  }, []);

  const running = useRef(false);
  running.current = live?.status === 'running' || measuring;

  const touched = useRef(false);
  useEffect(() => {
    if (!ownsAddress || !touched.current) return;
    // Safari allows a hundred changes in half a minute; typing must not use them up.
    const timer = setTimeout(() => {
      const fragment = fragmentWith(values, location.hash);
      history.replaceState(
        history.state,
        '',
        fragment === '' ? location.pathname + location.search : `#${fragment}`,
      );
    }, 300);
    return () => {
      clearTimeout(timer);
    };
  }, [values]);

  /** Changes settings. A change that the search rests on ends it; the sentence typed stays. */
  const change = (changes: ParameterValues) => {
    touched.current = true;
    setLink(undefined);
    setValues((before) => ({ ...before, ...changes }));
    const { measured = false, rate } = live ?? {};
    if (live === undefined || Object.keys(changes).some((id) => SEARCH_INPUTS.includes(id))) {
      endSearch();
      setLive({ ...IDLE, measured, rate });
    }
  };

  const search = () => {
    setSays(text.says.searching);
    setMeasuring(false);
    const measured = live?.measured ?? false;
    const start = startNonce(settings.classNumber);
    setLive({ ...IDLE, status: 'running', measured });
    const { hex: header } = headerWith(settings, start);
    openSearcher().start({ header, zeros: settings.zeros, ...manners() }, (report) => {
      const { progress, done } = report;
      const rate = rateOf(report);
      setLive((before) => ({
        ...IDLE,
        status: done ? 'found' : before?.status === 'paused' ? 'paused' : 'running',
        progress,
        rate,
        measured,
      }));
      if (!done) return;
      keepRate(rate);
      if (progress.found) setSays(text.says.found(progress.tried, progress.found.nonce));
    });
  };

  /** Sets the measured rate beside the network's. */
  const keepRate = (rate: number | undefined) => {
    if (rate === undefined) return;
    setValues((before) => ({ ...before, rate }));
    setLive((before) => ({ ...(before ?? IDLE), rate, measured: true }));
  };

  const setStatus = (status: LiveSearch['status'], words: string) => {
    setLive((before) => ({ ...(before ?? IDLE), status }));
    keepRate(live?.rate);
    setSays(words);
  };

  const measure = () => {
    setMeasuring(true);
    setSays(text.controls.measuring);
    setLive((before) => ({
      ...(before ?? IDLE),
      status: before?.status === 'found' ? 'found' : 'idle',
    }));
    const { hex: header } = headerWith(settings, 0);
    openSearcher().start({ header, zeros: 255, ...manners() }, (report) => {
      if (report.hashingMs < MEASURE_MS) return;
      searcher.current?.stop();
      setMeasuring(false);
      const rate = rateOf(report);
      if (rate === undefined) return;
      touched.current = true;
      keepRate(rate);
      setSays(text.says.measured(rate));
    });
  };

  const reset = () => {
    endSearch();
    touched.current = true;
    setValues({ ...initialValues, view: settings.view });
    setLive(IDLE);
    setLink(undefined);
    setSays(text.says.reset);
  };

  const copy = async () => {
    const fragment = fragmentWith(values, '');
    const address = new URL(fragment === '' ? page : `${page}#${fragment}`, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      setSays(text.says.copied);
      setLink(undefined);
    } catch {
      setLink(address);
      setSays(text.says.copyByHand);
    }
  };

  const shown = { locale, text, uid, settings, change };
  return (
    <div class="hl-island">
      <fieldset class="hl-controls fig-controls" disabled={!ready}>
        <legend class="hl-hidden">{text.controls.settings}</legend>
        <Steps {...shown} />
        {(settings.view === 'try' || settings.view === 'search') && <Header {...shown} />}
        {settings.view === 'try' && <NonceControls {...shown} />}
        {settings.view === 'search' && (
          <SearchControls
            {...shown}
            live={live ?? IDLE}
            search={search}
            pause={() => {
              searcher.current?.pause();
              setStatus('paused', text.says.paused);
            }}
            resume={() => {
              searcher.current?.resume();
              setStatus('running', text.says.searching);
            }}
            stop={() => {
              endSearch();
              setStatus('stopped', text.says.stopped);
            }}
            check={() => {
              setLive((before) => ({ ...(before ?? IDLE), checked: true }));
              setSays(text.says.checked);
            }}
          />
        )}
        {settings.view === 'compare' && (
          <div class="hl-row">
            <Button off={measuring} act={measure}>
              {measuring ? text.controls.measuring : text.controls.measure}
            </Button>
            <Zeros {...shown} />
          </div>
        )}
        {settings.view === 'miners' && <MinersControls {...shown} />}
      </fieldset>
      <View locale={locale} data={data} values={values} uid={uid} text={text} live={live} />
      <fieldset class="hl-controls fig-controls" disabled={!ready}>
        <legend class="hl-hidden">{text.controls.link}</legend>
        <div class="hl-row hl-foot">
          <button type="button" class="hl-quiet" onClick={reset}>
            {text.controls.reset}
          </button>
          <button type="button" class="hl-quiet" onClick={() => void copy()}>
            {text.controls.copy}
          </button>
          <p class="hl-says" role="status">
            {says}
          </p>
        </div>
        {link !== undefined && (
          <label class="hl-label hl-grow">
            {text.controls.link}
            <input
              readOnly
              value={link}
              onFocus={(event) => {
                event.currentTarget.select();
              }}
            />
          </label>
        )}
      </fieldset>
    </div>
  );
}

/** A button that may be out of use. It keeps the focus then, which `disabled` would throw away. */
function Button({
  off,
  act,
  children,
}: {
  off: boolean;
  act: () => void;
  children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      aria-disabled={off}
      onClick={() => {
        if (!off) act();
      }}
    >
      {children}
    </button>
  );
}

interface ControlProps {
  locale: Locale;
  text: Text;
  uid: string;
  settings: Settings;
  change: (changes: ParameterValues) => void;
}

const label = (id: string, locale: Locale): string =>
  parameters.find((parameter) => parameter.id === id)?.label[locale] ?? id;

function Steps({ text, uid, settings, change }: ControlProps) {
  return (
    <fieldset class="hl-steps">
      <legend class="hl-hidden">{text.controls.views}</legend>
      {VIEWS.map((view: ViewId) => (
        <label key={view}>
          <input
            type="radio"
            name={`${uid}-view`}
            value={view}
            checked={settings.view === view}
            onChange={() => {
              change({ view });
            }}
          />
          <span>{text.views[view]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What goes into the header: a block, and in both places the sentence. */
function Header({ locale, text, uid, settings, change }: ControlProps) {
  const parameter = parameters.find(({ id }) => id === 'text');
  return (
    <div class="hl-row">
      {settings.view === 'try' && (
        <label class="hl-label">
          {label('block', locale)}
          <select
            value={settings.block.id}
            onChange={(event) => {
              const block = BLOCKS.find(({ id }) => id === event.currentTarget.value);
              if (block) change({ block: block.id, ...realNonce(block.header) });
            }}
          >
            {BLOCKS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[locale]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="hl-label hl-grow">
        {label('text', locale)}
        <input
          type="text"
          value={settings.text}
          maxLength={parameter?.kind === 'text' ? parameter.max : undefined}
          aria-describedby={`${uid}-text-hint`}
          autocomplete="off"
          onInput={(event) => {
            change({ text: event.currentTarget.value });
          }}
        />
      </label>
      <p class="hl-note hl-hint" id={`${uid}-text-hint`}>
        {text.controls.textHint}
      </p>
    </div>
  );
}

/** The nonce that the chain has for a header. */
function realNonce(header: string): { nonce: number } {
  const bytes = header.slice(152).match(/../g) ?? [];
  return { nonce: Number.parseInt(bytes.reverse().join(''), 16) };
}

function NonceControls({ locale, text, settings, change }: ControlProps) {
  const { nonce } = settings;
  const set = (next: number) => {
    change({ nonce: (next + 2 ** 32) % 2 ** 32 });
  };
  return (
    <div class="hl-row">
      <NumberField
        name={label('nonce', locale)}
        value={nonce}
        limits={LIMITS.nonce}
        wide
        set={(next) => {
          change({ nonce: next });
        }}
      />
      <button
        type="button"
        aria-label={text.controls.nonceDown}
        onClick={() => {
          set(nonce - 1);
        }}
      >
        −1
      </button>
      <button
        type="button"
        aria-label={text.controls.nonceUp}
        onClick={() => {
          set(nonce + 1);
        }}
      >
        +1
      </button>
      <button
        type="button"
        onClick={() => {
          set(nonce % 2 === 0 ? nonce + 1 : nonce - 1);
        }}
      >
        {text.controls.flip}
      </button>
      <button
        type="button"
        onClick={() => {
          change(realNonce(settings.block.header));
        }}
      >
        {text.controls.realNonce}
      </button>
    </div>
  );
}

function Zeros({ locale, uid, settings, change }: ControlProps) {
  const { min, max } = LIMITS.zeros;
  const id = `${uid}-zeros`;
  return (
    <div class="hl-label hl-grow">
      <span>
        <label for={id}>{label('zeros', locale)}</label> <b aria-hidden="true">{settings.zeros}</b>
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={1}
        value={settings.zeros}
        onInput={(event) => {
          change({ zeros: event.currentTarget.valueAsNumber });
        }}
      />
    </div>
  );
}

interface SearchControlsProps extends ControlProps {
  live: LiveSearch;
  search: () => void;
  pause: () => void;
  resume: () => void;
  stop: () => void;
  check: () => void;
}

function SearchControls(props: SearchControlsProps) {
  const { locale, text, uid, settings, change, live } = props;
  const active = live.status === 'running' || live.status === 'paused';
  const found = live.progress?.found;
  return (
    <>
      <div class="hl-row">
        <Zeros {...props} />
        <NumberField
          name={label('class', locale)}
          value={settings.classNumber}
          limits={LIMITS.class}
          describedBy={`${uid}-class-hint`}
          set={(next) => {
            change({ class: next });
          }}
        />
        <p class="hl-note hl-hint" id={`${uid}-class-hint`}>
          {text.controls.classHint}
        </p>
      </div>
      <div class="hl-row">
        {/* One button for three orders, so that focus stays where the hand is. */}
        <button
          type="button"
          class="hl-main"
          onClick={
            live.status === 'running'
              ? props.pause
              : live.status === 'paused'
                ? props.resume
                : props.search
          }
        >
          {live.status === 'running'
            ? text.controls.pause
            : live.status === 'paused'
              ? text.controls.resume
              : live.status === 'idle'
                ? text.controls.search
                : text.controls.again}
        </button>
        <Button off={!active} act={props.stop}>
          {text.controls.stop}
        </Button>
        <Button off={found === undefined} act={props.check}>
          {text.controls.check}
        </Button>
        <Button
          off={found === undefined}
          act={() => {
            if (found) change({ view: 'try', nonce: found.nonce });
          }}
        >
          {text.controls.openTry}
        </Button>
      </div>
    </>
  );
}

function MinersControls({ locale, text, settings, change }: ControlProps) {
  return (
    <div class="hl-row">
      <NumberField
        name={label('share', locale)}
        value={settings.share}
        limits={LIMITS.share}
        set={(share) => {
          change({ share });
        }}
      />
      <NumberField
        name={label('rounds', locale)}
        value={settings.rounds}
        limits={LIMITS.rounds}
        set={(rounds) => {
          change({ rounds });
        }}
      />
      <NumberField
        name={label('class', locale)}
        value={settings.classNumber}
        limits={LIMITS.class}
        set={(next) => {
          change({ class: next });
        }}
      />
      <button
        type="button"
        onClick={() => {
          change({ class: (settings.classNumber % LIMITS.class.max) + 1 });
        }}
      >
        {text.controls.nextClass}
      </button>
    </div>
  );
}

/**
 * A number that may be half typed: what is no number in range waits in the box and takes effect
 * when it becomes one; leaving the box brings back the number in force.
 */
function NumberField({
  name,
  value,
  limits: { min, max },
  wide = false,
  describedBy,
  set,
}: {
  name: string;
  value: number;
  limits: { min: number; max: number };
  wide?: boolean;
  describedBy?: string;
  set: (value: number) => void;
}) {
  const [draft, setDraft] = useState<string>();
  return (
    <label class={`hl-label${wide ? ' hl-label-wide' : ''}`}>
      {name}
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        value={draft ?? String(value)}
        aria-describedby={describedBy}
        onInput={(event) => {
          const raw = event.currentTarget.value;
          const next = Number(raw);
          setDraft(raw);
          if (raw !== '' && Number.isInteger(next) && next >= min && next <= max) set(next);
        }}
        onBlur={() => {
          setDraft(undefined);
        }}
      />
    </label>
  );
}
