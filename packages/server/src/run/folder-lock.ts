import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path a socket may have. */
const LONGEST = 100;
/** Milliseconds after which who says nothing is taken to have the folder. */
const PATIENCE = 500;
const HELD = 'held';

/**
 * Keeps every other process from a folder until this one ends, however it ends: two on one embedded database would lose
 * each other's writes. Rejects with a sentence where another has it; of several that begin together one has it. Gives
 * the way to let it go.
 *
 * Each who wants it listens at a socket of its own before it looks for others, so that of two at least one sees the
 * other. The system frees a socket with its process, which no file and no number of a process would tell.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const place = realpathSync(folder);
  const taken = () =>
    new Error(`Another process serves from ${folder}. Stop it first, or keep communities in PostgreSQL instead.`);
  if (process.platform === 'win32') return lockPipe(place, taken);

  const sockets = socketsOf(place);
  const name = `kith-${randomUUID().slice(0, 13)}.sock`;
  const own = join(sockets, name);
  let isHeld = false;
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (isHeld) socket.end(HELD);
    else waiting.add(socket);
  });
  const release = () => {
    rmSync(own, { force: true });
    waiting.forEach((socket) => socket.destroy());
    return closed(server);
  };
  // Nobody finds it before it listens: who finds one that does not takes it for left behind.
  await listening(server, `${own}.new`);
  renameSync(`${own}.new`, own);

  for (const other of readdirSync(sockets).filter((each) => /^kith-.*\.sock$/.test(each) && each !== name)) {
    const said = await asked(join(sockets, other), other < name);
    if (said === 'nobody') rmSync(join(sockets, other), { force: true });
    if (said !== 'taken') continue;
    await release();
    throw taken();
  }
  isHeld = true;
  waiting.forEach((socket) => socket.end(HELD));
  waiting.clear();
  return release;
}

function socketsOf(folder: string): string {
  if (join(folder, `kith-${randomUUID()}`).length <= LONGEST) return folder;
  const short = join(tmpdir(), `kith-${digestOf(folder)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  return short;
}

const digestOf = (folder: string) => createHash('sha256').update(folder).digest('hex').slice(0, 32);

/** On Windows a pipe is its process's alone, and gone with it. */
async function lockPipe(folder: string, taken: () => Error): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.end());
  await listening(server, `\\\\.\\pipe\\kith-${digestOf(folder)}`).catch(() => {
    throw taken();
  });
  return () => closed(server);
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => server.unref().once('error', reject).listen(path, resolve));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/**
 * Whether a folder is taken by whoever listens there. Of those who only want it the first by name goes before: it waits
 * for the others to have it already, or to give way.
 */
function asked(path: string, isBefore: boolean): Promise<'nobody' | 'taken' | 'gave way'> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(path, () => isBefore && end('taken'));
    const timer = setTimeout(() => end('taken'), PATIENCE);
    const end = (answer: 'nobody' | 'taken' | 'gave way') => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (text) => (said += text.toString()));
    socket.once('close', () => end(said === HELD ? 'taken' : 'gave way'));
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ENOENT' || code === 'ECONNREFUSED') end('nobody');
      else end(code === 'ECONNRESET' ? 'gave way' : 'taken');
    });
  });
}
