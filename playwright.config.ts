import { createServer } from 'node:net';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './src/tooling/browsers.mjs';

/** The port of an earlier look (this file is read again in each worker), or a free one. */
async function testPort(): Promise<number> {
  const preset = Number(process.env.TEST_PORT);
  if (preset > 0) return preset;
  const free = (port: number) =>
    new Promise<number | undefined>((done) => {
      const server = createServer()
        .once('error', () => {
          done(undefined);
        })
        .listen(port, '127.0.0.1', () => {
          const bound = server.address();
          server.close(() => {
            done(typeof bound === 'object' && bound !== null ? bound.port : undefined);
          });
        });
    });
  const port = (await free(4399)) ?? (await free(0)) ?? 4399;
  process.env.TEST_PORT = String(port);
  return port;
}

/** Whether the tests asked for look at the built site; `unit` and `content` do without it. */
function needsSite(): boolean {
  const args = process.argv.slice(2);
  const projects = args.flatMap((arg, index) =>
    arg.startsWith('--project=')
      ? [arg.slice('--project='.length)]
      : arg === '--project'
        ? args.slice(index + 1, index + 2)
        : [],
  );
  const files = args.filter((arg) => arg.startsWith('tests/'));
  const without = (names: readonly string[], pattern: RegExp) =>
    names.length > 0 && names.every((name) => pattern.test(name));
  return !without(projects, /^(?:unit|content)$/) && !without(files, /^tests\/(?:unit|content)\b/);
}

const port = await testPort();
const chromium = await findBrowser('chromium');
const firefox = await findBrowser('firefox');

const chromiumLaunch =
  chromium === undefined || chromium.managed
    ? {}
    : { launchOptions: { executablePath: chromium.path } };
// A Firefox that Playwright did not patch speaks WebDriver BiDi, which this channel stands for.
const firefoxLaunch =
  firefox === undefined || firefox.managed
    ? { launchOptions: {} }
    : { channel: 'moz-firefox', launchOptions: { executablePath: firefox.path } };

export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try is a test that fails.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  outputDir: 'test-results/output',
  reporter: [['dot'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'unit', testDir: 'tests/unit' },
    { name: 'content', testDir: 'tests/content' },
    { name: 'build', testDir: 'tests/build' },
    {
      name: 'chromium',
      testDir: 'tests/browser',
      use: { ...devices['Desktop Chrome'], ...chromiumLaunch },
    },
    {
      name: 'phone',
      testDir: 'tests/browser',
      // These set their own width, or do not depend on it: once is enough.
      testIgnore: ['**/overflow.spec.ts', '**/requests.spec.ts'],
      use: { ...devices['Pixel 7'], ...chromiumLaunch },
    },
    {
      name: 'firefox',
      testDir: 'tests/browser',
      testMatch: '**/*.reading.spec.ts',
      // Over WebDriver BiDi javaScriptEnabled has no effect; Chromium runs these.
      grepInvert: /@noscript/,
      use: { ...devices['Desktop Firefox'], ...firefoxLaunch },
    },
    {
      name: 'a11y',
      testDir: 'tests/a11y',
      use: { ...devices['Desktop Chrome'], ...chromiumLaunch },
    },
  ],
  ...(needsSite()
    ? {
        webServer: {
          command: `node src/tooling/serve.mjs --port ${port} --strict-port`,
          url: `http://localhost:${port}/`,
          timeout: 10_000,
        },
      }
    : {}),
});
