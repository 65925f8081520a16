import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '@kith/core/rules';
import { command } from '@kith/embed/render';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { village } from '../core/village.js';
import { createWorld } from './support.js';

const world = createWorld();
let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'kith-rendered-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

/** Renders a community from its address; gives every file's text. */
async function rendered(id: string, ...more: string[]): Promise<{ said: string; files: Record<string, string> }> {
  const app = world.app();
  const said: string[] = [];
  const code = await command({
    args: ['render', `http://localhost/v1/${id}`, '--widget', 'all', '--out', out, ...more],
    print: (text) => void said.push(text),
    complain: (text) => void said.push(text),
    stdin: () => Promise.resolve(''),
    clock: () => new Date('2026-11-22T12:00:00Z'),
    fetch: async (input, init) => app.request(input as string, init),
  });
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .map((path) => [path, readFileSync(join(out, path), 'utf8')]);
  return { said: `${code} ${said.join('\n')}`, files: Object.fromEntries(files) as Record<string, string> };
}

const letters = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    id: `r${i}`,
    occasion: 'thanks',
    from: 'bo',
    to: ['ada'],
    consents: [{ member: 'ada', as: 'named' }],
    text: `Letter ${i}, from far away.`,
    at: new Date(Date.UTC(2025, 0, 1 + i)).toISOString(),
    state: 'shown',
  }));

describe('a community on a server, rendered', () => {
  it('has all its letters, page after page', async () => {
    const id = await world.found(village({ recognitions: letters(1100) }));
    const { said, files } = await rendered(id, '--limit', '1050');
    expect(said).toMatch(/^0 /);
    expect(said).toContain('The newest 1050 of 1100 letters');
    const { recognitions } = JSON.parse(files['community.json'] ?? '') as { recognitions: { id: string }[] };
    expect(recognitions.map((letter) => letter.id)).toEqual(Array.from({ length: 1050 }, (_, i) => `r${1099 - i}`));
    expect(JSON.parse(files['shields/letters.json'] ?? '')).toMatchObject({ message: '1,100' });
  });

  it('is without a letter as soon as it is rendered again after a yes is taken back', async () => {
    const id = await world.found(village({ recognitions: letters(2) }));
    const all = async () => Object.values((await rendered(id)).files).join('\n');
    expect(await all()).toContain('Letter 1, from far away.');
    const body = JSON.stringify({ key: newKey(), name: 'consent', detail: { recognition: 'r1', as: 'hidden' } });
    const authorization = `Bearer ${await world.token(id, 'ada')}`;
    const { status } = await world.app().request(`/v1/${id}/intents`, {
      method: 'POST',
      body,
      headers: { authorization, 'content-type': 'application/json' },
    });
    expect(status).toBe(200);
    const after = await all();
    expect(after).not.toContain('Letter 1, from far away.');
    expect(after).toContain('Letter 0, from far away.');
  });
});
