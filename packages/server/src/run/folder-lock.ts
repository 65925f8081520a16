import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Longest path of a socket: systems take 103, and who only wants a folder says so under a longer name. */
const LONGEST = 90;
/** Milliseconds after which who says nothing is taken to have the folder. */
const PATIENCE = 500;
/** What who wants a folder asks of others, and what who has it says. */
const WHOSE = 'whose?';
const HELD = 'held';

/** Answers what another process says that does not want the folder itself. */
export type Answer = (said: string, socket: Socket) => void;

/**
 * Keeps every other process from a folder until this one ends, however it ends: two on one embedded database would lose
 * each other's writes. Rejects with a sentence where another has it; of several that begin together one has it. Gives
 * the way to let it go. Who finds it held may want something else of the holder, and `answer` hears it.
 *
 * The system frees a socket with its process, which no file and no number of a process would tell. Each who wants the
 * folder listens at a socket of its own before it looks for others, so that of two at least one sees the other.
 */
export async function lockFolder(folder: string, answer?: Answer): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const path = socketOf(realpathSync(folder));
  const taken = () =>
    new Error(`Another process serves from ${folder}. Stop it first, or keep communities in PostgreSQL instead.`);
  let isHeld = false;
  const asking = new Set<Socket>();
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    asking.add(socket);
    socket.once('close', () => asking.delete(socket)).on('error', () => undefined);
    socket.once('data', (text) => {
      const said = String(text);
      if (said === WHOSE && !isHeld) waiting.add(socket);
      else if (said === WHOSE) socket.end(HELD);
      else if (isHeld && answer) answer(said, socket);
      else socket.destroy();
    });
  }).unref();
  if (process.platform === 'win32') {
    // A pipe is its process's alone, and gone with it.
    await listening(server, path).catch(() => Promise.reject(taken()));
    isHeld = true;
    return () => closed(server, asking);
  }

  const own = `${path}.${randomUUID().slice(0, 6)}`;
  // Nobody finds it before it listens: who finds one that does not takes it for left behind.
  await listening(server, `${own}-`);
  renameSync(`${own}-`, own);
  for (const other of [...othersBeside(path, own), path]) {
    const said = await asked(other, other < own);
    if (said === 'nobody') rmSync(other, { force: true });
    if (said !== 'taken') continue;
    rmSync(own, { force: true });
    await closed(server, asking);
    throw taken();
  }
  renameSync(own, path);
  isHeld = true;
  for (const socket of waiting) socket.end(HELD);
  return () => {
    rmSync(path, { force: true });
    return closed(server, asking);
  };
}

/** A line to the process that has a folder; `undefined` where none has. */
export function holderOf(folder: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(socketOf(realpathSync(folder)));
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/** Where who has a folder listens. */
function socketOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\kith-${name}`;
  const path = join(folder, 'kith.sock');
  return path.length > LONGEST ? join(tmpdir(), `kith-${name}.sock`) : path;
}

/** Where others listen who want it too. */
function othersBeside(path: string, own: string): string[] {
  const others = readdirSync(dirname(path)).map((name) => join(dirname(path), name));
  return others.filter(
    (other) => basename(other).startsWith(`${basename(path)}.`) && /\w$/.test(other) && other !== own,
  );
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(path, resolve));
}

function closed(server: Server, asking: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of asking) socket.destroy();
  });
}

/**
 * Whether a folder is taken by whoever listens there. Of those who only want it the first by name goes before: it waits
 * for the others to have it already, or to give way.
 */
function asked(path: string, isBefore: boolean): Promise<'nobody' | 'taken' | 'gave way'> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(path, () => (isBefore ? end('taken') : socket.write(WHOSE)));
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
