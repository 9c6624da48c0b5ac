import { expect, test, type Page } from '@playwright/test';

/** Block that the reader is at, and its height on screen, in CSS pixels. */
async function top(page: Page, id: string): Promise<number> {
  return page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top);
}

/**
 * Presses the switch where it stands. Playwright's own click first scrolls an element of a sticky
 * bar to the middle of its flow, which no reader does.
 */
async function pressSwitch(page: Page): Promise<void> {
  const box = await page.locator('.bar a[data-switch]').boundingBox();
  if (!box) throw new Error('the language switch is not on the screen');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Scrolls until a block begins just below the bar: it is then what the reader is at. */
async function readFrom(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}"]`).evaluate((element) => {
    const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
    window.scrollBy({
      top: element.getBoundingClientRect().top - bar - 6,
      behavior: 'instant',
    });
  });
}

const CASES = [
  { from: 'zh', to: 'en', path: 'the-week/', block: 'p-7-9' },
  { from: 'en', to: 'zh', path: 'the-week/', block: 'p-7-9' },
  { from: 'zh', to: 'en', path: 'what-miners-do/', block: 'p-1-12' },
  { from: 'en', to: 'zh', path: 'claims/', block: 'c33' },
  { from: 'zh', to: 'en', path: 'timeline/', block: '2021-09-03-ndrc-1283-notice' },
] as const;

for (const { from, to, path, block } of CASES)
  test(`the ${from}→${to} switch on ${path} keeps ${block} where it was`, async ({ page }) => {
    await page.goto(`/${from}/${path}`);
    await page.waitForLoadState('load');
    await readFrom(page, block);
    const before = await top(page, block);
    await pressSwitch(page);
    await page.waitForURL(new RegExp(`/${to}/${path}`));
    await page.waitForLoadState('load');
    await expect
      .poll(async () => Math.abs((await top(page, block)) - before), {
        message: 'the block must stand at the height at which it was left',
      })
      .toBeLessThanOrEqual(2);
    await expect(page.locator('html')).toHaveAttribute('lang', to === 'zh' ? 'zh-CN' : 'en');
  });

test('the switch stays in reach at the end of a long page', async ({ page }) => {
  await page.goto('/zh/claims/');
  await page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight);
  });
  await expect(page.locator('.bar a[data-switch]')).toBeInViewport();
});

test('switching there and back loses no place', async ({ page }) => {
  await page.goto('/en/the-week/');
  await readFrom(page, 'p-7-14');
  const before = await top(page, 'p-7-14');
  await pressSwitch(page);
  await page.waitForURL(/\/zh\//);
  await page.waitForLoadState('load');
  await pressSwitch(page);
  await page.waitForURL(/\/en\//);
  await page.waitForLoadState('load');
  await expect
    .poll(async () => Math.abs((await top(page, 'p-7-14')) - before))
    .toBeLessThanOrEqual(3);
});

test.describe('with scripts off', { tag: '@noscript' }, () => {
  test.use({ javaScriptEnabled: false });

  test('the switch leads to the same page', async ({ page }) => {
    await page.goto('/zh/the-week/');
    await page.locator('.bar a[data-switch]').click();
    await expect(page).toHaveURL(/\/en\/the-week\/$/);
  });
});
