import { expect, test, type Locator, type Page } from '@playwright/test';

import { readLibrary } from '../../src/content/read.ts';
import { figureData } from '../../src/figures/week-timeline/data.ts';
import { figure as contract } from '../../src/figures/week-timeline/figure.ts';
import { root } from '../support/site.ts';

const WORDS = {
  zh: {
    list: '清单',
    lanes: '时间轴',
    beijing: '北京时间',
    utc: '世界时UTC',
    lastDays: '最后两天',
    slider: '当时知道什么：截至',
    noon: /周一正午/,
    reset: '还原',
    copy: '复制此刻的链接',
    copied: '链接已复制',
    all: '已知14件',
    atNoon: '已知7件；当天的事、是否已公开不详2件；还没有发生5件',
    noonText: '5月24日周一12:00',
    oneLater: '5月24日周一13:00',
    end: '即5月27日00:00',
    endUtc: ['UTC 16:00', '北京24:00'],
    undated: '日期不详',
    unknown: '钟点不详',
  },
  en: {
    list: 'List',
    lanes: 'Lanes',
    beijing: 'Beijing',
    utc: 'UTC',
    lastDays: 'last two days',
    slider: 'What was known at',
    noon: /Monday noon/,
    reset: 'Reset',
    copy: 'Copy link to this view',
    copied: 'Link copied',
    all: '14 known',
    atNoon: '7 known; 2 of that day, perhaps out by now; 5 still to come',
    noonText: 'Monday 24 May, 12:00',
    oneLater: 'Monday 24 May, 13:00',
    end: 'that is 00:00 on 27 May',
    endUtc: ['16:00 UTC', '24:00 Beijing'],
    undated: 'No date',
    unknown: 'hour unknown',
  },
} as const;

type Language = keyof typeof WORDS;
const LANGUAGES = Object.keys(WORDS) as Language[];

const { events } = readLibrary(root).library;
const dataIn = (locale: Language) =>
  figureData(events, { locale, recordHref: (id) => `/${locale}/timeline/#${id}` });

const figureOf = (page: Page): Locator => page.locator('figure[data-figure="week-timeline"]');

/** The figure, awake: its controls wait for the script. */
async function open(page: Page, language: Language, fragment = ''): Promise<Locator> {
  await page.goto(`/${language}/figures/week-timeline/${fragment}`);
  const figure = figureOf(page);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('slider')).toBeEnabled();
  return figure;
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  const data = dataIn(language);

  test.describe(`the week in ${language}, scripts off`, () => {
    test.use({ javaScriptEnabled: false });

    test('is a list of every entry in order of time, the undated last', async ({ page }) => {
      await page.goto(`/${language}/figures/week-timeline/`);
      const figure = figureOf(page);
      const titles = [...data.entries, ...data.undated].map((entry) => entry.title);
      await expect(figure.locator('.wt-title')).toHaveText(titles);
      await expect(figure.locator('.wt-days > li')).toHaveCount(9);
      await expect(figure.locator('.wt-undated')).toContainText(words.undated);
      await expect(figure.locator('.wt-undated .wt-title')).toHaveCount(data.undated.length);
    });

    test('gives an hour only where one is known, and says what 24:00 is', async ({ page }) => {
      await page.goto(`/${language}/figures/week-timeline/`);
      const clocks = figureOf(page).locator('.wt-days .wt-clock');
      await expect(clocks).toHaveCount(data.entries.length);
      await expect(clocks.filter({ hasText: words.unknown })).toHaveCount(
        data.entries.filter((entry) => entry.hour === null).length,
      );
      await expect(clocks.last()).toContainText('24:00');
      await expect(clocks.last()).toContainText(words.end);
      await expect(clocks.last().locator('time')).toHaveAttribute(
        'datetime',
        '2021-05-27T00:00+08:00',
      );
    });

    test('shows no control that would do nothing', async ({ page }) => {
      await page.goto(`/${language}/figures/week-timeline/`);
      for (const role of ['slider', 'radio', 'button'] as const)
        await expect(figureOf(page).getByRole(role)).toHaveCount(0);
    });

    test('has its narration, its table and its key states', async ({ page }) => {
      await page.goto(`/${language}/figures/week-timeline/`);
      await expect(figureOf(page).locator('.fig-narration p')).toHaveCount(
        contract.narration.length,
      );
      const rows = page.locator('#table tbody tr');
      await expect(rows).toHaveCount(data.entries.length + data.undated.length);
      await expect(rows.filter({ hasText: '2021-05-26 16:00' })).toContainText('24:00');
      for (const state of contract.states)
        await expect(page.locator(`#state-${state.id} svg.wt-drawing:visible`)).toHaveCount(1);
    });

    test('leads to the record of each entry', async ({ page }) => {
      await page.goto(`/${language}/figures/week-timeline/`);
      for (const entry of data.entries)
        await expect(
          figureOf(page).getByRole('link', { name: entry.title, exact: true }),
        ).toHaveAttribute('href', entry.href);
      await figureOf(page).locator('.wt-title a').first().click();
      await expect(page).toHaveURL(new RegExp(`/${language}/timeline/#2021-05-18-`));
      await expect(page.locator(':target')).toBeVisible();
    });
  });

  test.describe(`the week in ${language}`, () => {
    test('the slider tells by keyboard alone what was known', async ({ page }) => {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') refused.push(message.text());
      });
      const figure = await open(page, language);
      const status = figure.locator('.wt-tally');
      const slider = figure.getByRole('slider', { name: words.slider });
      await expect(status).toContainText(words.all);
      await figure.getByRole('button', { name: words.noon }).focus();
      await page.keyboard.press('Enter');
      await expect(slider).toHaveAttribute('aria-valuetext', words.noonText);
      await expect(status).toContainText(words.atNoon);
      await expect(figure.locator('.wt-entry.is-later')).toHaveCount(5);
      await expect(figure.locator('.wt-entry.is-open')).toHaveCount(2);

      await slider.focus();
      await page.keyboard.press('ArrowRight');
      await expect(slider).toHaveAttribute('aria-valuetext', words.oneLater);
      await page.keyboard.press('End');
      await expect(status).toContainText(words.all);
      await expect(figure.locator('.wt-entry.is-later')).toHaveCount(0);
      expect(refused).toEqual([]);
    });

    test('UTC shows both clocks and keeps the Beijing day', async ({ page }) => {
      const figure = await open(page, language);
      await figure.getByRole('radio', { name: words.beijing }).focus();
      await page.keyboard.press('ArrowRight');
      await expect(figure.getByRole('radio', { name: words.utc })).toBeChecked();
      const last = figure.locator('.wt-days .wt-clock').last();
      for (const text of words.endUtc) await expect(last).toContainText(text);
      await expect(figure.locator('.wt-days > li')).toHaveCount(9);
    });

    test('the lanes hold every entry as a link with its time and lane', async ({ page }) => {
      const figure = await open(page, language, '#view=lanes');
      const drawing = figure.locator('svg.wt-drawing:visible');
      await expect(drawing).toHaveCount(1);
      const links = drawing.getByRole('link');
      await expect(links).toHaveCount(data.entries.length);
      await expect(links.last()).toHaveAccessibleName(/24:00/);
      await expect(links.last()).toHaveAttribute('href', data.entries.at(-1)?.href ?? '');
    });

    test('an address with values opens the figure with them', async ({ page }) => {
      const figure = await open(page, language, '#state=noon-24-may&zone=utc');
      await expect(figure.getByRole('radio', { name: words.lanes, exact: true })).toBeChecked();
      await expect(figure.getByRole('radio', { name: words.utc })).toBeChecked();
      await expect(figure.locator('.wt-tally')).toContainText(words.atNoon);
    });

    test('a change is kept in the address, and reset takes it out', async ({ page }) => {
      const figure = await open(page, language);
      await figure.getByRole('button', { name: words.noon }).click();
      await figure.getByRole('radio', { name: words.lanes, exact: true }).focus();
      await page.keyboard.press('Space');
      await expect(page).toHaveURL(/#view=lanes&known=156$/);
      await figure.getByRole('button', { name: words.reset }).click();
      await expect(page).toHaveURL(/week-timeline\/$/);
      await expect(figure.locator('.wt-tally')).toContainText(words.all);
      await expect(figure.getByRole('radio', { name: words.list })).toBeChecked();
    });

    test('the copied link leads to the same view', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const figure = await open(page, language, '#state=last-hours');
      await figure.getByRole('button', { name: words.copy }).click();
      await expect(figure.getByText(words.copied)).toBeVisible();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(new URL(link).pathname).toBe(`/${language}/figures/week-timeline/`);
      expect(new URL(link).hash).toBe('#view=lanes&span=hours');
    });

    for (const width of [320, 360, 768, 1000, 1440])
      test(`at ${width} px no words of the lanes touch, and none is too small`, async ({
        page,
        isMobile,
      }) => {
        test.skip(isMobile, 'the same engine at the same widths as on a desktop');
        await page.setViewportSize({ width, height: 900 });
        for (const fragment of [
          '#view=lanes',
          '#state=noon-24-may',
          '#state=last-hours',
          '#state=utc',
          '#view=lanes&zone=utc&span=hours&known=204',
        ]) {
          // A new fragment alone does not load the page again, which is what a reader's click does.
          const figure = await open(page, language, fragment);
          await expect(figure.locator('svg.wt-drawing:visible')).toHaveCount(1);
          const found = await figure.locator('svg.wt-drawing:visible').evaluate((drawing) => {
            const texts = [...drawing.querySelectorAll('text')].map((text) => ({
              text: text.textContent,
              box: text.getBoundingClientRect(),
            }));
            const scale =
              drawing.getBoundingClientRect().width /
              (drawing as SVGSVGElement).viewBox.baseVal.width;
            const size = Number(drawing.getAttribute('font-size')) * scale;
            const problems: string[] = [];
            if (size < 11) problems.push(`letters of ${size} px`);
            // Line boxes are taller than letters, and by how much is up to the font.
            const air = 0.25 * size;
            for (const [index, a] of texts.entries()) {
              if (a.box.right > innerWidth || a.box.left < 0)
                problems.push(`“${a.text}” sticks out`);
              for (const b of texts.slice(index + 1))
                if (
                  a.box.left < b.box.right &&
                  b.box.left < a.box.right &&
                  a.box.top + air < b.box.bottom - air &&
                  b.box.top + air < a.box.bottom - air
                )
                  problems.push(`“${a.text}” lies on “${b.text}”`);
            }
            return problems;
          });
          expect(found, fragment).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
          ).toBeLessThanOrEqual(width);
        }
      });

    test('ids are unique with all key states on the page', async ({ page }) => {
      await open(page, language, '#view=lanes');
      const doubles = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
        return ids.filter((id, index) => ids.indexOf(id) !== index);
      });
      expect(doubles).toEqual([]);
    });

    test('in a frame a record opens in a window of its own', async ({ page }) => {
      await page.goto(`/embed/${language}/week-timeline/`);
      const link = figureOf(page).locator('.wt-title a').first();
      await expect(link).toHaveAttribute('target', '_blank');
    });
  });
}

test('the Chinese figure has no English but names that have no Chinese', async ({ page }) => {
  for (const fragment of ['', '#view=lanes', '#state=noon-24-may', '#state=utc']) {
    const figure = await open(page, 'zh', fragment);
    const text = await figure.evaluate((element) => {
      const parts = [(element as HTMLElement).innerText];
      for (const labelled of element.querySelectorAll('[aria-label], [aria-valuetext]'))
        for (const name of ['aria-label', 'aria-valuetext'])
          parts.push(labelled.getAttribute(name) ?? '');
      return parts.join('\n');
    });
    const names = /BIT Mining|OKEx|UTC|CSV|IP/g;
    expect(text.replace(names, '').match(/[A-Za-z]{2,}/g) ?? [], fragment).toEqual([]);
  }
});
