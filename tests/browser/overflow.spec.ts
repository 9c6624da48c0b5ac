import { expect, test } from '@playwright/test';
import { builtPages } from '../support/site.ts';

/** WCAG 1.4.10: everything fits a width of 320 CSS pixels without scrolling sideways. */
for (const path of builtPages({ go: false }))
  test(`${path} fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    const { page: width, wide } = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      wide: [...document.querySelectorAll('body *')]
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return (
            box.width > 0 &&
            box.right > 321 &&
            !element.closest('.scroll, .code, [popover], .visually-hidden, .skip')
          );
        })
        .slice(0, 5)
        .map(
          (element) =>
            `${element.tagName}.${element.getAttribute('class') ?? ''} “${element.textContent.trim().slice(0, 40)}”`,
        ),
    }));
    expect(wide, 'elements beyond the right edge').toEqual([]);
    expect(width).toBeLessThanOrEqual(320);
  });
