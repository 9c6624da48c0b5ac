import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locales.ts';
import { readValues, writeValues, type ParameterValues } from '../contract.ts';
import { countKnown, type WeekData } from './data.ts';
import { figure, MOMENTS } from './figure.ts';
import { WORDS } from './text.ts';
import { momentText, shortMoment } from './time.ts';
import { weekValues } from './values.ts';
import { View } from './View.tsx';

interface Props {
  locale: Locale;
  data: WeekData;
  uid: string;
  /** Address of the figure's own page; a copied link leads there. */
  page: string;
  /** True where the address of the document is the figure's own, so that it may be rewritten. */
  ownsAddress: boolean;
}

const DEFAULTS = readValues(figure, '').values;
const OWN_KEYS = ['state', ...figure.parameters.map((parameter) => parameter.id)];

/** The figure with its controls. Before it wakes up they are switched off. */
export default function Island({ locale, data, uid, page, ownsAddress }: Props) {
  const [values, setValues] = useState<ParameterValues>(DEFAULTS);
  const [awake, setAwake] = useState(false);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const words = WORDS[locale];
  const week = weekValues(values);

  useEffect(() => {
    setAwake(true);
    if (!ownsAddress) return;
    const read = () => {
      if (isState(location.hash)) setValues(readValues(figure, location.hash).values);
    };
    read();
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('hashchange', read);
    };
  }, [ownsAddress]);

  const touched = useRef(false);
  useEffect(() => {
    if (!ownsAddress || !touched.current) return;
    // Safari allows a hundred changes in half a minute; a slider must not use them up.
    const timer = setTimeout(() => {
      history.replaceState(history.state, '', addressWith(values));
    }, 300);
    return () => {
      clearTimeout(timer);
    };
  }, [values]);

  const change = (changed: ParameterValues) => {
    touched.current = true;
    setCopied('no');
    setValues((before) => ({ ...before, ...changed }));
  };

  const link = () => {
    const fragment = writeValues(figure, values);
    return new URL(fragment === '' ? page : `${page}#${fragment}`, location.href).href;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link());
      setCopied('yes');
    } catch {
      // Refused, or no clipboard at all outside a secure context.
      setCopied('refused');
    }
  };

  const counts = useMemo(() => countKnown(data, week.known), [data, week.known]);
  const moment = momentText(week.known, week.zone, locale);
  const changed = Object.entries(DEFAULTS).some(([id, value]) => values[id] !== value);

  return (
    <div class="wt-live">
      <fieldset class="wt-controls fig-controls" disabled={!awake} aria-label={words.controls}>
        <div class="wt-choices">
          {figure.parameters.map(
            (parameter) =>
              parameter.kind === 'choice' &&
              // A list of the week has no other span.
              (parameter.id !== 'span' || week.view === 'lanes') && (
                <fieldset key={parameter.id}>
                  <legend>{parameter.label[locale]}</legend>
                  {parameter.options.map((option) => (
                    <label key={option.id} class="chip">
                      <input
                        type="radio"
                        name={`${uid}-${parameter.id}`}
                        value={option.id}
                        checked={values[parameter.id] === option.id}
                        onChange={() => change({ [parameter.id]: option.id })}
                      />
                      <span>{option.label[locale]}</span>
                    </label>
                  ))}
                </fieldset>
              ),
          )}
        </div>
        <div class="wt-known">
          {figure.parameters.map(
            (parameter) =>
              parameter.kind === 'number' && (
                <label key={parameter.id} class="wt-slider">
                  <span>
                    {parameter.label[locale]}
                    {words.space}
                    <strong>{moment}</strong>
                  </span>
                  <input
                    type="range"
                    min={parameter.min}
                    max={parameter.max}
                    step={parameter.step}
                    value={week.known}
                    aria-label={parameter.label[locale]}
                    aria-valuetext={moment}
                    onInput={(event) =>
                      change({ [parameter.id]: Number(event.currentTarget.value) })
                    }
                  />
                </label>
              ),
          )}
          <div class="wt-moments" role="group" aria-label={words.moments}>
            {MOMENTS.map(({ hour, what }) => (
              <button
                key={hour}
                type="button"
                aria-pressed={week.known === hour}
                onClick={() => change({ known: hour })}
              >
                <span class="wt-soft">{shortMoment(hour, week.zone, locale)}</span>
                {words.space}
                {what[locale]}
              </button>
            ))}
          </div>
          <p class="wt-tally" role="status">
            {words.tally(counts, data.undated.length)}
          </p>
        </div>
        <div class="wt-actions">
          <button type="button" disabled={!changed} onClick={() => change(DEFAULTS)}>
            {words.reset}
          </button>
          <button type="button" onClick={() => void copy()}>
            {words.copy}
          </button>
          <span role="status">
            {copied === 'yes' && words.copied}
            {copied === 'refused' && (
              <label>
                {words.copyFailed} <input type="text" readOnly value={link()} />
              </label>
            )}
          </span>
        </div>
      </fieldset>
      <View locale={locale} data={data} values={values} uid={uid} />
    </div>
  );
}

/** Says whether a fragment is one of ours, and not the id of a section or paragraph. */
const isState = (fragment: string): boolean => fragment.includes('=');

/** The document's address with the figure's own parameters replaced; others, such as the theme, stay. */
function addressWith(values: ParameterValues): string {
  const query = new URLSearchParams(isState(location.hash) ? location.hash.slice(1) : '');
  for (const key of OWN_KEYS) query.delete(key);
  const fragment = [query.toString(), writeValues(figure, values)].filter(Boolean).join('&');
  return location.pathname + location.search + (fragment === '' ? '' : `#${fragment}`);
}
