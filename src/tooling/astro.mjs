/**
 * Runs an Astro command (`dev`, `build`, `check`, `sync`) the way this project wants it.
 *
 * - Astro's usage reports are switched off before Astro is loaded: nothing here asks anything of
 *   another host. (Setting the variable in package.json would not work in Windows shells.)
 * - `dist` is removed before a build. Astro clears it too, but leaves folders with some one-letter
 *   names (seen: `t`, `g`, `i`) from an earlier build in place, and a stale page would be published.
 */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
process.env.ASTRO_TELEMETRY_DISABLED = '1';

if (process.argv[2] === 'build') await rm('dist', { recursive: true, force: true });

// Astro's own command line, which reads process.argv.
await import(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url).href);
