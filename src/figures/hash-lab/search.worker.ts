import { createSearchEngine, type SearchJob, type SearchReport } from './search-engine.ts';

/** Orders to the worker. Each job has a number; reports carry it, so that late ones can be told. */
export type SearchOrder =
  { kind: 'start'; id: number; job: SearchJob } | { kind: 'pause' | 'resume' | 'stop' };

export type NumberedReport = SearchReport & { id: number };

let current = 0;
const engine = createSearchEngine((report) => {
  const message: NumberedReport = { ...report, id: current };
  postMessage(message);
});

addEventListener('message', ({ data: order }: MessageEvent<SearchOrder>) => {
  if (order.kind !== 'start') {
    engine[order.kind]();
    return;
  }
  current = order.id;
  engine.start(order.job);
});
