import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import type { Env } from '../asker.js';
import { Problem } from '../problem.js';

const published = createRequire(import.meta.url).resolve('@kith/embed/package.json');

/** Where the widgets' code lies once it is built. */
export function builtCode(): string {
  return join(dirname(published), 'dist');
}

/**
 * The widgets' code as pages load it: `kith.js`, and beside it what loads when it is used. Under its version each file is
 * for ever the same; under the first number of it, as at the top, it is the newest that still fits.
 */
export function codeRoutes(app: Hono<Env>, folder: string): void {
  const { version } = JSON.parse(readFileSync(published, 'utf8')) as { version: string };
  const [major = ''] = version.split('.');
  const found = [...filesIn(folder)];
  const files = new Map(
    ['', `kith/${major}/`, `kith/${version}/`].flatMap((place) =>
      found.map(([name, file]) => [place + name, place.includes(version) ? forEver(file) : file] as const),
    ),
  );

  // Each by its own address: among the routes there is none that has to be tried.
  app.on(
    'GET',
    [...files.keys()].map((name) => `/${name}`),
    (context) => {
      const file = files.get(context.req.path.slice(1));
      if (!file) throw new Problem(404, 'gone');
      for (const [name, value] of Object.entries(file.headers)) context.header(name, value);
      if (context.req.header('if-none-match') === file.headers.etag) return context.body(null, 304);
      return isZipped(context) ? zipped(context, file) : context.body(file.bytes);
    },
  );
}

interface File {
  bytes: Uint8Array<ArrayBuffer>;
  zipped: Uint8Array<ArrayBuffer>;
  headers: Record<'content-type' | 'etag' | 'cache-control' | 'vary' | 'access-control-allow-origin', string>;
}

function filesIn(folder: string): Map<string, File> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names
      .filter((name) => /^(kith|frame|fit)[\w.-]*\.(js|css)$/.test(name))
      .map((name) => [name, fileOf(folder, name)]),
  );
}

function fileOf(folder: string, name: string): File {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  return {
    bytes,
    zipped: new Uint8Array(gzipSync(bytes)),
    headers: {
      'content-type': name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8',
      etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
      // What is called by what is in it is never anything else.
      'cache-control': /-[\w-]{8}\.js$/.test(name) ? keptForEver : 'public, max-age=600',
      vary: 'accept-encoding',
      // It is the same for everyone, and a module is asked for with the name of the page's origin.
      'access-control-allow-origin': '*',
    },
  };
}

const keptForEver = 'public, max-age=31536000, immutable';

function forEver(file: File): File {
  return { ...file, headers: { ...file.headers, 'cache-control': keptForEver } };
}

function isZipped(context: Context): boolean {
  return /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
}

function zipped(context: Context, file: File): Response {
  context.header('content-encoding', 'gzip');
  return context.body(file.zipped);
}
