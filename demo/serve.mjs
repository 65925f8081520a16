/**
 * `npm start`, after the build: the demo on PORT or 4173 or the next free port, and behind it a Kith server for its
 * community, on the embedded database in KITH_DATA or demo/.kith. What is done is kept there; the first start puts there
 * what the demo begins with.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandIn, openPlace, serve as serveCommunities } from '@kith/server';
import { pino } from 'pino';
import { serve as servePages } from '../.ci/serve.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const place = { folder: process.env.KITH_DATA || join(folder, '.kith') };
const id = 'riverside';

/** The community as the demo begins with it, with the introductions that visitors' pages never fetch. */
async function beginning() {
  const read = async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'));
  return { ...(await read('public/community.json')), introductions: await read('introductions.json') };
}

/** Puts the community there, unless it is; by the commands that `kith-server` has. */
async function begin() {
  const { db, close } = await openPlace(place);
  const passing = await mkdtemp(join(tmpdir(), 'kith-demo-'));
  try {
    const there = await commandIn(['list'])(db);
    if (there.split('\n').some((line) => line.startsWith(`${id} `))) return;
    const document = join(passing, 'community.json');
    await writeFile(document, JSON.stringify(await beginning()));
    await commandIn(['add', id, '--document', document])(db);
    // Who may put it back to how it began.
    await commandIn(['duty', id, 'sita', 'admin'])(db);
  } finally {
    await rm(passing, { recursive: true });
    await close();
  }
}

/** The pages as they are where there is a server: of its community, not of a file, once it is known whose eyes look. */
const live = (html) =>
  html.replace('src="/community.json" provider="browser"', `src="/v1/${id}" provider="server" hold`);

try {
  await begin();
  const server = await serveCommunities({
    place,
    port: 0,
    hostname: '127.0.0.1',
    log: pino({ level: process.env.LOG_LEVEL ?? 'error' }),
    development: (warning) => console.log(warning),
  });
  const pages = await servePages(folder, Number(process.env.PORT || 4173), {
    ask: { '/v1': server.address },
    html: live,
  });
  // Whoever reads that it is there may end it at once.
  endWith(() => pages.stop().then(() => server.close()));
  console.log(`The demo is at ${pages.url}`);
  console.log(`What is done there is kept in ${place.folder}. Open it in two browsers: each sees what the other does.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Ends in order when told to; and with npm, which passes a signal on to its shell only, and the shell to nobody. */
function endWith(stop) {
  const end = () => stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal); // Vite's own would report 143, as if we had been killed
    process.once(signal, end);
  }
  if (process.env.npm_lifecycle_event) {
    const { ppid } = process;
    setInterval(() => process.ppid !== ppid && end(), 200).unref();
  }
}
