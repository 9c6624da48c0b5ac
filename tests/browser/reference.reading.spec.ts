import { expect, test, type Page } from '@playwright/test';
import { readLibrary } from '../../src/content/read.ts';
import { LOCALE_IDS, type Locale } from '../../src/i18n/locales.ts';

const { library } = readLibrary('.');

interface Hedge {
  level: string;
  wording: Record<Locale, string>;
}

/** The editors' note on weak support, where a record has one. */
function hedgeOf(record: object): Hedge | undefined {
  return 'hedge' in record ? (record.hedge as Hedge | undefined) : undefined;
}

/** Records that may be shown, straight from their files. */
function publicRecords<T extends object>(records: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...records].filter(([, record]) => hedgeOf(record)?.level !== 'do-not-publish'));
}

const PAGES: ReadonlyArray<{ path: string; records: ReadonlyMap<string, object> }> = [
  { path: 'timeline/', records: publicRecords(library.events) },
  { path: 'papers/', records: publicRecords(library.papers) },
  { path: 'claims/', records: publicRecords(library.claims) },
  { path: 'firms/', records: publicRecords(library.firms) },
  { path: 'chain/', records: publicRecords(library.nodes) },
  { path: 'places/', records: publicRecords(library.places) },
  { path: 'glossary/', records: publicRecords(library.glossary) },
  { path: 'facts/', records: publicRecords(library.facts) },
  { path: 'sources/', records: publicRecords(library.sources) },
];

const mattersOf = (node: string): string[] =>
  [...library.edges.values()]
    .filter((edge) => edge.from === node || edge.to === node)
    .map((edge) => edge.matter);
const langOf = (lang: string): string =>
  lang.startsWith('zh') ? 'zh' : lang === 'en' ? 'en' : 'other';

/** Each filter of each page: the values a record has for it. */
const FILTERS: ReadonlyArray<{ path: string; name: string; values: Map<string, string[]> }> = [
  filter('timeline/', 'level', library.events, (event) => [event.level]),
  filter('timeline/', 'kind', library.events, (event) => [event.kind]),
  filter('timeline/', 'state', library.events, (event) => [event.status.state]),
  filter('claims/', 'verdict', library.claims, (claim) => [claim.verdict]),
  filter('claims/', 'speaker', library.claims, (claim) => [claim.speaker.kind]),
  filter('chain/', 'matter', library.nodes, (_node, id) => mattersOf(id)),
  filter('sources/', 'sector', library.sources, (source) => [source.sector]),
  filter('sources/', 'lang', library.sources, (source) => [langOf(source.lang)]),
];

function filter<T extends object>(
  path: string,
  name: string,
  records: ReadonlyMap<string, T>,
  valuesOf: (record: T, id: string) => string[],
) {
  const values = new Map<string, string[]>();
  for (const [id, record] of publicRecords(records))
    for (const value of new Set(valuesOf(record, id)))
      values.set(value, [...(values.get(value) ?? []), id]);
  return { path, name, values };
}

const sorted = (ids: Iterable<string>): string[] => [...ids].sort();

async function shownRecords(page: Page): Promise<string[]> {
  const ids = await page
    .locator('.record')
    .evaluateAll((records) =>
      records.filter((record) => record.getClientRects().length > 0).map((record) => record.id),
    );
  return sorted(ids);
}

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  for (const { path, records } of PAGES)
    for (const locale of LOCALE_IDS)
      test(`${locale}/${path} holds every record once`, async ({ page }) => {
        expect(records.size).toBeGreaterThan(0);
        await page.goto(`/${locale}/${path}`);
        expect(await shownRecords(page)).toEqual(sorted(records.keys()));
        const ids = await page
          .locator('[id]')
          .evaluateAll((elements) => elements.map((element) => element.id));
        expect(new Set(ids).size, 'an id stands twice on the page').toBe(ids.length);
      });

  for (const { path, records } of PAGES)
    test(`a record of ${path} is found by its address, and links to itself`, async ({ page }) => {
      const ids = [...records.keys()];
      for (const id of [ids.at(0), ids.at(ids.length / 2), ids.at(-1)]) {
        if (id === undefined) throw new Error(`no records for ${path}`);
        // A fresh load each time: a change of the fragment alone would not ask the server.
        await page.goto('about:blank');
        await page.goto(`/en/${path}#${id}`);
        const record = page.locator('.record:target');
        await expect(record).toHaveAttribute('id', id);
        await expect(record).toBeInViewport();
        await expect(record.locator('a.self')).toHaveAttribute('href', `#${id}`);
      }
    });

  for (const { path, name, values } of FILTERS)
    test(`the buttons for ${name} on ${path} leave what they say`, async ({ page }) => {
      await page.goto(`/zh/${path}`);
      const folded = page.locator('.filter-set > summary');
      if ((await folded.count()) > 0) await folded.click();
      const all = await shownRecords(page);
      const buttons = page.locator(`input[name="${name}"]:not([value=""])`);
      await expect(buttons).toHaveCount(values.size);
      for (const [value, ids] of values) {
        await page.locator(`#f-${name}-${value}`).check();
        expect(await shownRecords(page), value).toEqual(sorted(ids));
        const empty = page.locator('.group:visible:not(:has(.record:visible))');
        await expect(empty, 'a heading without records is left standing').toHaveCount(0);
      }
      await page.locator(`#f-${name}-all`).check();
      expect(await shownRecords(page)).toEqual(all);
    });

  test('the record in the address is shown whatever the filter hides', async ({ page }) => {
    const contradicted = FILTERS.find(({ name }) => name === 'verdict')?.values.get('contradicted');
    const [named, other] = contradicted ?? [];
    if (!named || !other) throw new Error('the test needs two contradicted claims');
    await page.goto(`/en/claims/#${named}`);
    await page.locator('#f-verdict-confirmed').check();
    await expect(page.locator(`[id="${named}"]`)).toBeVisible();
    await expect(page.locator(`[id="${other}"]`)).toBeHidden();
  });

  for (const locale of LOCALE_IDS)
    test(`${locale}: a weak record says that it is weak`, async ({ page }) => {
      let checked = 0;
      for (const { path, records } of PAGES) {
        const hedged = [...records].flatMap(([id, record]) => {
          // A number in the wording is written by the page; the words before it will do.
          const wording = hedgeOf(record)?.wording[locale].split('{{')[0];
          return wording === undefined ? [] : [{ id, wording }];
        });
        if (hedged.length === 0) continue;
        await page.goto(`/${locale}/${path}`);
        const said = await page
          .locator('.record')
          .evaluateAll((elements) =>
            elements.map((element) => [
              element.id,
              [...element.querySelectorAll('.hedge')].map((hedge) => hedge.textContent).join('\n'),
            ]),
          );
        const notes = new Map(said.map(([id = '', text = '']) => [id, text]));
        for (const { id, wording } of hedged)
          expect(notes.get(id), `${path}#${id}`).toContain(wording);
        checked += hedged.length;
      }
      expect(checked).toBeGreaterThan(50);
    });

  test('a source of which only a copy was read is not linked', async ({ page }) => {
    await page.goto('/zh/sources/');
    const out = await page.locator('.source').evaluateAll((elements) =>
      elements.map((element) => ({
        id: element.id,
        out: [...element.querySelectorAll('a[href^="http"]')].map((a) => a.getAttribute('href')),
      })),
    );
    for (const { id, out: links } of out) {
      const url = library.sources.get(id)?.url ?? null;
      expect(links, id).toEqual(url === null ? [] : [url]);
    }
  });

  test('an event leads to its claims, its paper and its numbers, and back', async ({ page }) => {
    const [eventId, event] =
      [...library.events].find(
        ([id, one]) =>
          one.paper !== undefined &&
          one.facts.length > 0 &&
          [...library.claims.values()].some((claim) => claim.event === id),
      ) ?? [];
    if (!eventId || !event?.paper) throw new Error('no event has a paper, a number and a claim');
    const claims = [...library.claims].filter(([, claim]) => claim.event === eventId);
    await page.goto(`/en/timeline/#${eventId}`);
    const record = page.locator('.record:target');
    for (const [claim] of claims)
      await expect(record.locator(`a[href="/en/claims/#${claim}"]`)).toHaveCount(1);
    for (const fact of event.facts)
      await expect(record.locator(`a[href="/en/facts/#${fact}"]`)).toHaveCount(1);
    await record.locator(`a[href="/en/papers/#${event.paper}"]`).click();
    await page.locator(`.record:target a[href="/en/timeline/#${eventId}"]`).first().click();
    await expect(page.locator('.record:target')).toHaveAttribute('id', eventId);
  });
});

test('a filter goes into the address, is announced, and survives the language switch', async ({
  page,
}) => {
  const contradicted = FILTERS.find(({ name }) => name === 'verdict')?.values.get('contradicted');
  const shown = contradicted?.length ?? 0;
  const total = publicRecords(library.claims).size;
  await page.goto('/zh/claims/');
  await expect(page.getByRole('status').filter({ hasText: '条' })).toHaveCount(0);
  await page.locator('#f-verdict-contradicted').check();
  await expect(page.locator('[data-filter-status]')).toHaveText(`显示${shown}条，共${total}条`);
  await expect(page).toHaveURL(/\/zh\/claims\/\?verdict=contradicted$/);
  await page.locator('.bar a[data-switch]').click();
  await expect(page).toHaveURL(/\/en\/claims\/\?verdict=contradicted/);
  await expect(page.locator('#f-verdict-contradicted')).toBeChecked();
  await expect(page.locator('[data-filter-status]')).toHaveText(`${shown} of ${total} shown`);
  await page.locator('#f-verdict-all').check();
  await expect(page).toHaveURL(/\/en\/claims\/(?:#.*)?$/);
  await expect(page.locator('[data-filter-status]')).toBeEmpty();
});

test('the record in the address is counted when a filter is on', async ({ page }) => {
  const verdicts = FILTERS.find(({ name }) => name === 'verdict')?.values;
  const [named] = verdicts?.get('contradicted') ?? [];
  if (!named) throw new Error('the test needs a contradicted claim');
  await page.goto(`/en/claims/?verdict=overtaken#${named}`);
  await expect(page.locator(`[id="${named}"]`)).toBeVisible();
  await expect(page.locator('[data-filter-status]')).toContainText(
    `${(verdicts?.get('overtaken')?.length ?? 0) + 1} of`,
  );
});
