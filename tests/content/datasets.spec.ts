import { expect, test } from '@playwright/test';
import { readDataset } from '../../src/content/datasets.ts';
import { readLibrary } from '../../src/content/read.ts';

const { library } = readLibrary('.');

for (const [id, meta] of library.datasets)
  test(`${id} holds the columns and the rows that its description names`, () => {
    const rows = readDataset('.', id);
    expect(rows).toHaveLength(meta.rows);
    expect(Object.keys(rows[0] ?? {})).toEqual(meta.columns.map((column) => column.name));
  });

test('a fact that rests on the daily hash rate has the value of its row', () => {
  const rows = readDataset('.', 'hashrate');
  for (const [id, date] of [
    ['hashrate-7d-2021-05-13', '2021-05-13'],
    ['hashrate-7d-2021-07-02', '2021-07-02'],
  ] as const) {
    const fact = library.facts.get(id);
    const row = rows.find((one) => one['date'] === date);
    expect(fact?.kind === 'number' ? fact.value : undefined).toBeCloseTo(
      Number(row?.['hashrate_7d_ehs']),
      1,
    );
  }
});
