import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path a socket may have. */
const LONGEST = 100;

/**
 * Keeps every other process from a folder until this one ends, however it ends: two on one embedded database would lose
 * each other's writes. Rejects with a sentence where another has it. Gives the way to let it go. Who finds it held may
 * still ask: `answer` has their socket.
 */
export async function lockFolder(folder: string, answer: (socket: Socket) => void): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const path = socketOf(realpathSync(folder));
  const holder = await holderOf(folder);
  holder?.destroy();
  if (holder)
    throw new Error(`Another process serves from ${folder}. Stop it first, or keep communities in PostgreSQL instead.`);
  // What a process left behind that was killed.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const asking = new Set<Socket>();
  const server = createServer((socket) => {
    asking.add(socket);
    socket.once('close', () => asking.delete(socket)).on('error', () => undefined);
    answer(socket);
  }).unref();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of asking) socket.destroy();
    });
}

/** A line to the process that has a folder; `undefined` where none has. */
export function holderOf(folder: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(socketOf(realpathSync(folder)));
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/** The system frees a socket with its process, which no file would tell. */
function socketOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\kith-${name}`;
  const path = join(folder, 'kith.sock');
  return path.length > LONGEST ? join(tmpdir(), `kith-${name}.sock`) : path;
}
