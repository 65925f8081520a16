import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main, serve } from '@kith/server';
import { codeIn, createDevice } from './device.js';

const folder = mkdtempSync(join(tmpdir(), 'kith-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = { folder: join(folder, 'data') };
const log = pino({ level: 'silent' });
const site = 'https://site.example';

/** What a command prints, or complains of. */
async function run(...args: string[]): Promise<string> {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const env = { KITH_DATA: place.folder };
  const code = await main({ args: ['community', ...args], env, print: say, complain: say, stop: Promise.resolve() });
  return `${code} ${said.join('\n')}`;
}

async function keyFile(name: string): Promise<string> {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(await exportJWK((await generateKeyPair('ES256')).publicKey)));
  return path;
}

describe('the commands of a community', () => {
  beforeAll(async () => {
    const key = ['--key', await keyFile('k1'), '--kid', 'k1', '--issuer', site];
    expect(await run('add', 'village', '--origin', site, '--origin', 'https://old.example', ...key)).toMatch(/^0/);
  }, 60_000);

  it('add a second key beside the first, take one out of use, and take back a site', async () => {
    const second = ['--key', await keyFile('k2'), '--kid', 'k2', '--issuer', site];
    expect(await run('set', 'village', ...second)).toMatch(/^0/);
    expect(await run('set', 'village', ...second)).toBe(
      '1 "village" has a key "k2" already: keys are never replaced, add another.',
    );
    expect(await run('show', 'village')).toMatch(
      /k1 {2}ES256 {2}https:\/\/site\.example {2}since \S+, in use\n +k2 .*in use\n/,
    );
    expect(await run('revoke', 'village', '--kid', 'k1')).toMatch(/^0 .*Within a minute/);
    expect(await run('revoke', 'village', '--kid', 'k1')).toMatch(/^1 .*no such key/);
    expect(await run('forbid', 'village', '--origin', 'https://old.example')).toMatch(/^0/);
    expect(await run('forbid', 'village', '--origin', 'https://old.example')).toMatch(/^1 .*no such origin/);
    expect(await run('forbid', 'village')).toBe('1 Say which site: --origin.');
    const shown = await run('show', 'village');
    expect(shown).toMatch(/k1 .*revoked \d{4}-\d\d-\d\d\n +k2 .*in use\n/);
    expect(shown).not.toContain('old.example');
    expect(await run('show', 'nowhere')).toBe('1 There is no community "nowhere".');
  }, 120_000);

  it('invite by a personal link, which is opened in a browser, and sign out again', async () => {
    const page = ['--page', `${site}/members`];
    expect(await run('invite', 'village', 'Ada Obi')).toMatch(/^1 Say the page/);
    expect(await run('invite', 'village')).toBe('1 Say which member.');
    expect(await run('invite', 'village', 'Ada', '--page', 'https://evil.example/')).toMatch(
      /^1 .*no site of "village"/,
    );
    expect(await run('invite', 'village', 'Ada', ...page, '--days', 'x')).toMatch(/^1 .*1 to 90 days/);
    expect(await run('invite', 'village', 'Ada', ...page, '--duty', 'owner')).toMatch(/^1 .*moderator, admin/);
    const said = await run('invite', 'village', 'Ada Obi', ...page, '--duty', 'admin');
    const [, link = ''] = /^0 (\S+)\n/.exec(said) ?? [];
    expect(said).toContain('who becomes a member by it');
    expect(await run('show', 'village')).toMatch(/links +1 that nobody opened/);
    const device = await createDevice();
    const { address, close } = await serve({ place, port: 0, hostname: '127.0.0.1', log });
    const body = JSON.stringify({ proof: await device.proof('village', codeIn(link)) });
    const opened = await fetch(`http://${address}/v1/village/devices`, {
      method: 'POST',
      body,
      headers: { origin: site },
    });
    expect([opened.status, await opened.json()]).toMatchObject([201, { member: 'ada-obi' }]);
    // A page has to be let see what it needs to set its clock by.
    expect(opened.headers.get('access-control-expose-headers')).toContain('date');
    expect(opened.headers.get('date')).toBeTruthy();
    await close();
    expect(await run('show', 'village')).toMatch(/duties +ada-obi is admin\n +devices +1 signed in[^]*links +0/);
    expect(await run('sign-out', 'village', 'ada-obi')).toMatch(
      /^0 Within a minute ada-obi is signed out on 1 device;/,
    );
    expect(await run('sign-out', 'village', 'nobody')).toMatch(/^1 .*no member "nobody"/);
    expect(await run('duty', 'village', 'ada-obi', 'none')).toBe('0 ada-obi has no duty.');
    expect(await run('show', 'village')).toMatch(/duties +none\n +devices +0/);
  }, 120_000);

  it('are all said by --help', async () => {
    const said: string[] = [];
    const print = (text: string) => void said.push(text);
    await main({ args: ['--help'], env: {}, print, complain: print, stop: Promise.resolve() });
    for (const word of ['add', 'set', 'revoke', 'forbid', 'duty', 'invite', 'sign-out', 'show', 'list'])
      expect(said[0]).toContain(`community ${word}`);
    for (const option of ['--page', '--days', '--duty', '--development-identity']) expect(said[0]).toContain(option);
  });

  it('introduce everybody as a host: shown first, sent with a word, and never the same two again', async () => {
    const file = join(folder, 'round.json');
    const members = [
      { id: 'hana', name: 'Hana', host: true },
      { id: 'ada', name: 'Ada', asks: ['grants'] },
      { id: 'bo', name: 'Bo', offers: ['grants'] },
    ];
    writeFileSync(file, JSON.stringify({ kith: 1, community: { id: 'round', name: 'Round' }, members }));
    expect(await run('add', 'round', '--document', file)).toMatch(/^0/);
    expect(await run('introduce', 'round')).toBe('1 Say which host brings them together: --by.');
    expect(await run('introduce', 'nowhere', '--by', 'hana')).toBe('1 There is no community "nowhere".');
    expect(await run('introduce', 'round', '--by', 'ada')).toBe('1 "ada" is no host of "round".');
    expect(await run('introduce', 'round', '--by', 'hana', '--text', ' ')).toBe('1 Say why they should meet: --text.');
    const look =
      /^0 (Ada and Bo|Bo and Ada): Ada asked for grants, and that's Bo\.\nA round .*: Hana\.\nNobody is asked yet/;
    expect(await run('introduce', 'round', '--by', 'hana')).toMatch(look);
    expect(await run('introduce', 'round', '--by', 'hana')).toMatch(look);
    expect(await run('introduce', 'round', '--by', 'hana', '--text', 'The autumn round.')).toMatch(
      /One pair will be asked\. Each answers on their own\.$/,
    );
    const again = await run('introduce', 'round', '--by', 'hana', '--text', 'Once more.');
    expect(again).toMatch(/Nobody is left this time for (Ada and Bo|Bo and Ada)\./);
    expect(again).toMatch(/There is nobody to introduce for now\.$/);
    const { address, close } = await serve({
      place,
      port: 0,
      hostname: '127.0.0.1',
      log,
    });
    const open = await fetch(`http://${address}/v1/round/document`);
    expect(await open.text()).not.toContain('autumn');
    await close();
  }, 120_000);
});
