import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { help, main, variables } from '@kith/server';
import { settingsIn } from '../../packages/server/src/run/environment.js';

const folder = mkdtempSync(join(tmpdir(), 'kith-environment-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is complained of, where it does not serve. */
async function complaintOf(env: Record<string, string>): Promise<string> {
  const complaints: string[] = [];
  const complain = (text: string) => void complaints.push(text);
  const code = await main({ args: [], env, print: expect.fail, complain, stop: Promise.resolve() });
  expect(code).toBe(1);
  return complaints.join('\n');
}

describe('the environment', () => {
  it('is said by --help, all that is read of it and no more', () => {
    const read = new Set<string | symbol>();
    settingsIn(new Proxy({}, { get: (_, name) => void read.add(name) }));
    expect([...read].sort()).toEqual(Object.keys(variables).sort());
    for (const [name, { usual, says }] of Object.entries(variables))
      expect(help).toMatch(
        new RegExp(`^  ${name} +${says.replace(/[()]/g, '\\$&')}${usual && ` \\(${usual}\\)`}$`, 'm'),
      );
    const listed = [...help.matchAll(/^ {2}([A-Z_]+) /gm)].map(([, name]) => name);
    expect(listed).toEqual(Object.keys(variables));
  });

  it('is what is usual where it says nothing, and nothing else', () => {
    const usual = { place: { folder: './.kith' }, port: 8787, hostname: '127.0.0.1', proxies: [], level: 'info' };
    expect(settingsIn({})).toEqual(usual);
    expect(settingsIn({ PORT: '', HOST: ' ', DATABASE_URL: '', KITH_PROXIES: ' ', LOG_LEVEL: '' })).toEqual(usual);
    expect(settingsIn({ DATABASE_URL: 'postgres:///kith?host=/run/postgresql', PORT: '80' })).toMatchObject({
      place: { url: 'postgres:///kith?host=/run/postgresql' },
      port: 80,
    });
    expect(settingsIn({ KITH_PROXIES: ' 10.0.0.0/8, ::1 ,fd00::/8' }).proxies).toEqual([
      '10.0.0.0/8',
      '::1',
      'fd00::/8',
    ]);
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '8e3'],
    ['KITH_PROXIES', 'proxy.example'],
    ['KITH_PROXIES', '10.0.0.0/33'],
    ['KITH_PROXIES', '127.0.0.1,10.0.0.0/x'],
    ['KITH_PROXIES', '10.0.0.0/8/8'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'toString'],
  ])('is refused in one sentence where %s is "%s"', async (name, value) => {
    const complaint = await complaintOf({ KITH_DATA: join(folder, 'unused'), [name]: value });
    expect(complaint).toMatch(new RegExp(`^${name} .*\\.$|^${name} .*"${value}"`));
    expect(complaint.split('\n')).toHaveLength(1);
  });

  it('is refused where DATABASE_URL is none or leads nowhere, and its password is not said again', async () => {
    for (const url of [
      'mysql://kith:secret@host/kith',
      'host=here password=secret',
      'postgres://kith:secret@127.0.0.1:1/kith',
    ]) {
      const complaint = await complaintOf({ DATABASE_URL: url });
      expect(complaint).toMatch(/^DATABASE_URL .*\.$/);
      expect(complaint).not.toContain('secret');
    }
  });

  it('is refused where KITH_DATA is no folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await complaintOf({ KITH_DATA: file })).toBe(`KITH_DATA is no folder that can be written to: "${file}".`);
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('is refused where its address is another’s, and lets go of what it had', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((resolve) =>
      other.once('listening', () => resolve((other.address() as AddressInfo).port)),
    );
    const env = { KITH_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' };
    expect(await complaintOf({ ...env, PORT: String(port) })).toBe(`PORT ${port} is in use already.`);
    expect(await complaintOf({ ...env, PORT: '0', HOST: '192.0.2.1' })).toMatch(/^HOST is no address of this machine/);
    other.close();
  }, 60_000);
});
