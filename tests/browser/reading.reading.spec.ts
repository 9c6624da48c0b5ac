import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readOutline } from '../../src/content/outline.ts';

const CHAPTERS = readdirSync('content/chapters').map((folder) => ({
  folder,
  slug: folder.replace(/^\d+-/, ''),
}));

test.describe('with scripts off', { tag: '@noscript' }, () => {
  test.use({ javaScriptEnabled: false });

  for (const { folder, slug } of CHAPTERS)
    for (const locale of ['zh', 'en'] as const)
      test(`${locale}/${slug} reads whole`, async ({ page }) => {
        await page.goto(`/${locale}/${slug}/`);
        const file = `content/chapters/${folder}/${locale}.mdx`;
        const { sections } = readOutline(readFileSync(file, 'utf8'), file, locale);
        const blocks = sections.flatMap((section) => section.blocks);
        expect(blocks.length).toBeGreaterThan(20);
        await expect(page.locator('.block[data-block]')).toHaveCount(blocks.length);
        for (const section of sections)
          await expect(page.locator(`section#${section.id} > h2`)).toBeVisible();
        await expect(page.locator('#answer')).toBeVisible();
        await expect(page.locator('.goals li').first()).toBeVisible();
        // Each figure tells its story as a picture, in words and as a table, and offers nothing
        // that cannot work.
        const figures = blocks.filter((block) => block.kind === 'Figure');
        if (slug === 'what-miners-do' || slug === 'the-week') expect(figures).toHaveLength(1);
        for (const { shape } of figures) {
          const figure = page.locator(`figure[data-figure="${shape}"]`);
          await expect(figure.locator('.fig-narration p').first()).toBeVisible();
          await figure.locator('summary').last().click();
          await expect(figure.locator('.data-table tbody tr').first()).toBeVisible();
          await expect(figure.locator('.fig-controls').first()).toBeHidden();
        }
      });

  test('a definition opens and leads to its record', async ({ page }) => {
    await page.goto('/zh/what-miners-do/');
    const term = page.locator('button.ref-term').first();
    const pop = page.locator(`[id="${await term.getAttribute('popovertarget')}"]`);
    await expect(pop).toBeHidden();
    await term.click();
    await expect(pop).toBeVisible();
    await pop.locator('a').last().click();
    await expect(page).toHaveURL(/\/zh\/glossary\/#/);
    await expect(page.locator('.record:target')).toBeVisible();
  });

  test('a claim shows who said it and leads to the ledger', async ({ page }) => {
    await page.goto('/en/the-week/');
    const claim = page.locator('[data-claim="c40"]').first();
    await claim.locator('button.ref-mark').click();
    const pop = claim.locator('.pop').last();
    await expect(pop).toContainText('Bitdeer');
    await pop.locator('a').last().click();
    await expect(page).toHaveURL(/\/en\/claims\/#c40$/);
  });

  test('the permalink of a paragraph offers both languages', async ({ page }) => {
    await page.goto('/go/p-7-3/');
    await expect(page.getByRole('link', { name: '中文' })).toHaveAttribute(
      'href',
      '/zh/the-week/#p-7-3',
    );
    await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute(
      'href',
      '/en/the-week/#p-7-3',
    );
  });

  test('the first page offers both languages and forces none', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: /中文/ })).toBeVisible();
    await expect(page.getByRole('link', { name: /English/ })).toBeVisible();
    await expect(page).toHaveURL(/\/$/);
  });
});

test.describe('by keyboard', () => {
  test('a definition opens with Enter, closes with Escape, and the focus stays', async ({
    page,
  }) => {
    await page.goto('/en/what-miners-do/');
    const term = page.locator('button.ref-term').first();
    await term.focus();
    await page.keyboard.press('Enter');
    const pop = page.locator(`[id="${await term.getAttribute('popovertarget')}"]`);
    await expect(pop).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(pop).toBeHidden();
    await expect(term).toBeFocused();
  });

  test('the menu opens, lists the chapters and closes', async ({ page }) => {
    await page.goto('/zh/');
    const button = page.getByRole('button', { name: '目录' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#menu')).toBeVisible();
    await expect(page.locator('#menu').getByRole('link', { name: /那一周/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('#menu')).toBeHidden();
  });

  test('the first key press offers to skip to the text', async ({ page }) => {
    await page.goto('/en/the-week/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  });
});

test('a permalink opens the language that the reader used last', async ({ page }) => {
  await page.goto('/zh/what-miners-do/');
  await page.goto('/go/claim-c13/');
  await expect(page).toHaveURL(/\/zh\/claims\/#c13$/);
  await page.goto('/en/what-miners-do/');
  await page.goto('/go/claim-c13/');
  await expect(page).toHaveURL(/\/en\/claims\/#c13$/);
});

test('the theme is kept from page to page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/zh/');
  await page.locator('[data-theme-switch]').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/zh/the-week/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the popover of a word near the edge stays on the screen', async ({ page }) => {
  await page.goto('/zh/the-week/');
  for (const button of (await page.locator('button.ref').all()).slice(0, 12)) {
    await button.click();
    const box = await page
      .locator(`[id="${await button.getAttribute('popovertarget')}"]`)
      .boundingBox();
    const size = page.viewportSize();
    expect(box).not.toBeNull();
    if (!box || !size) continue;
    expect(box.x).toBeGreaterThanOrEqual(-1);
    expect(box.x + box.width).toBeLessThanOrEqual(size.width + 1);
    expect(box.y + box.height).toBeLessThanOrEqual(size.height + 1);
    await page.keyboard.press('Escape');
  }
});
