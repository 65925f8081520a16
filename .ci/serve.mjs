import { preview } from 'vite';

/**
 * Serves a folder's built pages (its dist/) to this machine only. Port 0 is any free one; a taken one, the next.
 * Gives the address and how to stop.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serve(folder, port = 0) {
  const server = await preview({
    configFile: false,
    root: folder,
    appType: 'mpa',
    logLevel: 'error',
    preview: { host: '127.0.0.1', port },
  });
  return { url: server.resolvedUrls.local[0], stop: () => server.close() };
}
