import { describe, expect, it } from 'vitest';
import { village } from '../core/village.js';
import { createWorld } from './support.js';

const world = createWorld();

describe('what goes wrong', () => {
  it('is said without where or how, and what was no question is the asker’s mistake', async () => {
    const odd = [
      '/members/%00',
      '/members/%E0%A4%A',
      '/members?q=%00',
      '/members?limit=x',
      '/members?limit=1e400',
      '/members?limit=-5',
      '/members?after=%23999999999999999999999',
      '/members?after=x',
      '/wall?after=99999999999999999%20x',
      '/wall?after=-99999999999999999%20x',
      '/wall?ids=%F0%28',
      `/wall?member=${'x'.repeat(3000)}`,
      '/ladders/..%2f..%2fetc%2fpasswd',
      "/wall?role=';drop table home;--",
      '/suggestions?with=%',
      '/nowhere',
      '/changes?after=x',
    ];
    const community = await world.found(village());
    const base = `${await world.listen()}/v1/${community}`;
    const authorization = `Bearer ${await world.token(community, 'ada')}`;
    for (const path of odd) {
      const response = await fetch(base + path, { headers: { authorization } });
      const text = await response.text();
      expect(response.status, path).toBeLessThan(500);
      expect(text, path).not.toMatch(/\bat .*:\d+|select |insert |node_modules|\/src\//i);
      if (!response.ok) expect(response.headers.get('content-type'), path).toContain('application/problem+json');
    }
  });

  it('is nobody’s business where it is the server’s', async () => {
    const db = { transaction: () => ({}) } as never;
    const response = await world.app({ db }).request('/v1/village');
    expect([response.status, await response.json()]).toEqual([
      500,
      { type: 'about:blank', title: 'Something is wrong here', status: 500, reason: 'busy' },
    ]);
    expect(world.logged.at(-2)).toContain('A request failed.');
  });

  it('is told to who watches over it', async () => {
    const app = world.app();
    expect((await app.request('/health')).status).toBe(200);
    expect((await app.request('/ready')).status).toBe(200);
    const db = { selectNoFrom: () => ({ execute: () => Promise.reject(new Error('No database.')) }) } as never;
    const ready = await world.app({ db }).request('/ready');
    expect(ready.status).toBe(503);
    expect(await ready.text()).not.toContain('No database');
  });
});
