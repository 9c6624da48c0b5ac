/**
 * Brings the npm packages up to the lock file, and finds the Node that runs them.
 *
 * Plain JavaScript for Node 20 and up, and no dependencies: it runs before there are any.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

const windows = process.platform === 'win32';

/** The oldest Node that Astro runs on. */
const oldestNode = [22, 12];

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] npm leaves it out where its os or cpu does not fit
 */

/**
 * @param {string} path a package-lock.json, or npm's record of what is in node_modules
 * @returns {Record<string, LockedPackage> | undefined} undefined when there is no such file
 */
function readLock(path) {
  if (!existsSync(path)) return undefined;
  const lock = /** @type {{ packages?: Record<string, LockedPackage> }} */ (
    JSON.parse(readFileSync(path, 'utf8'))
  );
  return lock.packages ?? {};
}

/**
 * Tells why `node_modules` does not fit `package-lock.json`, by comparing what is written in both.
 * (File dates would not do: a checkout or a copy sets them as it likes.)
 *
 * @param {string} [folder] the folder that holds package-lock.json
 * @returns {string | undefined} undefined when everything is in place
 */
export function whyInstall(folder = root) {
  const wanted = readLock(join(folder, 'package-lock.json'));
  if (wanted === undefined) throw new Error(`package-lock.json is missing in ${folder}`);
  const present = readLock(join(folder, 'node_modules', '.package-lock.json'));
  if (present === undefined) return 'node_modules is missing';
  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = present[path];
    if (found === undefined) {
      if (optional === true) continue;
      return `${path} is missing`;
    }
    if (found.version !== version || found.integrity !== integrity) {
      return `${path} is ${found.version ?? 'unknown'}, not ${version ?? 'unknown'}`;
    }
  }
  return undefined;
}

/**
 * The environment for commands of this project: its own Node and commands come first, and Astro's
 * usage reports are off.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnv() {
  return {
    ...process.env,
    PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/**
 * @typedef {object} Outcome
 * @property {number} code the command's exit code; 1 if it was ended by a signal or did not start
 * @property {string} output what it printed, both streams in order of arrival; empty if `show`
 * @property {number} seconds how long it took
 */

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ show?: boolean; env?: NodeJS.ProcessEnv }} [options] `show`: let it print to our own
 *   streams instead of keeping its words
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { show = false, env = projectEnv() } = {}) {
  const start = Date.now();
  return new Promise((done) => {
    const plain = show || process.stdout.isTTY ? {} : { NO_COLOR: '1' };
    // npm is a script that Windows only finds through a shell.
    const child = spawn(command, args, {
      cwd: root,
      env: { ...env, ...plain },
      shell: windows,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (/** @type {Buffer} */ part) => {
      output += part.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (/** @type {number} */ code) => {
      done({ code, output, seconds: (Date.now() - start) / 1000 });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(1);
    });
    child.on('close', (code) => {
      end(code ?? 1);
    });
  });
}

/**
 * Installs the packages of the lock file if any is missing or of another version.
 *
 * @param {(line: string) => void} say
 * @throws {Error} when npm fails
 */
export async function installPackages(say) {
  const why = whyInstall();
  if (why === undefined) return;
  say(`正在安装依赖… Installing packages (${why}) …`);
  // npm empties node_modules, where our own Node lives: let it run on the system's.
  const bin = join(root, 'node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => entry !== bin);
  const { code, output, seconds } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
    env: { ...process.env, PATH: path.join(delimiter) },
  });
  if (code !== 0) throw new Error(`npm ci failed:\n${output.trim()}`);
  say(`依赖已装好 Packages installed (${seconds.toFixed(0)} s)`);
}

/**
 * The Node to run the project with.
 *
 * @returns {string} its path
 * @throws {Error} when neither the project's Node runs here nor the present one is new enough
 */
export function projectNode() {
  const own = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
  if (existsSync(own) && spawnSync(own, ['--version'], { shell: windows }).status === 0) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    return process.execPath;
  }
  throw new Error(
    [
      `本系统需要Node ${oldestNode.join('.')}或更新的版本，现有${process.versions.node}。请先安装新版Node，再重试。`,
      `This system needs Node ${oldestNode.join('.')} or newer and has ${process.versions.node}.`,
      'The project brings its own Node for Linux and Windows on common processors only.',
      'Install a current Node, then run the command again.',
    ].join('\n'),
  );
}
