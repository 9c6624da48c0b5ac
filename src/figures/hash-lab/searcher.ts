import { trustedScriptUrl } from '../trusted-types.ts';
import {
  createSearchEngine,
  type SearchEngine,
  type SearchJob,
  type SearchReport,
} from './search-engine.ts';
import type { NumberedReport, SearchOrder } from './search.worker.ts';
import workerAddress from './search.worker.ts?worker&url';

export interface Searcher extends Omit<SearchEngine, 'start'> {
  /** Begins a search; a search under way is dropped, and its late reports with it. */
  start(job: SearchJob, report: (report: SearchReport) => void): void;
  /** Ends the worker. */
  dispose(): void;
}

/** On the page's own thread a slice must leave time to draw. */
const PAGE_SLICE_MS = 8;

/**
 * Searches off the page's own thread. A page inside a sandboxed frame may not have workers (its
 * origin is opaque); there the same search runs on the page's thread in short slices.
 */
export function createSearcher(): Searcher {
  let id = 0;
  let listener: ((report: SearchReport) => void) | undefined;
  let job: SearchJob | undefined;
  let local: SearchEngine | undefined;

  const useOwnThread = () => {
    local ??= createSearchEngine((report) => listener?.(report), PAGE_SLICE_MS);
    return local;
  };

  const worker = openWorker();
  worker?.addEventListener('message', ({ data }: MessageEvent<NumberedReport>) => {
    if (data.id === id && local === undefined) listener?.(data);
  });
  // A worker whose script may not load says so only here.
  worker?.addEventListener('error', () => {
    const engine = useOwnThread();
    if (job !== undefined) engine.start(job);
  });
  const order = (message: SearchOrder) => {
    worker?.postMessage(message);
  };

  return {
    start: (next, report) => {
      id += 1;
      job = next;
      listener = report;
      if (worker === undefined || local !== undefined) useOwnThread().start(next);
      else order({ kind: 'start', id, job: next });
    },
    pause: () => {
      if (local) local.pause();
      else order({ kind: 'pause' });
    },
    resume: () => {
      if (local) local.resume();
      else order({ kind: 'resume' });
    },
    stop: () => {
      // What the worker still has to say about this job is of no use any more.
      id += 1;
      job = undefined;
      listener = undefined;
      if (local) local.stop();
      else order({ kind: 'stop' });
    },
    dispose: () => {
      local?.stop();
      worker?.terminate();
    },
  };
}

function openWorker(): Worker | undefined {
  try {
    return new Worker(trustedScriptUrl(workerAddress), { type: 'module' });
  } catch {
    return undefined;
  }
}
