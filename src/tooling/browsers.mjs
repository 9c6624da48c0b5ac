/**
 * Finds the browsers that the tests drive. Shared by playwright.config.ts and `npm test`.
 *
 * Order: what the caller names in CHROMIUM_PATH or FIREFOX_PATH, the system's own browser, one that
 * Playwright has fetched. Plain JavaScript for Node 20 and up, since it runs before `npm ci`.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/**
 * @typedef {object} FoundBrowser
 * @property {string} path its program
 * @property {boolean} managed true if Playwright fetched it, so that it is driven by Playwright's own
 *   protocol and needs no path
 */

const windows = process.platform === 'win32';

/** Where systems keep their browsers: whole paths first, then names to look up on PATH. */
const places = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    paths: [
      '/usr/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    paths: [
      '/usr/bin/firefox-esr',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    names: ['firefox-esr', 'firefox'],
  },
};

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Looks a command up on PATH.
 *
 * @param {string} name without an ending
 * @returns {string | undefined} its path
 */
export function which(name) {
  const file = windows ? `${name}.exe` : name;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, file))
    .find(isProgram);
}

/**
 * @param {BrowserName} name
 * @returns {Promise<FoundBrowser | undefined>} undefined when there is none
 * @throws {Error} when the environment names a program that is not there
 */
export async function findBrowser(name) {
  const { variable, paths, names } = places[name];
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`${variable} names ${named}, which is no program`);
    return { path: named, managed: false };
  }
  const path = paths.find(isProgram) ?? names.map(which).find((found) => found !== undefined);
  if (path !== undefined) return { path, managed: false };
  try {
    const playwright = await import('@playwright/test');
    const fetched = playwright[name].executablePath();
    if (isProgram(fetched)) return { path: fetched, managed: true };
  } catch {
    // Packages are not installed yet, so Playwright has fetched nothing either.
  }
  return undefined;
}
