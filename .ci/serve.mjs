import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { preview } from 'vite';

/**
 * Serves a folder's built pages (its dist/) to this machine only. Port 0 is any free one; a taken one, the next. What is
 * asked for under a path of `ask` is asked of that address; `html` changes each page on its way. Gives the address and
 * how to stop.
 * @param {{ ask?: Record<string, string>, html?: (page: string) => string }} [more]
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serve(folder, port = 0, { ask = {}, html } = {}) {
  const server = await preview({
    configFile: false,
    root: folder,
    appType: 'mpa',
    logLevel: 'error',
    plugins: [openCode, ...(html ? [changing(join(folder, 'dist'), html)] : [])],
    preview: {
      host: '127.0.0.1',
      port,
      proxy: Object.fromEntries(Object.entries(ask).map(([path, address]) => [path, `http://${address}`])),
    },
  });
  return { url: server.resolvedUrls.local[0], stop: () => server.close() };
}

/** Kith's own files are for pages of every site; a module is asked for with the name of the page's. */
const openCode = {
  name: 'open-code',
  configurePreviewServer({ middlewares }) {
    middlewares.use(({ url }, response, next) => {
      if (/^\/(kith\/[\d.]+\/)?(kith|frame|fit)[\w.-]*\.(js|css)(\?|$)/.test(url))
        response.setHeader('access-control-allow-origin', '*');
      next();
    });
  },
};

/** Each page changed as it is asked for. */
function changing(folder, change) {
  return {
    name: 'changing-pages',
    configurePreviewServer({ middlewares }) {
      middlewares.use(async ({ url }, response, next) => {
        const { pathname } = new URL(url, 'http://page');
        const [file] = (pathname === '/' ? '/index.html' : pathname).match(/^\/[\w-]+\.html$/) ?? [];
        const page = file && (await readFile(join(folder, file), 'utf8').catch(() => undefined));
        if (!page) return next();
        response.setHeader('content-type', 'text/html');
        response.end(change(page));
      });
    },
  };
}
