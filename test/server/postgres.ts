import { execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresProgram } from '../../.ci/postgres.mjs';

/** A PostgreSQL of its own in a temporary folder, which it leaves nothing of. */
export interface Postgres {
  url: string;
  /** A database in it that nobody has used. */
  fresh(): string;
  close(): Promise<void>;
}

function program(name: string): string {
  const path = postgresProgram(name);
  if (!path) throw new Error(`There is no ${name} here: PostgreSQL is not installed.`);
  return path;
}

/** PostgreSQL refuses to run as root: then it runs as whom Debian made for it. */
function asWhom(): Pick<SpawnOptions, 'uid' | 'gid'> {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts it; rejects with what it said where it does not. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-postgres-'));
  const who = asWhom();
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  execFileSync(program('initdb'), ['-D', data, '-U', 'kith', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...who,
    stdio: 'pipe',
  });
  const port = await freePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`];
  const child = spawn(program('postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    ...who,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    child.once('exit', () => reject(new Error(said)));
  });
  const address = (name: string) => `postgres://kith@127.0.0.1:${port}/${name}`;
  let n = 0;
  return {
    url: address('postgres'),
    fresh() {
      const name = `fresh${++n}`;
      execFileSync(program('createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'kith', name], { stdio: 'pipe' });
      return address(name);
    },
    async close() {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
