import { mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '@kith/core/rules';
import { serve } from '@kith/server';
import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { found, writerOf } from './sites.js';

/** Whom a socket is to reach: an address, or a path on this machine. */
function targetOf(args: unknown[]): string {
  const [said] = args.flat() as [{ host?: string; port?: number; path?: string } | number | string];
  if (typeof said !== 'object') return String(said);
  return said.path ?? `${said.host}:${said.port}`;
}

it('a server asks nobody anything, whatever it is asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-quiet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await found({ folder: join(folder, 'database') }, 'village');
  const asked: string[] = [];
  const connect = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    asked.push(targetOf(args));
    return connect.apply(this, args as Parameters<typeof connect>);
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const { address, close } = await serve({ place: { folder }, port: 0, log: pino({ level: 'silent' }) });
  const base = `http://${address}`;
  const write = await writerOf('village', 'ada', 1);
  const story = { to: [], occasion: 'story', text: 'See https://elsewhere.example/lamp.png' };
  const evidence = [{ kind: 'image', src: 'https://elsewhere.example/lamp.png', alt: 'A lamp' }];
  const detail = { ...story, evidence };
  expect((await write(base, { key: newKey(), name: 'recognize', detail })).status).toBe(200);
  const paths = ['/v1/village', '/v1/village/wall', '/v1/village/changes', '/feed/village.json', '/v1', '/ready'];
  for (const path of [...paths, '/embed/village/role-badge', '/badge/village/ada.svg'])
    expect((await fetch(base + path)).status, path).toBe(200);
  await close();
  // This test asks the server itself, and who wants its folder asks whether another has it.
  expect(asked.filter((target) => target !== address && !target.startsWith(folder))).toEqual([]);
  expect(asked).toContain(address);
}, 60_000);
