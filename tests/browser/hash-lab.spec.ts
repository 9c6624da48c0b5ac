import { createHash } from 'node:crypto';

import { expect, test, type Locator, type Page } from '@playwright/test';

const GENESIS_HEADER =
  '0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c';
const GENESIS_HASH = '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f';

const WORDS = {
  zh: {
    views: ['试一次', '一直试', '比一比', '两个矿工'],
    text: '班级的一句话',
    zeros: '课堂难度：开头几个二进制0',
    classNumber: '班级号',
    nonce: '随机数（nonce）',
    search: '开始找',
    pause: '暂停',
    resume: '继续',
    check: '验算',
    nonceDown: '随机数减1',
    copy: '复制链接',
    link: '链接',
    found: /第([\d,]+)次找到，随机数是([\d,]+)。/,
    checked: '验，只要1次',
    misses: '哈希值大于目标值',
  },
  en: {
    views: ['One try', 'Many tries', 'Compare', 'Two miners'],
    text: 'A sentence from the class',
    zeros: 'Classroom difficulty: zero bits in front',
    classNumber: 'Class number',
    nonce: 'Nonce',
    search: 'Search',
    pause: 'Pause',
    resume: 'Continue',
    check: 'Check',
    nonceDown: 'Nonce minus 1',
    copy: 'Copy link',
    link: 'Link',
    found: /Found at try ([\d,]+), with nonce ([\d,]+)\./,
    checked: 'checking took one',
    misses: 'The hash is above the target',
  },
} as const;

type Language = keyof typeof WORDS;
const LANGUAGES = Object.keys(WORDS) as Language[];

const doubleSha256 = (bytes: Buffer): Buffer =>
  createHash('sha256').update(createHash('sha256').update(bytes).digest()).digest();

/** Hash of the first block's header with a sentence for its Merkle root, by Node alone. */
function sentenceHash(sentence: string, nonce: number): string {
  const header = Buffer.from(GENESIS_HEADER, 'hex');
  doubleSha256(Buffer.from(sentence, 'utf8')).copy(header, 36);
  header.writeUInt32LE(nonce, 76);
  return doubleSha256(header).reverse().toString('hex');
}

const numberIn = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

const figureOf = (page: Page): Locator => page.locator('figure[data-figure="hash-lab"]');

/** The figure, awake: its controls wait for the script. */
async function open(page: Page, language: Language, fragment = ''): Promise<Locator> {
  await page.goto(`/${language}/figures/hash-lab/${fragment}`);
  const figure = figureOf(page);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('radio', { name: WORDS[language].views[0] })).toBeEnabled();
  return figure;
}

async function choose(figure: Locator, language: Language, view: 0 | 1 | 2 | 3): Promise<void> {
  await figure.getByRole('radio', { name: WORDS[language].views[view], exact: true }).focus();
  await figure.page().keyboard.press('Space');
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test.describe(`the hash lab in ${language}, scripts off`, () => {
    test.use({ javaScriptEnabled: false });

    test('shows the first try, says what there is to see, and has its table', async ({ page }) => {
      await page.goto(`/${language}/figures/hash-lab/`);
      const figure = figureOf(page);
      await expect(figure).toContainText(GENESIS_HASH);
      await expect(figure.locator('.fig-narration p')).toHaveCount(5);
      await expect(
        page.getByRole('row').filter({ hasText: GENESIS_HASH }).filter({ hasText: '2083236893' }),
      ).toBeVisible();
      await expect(figure.getByRole('button')).toHaveCount(0);
      await expect(figure.getByRole('radio')).toHaveCount(0);
    });
  });

  test.describe(`the hash lab in ${language}`, () => {
    test('finds a nonce by keyboard alone, and Node confirms it', async ({ page }) => {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') refused.push(message.text());
      });
      const figure = await open(page, language);
      const press = (key: string) => page.keyboard.press(key);

      await figure.getByRole('radio', { name: words.views[0] }).focus();
      await press('ArrowRight');
      await expect(figure.getByRole('radio', { name: words.views[1] })).toBeFocused();
      await press('Tab');
      await expect(figure.getByLabel(words.text)).toBeFocused();
      const sentence = '矿机 mined out';
      await page.keyboard.insertText(sentence);
      await press('Tab');
      await expect(figure.getByLabel(words.zeros)).toBeFocused();
      await press('Home');
      for (let step = 8; step < 12; step += 1) await press('ArrowRight');
      await expect(figure.getByLabel(words.zeros)).toHaveValue('12');
      await press('Tab');
      await expect(figure.getByLabel(words.classNumber)).toBeFocused();
      await press('Tab');
      await expect(figure.getByRole('button', { name: words.search })).toBeFocused();
      await press('Enter');

      const status = figure.getByRole('status');
      await expect(status).toHaveText(words.found);
      const [, tries, nonce] = words.found.exec((await status.textContent()) ?? '') ?? [];
      const start = 2_021_000_000;
      expect(numberIn(nonce)).toBe(start + numberIn(tries) - 1);
      const hash = sentenceHash(sentence, numberIn(nonce));
      expect(hash).toMatch(/^000/);
      for (let earlier = start; earlier < numberIn(nonce); earlier += 1)
        expect(sentenceHash(sentence, earlier)).not.toMatch(/^000/);
      await expect(figure).toContainText(hash);

      // The one step: check. The typed sentence has survived it all.
      await expect(figure).not.toContainText(words.checked);
      await press('Tab');
      await press('Tab');
      await expect(figure.getByRole('button', { name: words.check, exact: true })).toBeFocused();
      await press('Enter');
      await expect(figure).toContainText(words.checked);
      await expect(figure.getByLabel(words.text)).toHaveValue(sentence);
      expect(refused).toEqual([]);
    });

    test('keeps its words in one language in every step', async ({ page }) => {
      const figure = await open(page, language);
      for (const view of [0, 1, 2, 3] as const) {
        await choose(figure, language, view);
        const text = (await figure.innerText())
          .replace(/SHA-256|S19 Pro|[HTE]{1,2}\/s|UTC|\b[0-9a-f]{8,}\b/g, '')
          // The term is introduced once, with its foreign name in brackets.
          .replaceAll('（nonce）', '');
        if (language === 'zh') expect(text).not.toMatch(/[A-Za-z]{2,}/);
        else expect(text).not.toMatch(/\p{Script=Han}/u);
      }
    });
  });
}

test.describe('the hash lab', () => {
  const language = 'en';
  const words = WORDS[language];

  test('gives a hash that has nothing to do with the last when the nonce goes down by one', async ({
    page,
  }) => {
    const figure = await open(page, language);
    await expect(figure).toContainText(GENESIS_HASH);
    await figure.getByRole('button', { name: words.nonceDown }).click();
    await expect(figure.getByLabel(words.nonce, { exact: true })).toHaveValue('2083236892');
    await expect(figure).toContainText(words.misses);
    await expect(figure).toContainText('1 of 640 bits was changed');
    await expect(figure).toContainText('128 came out different');
  });

  test('pauses and goes on where it was, and moves nothing on the page meanwhile', async ({
    page,
  }) => {
    const figure = await open(page, language, '#view=search&zeros=28&class=7');
    const height = async () => (await figure.boundingBox())?.height;
    const before = await height();
    await figure.getByRole('button', { name: words.search }).click();
    const tried = figure.locator('.hl-stats dd').first();
    await expect(tried).not.toHaveText('0 tries');
    expect(await height()).toBe(before);
    await figure.getByRole('button', { name: words.pause }).click();
    // A report may be on its way when the pause is asked for.
    await page.waitForTimeout(300);
    const paused = await tried.innerText();
    await page.waitForTimeout(500);
    expect(await tried.innerText()).toBe(paused);
    await figure.getByRole('button', { name: words.resume }).click();
    await expect(tried).not.toHaveText(paused);
    await figure.getByRole('button', { name: 'Stop' }).click();
    await expect(figure.getByRole('status')).toHaveText('Stopped.');
  });

  test('ends the search and keeps the sentence when the class number changes', async ({ page }) => {
    const figure = await open(page, language, '#view=search&zeros=28&text=ours');
    await figure.getByRole('button', { name: words.search }).click();
    await expect(figure.getByRole('button', { name: words.pause })).toBeVisible();
    await figure.getByLabel(words.classNumber).fill('8');
    await expect(figure.getByRole('button', { name: words.search })).toBeVisible();
    await expect(figure.getByLabel(words.text)).toHaveValue('ours');
    await expect(figure).toContainText('8,000,000');
  });

  test('keeps a half-typed number in its box until it makes sense', async ({ page }) => {
    const figure = await open(page, language, '#view=search');
    const box = figure.getByLabel(words.classNumber);
    await box.fill('');
    await expect(box).toHaveValue('');
    await expect(figure).toContainText('Class number 2021');
    await box.fill('99999');
    await expect(figure).toContainText('Class number 2021');
    await box.blur();
    await expect(box).toHaveValue('2021');
  });

  test('opens from a link, damaged or not', async ({ page }) => {
    let figure = await open(page, language, '#state=class-found');
    await expect(figure).toContainText('45,512 tries');
    await expect(figure).toContainText(words.checked);
    await page.goto('about:blank');
    figure = await open(page, language, '#view=search&zeros=99&class=12');
    await expect(figure.getByLabel(words.classNumber)).toHaveValue('12');
    await expect(figure.getByLabel(words.zeros)).toHaveValue('16');
    await expect(figure.getByRole('status')).toContainText('left out');
  });

  test('keeps its settings in the address and hands out a link to them', async ({ page }) => {
    const figure = await open(page, language);
    await choose(figure, language, 3);
    await figure.getByLabel(words.classNumber).fill('30');
    await expect(page).toHaveURL(/#view=miners&class=30$/);
    // A key of somebody else neither disturbs the figure nor gets lost.
    await page.evaluate(() => {
      location.hash = '#theme=dark';
    });
    await figure.getByLabel(words.classNumber).fill('31');
    await expect(page).toHaveURL(/#theme=dark&view=miners&class=31$/);
    await figure.getByLabel(words.classNumber).fill('30');
    // Where the clipboard is closed to us, the link stands in a box to copy by hand.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await figure.getByRole('button', { name: words.copy }).click();
    await expect(figure.getByLabel(words.link, { exact: true })).toHaveValue(
      /\/en\/figures\/hash-lab\/#view=miners&class=30$/,
    );
  });

  test('measures the device and sets it beside the network', async ({ page }) => {
    const figure = await open(page, language, '#state=beside-network');
    await expect(figure).toContainText('assumed');
    await figure.getByRole('button', { name: 'Measure this device' }).click();
    await expect(figure.getByRole('status')).toHaveText(
      /about [\d.,]+( million)? hashes per second/,
    );
    await expect(figure).toContainText('Your device, here and now');
  });

  test('has targets of 44 pixels and fits 320 pixels in every step', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const figure = await open(page, language);
    for (const view of [0, 1, 2, 3] as const) {
      await choose(figure, language, view);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      for (const control of await figure.locator('button, select, .hl-island input').all()) {
        const box = await control.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
    }
  });
});
