import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { builtFiles, dist, root } from '../support/site.ts';

interface Message {
  type: 'error' | 'info' | 'non-document-error';
  subType?: 'warning' | 'fatal';
  url?: string;
  lastLine?: number;
  message: string;
  extract?: string;
}

/**
 * What the checker says that does not hold here. The pattern covers a whole message.
 *
 * - It misjudges a content security policy that it reads from a file; csp_evaluator and the
 *   browsers judge that.
 * - Its CSS check is behind the language: it refuses cascade layers and other parts of what
 *   Tailwind writes into the page.
 */
const setAside = '.*Content Security Policy.*|CSS: .*';

/** Java 11 or newer. */
function hasJava(): boolean {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return status === 0 && Number(/version "(\d+)/.exec(stderr)?.[1]) >= 11;
}

test('every page is valid HTML by the Nu checker', () => {
  test.skip(!hasJava(), 'The Nu checker needs Java 11 or newer.');
  test.setTimeout(300_000);
  const pages = builtFiles('.html');
  expect(pages.length).toBeGreaterThan(0);

  const { stderr, error } = spawnSync(
    'java',
    [
      '-jar',
      join(root, 'node_modules/vnu-jar/build/dist/vnu.jar'),
      '--skip-non-html',
      '--Werror',
      '--format',
      'json',
      '--filterpattern',
      setAside,
      dist,
    ],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (error !== undefined) throw error;
  const { messages } = JSON.parse(stderr) as { messages: Message[] };
  const faults = messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ url, lastLine, message, extract }) => {
      const file = url === undefined ? 'dist' : relative(root, fileURLToPath(url));
      return `${file}:${lastLine ?? 1} ${message}${extract === undefined ? '' : `\n    ${extract}`}`;
    });
  // One fault of a layout stands on every page: show enough to see that, not all.
  expect(faults.length, `${faults.length} faults:\n${faults.slice(0, 40).join('\n')}`).toBe(0);
});
