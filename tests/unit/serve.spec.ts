import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { announcement, readServeOptions, serveSite } from '../../src/tooling/serve.mjs';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks as written: `fetch` would tidy the path up before it sends it. */
function ask(
  origin: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, fail) => {
    request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', fail)
      .end();
  });
}

const secret = 'not part of the site';
const longPage = `<!doctype html><title>矿池</title>${'<p>矿池把算力合在一起。'.repeat(200)}`;

/** A small site beside a folder that must stay unseen. */
const files: Record<string, string> = {
  'site/index.html': '<!doctype html><title>Mined Out</title>',
  'site/404.html': '<!doctype html><title>404</title>',
  'site/zh/index.html': longPage,
  'site/zh/404.html': '<!doctype html><title>没有这个页面</title>',
  'site/data/shares.csv': '矿池,份额\n',
  'site/_astro/page.js': 'export {};',
  'site/_astro/page.css': 'p { margin: 0 }',
  'site/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'site/feed.xml': '<rss/>',
  'site-secret/file.txt': secret,
  'file.txt': secret,
};

let folder: string;
let origin: string;
let close: () => Promise<void>;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  ({ origin, close } = await serveSite({ dir: join(folder, 'site'), port: 0 }));
});

test.afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});

test('a folder is answered with its page', async () => {
  const { status, body } = await ask(origin, '/zh/');
  expect(status).toBe(200);
  expect(body.toString()).toBe(longPage);
});

for (const [path, type] of [
  ['/', 'text/html;charset=utf-8'],
  ['/data/shares.csv', 'text/csv;charset=utf-8'],
  ['/_astro/page.js', 'text/javascript;charset=utf-8'],
  ['/_astro/page.css', 'text/css;charset=utf-8'],
  ['/icon.svg', 'image/svg+xml;charset=utf-8'],
  ['/feed.xml', 'application/xml;charset=utf-8'],
] as const) {
  test(`${path} is sent as ${type}`, async () => {
    const { status, headers } = await ask(origin, path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
  });
}

test('an address without its last slash leads to the page, and keeps the query', async () => {
  const { status, headers } = await ask(origin, '/zh?from=print');
  expect(status).toBe(301);
  expect(headers.location).toBe('/zh/?from=print');
});

test('a redirect never leads to another host', async () => {
  const { headers } = await ask(origin, '//zh');
  expect(headers.location).toBe('/zh/');
  for (const path of ['//other.example/zh', '/\\other.example/zh', '//other.example/..//zh']) {
    const answer = await ask(origin, path);
    expect(answer.headers.location ?? '/').toMatch(/^\/(?![/\\])/);
  }
});

test('an unknown address gets the nearest 404 page', async () => {
  const inChinese = await ask(origin, '/zh/nowhere/');
  expect(inChinese.status).toBe(404);
  expect(inChinese.body.toString()).toBe(files['site/zh/404.html']);
  const elsewhere = await ask(origin, '/en/nowhere/');
  expect(elsewhere.status).toBe(404);
  expect(elsewhere.body.toString()).toBe(files['site/404.html']);
});

test('nothing outside the site can be read', async () => {
  for (const path of [
    '/../file.txt',
    '/../site-secret/file.txt',
    '/zh/../../file.txt',
    '/%2e%2e/file.txt',
    '/..%2ffile.txt',
    '/..%2Fsite-secret%2Ffile.txt',
    '/..%5cfile.txt',
    '/..\\file.txt',
    '/%252e%252e/file.txt',
    '/zh/..%2f..%2ffile.txt',
    '/index.html%00.txt',
    '/%E0%A4%A',
  ]) {
    const { status, body } = await ask(origin, path);
    expect(body.toString(), path).not.toContain(secret);
    expect([400, 404], path).toContain(status);
  }
});

test('long text is packed when the reader can unpack it', async () => {
  const packed = await ask(origin, '/zh/', { headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(packed.headers['content-encoding']).toBe('br');
  expect(packed.body.length).toBeLessThan(Buffer.byteLength(longPage) / 10);
  const plain = await ask(origin, '/zh/');
  expect(plain.headers['content-encoding']).toBeUndefined();
});

test('HEAD brings the head only', async () => {
  const { status, headers, body } = await ask(origin, '/zh/', { method: 'HEAD' });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html;charset=utf-8');
  expect(body).toHaveLength(0);
});

test('a page that has not changed is not sent again', async () => {
  const first = await ask(origin, '/zh/');
  const again = await ask(origin, '/zh/', {
    headers: { 'If-None-Match': first.headers.etag ?? '' },
  });
  expect(again.status).toBe(304);
});

test('only GET and HEAD are answered', async () => {
  const { status, headers } = await ask(origin, '/zh/', { method: 'POST' });
  expect(status).toBe(405);
  expect(headers.allow).toBe('GET, HEAD');
});

test('a site under a base path answers there and nowhere else', async () => {
  const based = await serveSite({ dir: join(folder, 'site'), port: 0, base: '/mined-out/' });
  try {
    expect((await ask(based.origin, '/mined-out/zh/')).status).toBe(200);
    expect((await ask(based.origin, '/mined-out')).headers.location).toBe('/mined-out/');
    expect((await ask(based.origin, '/mined-out/zh')).headers.location).toBe('/mined-out/zh/');
    expect((await ask(based.origin, '/zh/')).status).toBe(404);
    expect((await ask(based.origin, '/mined-outside/')).status).toBe(404);
  } finally {
    await based.close();
  }
});

test('a site that is not built is refused with the command that builds it', async () => {
  await expect(serveSite({ dir: join(folder, 'site-secret'), port: 0 })).rejects.toThrow(
    'npm run build',
  );
});

test.describe('when the port is taken', () => {
  let other: Server;
  let port: number;

  test.beforeAll(async () => {
    other = createServer();
    // On IPv6 alone, where a server bound to 127.0.0.1 would not notice it.
    await new Promise<void>((done) => {
      other.once('error', () => other.listen(0, '127.0.0.1', done));
      other.listen(0, '::1', done);
    });
    ({ port } = other.address() as AddressInfo);
  });

  test.afterAll(() => other.close());

  test('another is used, and told', async () => {
    const server = await serveSite({ dir: join(folder, 'site'), port });
    try {
      expect(server.port).toBeGreaterThan(port);
      expect(server.taken[0]).toBe(port);
      expect((await ask(server.origin, '/zh/')).status).toBe(200);
      const lines = announcement(port, server).split('\n');
      expect(lines).toContain(`Port ${port} is taken; using ${server.port}.`);
      expect(lines).toContain(`端口${port}已被占用，改用${server.port}。`);
      expect(lines).toContain(`  中文     http://localhost:${server.port}/zh/`);
      expect(lines).toContain(`  English  http://localhost:${server.port}/en/`);
    } finally {
      await server.close();
    }
  });

  test('a strict port is an error', async () => {
    await expect(serveSite({ dir: join(folder, 'site'), port, strictPort: true })).rejects.toThrow(
      `Port ${port} is taken`,
    );
  });
});

test('options come before the environment, and the environment before the defaults', () => {
  expect(readServeOptions([], {})).toMatchObject({ port: 4321, host: 'localhost', base: '/' });
  expect(readServeOptions([], { PORT: '5000', HOST: '0.0.0.0' })).toMatchObject({
    port: 5000,
    host: '0.0.0.0',
  });
  expect(readServeOptions(['--port', '6000'], { PORT: '5000' })).toMatchObject({ port: 6000 });
});

test('a port that is no port is refused in plain words', () => {
  for (const port of ['http', '-1', '70000', '4321.5', '1e3']) {
    expect(() => readServeOptions([`--port=${port}`], {})).toThrow('is no port');
  }
});
