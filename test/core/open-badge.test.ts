import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError, readOpenBadge, readStatusList, type BadgeStatus } from '@kith/core';
import { shared } from '../shared.js';

const now = new Date('2026-11-21T12:00:00Z');
const v2 = 'https://www.w3.org/ns/credentials/v2';
const lists = 'https://bench.example/lists/1';

/** A badge for mending, by a bench that is none. */
const badge = (different: object = {}) => ({
  '@context': [v2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'https://bench.example/badges/7',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://bench.example/', type: ['Profile'], name: 'The bench' },
  validFrom: '2026-03-01T10:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://bench.example/mending',
      type: ['Achievement'],
      name: 'Mending',
      description: 'Brings back what was given up.',
      criteria: { narrative: 'Ten things mended while others watched.' },
    },
  },
  ...different,
});
const stands = (different: object = {}, options: object = {}) =>
  readOpenBadge(badge(different), { now, ...options }).status;
const why = (input: unknown): string => {
  try {
    readOpenBadge(input, { now });
    return '';
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'invalid') return error.message;
    throw error;
  }
};
const achieved = (different: object) => ({
  credentialSubject: { achievement: { ...badge().credentialSubject.achievement, ...different } },
});

const files = shared('data/openbadges3');
const file = (name: string) => JSON.parse(readFileSync(join(files ?? '', name), 'utf8')) as object;

describe.skipIf(!files)('the badges of 1EdTech (needs data/openbadges3 in KITH_SHARED), on 21 November 2026,', () => {
  it.each<[string, BadgeStatus]>([
    ['simple.json', { state: 'in-date', until: undefined }],
    ['simple_v1.json', { state: 'in-date', until: undefined }],
    ['simple-err-expired.json', { state: 'expired', on: '2010-01-01T00:00:00Z' }],
    [
      'credential-status-revoked.json',
      {
        state: 'not-checked',
        lists: [
          'https://dc.1edtech.org/wellspring2022/wellspring-portal/api/revocations/da1e96e9-afcc-4eed-b9a2-2ddf7353214c',
        ],
      },
    ],
    ['complete.json', { state: 'not-checked', lists: ['https://1edtech.edu/credentials/3732/revocations'] }],
  ])('%s stands so', (name, status) => {
    expect(readOpenBadge(file(name), { now }).status).toEqual(status);
  });

  it.each([
    ['simple-err-type.json', /its type says "VerifiableCredential, OtherCredential"/],
    ['simple-err-issuer.json', /its issuer is missing/],
    ['ob20-badgeclass1.json', /its type says "BadgeClass", which is of the old format/],
    ['endorsement-valid.json', /its type says "VerifiableCredential, EndorsementCredential"/],
  ])('%s is none, and says why', (name, said) => {
    expect(why(file(name))).toMatch(said);
  });

  it('say who gave them and what for', () => {
    const { name, issuer, criteria, isSigned } = readOpenBadge(file('simple.json'), { now });
    expect([name, issuer.name, isSigned]).toEqual(['Teamwork', 'Example Corp', true]);
    expect(criteria).toMatch(/^Team members are nominated .* management\.$/);
    expect(readOpenBadge(file('complete.json'), { now }).evidence[0]).toEqual({
      name: 'Final Project Report',
      href: 'https://1edtech.edu/credentials/3732/evidence/1',
    });
  });

  it('of which one is on its list once that is handed in', async () => {
    const { id, credentialStatus } = file('credential-status-revoked.json') as Record<string, { id: string }>;
    const list = await readStatusList({ revokedCredential: [{ id, revoked: true }] }, credentialStatus?.id);
    const read = readOpenBadge(file('credential-status-revoked.json'), { now, lists: [list] });
    expect(read.status).toEqual({ state: 'revoked' });
  });

  it('are all read here', () => {
    expect(readdirSync(files ?? '')).toHaveLength(9);
  });
});

describe('how it stands with a badge', () => {
  it.each<[string, object, BadgeStatus]>([
    ['from its first moment', { validFrom: '2026-11-21T12:00:00Z' }, { state: 'in-date', until: undefined }],
    ['before it', { validFrom: '2026-11-21T12:00:01Z' }, { state: 'not-yet-valid', from: '2026-11-21T12:00:01Z' }],
    ['to its last', { validUntil: '2026-11-21T12:00:00Z' }, { state: 'in-date', until: '2026-11-21T12:00:00Z' }],
    ['after it', { validUntil: '2026-11-21T11:59:59Z' }, { state: 'expired', on: '2026-11-21T11:59:59Z' }],
    [
      'in another zone',
      { validUntil: '2026-11-21T13:00:00+02:00' },
      { state: 'expired', on: '2026-11-21T13:00:00+02:00' },
    ],
    ['where no zone is named', { validUntil: '2026-11-21T11:00:00' }, { state: 'expired', on: '2026-11-21T11:00:00' }],
    [
      'in the words of 1.1',
      { validFrom: undefined, issuanceDate: '2027-01-01T00:00:00Z' },
      { state: 'not-yet-valid', from: '2027-01-01T00:00:00Z' },
    ],
    [
      'in the words of 1.1, to its end',
      { expirationDate: '2020-01-01T00:00:00Z' },
      { state: 'expired', on: '2020-01-01T00:00:00Z' },
    ],
    [
      'by the stricter of two ends',
      { validUntil: '2030-01-01T00:00:00Z', expirationDate: '2020-01-01T00:00:00Z' },
      { state: 'expired', on: '2020-01-01T00:00:00Z' },
    ],
    [
      'by the stricter of two beginnings',
      { issuanceDate: '2027-01-01T00:00:00Z' },
      { state: 'not-yet-valid', from: '2027-01-01T00:00:00Z' },
    ],
  ])('is said by its dates: %s', (_, dates, status) => {
    expect(stands(dates)).toEqual(status);
  });

  it('is never that it is in date where it names a list nobody looked at', () => {
    const open = { state: 'not-checked', lists: [] };
    for (const credentialStatus of ['no object', {}, [{}], { type: 'SomethingNew2031' }, 7])
      expect(stands({ credentialStatus }), JSON.stringify(credentialStatus)).toEqual(open);
    const evil = { type: '1EdTechRevocationList', id: 'javascript:alert(1)' };
    expect(stands({ credentialStatus: evil })).toEqual(open);
    expect(stands({ credentialStatus: [] })).toEqual({ state: 'in-date', until: undefined });
  });

  it('is expired where it is, whatever nobody looked at', () => {
    const credentialStatus = { type: '1EdTechRevocationList', id: lists };
    expect(stands({ credentialStatus, validUntil: '2020-01-01T00:00:00Z' })).toMatchObject({ state: 'expired' });
  });
});

/** A list of bits with these places set, as its publisher writes it. */
const bitstring = (places: number[], different: object = {}, letter = 'u', bytes = 16_384) => {
  const bits = new Uint8Array(bytes);
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (128 >> (place % 8));
  return {
    '@context': [v2],
    id: lists,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: letter + gzipSync(bits).toString(letter === 'u' ? 'base64url' : 'base64'),
    },
    ...different,
  };
};
const entry = (statusListIndex: unknown, different: object = {}) => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex,
  statusListCredential: lists,
  ...different,
});
const open = { state: 'not-checked', lists: [lists] };
const fine = { state: 'in-date', until: undefined };

describe('a status list', () => {
  it('says of exactly those on it that they were taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(131_071), { maxLength: 20 }), fc.nat(131_071), async (places, asked) => {
        const list = await readStatusList(bitstring(places));
        for (const place of [asked, ...places])
          expect(stands({ credentialStatus: entry(`${place}`) }, { lists: [list] })).toEqual(
            places.includes(place) ? { state: 'revoked' } : fine,
          );
      }),
      { numRuns: 30 },
    );
  });

  it('of 2021, without a letter before it, says so too', async () => {
    const old = {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc/status-list/2021/v1'],
      type: ['VerifiableCredential', 'StatusList2021Credential'],
      issuanceDate: '2026-01-01T00:00:00Z',
    };
    const list = await readStatusList(bitstring([3], old, ''));
    const credentialStatus = entry(3, { type: 'StatusList2021Entry' });
    expect(stands({ credentialStatus }, { lists: [list] })).toEqual({ state: 'revoked' });
  });

  it.each<[string, object, object, object]>([
    ['of another address', {}, entry('3', { statusListCredential: `${lists}2` }), { ...open, lists: [`${lists}2`] }],
    ['for another purpose', {}, entry('3', { statusPurpose: 'suspension' }), open],
    ['that ends before it', {}, entry('131072'), open],
    ['in which it has no place', {}, entry('-1'), open],
    ['in which its place is none', {}, entry([3]), open],
    ['of larger places', {}, entry('3', { statusSize: 2 }), open],
    ['that is no longer current', { validUntil: '2026-11-20T00:00:00Z' }, entry('3'), open],
    ['that is not current yet', { validFrom: '2026-11-22T00:00:00Z' }, entry('3'), open],
  ])('%s says nothing', async (_, different, credentialStatus, status) => {
    const list = await readStatusList(bitstring([3], different));
    expect(stands({ credentialStatus }, { lists: [list] })).toEqual(status);
  });

  it('is one of several, and each has to be handed in', async () => {
    const first = await readStatusList(bitstring([3]));
    const second = await readStatusList(
      bitstring([9], {
        credentialSubject: { ...bitstring([9]).credentialSubject, statusPurpose: ['suspension', 'message'] },
      }),
      `${lists}2`,
    );
    const both = (place: number) => [
      entry('4'),
      entry(`${place}`, { statusPurpose: 'suspension', statusListCredential: `${lists}2` }),
    ];
    expect(stands({ credentialStatus: both(1) }, { lists: [first] })).toEqual({ ...open, lists: [`${lists}2`] });
    expect(stands({ credentialStatus: both(1) }, { lists: [first, second] })).toEqual(fine);
    expect(stands({ credentialStatus: both(9) }, { lists: [first, second] })).toEqual({ state: 'suspended' });
    expect(stands({ credentialStatus: [...both(9), entry('3')] }, { lists: [first, second] })).toEqual({
      state: 'revoked',
    });
  });

  it('takes nothing back where it only carries a message', () => {
    expect(stands({ credentialStatus: entry('3', { statusPurpose: 'message', statusSize: 4 }) })).toEqual(fine);
  });

  it.each(['revokedCredential', 'revokedCredentials'])('of 1EdTech’s names them in %s', async (key) => {
    const credentialStatus = { type: '1EdTechRevocationList', id: lists };
    const on = async (...rows: object[]) => [await readStatusList({ id: lists, [key]: rows })];
    const { id } = badge();
    expect(stands({ credentialStatus }, { lists: await on({ id }) })).toEqual({ state: 'revoked' });
    expect(stands({ credentialStatus }, { lists: await on({ id, revoked: true }) })).toEqual({ state: 'revoked' });
    expect(stands({ credentialStatus }, { lists: await on({ id, revoked: false }) })).toEqual(fine);
    expect(stands({ credentialStatus }, { lists: await on({ id: `${id}1` }) })).toEqual(fine);
    expect(stands({ credentialStatus, id: undefined }, { lists: await on({ id }) })).toEqual(open);
  });

  it.each<[unknown, RegExp]>([
    [7, /should be an object/],
    [{ type: 'x' }, /its id is missing/],
    [{ id: lists }, /its credentialSubject and its revokedCredential are missing/],
    [{ id: lists, revokedCredential: [{ id: 'a' }, 'b'] }, /its revokedCredential\[1\]\.id should be text/],
    [badge(), /its type says "VerifiableCredential, OpenBadgeCredential"/],
    [bitstring([], { credentialSubject: {} }), /encodedList should be text/],
    [bitstring([], { credentialSubject: { encodedList: 'uPlain' } }), /should be GZIP in base64url/],
    [bitstring([], { credentialSubject: { encodedList: 'uH4sIAAAA' } }), /cannot be unpacked/],
    [bitstring([], { credentialSubject: { encodedList: 'uH4sIA' } }), /cannot be unpacked/],
    [bitstring([], { validUntil: 'tomorrow' }), /its validUntil should be a date/],
    [bitstring([], {}, 'u', 9 * 1024 * 1024), /holds more than 8388608 bytes/],
  ])('that is none says what is wrong with it, and where', async (input, said) => {
    await expect(readStatusList(input)).rejects.toThrow(said);
    await expect(readStatusList(input)).rejects.toBeInstanceOf(ProviderError);
  });
});

describe('what is no badge', () => {
  const circle: Record<string, unknown> = badge();
  circle['evidence'] = circle;

  it.each<[unknown, RegExp]>([
    [undefined, /should be an object/],
    [[badge()], /should be an object/],
    ['{', /not JSON/],
    ['eyJhbGciOiJub25lIn0.e30.', /a signed token/],
    [badge({ type: 'VerifiableCredential' }), /type says "VerifiableCredential"/],
    [badge({ type: undefined }), /type is missing/],
    [badge({ type: ['Assertion'], badge: 'https://bench.example/b' }), /old format/],
    [badge({ '@context': 'https://bench.example/own' }), /@context should name/],
    [badge({ issuer: { name: ' \u200b' } }), /issuer is missing/],
    [badge({ issuer: 7 }), /issuer is missing/],
    [badge({ credentialSubject: {} }), /credentialSubject\.achievement is missing/],
    [badge({ ...achieved({ name: 7 }) }), /achievement\.name is missing/],
    [badge({ validUntil: 'next year' }), /validUntil should be a date/],
    [badge({ expirationDate: 20_270_101 }), /expirationDate should be a date/],
    [badge({ validFrom: '2026-13-41T00:00:00Z' }), /validFrom should be a date/],
    [JSON.parse('{"__proto__": {"type": "OpenBadgeCredential"}}'), /__proto__ is a name that cannot be used/],
    [circle, /evidence contains itself/],
    [
      Object.defineProperty(badge(), 'credentialStatus', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
      /credentialStatus cannot be read/,
    ],
  ])('says what is wrong with it, and where', (input, said) => {
    expect(why(input)).toMatch(said);
  });

  it('breaks nothing, whatever it is', () => {
    const part = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), fc.webUrl(), fc.string());
    const parts = fc.dictionary(
      fc.constantFrom(...Object.keys(badge()), 'credentialStatus', 'evidence', 'image', 'proof', 'validUntil'),
      part,
    );
    fc.assert(
      fc.property(parts, (different) => {
        const said = why(badge(different));
        if (said) expect(said).toMatch(/^This is no Open Badge 3\.0: .+\.$|^This (cannot be read|holds)/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what a badge says', () => {
  it('is one line each, and no longer than there is room', () => {
    const read = readOpenBadge(
      badge(achieved({ name: 'Mend\n\u202eing\u0000 ', description: 'word '.repeat(100_000), criteria: undefined })),
    );
    expect(read.name).toBe('Mend ing');
    expect(read.description).toMatch(/^(word ){199}word…$/);
    expect(readOpenBadge(badge(achieved({ name: '👩‍👩‍👧‍👦'.repeat(999) }))).name).toBe(`${'👩‍👩‍👧‍👦'.repeat(199)}…`);
  });

  it('links nowhere but to the web, and never to the page’s own site', () => {
    const addresses = ['javascript:alert(1)', '/here', '#here', 'mailto:a@b.example', 'data:text/html,x', ' /x', '//x'];
    for (const id of addresses) {
      const read = readOpenBadge(
        badge({
          issuer: { id, name: 'B' },
          image: id,
          evidence: [{ id, name: 'E' }],
          ...achieved({ id, image: { id } }),
        }),
      );
      expect([read.href, read.issuer.href, read.picture, read.evidence[0]?.href], id).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
    const { picture } = readOpenBadge(badge(achieved({ image: { id: 'https://bench.example/m.png', caption: 'M' } })));
    expect(picture).toEqual({ src: 'https://bench.example/m.png', alt: 'M' });
  });

  it('calls an issuer without a name by their address', () => {
    expect(readOpenBadge(badge({ issuer: 'https://bench.example/us' })).issuer).toEqual({
      name: 'https://bench.example/us',
      href: 'https://bench.example/us',
    });
    expect(readOpenBadge(badge({ issuer: { id: 'did:web:bench.example' } })).issuer).toEqual({
      name: 'did:web:bench.example',
      href: undefined,
    });
  });

  it('is never that somebody checked it', () => {
    const signed = readOpenBadge(badge({ proof: { type: 'DataIntegrityProof', verified: true }, verified: true }));
    expect(signed.isSigned).toBe(true);
    expect(JSON.stringify(signed)).not.toMatch(/verified/i);
  });
});
