import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { help, variables } from '@kith/server';
import { page } from './page.mjs';

const folder = 'packages/server/deploy';
const files = readdirSync(folder).filter((name) => !name.endsWith('ignore'));
const text = readFileSync(`${folder}/README.md`, 'utf8');
const all = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n');

describe('the page on running a server', () => {
  it('says what --help says, and holds each file as it is (node test/server/page.mjs writes them)', async () => {
    expect(text).toBe(await page(help));
    const shown = [...text.matchAll(/<!-- generated: (\S+) -->/g)].map(([, name]) => name);
    expect(shown.sort()).toEqual(['help', ...files.filter((name) => name !== 'README.md')].sort());
    expect(text).toContain(help.trimEnd());
  });

  it('names only commands and options that there are', () => {
    const commands = [...all.matchAll(/kith-server((?: community)? [a-z]+)/g)].map(([, words = '']) => words);
    expect(commands.length).toBeGreaterThan(8);
    for (const words of commands) expect(help).toContain(`kith-server${words}`);
    const lines = all.split('\n').filter((line) => line.includes('kith-server community'));
    for (const [option] of lines.join('\n').matchAll(/--[a-z]+/g)) expect(help).toContain(option);
  });

  it('sets only what is read of an environment', () => {
    const named = [...all.matchAll(/\b(KITH_[A-Z]+|DATABASE_[A-Z]+|LOG_[A-Z]+|PORT|HOST)\b/g)].map(([name]) => name);
    expect(new Set(named)).toEqual(new Set(Object.keys(variables)));
  });
});
