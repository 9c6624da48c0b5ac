import { createLoggedSearch, type SearchProgress } from './lab.ts';

/** What a search is given. Times are milliseconds. */
export interface SearchJob {
  /** Header with the nonce to start from, 160 hexadecimal digits. */
  header: string;
  /** Leading zero bits that count as found; 255 never ends and serves to measure. */
  zeros: number;
  /** Pause after each slice of hashing, so that phones stay cool; 0 hashes on at once. */
  rest: number;
  /** Time between two reports. */
  every: number;
}

export interface SearchReport {
  progress: SearchProgress;
  /** Time spent hashing, without rests and pauses. */
  hashingMs: number;
  done: boolean;
}

export interface SearchEngine {
  /** Drops what was under way and begins anew. */
  start(job: SearchJob): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

/** After each slice the engine yields, so that a pause is heard and a page stays responsive. */
const SLICE_MS = 40;
/** Between two looks at the clock: a millisecond or less on the slowest phones. */
const HASHES_PER_LOOK = 256;

/**
 * Runs searches in slices of time, in a worker or, where none is to be had, on the page's own
 * thread. What is found depends on the job alone; only how soon depends on the device.
 *
 * @param sliceMs longest time to hash without yielding
 */
export function createSearchEngine(
  report: (report: SearchReport) => void,
  sliceMs = SLICE_MS,
): SearchEngine {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slice: (() => void) | undefined;

  const halt = () => {
    clearTimeout(timer);
    timer = undefined;
  };

  const start = ({ header, zeros, rest, every }: SearchJob) => {
    halt();
    const search = createLoggedSearch(header, zeros);
    let hashingMs = 0;
    let reported = performance.now();
    slice = () => {
      const from = performance.now();
      let now = from;
      let progress: SearchProgress;
      do {
        progress = search.step(HASHES_PER_LOOK);
        now = performance.now();
      } while (progress.found === undefined && now - from < sliceMs);
      hashingMs += now - from;
      const done = progress.found !== undefined;
      if (done || now - reported >= every) {
        reported = now;
        report({ progress, hashingMs, done });
      }
      timer = done ? undefined : setTimeout(() => slice?.(), rest);
    };
    slice();
  };

  return {
    start,
    pause: halt,
    resume: () => {
      if (timer === undefined) slice?.();
    },
    stop: () => {
      halt();
      slice = undefined;
    },
  };
}
