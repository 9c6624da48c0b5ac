/**
 * `npm test`: everything that must hold before a change goes out, on a machine that may have nothing
 * but git, Node ≥ 20 and npm.
 *
 * Installs what is missing (packages; on Debian as root also browsers, Chinese fonts and Java),
 * builds the site, runs the checks and all tests, and ends with `N passed, N failed` (and
 * `, N skipped`). The build and each check count as one. Exit code 1 when anything failed.
 *
 * Plain JavaScript for Node 20 and up, without dependencies: see start.mjs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser, which } from './browsers.mjs';
import { installPackages, projectNode, root, run } from './install.mjs';

/** @typedef {{ passed: number; failed: number; skipped: number }} Counts */

/**
 * What we read of Playwright's JSON report.
 *
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number; unexpected: number; flaky: number; skipped: number }} stats
 * @property {unknown[]} errors
 */

/** @type {Counts} */
const counts = { passed: 0, failed: 0, skipped: 0 };
const report = join(root, 'test-results', 'report.json');

/** @param {string} line */
function say(line) {
  console.log(line);
}

/** @param {import('./browsers.mjs').BrowserName} name */
async function hasBrowser(name) {
  return (await findBrowser(name)) !== undefined;
}

/** Whether Chinese can be drawn; without a font every layout test would measure empty boxes. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

/** Whether the Nu checker can run: it needs Java 11 or newer. */
function hasJava() {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return status === 0 && Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) >= 11;
}

/** The system's programs and fonts that the tests need, and the Debian packages that bring them. */
const needs = [
  {
    name: 'Chromium',
    debian: 'chromium',
    found: () => hasBrowser('chromium'),
    without: 'the tests in it will fail; set CHROMIUM_PATH, or install Chromium or Chrome',
  },
  {
    name: 'Firefox',
    debian: 'firefox-esr',
    found: () => hasBrowser('firefox'),
    without: 'the tests in it will fail; set FIREFOX_PATH, or install Firefox',
  },
  {
    name: 'a Chinese font',
    debian: 'fonts-noto-cjk',
    found: () => Promise.resolve(hasChineseFont()),
    without: 'layout tests will measure empty boxes; install Noto Sans CJK',
  },
  {
    name: 'Java',
    debian: 'default-jre-headless',
    found: () => Promise.resolve(hasJava()),
    without: 'the Nu HTML checker is skipped; install Java 11 or newer',
  },
];

/** @returns {Promise<typeof needs>} what is not there */
async function missing() {
  const found = await Promise.all(needs.map((need) => need.found()));
  return needs.filter((_, index) => found[index] !== true);
}

/** Installs what the system lacks, where that can be done unasked; says what could not be done. */
async function installSystemParts() {
  let lacking = await missing();
  if (lacking.length > 0 && process.getuid?.() === 0 && which('apt-get') !== undefined) {
    const packages = lacking.map(({ debian }) => debian);
    say(`正在安装 Installing ${packages.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const update = await run('apt-get', ['update', '-q'], { env });
    const install = await run(
      'apt-get',
      ['install', '-q', '-y', '--no-install-recommends', ...packages],
      { env },
    );
    if (install.code !== 0) say(`${update.output}${install.output}`.trimEnd());
    lacking = await missing();
  }
  const browsers = lacking.flatMap(({ name }) =>
    name === 'Chromium' || name === 'Firefox' ? [name.toLowerCase()] : [],
  );
  if (browsers.length > 0) {
    say(`正在下载 Fetching ${browsers.join(', ')} …`);
    const { code, output } = await run('npx', [
      '--no-install',
      'playwright',
      'install',
      ...browsers,
    ]);
    if (code !== 0) say(/^Error: .*/m.exec(output)?.[0] ?? output.trimEnd());
    lacking = await missing();
  }
  for (const { name, without } of lacking) say(`! ${name} is missing: ${without}.`);
}

/**
 * Runs one check that counts as one; shows its words only if it fails.
 *
 * @param {string} name
 * @param {Promise<import('./install.mjs').Outcome>} outcome
 * @returns {Promise<boolean>} whether it passed
 */
async function check(name, outcome) {
  const { code, output, seconds } = await outcome;
  const passed = code === 0;
  counts[passed ? 'passed' : 'failed'] += 1;
  say(`${passed ? '✓' : '✗'} ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!passed) say(`\n${output.trim()}\n`);
  return passed;
}

/** @param {string} script a script of package.json */
function npmScript(script) {
  return run('npm', ['run', '--silent', script]);
}

/**
 * Adds up what Playwright wrote down.
 *
 * @param {number} code Playwright's exit code
 */
function countTests(code) {
  if (!existsSync(report)) {
    say('The test runner ended without a report.');
    counts.failed += 1;
    return;
  }
  const { stats, errors } = /** @type {PlaywrightReport} */ (
    JSON.parse(readFileSync(report, 'utf8'))
  );
  // A file that cannot be loaded is an error without a test.
  const failed = stats.unexpected + stats.flaky + errors.length;
  counts.passed += stats.expected;
  counts.failed += failed === 0 && code !== 0 ? 1 : failed;
  counts.skipped += stats.skipped;
}

const start = Date.now();
try {
  await installPackages(say);
  const node = projectNode();
  await installSystemParts();

  // Two cores, so two at a time. Types and lint need what the build generates in .astro.
  const format = check('format', npmScript('check:format'));
  const content = format
    .then(() => check('content', npmScript('check:content')))
    .then(() => check('wording', npmScript('check:wording')))
    .then(() => check('reading', npmScript('check:reading')));
  const built = await check('build', npmScript('build'));
  await content;
  await Promise.all([
    check('types', npmScript('check:types')),
    check('lint', npmScript('check:lint')),
  ]);

  if (!built) say('The site was not built: only the tests that do without it are run.\n');
  await rm(report, { force: true });
  const { code } = await run(
    node,
    [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      ...(built ? [] : ['--project=unit', '--project=content']),
    ],
    { show: true },
  );
  countTests(code);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  counts.failed += 1;
}

const { passed, failed, skipped } = counts;
say(`\n${((Date.now() - start) / 60_000).toFixed(1)} min`);
// Nothing may follow this line: it is read by machines.
say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
