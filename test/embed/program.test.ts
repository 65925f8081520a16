import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build, defaultServerConditions } from 'vite';
import { LIMIT } from '../../packages/embed/src/render/asked.js';
import { riverside } from '../core/riverside.js';

/** The program, built from the sources, and a folder of somebody's own in which it runs. */
let program: string;
let here: string;

beforeAll(async () => {
  mkdirSync('node_modules/.cache/kith', { recursive: true });
  program = mkdtempSync(resolve('node_modules/.cache/kith/embed-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: {
      resolve: { conditions: ['kith-source', ...defaultServerConditions] },
      noExternal: [/^@kith\//],
    },
    build: { ssr: 'packages/embed/src/render/main.ts', outDir: program, emptyOutDir: false, target: 'node20' },
  });
}, 120_000);
afterAll(() => rmSync(program, { recursive: true, force: true }));
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'kith-embed-'));
});
afterEach(() => rmSync(here, { recursive: true, force: true }));

/** As `npx @kith/embed` runs it: plain Node, in a folder that is not the project's. */
function run(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(program, 'main.js'), ...args], {
    cwd: here,
    encoding: 'utf8',
    input,
    env: { PATH, ...env },
  });
  return { status, stdout, stderr };
}

describe('the program kith-embed', () => {
  it('renders what is piped in, says what it wrote, and complains of nothing', () => {
    const { status, stdout, stderr } = run(
      ['render', '-', '--widget', 'wall', '--out', 'out'],
      JSON.stringify(riverside()),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Wrote \d+ files to out: recognition-wall\.html, recognition-wall\.tag\.html, /);
    expect(readdirSync(here)).toEqual(['out']);
    expect(readdirSync(join(here, 'out'))).toContain('index.html');
  });

  it('ends with 1 where a source fails and with 2 where it is told nothing, and prints neither', () => {
    expect(run(['render', 'none.json', '--widget', 'wall', '--out', 'out'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'none.json: There is no such file. Nothing was written.\n',
    });
    expect(run([])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(here)).toEqual([]);
  });

  it('writes the same days wherever it runs, unless TZ says where', () => {
    const letter = { id: 'r', to: ['ada'], text: 'Late.', at: '2026-03-01T23:30:00Z' };
    const document = JSON.stringify({ kith: 1, members: [{ id: 'ada', name: 'Ada' }], recognitions: [letter] });
    const args = ['render', '-', '--widget', 'wall', '--out', 'out', '--now', '2026-11-22'];
    const day = (env = {}) => {
      expect(run(args, document, env).status).toBe(0);
      // A picture stands for longer than a year is plain.
      expect(readFileSync(join(here, 'out/recognition-wall.svg'), 'utf8')).toMatch(/\d March 2026/);
      return />(\d+ March 2026)</.exec(readFileSync(join(here, 'out/recognition-wall.tag.html'), 'utf8'))?.[1];
    };
    expect(day()).toBe('1 March 2026');
    expect(day({ TZ: 'Asia/Tokyo' })).toBe('2 March 2026');
  });
});

describe('what the README says of it', () => {
  const commands = [...readFileSync('README.md', 'utf8').matchAll(/^npx @kith\/embed (.+?)\s*(?:#.*)?$/gm)].map(
    ([, said = '']) => said.split(' '),
  );

  it('is as many letters as it reads', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`The newest ${LIMIT.toLocaleString('en')} letters are read`);
  });

  it('runs as it stands there, where the files are', () => {
    expect(commands.length).toBeGreaterThan(1);
    writeFileSync(join(here, 'community.json'), JSON.stringify(riverside()));
    copyFileSync('demo/public/bench-timer.all-contributorsrc', join(here, '.all-contributorsrc'));
    for (const args of commands) expect(run(args), args.join(' ')).toMatchObject({ status: 0, stderr: '' });
  });
});
