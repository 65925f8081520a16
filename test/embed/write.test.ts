import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type * as system from 'node:fs/promises';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '@kith/embed/render';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartlyWritten, writeFiles } from '../../packages/embed/src/render/write.js';

// A disk that fails between two files is made here: no machine has one at hand.
vi.mock('node:fs/promises', async (original) => {
  const all = await original<typeof system>();
  return { ...all, rename: vi.fn(all.rename) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-write-'));
});
afterEach(() => {
  vi.mocked(rename).mockReset();
  rmSync(folder, { recursive: true, force: true });
});

const files = (said: string) => new Map(['a.html', 'b.html', 'shields/c.json'].map((path) => [path, said]));
const written = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Whatever is put into its place from the nth file on is refused. */
async function refuseFrom(n: number, code: string) {
  const { rename: real } = await vi.importActual<typeof system>('node:fs/promises');
  let i = 0;
  vi.mocked(rename).mockImplementation((from, to) =>
    ++i < n
      ? real(from, to)
      : Promise.reject(Object.assign(new Error(`${code}: no, rename`), { code, path: String(from), dest: String(to) })),
  );
}

describe('files of which some cannot be put in their places', () => {
  it('are told one by one: which are new, and which are as they were', async () => {
    await writeFiles(folder, files('before'));
    await refuseFrom(2, 'EPERM');
    const failed = await writeFiles(folder, files('after')).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PartlyWritten);
    expect((failed as Error).message).toMatch(
      /b\.html may not be written here\. New are a\.html; as before are b\.html, shields\/c\.json\.$/,
    );
    expect([written('a.html'), written('b.html'), written('shields/c.json')]).toEqual(['after', 'before', 'before']);
    // What stood beside its place is gone.
    expect(readdirSync(folder).sort()).toEqual(['a.html', 'b.html', 'shields']);
  });

  it('are all as they were where it is the first', async () => {
    await writeFiles(folder, files('before'));
    await refuseFrom(1, 'ENOSPC');
    const failed = await writeFiles(folder, files('after')).catch((error: unknown) => error);
    expect(failed).not.toBeInstanceOf(PartlyWritten);
    expect((failed as Error).message).toMatch(/^There is no room left for .*a\.html\.$/);
    expect(written('a.html')).toBe('before');
  });

  it('are never said not to be written', async () => {
    const scripts = mkdtempSync(join(folder, 'built-'));
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const run = () =>
      command({
        args: ['render', '-', '--widget', 'banner', '--out', join(folder, 'out')],
        print: say,
        complain: say,
        stdin: () => Promise.resolve('{ "kith": 1, "purpose": { "statement": "Mend" } }'),
        clock: () => new Date('2026-11-22T12:00:00Z'),
        scripts,
      });
    await writeFiles(
      scripts,
      new Map([
        ['tell-height.js', ''],
        ['fit.js', ''],
      ]),
    );
    await refuseFrom(3, 'EBUSY');
    expect(await run()).toBe(1);
    expect(said.join()).toMatch(/New are purpose-banner\.html, purpose-banner\.tag\.html; as before are /);
    expect(said.join()).not.toContain('Nothing was written');
    expect(existsSync(join(folder, 'out/index.html'))).toBe(false);
  });
});
