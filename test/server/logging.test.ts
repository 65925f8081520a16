import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLive, serve } from '@kith/server';
import { openLog } from '../../packages/server/src/run/log.js';
import { village } from '../core/village.js';
import { ask, createWorld } from './support.js';

const world = createWorld();

/** What is logged of a request, without how long it took. */
async function linesOf(path: string, headers = {}) {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'info', base: null, timestamp: false },
    { write: (line) => void lines.push(JSON.parse(line)) },
  );
  await world.app({ log }).request(path, { headers });
  return lines.map(({ ms, ...line }) => ({ ...line, ms: typeof ms }));
}

describe('the log', () => {
  it('has one line for each request, and nobody in it', async () => {
    const community = await world.found(village());
    const line = { level: 30, method: 'GET', community, status: 200, ms: 'number', msg: 'Answered.' };
    const authorization = `Bearer ${await world.token(community, 'ada')}`;
    for (const [path, route] of [
      ['/members/ada?q=ada', '/v1/:community/members/:id'],
      ['/wall?member=ada', '/v1/:community/wall'],
      ['/me', '/v1/:community/me'],
    ] as const)
      expect(await linesOf(`/v1/${community}${path}`, { authorization }), path).toEqual([{ ...line, route }]);
    const [lost] = await linesOf(`/v1/${community}/people/ada`);
    expect(lost).toMatchObject({ status: 404 });
    expect(JSON.stringify(lost)).not.toContain('ada');
    expect(await linesOf('/ada')).toMatchObject([{ status: 404, method: 'GET' }]);
    expect(JSON.stringify(await linesOf('/ada'))).not.toContain('ada');
  });

  it('is quiet about machines that ask whether it is there, unless it is to say everything', async () => {
    expect([...(await linesOf('/health')), ...(await linesOf('/ready'))]).toEqual([]);
  });

  it('says what went wrong without the rows in which it did', async () => {
    const lines: string[] = [];
    const log = openLog('error', { write: (line) => lines.push(line) });
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (id)=(ada) already exists.',
    });
    log.error({ err: error }, 'A request failed.');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'A request failed.',
      err: { message: 'duplicate key', code: '23505', stack: expect.stringContaining('logging.test') },
    });
    expect(lines[0]).not.toContain('ada');
  });

  it('is lines for a reader at a terminal, and JSON elsewhere', () => {
    const lines: string[] = [];
    const write = (line: string) => lines.push(line);
    openLog('info', { isTTY: true, write }).info({ route: '/ready', ms: 3 }, 'Answered.');
    openLog('warn', { isTTY: true, write }).info('Not said.');
    openLog('info', { isTTY: true, write }).error({ err: new Error('Broken') }, 'A request failed.');
    openLog('info', { write }).info({ ms: 3 }, 'Answered.');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}Answered\. {2}route=\/ready ms=3\n$/);
    expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d error A request failed\. \nError: Broken\n {4}at /);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ level: 30, ms: 3, msg: 'Answered.' });
    expect(lines).toHaveLength(3);
  });
});

describe('a server that stops', () => {
  it('is not ready, ends every line, and keeps no connection for the next request', async () => {
    const community = await world.found(village());
    const live = createLive({ db: world.db, log: world.log });
    const app = world.app({ live });
    expect((await app.request('/ready')).status).toBe(200);
    const line = await app.request(`/v1/${community}/changes`, { headers: { accept: 'text/event-stream' } });
    live.close();
    await expect(line.text()).resolves.toContain('event: here');
    const late = await app.request(`/v1/${community}/changes`, { headers: { accept: 'text/event-stream' } });
    await expect(late.text()).resolves.toContain('event: here');
    const ready = await app.request('/ready');
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    expect((await app.request('/health')).status).toBe(200);
    expect((await ask(world, app, community, '/wall')).headers.get('connection')).toBe('close');
  });

  it('answers what was under way, and nobody who comes after', async () => {
    const log = pino({ level: 'silent' });
    const folder = mkdtempSync(join(tmpdir(), 'kith-stop-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { address, close } = await serve({ place: { folder }, port: 0, log });
    const begun = request(`http://${address}/v1/nowhere/devices`, { method: 'POST' });
    const came = once(begun, 'response');
    begun.write('{"proof": ');
    // It is there once another, sent after it, is answered.
    expect((await fetch(`http://${address}/health`)).status).toBe(200);
    const closed = close();
    await expect.poll(() => fetch(`http://${address}/health`).then(String, () => 'nobody')).toBe('nobody');
    begun.end('"none"}');
    const [{ statusCode }] = (await came) as [{ statusCode: number }];
    expect(statusCode).toBe(404);
    await closed;
  });

  it('tells other processes what was written last', async () => {
    const told: string[][] = [];
    const announce = async (communities: string[]) => void told.push(communities);
    const live = createLive({ db: world.db, log: world.log, announce });
    live.changed('a');
    live.close();
    live.changed('b');
    await live.settle();
    expect(told).toEqual([['a', 'b']]);
    await live.settle();
    expect(told).toHaveLength(1);
  });
});
