import { expect, test } from '@playwright/test';
import { builtPages } from '../support/site.ts';

test('no page asks another host for anything, or breaks its own security policy', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const strangers = new Set<string>();
  const complaints = new Set<string>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== baseURL)
      strangers.add(url.href);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.add(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.add(`${page.url()}: ${error.message}`));
  for (const path of builtPages({ go: false })) {
    await page.goto(path);
    // Scrolled through, so that what loads in view has loaded.
    await page.evaluate(async () => {
      for (let y = 0; y < Math.min(document.documentElement.scrollHeight, 12_000); y += 900) {
        window.scrollTo(0, y);
        await new Promise((done) => setTimeout(done, 10));
      }
    });
  }
  expect([...strangers]).toEqual([]);
  expect([...complaints]).toEqual([]);
});
