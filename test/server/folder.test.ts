import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../packages/server/src/run/folder-lock.js';
import { createProgram, killed } from './processes.js';

const program = createProgram();
const made: string[] = [];
const fresh = (...more: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-folder-'));
  made.push(folder);
  return join(folder, ...more);
};
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const sockets = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('kith.sock'));

/** Begins so many times together; gives how many have the folder, what the others were told, and lets it go. */
async function together(folder: string, many: number) {
  const began = await Promise.allSettled(Array.from({ length: many }, () => lockFolder(folder)));
  const have = began.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const told = began.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  for (const release of have) await release();
  return { have: have.length, told: [...new Set(told)] };
}
const taken = [expect.stringContaining('Another process serves from')];

describe('a folder of the embedded database', () => {
  it('is one’s who has it, and the next one’s after that', async () => {
    const folder = fresh('not', 'there', 'yet');
    for (let i = 0; i < 20; i++) {
      const release = await lockFolder(folder);
      await expect(lockFolder(folder)).rejects.toThrow(`Another process serves from ${folder}.`);
      await release();
      expect(sockets(folder)).toEqual([]);
    }
  });

  it('is one’s of all who begin together', async () => {
    for (let i = 0; i < 20; i++) expect(await together(fresh(), 2 + (i % 7))).toEqual({ have: 1, told: taken });
  });

  it('is one’s of all who begin together after many were killed there', async () => {
    for (let i = 0; i < 10; i++) {
      const folder = fresh();
      for (const name of ['', '.000000', '.7fffff', '.ffffff']) await leaveBehind(join(folder, `kith.sock${name}`));
      expect(sockets(folder)).toHaveLength(4);
      expect(await together(folder, 5)).toEqual({ have: 1, told: taken });
      expect(sockets(folder)).toEqual([]);
    }
  });

  it.each(['kith.sock', 'kith.sock.zzzzzz'])(
    'is nobody’s else where who has it says nothing any more (%s)',
    async (name) => {
      const folder = fresh();
      mkdirSync(folder, { recursive: true });
      const frozen = createServer((socket) => socket.resume());
      await new Promise<void>((resolve) => frozen.listen(join(folder, name), resolve));
      await expect(lockFolder(folder)).rejects.toThrow('Another process serves from');
      await new Promise((resolve) => frozen.close(resolve));
      await (
        await lockFolder(folder)
      )();
    },
  );

  it('is kept where its path is longer than a socket’s may be', async () => {
    const folder = fresh('a-long-name'.repeat(12));
    expect(await together(folder, 3)).toEqual({ have: 1, told: taken });
  });

  it('is free again at once after its process was killed, and no other process gets at it before', async () => {
    const env = { KITH_DATA: fresh() };
    const first = await program.serve(env);
    const second = await program.serve(env);
    expect(second.base).toBeUndefined();
    expect(await second.ended).toMatchObject({ code: 1, complaints: expect.stringMatching(/^Another process.*\n$/) });
    await killed(first.child);
    const three = await Promise.all([program.serve(env), program.serve(env), program.serve(env)]);
    expect(three.filter(({ base }) => base)).toHaveLength(1);
    for (const { child } of three) await killed(child);
  }, 120_000);
});

/** Leaves a socket at which nobody listens any more, as a process does that is killed. */
async function leaveBehind(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(`${path}.new`, resolve));
  renameSync(`${path}.new`, path);
  await new Promise((resolve) => server.close(resolve));
}
