import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addKey, within } from '@kith/server';
import { village } from '../core/village.js';
import { createWorld, issuer } from './support.js';

const world = createWorld();
const folder = mkdtempSync(join(tmpdir(), 'kith-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const examples = resolve('examples/tokens');

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = randomBytes(32);
const pem = join(folder, 'key.pem');
const bytes = join(folder, 'secret.bin');
writeFileSync(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }));
writeFileSync(bytes, secret);

const keys = {
  ES256: { file: pem, jwk: publicKey.export({ format: 'jwk' }) },
  HS256: { file: bytes, jwk: { kty: 'oct', k: secret.toString('base64url') } },
} as const;

const languages = [
  { name: 'Node', file: 'node.mjs', program: process.execPath, args: [], algorithm: 'ES256' },
  { name: 'PHP', file: 'token.php', program: 'php', args: [], algorithm: 'HS256' },
  { name: 'Python', file: 'token.py', program: 'python3', args: [], algorithm: 'HS256' },
  { name: 'Ruby', file: 'token.rb', program: 'ruby', args: [], algorithm: 'ES256' },
  { name: 'Go', file: 'token.go', program: 'go', args: ['run'], algorithm: 'ES256' },
] as const;

const isHere = (program: string) => spawnSync(program, [program === 'go' ? 'version' : '--version']).status === 0;

describe('the examples of minting a token', () => {
  it('are those that are tried here', () => {
    const there = readdirSync(examples).filter((file) => file !== 'README.md');
    expect(there.sort()).toEqual(languages.map(({ file }) => file).sort());
  });

  for (const { name, file, program, args, algorithm } of languages) {
    const isThere = isHere(program);
    it.skipIf(!isThere)(
      `in ${name} mints one by ${algorithm} that a server believes${isThere ? '' : ` (absent: ${program})`}`,
      async () => {
        const community = await world.found(village());
        const kid = `of-${name}`;
        const { jwk, file: key } = keys[algorithm];
        await within(world.db, community, (trx) => addKey(trx, community, { kid, issuer, algorithm, jwk }));
        const env = {
          ...process.env,
          KITH_KEY: key,
          KITH_KID: kid,
          KITH_ISSUER: issuer,
          KITH_COMMUNITY: community,
          KITH_MEMBER: 'zoe',
          KITH_NAME: 'Zoë Ælfric “Z”',
        };
        const token = execFileSync(program, [...args, join(examples, file)], { env, encoding: 'utf8' }).trim();
        const headers = { authorization: `Bearer ${token}` };
        const response = await world.app().request(`/v1/${community}/me`, { headers });
        expect([response.status, await response.json()]).toMatchObject([
          200,
          { member: { id: 'zoe', name: 'Zoë Ælfric “Z”' } },
        ]);
      },
      60_000,
    );
  }
});
