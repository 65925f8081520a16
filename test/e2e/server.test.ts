import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { help } from '@kith/server';
import { newKey } from '@kith/core/rules';
import { village } from '../core/village.js';
import { run, start, temporary } from './kith-server.js';

const built = resolve('packages/server/dist/main.js');
const guest = { authorization: `Kith-Guest ${'ab'.repeat(16)}` };

/** A folder where a village is kept. */
async function villageIn(folder: string): Promise<NodeJS.ProcessEnv> {
  const document = join(folder, 'village.json');
  writeFileSync(document, JSON.stringify(village()));
  const env = { KITH_DATA: join(folder, 'data') };
  await run('node', [built, 'community', 'add', 'village', '--document', document], {
    env: { ...process.env, ...env },
  });
  return env;
}

/** Begins a wish and leaves its end to the test. */
function beginWish(url: string) {
  const body = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on: true } });
  const sending = request(`${url}/v1/village/intents`, { method: 'POST', headers: guest });
  const status = new Promise<number | undefined>((done, fail) =>
    sending.once('error', fail).once('response', (response) => {
      response.resume();
      done(response.statusCode);
    }),
  );
  sending.write(body.slice(0, 10));
  return { finish: () => sending.end(body.slice(10)), status };
}

describe('the server, packed and installed elsewhere', () => {
  it('says its help, keeps a community, serves it, and stops when it is told to', async () => {
    const folder = temporary('packed');
    const packed = await run('npm', [
      'pack',
      '--json',
      '-w',
      '@kith/core',
      '-w',
      '@kith/providers',
      '-w',
      '@kith/embed',
      '-w',
      '@kith/server',
      '--pack-destination',
      folder,
    ]);
    const tarballs = (JSON.parse(packed) as { filename: string; files: { path: string }[] }[]).map(
      ({ filename, files }) => {
        expect(files.length).toBeGreaterThan(20);
        return `file:${join(folder, filename)}`;
      },
    );
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs], { cwd: folder });
    const program = join(folder, 'node_modules/.bin/kith-server');
    const env = { KITH_DATA: join(folder, 'data'), NODE_OPTIONS: '' };
    const command = (...args: string[]) =>
      run('npx', ['kith-server', ...args], { cwd: folder, env: { ...process.env, ...env } });

    expect(await command('--help')).toBe(`${help}\n`);
    expect(await command('community', 'add', 'village')).toBe('Added "village".\n');
    const { url, child, ended } = await start(program, [], env, { cwd: folder });
    expect(await (await fetch(`${url}/ready`)).json()).toEqual({ ok: true });
    for (const path of ['/v1/village', '/kith.js', '/embed/village/recognition-wall'])
      expect((await fetch(url + path)).status, path).toBe(200);
    // While it is served, whoever serves it writes the backup.
    expect(await command('backup', 'all.kith')).toContain('Everything is in "all.kith".');
    await expect(command('restore', 'all.kith')).rejects.toThrow('Another process serves from');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 300_000);
});

describe('a server that is told to stop', () => {
  it('ends what is under way, lets go of who listens, takes nobody new, and ends well', async () => {
    const env = await villageIn(temporary('stopping'));
    const { url, child, logged, ended } = await start('node', [built], env);
    const listening = await fetch(`${url}/v1/village/changes`, { headers: { accept: 'text/event-stream' } });
    const { finish, status } = beginWish(url);
    // Whoever was asked after it has begun to read it.
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await text(listening.body as never)).toContain('event: here');
    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
    finish();
    expect(await status).toBe(200);
    expect(await ended).toBe(0);
    expect(logged.slice(-2).map(({ msg }) => msg)).toEqual(['Answered.', 'Kith stopped.']);
    // What was carried out is kept.
    const again = await start('node', [built], env);
    const { purpose } = (await (await fetch(`${again.url}/v1/village`)).json()) as { purpose: { counts: object } };
    expect(purpose.counts).toMatchObject({ withUs: 1 });
  }, 120_000);

  it('lets go of who sends nothing more, once it has waited for them', async () => {
    const env = await villageIn(temporary('slow'));
    const { url, child, ended } = await start('node', [built], env);
    const { status } = beginWish(url);
    const refused = expect(status).rejects.toThrow();
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await refused;
  }, 120_000);

  it('says in one sentence, and by its exit code, why it does not serve', async () => {
    const bad = run('node', [built], { env: { ...process.env, PORT: 'x' } });
    await expect(bad).rejects.toMatchObject({ code: 1, stderr: 'PORT is no port: "x".\n', stdout: '' });
  });
});
