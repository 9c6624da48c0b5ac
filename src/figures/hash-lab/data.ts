import { readRecord } from '../../content/read.ts';
import { formatDate } from '../../i18n/format.ts';
import { LOCALE_IDS } from '../../i18n/locales.ts';
import type { Localized } from '../../schemas/common.ts';
import type { Fact } from '../../schemas/index.ts';
import { FigureInputError } from '../contract.ts';
import { figure, FACTS } from './figure.ts';
import { DEFAULTS, recordRun, settingsOf, type RecordedRun } from './lab.ts';

export interface HashLabData {
  /** Hashes per second taken for a device that has not been measured. */
  assumedRate: number;
  /** A mining machine of the time: hashes per second. */
  machine: { rate: number };
  /** The whole network: hashes per second, and the time it holds for. */
  networks: ReadonlyArray<{ id: 'week' | 'latest'; rate: number; when: Localized }>;
  /** Searches of the key states. */
  runs: readonly RecordedRun[];
}

const HASHES = { 'H/s': 1, 'TH/s': 1e12, 'EH/s': 1e18 } as const;

/** A hash rate from `content/facts`, in hashes per second. */
function rateFact(id: string): { rate: number; asOf: string } {
  const file = `content/facts/${id}.yaml`;
  const { record, problems } = readRecord(process.cwd(), 'facts', { id, file });
  const fact: Fact | undefined = record;
  const [problem] = problems;
  if (fact === undefined) throw new FigureInputError(`${file}: ${problem?.what ?? 'no record'}`);
  const unit = fact.kind === 'number' ? fact.unit : undefined;
  if (fact.kind !== 'number' || !(fact.unit in HASHES))
    throw new FigureInputError(
      `${file}: the hash lab needs a number of hashes, not ${String(unit)}`,
    );
  return { rate: fact.value * HASHES[fact.unit as keyof typeof HASHES], asOf: fact.asOf };
}

function network(id: 'week' | 'latest', factId: string): HashLabData['networks'][number] {
  const { rate, asOf } = rateFact(factId);
  const [zh, en] = LOCALE_IDS.map((locale) => formatDate(asOf, locale));
  return { id, rate, when: { zh: zh ?? asOf, en: en ?? asOf } };
}

let runs: readonly RecordedRun[] | undefined;

function recordedRuns(): readonly RecordedRun[] {
  runs ??= figure.states
    .map((state) => settingsOf(state.values))
    .filter((settings) => settings.view === 'search')
    .map(recordRun);
  return runs;
}

/**
 * What the drawing rests on: rates from the facts, and the searches of the key states, run here so
 * that the still picture shows what a reader's own search will find.
 *
 * @throws FigureInputError when a fact is missing or is no hash rate
 */
export function figureData(): HashLabData {
  return {
    assumedRate: DEFAULTS.rate,
    machine: { rate: rateFact(FACTS.machine).rate },
    networks: [network('week', FACTS.week), network('latest', FACTS.latest)],
    runs: recordedRuns(),
  };
}
