import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path a socket may have. */
const LONGEST = 100;

/**
 * Keeps every other process from a folder until this one ends, however it ends: two on one embedded database would lose
 * each other's writes. Rejects with a sentence where another has it. Gives the way to let it go.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const path = socketOf(realpathSync(folder));
  if (await isHeld(path))
    throw new Error(`Another process serves from ${folder}. Stop it first, or keep communities in PostgreSQL instead.`);
  // What a process left behind that was killed.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = createServer((socket) => socket.end()).unref();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** The system frees a socket with its process, which no file would tell. */
function socketOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\kith-${name}`;
  const path = join(folder, 'kith.sock');
  return path.length > LONGEST ? join(tmpdir(), `kith-${name}.sock`) : path;
}

function isHeld(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (held: boolean) => {
      socket.destroy();
      resolve(held);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
