/**
 * A static file server for the built site: `npm start`, `npm run preview`, the tests and the benches
 * use it, so that all see the same thing. sirv reads the files, compression packs them.
 *
 * It does what a static host does: `/zh` leads to `/zh/`, a folder is its `index.html`, an unknown
 * address gets the nearest `404.html` up the tree. Files are looked up at every request, so a build
 * may run while it serves. (`astro preview` would not do: it refuses to run twice in one project.)
 *
 * On the command line: `node src/tooling/serve.mjs [--dir dist] [--port 4321] [--host localhost]
 * [--base /] [--strict-port]`. PORT and HOST are read from the environment too.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import compression from 'compression';
import sirv from 'sirv';

/**
 * @typedef {object} ServeOptions
 * @property {string} dir the built site
 * @property {number} [port] where to begin looking for a free port; 0 takes any
 * @property {string} [host] the address to listen on; `localhost` keeps the site on this machine
 * @property {string} [base] the path under which the site is published, such as `/mined-out/`
 * @property {boolean} [strictPort] fail on a taken port instead of taking the next
 */

/**
 * @typedef {object} SiteServer
 * @property {string} origin such as `http://localhost:4321`
 * @property {number} port
 * @property {number[]} taken the ports that others held
 * @property {() => Promise<void>} close ends all connections, then the server
 */

/** How many ports are tried before giving up. */
const maxTries = 50;

/**
 * Text that is not HTML: sirv names no encoding for it, and Chinese would turn to mojibake where a
 * browser guesses one.
 *
 * @type {Readonly<Record<string, string>>}
 */
const textTypes = {
  '.bib': 'application/x-bibtex',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/**
 * The path of a request, still percent-encoded, as a static host reads it: without query, dot
 * segments resolved, and no double slash (a redirect to `//host/` would lead to another host).
 *
 * @param {string} target the request line's target, such as `/zh/?x=1`
 * @returns {string | undefined} undefined when it is not a readable path
 */
function requestPath(target) {
  const path = (target.split(/[?#]/, 1)[0] ?? '').replace(/[/\\]+/g, '/');
  try {
    const { pathname } = new URL(path, 'http://localhost');
    // A malformed escape throws here; an encoded slash or backslash could still hide a dot segment.
    return /[\0\\]|(?:^|\/)\.\.(?:\/|$)/.test(decodeURIComponent(pathname)) ? undefined : pathname;
  } catch {
    return undefined;
  }
}

/**
 * The request handler, for any Node server.
 *
 * @param {{ dir: string; base?: string | undefined }} options
 * @returns {import('node:http').RequestListener}
 */
export function siteHandler({ dir, base = '/' }) {
  const folder = resolve(dir);
  const prefix = base.replace(/\/+$/, '');
  const pack = compression();
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      const type = textTypes[extname(path)];
      if (type !== undefined) response.setHeader('Content-Type', `${type};charset=utf-8`);
    },
  });

  /** @type {(path: string) => boolean} */
  const isFolderWithPage = (path) =>
    existsSync(join(folder, decodeURIComponent(path), 'index.html'));

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {string} path
   */
  function notFound(request, response, path) {
    response.statusCode = 404;
    let place = join(folder, decodeURIComponent(path));
    let page;
    do {
      place = dirname(place);
      page = join(place, '404.html');
    } while (!existsSync(page) && place.length > folder.length);
    if (!existsSync(page)) {
      response.setHeader('Content-Type', 'text/plain;charset=utf-8');
      response.end('404 没有这个页面 Not found\n');
      return;
    }
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    if (request.method === 'HEAD') response.end();
    else createReadStream(page).pipe(response);
  }

  return (request, response) => {
    // A host that guesses no types shows at once where ours are wrong.
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const target = request.url ?? '/';
    const whole = requestPath(target);
    if (whole === undefined) {
      response.writeHead(400).end();
      return;
    }
    const query = target.includes('?') ? target.slice(target.indexOf('?')) : '';
    const path = whole.startsWith(`${prefix}/`) ? whole.slice(prefix.length) : undefined;
    pack(request, response, () => {
      if (
        whole === prefix ||
        (path !== undefined && !path.endsWith('/') && isFolderWithPage(path))
      ) {
        response.writeHead(301, { Location: `${whole}/${query}` }).end();
        return;
      }
      if (path === undefined) {
        notFound(request, response, '/');
        return;
      }
      request.url = path + query;
      files(request, response, () => {
        notFound(request, response, path);
      });
    });
  };
}

/**
 * Whether somebody answers on a port of this machine. Asked on both loopback addresses, because a
 * browser sent to `localhost` may take either, and a server there would answer in our stead.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function isPortTaken(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(
      (host) =>
        new Promise((/** @type {(answered: boolean) => void} */ done) => {
          const socket = connect({ host, port });
          socket.setTimeout(1000);
          for (const event of ['error', 'timeout']) {
            socket.once(event, () => {
              socket.destroy();
              done(false);
            });
          }
          socket.once('connect', () => {
            socket.destroy();
            done(true);
          });
        }),
    ),
  );
  return answers.includes(true);
}

/**
 * Listens on one port.
 *
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>} false when the port is taken
 * @throws {Error} when listening fails for another reason
 */
function listen(server, port, host) {
  return new Promise((done, fail) => {
    const onError = (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') done(false);
      else fail(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      done(true);
    });
  });
}

/**
 * Serves a built site.
 *
 * @param {ServeOptions} options
 * @returns {Promise<SiteServer>}
 * @throws {Error} when the site is not built, or no port is to be had
 */
export async function serveSite({
  dir,
  port = 4321,
  host = 'localhost',
  base = '/',
  strictPort = false,
}) {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(
      `${dir} 里没有网站，请先构建。There is no site in ${dir}: run \`npm run build\`.`,
    );
  }
  const server = createServer(siteHandler({ dir, base }));
  const address = host === 'localhost' ? '127.0.0.1' : host;
  /** @type {number[]} */
  const taken = [];
  for (let wanted = port; ; wanted += 1) {
    const busy = wanted !== 0 && (await isPortTaken(wanted));
    if (!busy && (await listen(server, wanted, address))) break;
    taken.push(wanted);
    if (strictPort || taken.length >= maxTries || wanted >= 65_535) {
      throw new Error(
        taken.length === 1
          ? `端口${port}已被占用。Port ${port} is taken.`
          : `端口${port}–${wanted}均被占用。Ports ${port} to ${wanted} are all taken.`,
      );
    }
  }
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port');
  const shown = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return {
    origin: `http://${shown.includes(':') ? `[${shown}]` : shown}:${bound.port}`,
    port: bound.port,
    taken,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

/**
 * Reads what a person asked for: options first, then PORT and HOST, then the defaults.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {ServeOptions & { port: number }}
 * @throws {Error} on an unknown option or a port that is no port
 */
export function readServeOptions(args, env) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dir: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      base: { type: 'string' },
      'strict-port': { type: 'boolean' },
    },
  });
  const wanted = values.port ?? (env.PORT || '4321');
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port > 65_535) {
    throw new Error(
      `“${wanted}”不是端口号。“${wanted}” is no port: give a number from 0 to 65535.`,
    );
  }
  return {
    dir: values.dir ?? fileURLToPath(new URL('../../dist', import.meta.url)),
    port,
    host: values.host ?? (env.HOST || 'localhost'),
    base: values.base ?? '/',
    strictPort: values['strict-port'] ?? false,
  };
}

/**
 * What is said once the site is up.
 *
 * @param {number} wanted the port asked for
 * @param {Pick<SiteServer, 'origin' | 'port' | 'taken'>} server
 * @param {string} [base]
 * @returns {string} lines for the terminal
 */
export function announcement(wanted, { origin, port, taken }, base = '/') {
  const root = origin + base.replace(/\/*$/, '/');
  return [
    ...(taken.length > 0
      ? [`端口${wanted}已被占用，改用${port}。`, `Port ${wanted} is taken; using ${port}.`, '']
      : []),
    `  中文     ${root}zh/`,
    `  English  ${root}en/`,
    '',
    '按Ctrl-C结束。Press Ctrl-C to stop.',
  ].join('\n');
}

/**
 * Serves, says where, and stops on Ctrl-C.
 *
 * @param {readonly string[]} args
 * @throws {Error} as `serveSite` and `readServeOptions` do
 */
export async function serveAndSay(args) {
  const options = readServeOptions(args, process.env);
  const server = await serveSite(options);
  console.log(announcement(options.port, server, options.base));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await serveAndSay(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
