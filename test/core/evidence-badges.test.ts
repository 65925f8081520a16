import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  english,
  plain,
  readDocument,
  readEvidenceBadges,
  sayEvidenceBadge,
  toPublic,
  type CommunityDocument,
  type Recognition,
} from '@kith/core';
import { shared } from '../shared.js';

const now = new Date('2026-11-21T12:00:00Z');
const list = 'https://bench.example/lists/1';

const credential = (different: object = {}) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:7',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://bench.example/', name: 'The bench', email: 'bench@bench.example' },
  validFrom: '2026-03-01T10:00:00Z',
  credentialSubject: {
    id: 'mailto:ada@bench.example',
    achievement: { name: 'Mending', creator: { email: 'a@b.example' } },
  },
  ...different,
});
const status = (statusPurpose = 'revocation') => ({
  credentialStatus: {
    type: 'BitstringStatusListEntry',
    statusPurpose,
    statusListIndex: '3',
    statusListCredential: list,
  },
});
/** A status list on which the fourth place is taken. */
const listed = (statusPurpose = 'revocation') => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: list,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  credentialSubject: {
    statusPurpose,
    encodedList: `u${gzipSync(Uint8Array.of(0b0001_0000)).toString('base64url')}`,
  },
});

type Evidence = NonNullable<Recognition['evidence']>[number];
const piece = (different: Partial<Evidence> = {}): Evidence => ({ kind: 'badge', src: 'urn:uuid:7', ...different });

/** What a reader reads of this evidence. */
async function said(...evidence: Evidence[]): Promise<string[]> {
  const badges = await readEvidenceBadges({ evidence }, now);
  return badges.map((badge) => {
    const { name, issued, stands } = sayEvidenceBadge(badge, english, now);
    return [[name], issued, stands ?? []].map(plain).join(' ').trim();
  });
}

describe('a badge from elsewhere among a letter’s evidence', () => {
  it.each<[string, Partial<Evidence>, string]>([
    ['in date', { credential: credential() }, ''],
    [
      'in date until a day',
      { credential: credential({ validUntil: '2027-03-01T12:00:00Z' }) },
      ' By its dates it runs until 1 March 2027.',
    ],
    ['run out', { credential: credential({ validUntil: '2026-03-02T12:00:00Z' }) }, ' It ran out on 2 March.'],
    [
      'not yet valid',
      { credential: credential({ validFrom: '2026-12-24T12:00:00Z' }) },
      ' It runs from 24 December on, not yet.',
    ],
    ['taken back', { credential: credential(status()), lists: [listed()] }, ' Its issuer took it back.'],
    [
      'on hold',
      { credential: credential(status('suspension')), lists: [listed('suspension')] },
      ' Its issuer put it on hold.',
    ],
    [
      'of which no list is here',
      { credential: credential(status()) },
      ' Whether its issuer took it back was not looked up.',
    ],
    [
      'of which the list cannot be read',
      { credential: credential(status()), lists: [{ id: list }] },
      ' Whether its issuer took it back was not looked up.',
    ],
  ])('that is %s says so, and that nobody here checked it', async (_, different, stands) => {
    expect(await said(piece(different))).toEqual([`Mending Issued by The bench. We haven't checked it.${stands}`]);
  });

  it('is believed by no list but those beside it', async () => {
    const [first] = await said(piece({ credential: credential(status()) }), piece({ lists: [listed()] }));
    expect(first).toMatch(/was not looked up\.$/);
  });

  it('of which only the address is known is a link that says nobody looked', async () => {
    const [read] = await readEvidenceBadges({ evidence: [piece({ src: 'https://bench.example/7' })] }, now);
    expect(read && sayEvidenceBadge(read, english, now).name).toEqual({
      link: 'https://bench.example/7',
      href: 'https://bench.example/7',
    });
    expect(await said(piece({ src: 'https://bench.example/7', alt: 'Mending' }))).toEqual([
      "Mending We haven't checked it.",
    ]);
    for (const src of ['javascript:alert(1)', '/7', 'urn:uuid:7'])
      expect((await readEvidenceBadges({ evidence: [piece({ src })] }, now))[0]?.href).toBe(undefined);
  });

  it('that is none says nothing of itself, and to who keeps the page what is wrong with it', async () => {
    const evidence = [piece({ alt: 'Mending', credential: credential({ type: 'Assertion' }) })];
    expect(await said(...evidence)).toEqual(["Mending We haven't checked it."]);
    expect((await readEvidenceBadges({ evidence }, now))[0]?.wrong).toMatch(/^This is no Open Badge 3\.0: its type/);
    const throws = Object.defineProperty({}, 'type', {
      get() {
        throw new Error('no');
      },
    });
    expect((await readEvidenceBadges({ evidence: [piece({ credential: throws })] }, now))[0]?.wrong).toBe('Error: no');
  });

  it('is read of nothing else', async () => {
    expect(await said({ kind: 'image', src: 'https://bench.example/7', credential: credential() })).toEqual([]);
    expect(await readEvidenceBadges({}, now)).toEqual([]);
  });
});

describe('a community’s document with badges', () => {
  const source = (archive: boolean): CommunityDocument => ({
    kith: 1,
    ...(archive && { archive }),
    members: [{ id: 'ada', name: 'Ada', visibility: 'everyone' }],
    recognitions: [
      {
        id: 'r1',
        to: ['ada'],
        state: 'shown',
        consents: [{ member: 'ada', as: 'named' }],
        evidence: [piece({ credential: credential(status()), lists: [listed()] })],
      },
    ],
  });

  it('is read whole', () => {
    const { document, aside } = readDocument(source(false));
    expect(aside).toEqual([]);
    expect(document.recognitions?.[0]?.evidence).toEqual(source(false).recognitions?.[0]?.evidence);
  });

  it('says in public what they are for and how they stand, and nobody’s address', async () => {
    const [letter] = toPublic(source(true)).recognitions ?? [];
    expect(JSON.stringify(letter)).not.toMatch(/mailto|@bench|@b\.example/);
    expect(await said(...(letter?.evidence ?? []))).toEqual([
      "Mending Issued by The bench. We haven't checked it. Its issuer took it back.",
    ]);
  });
});

const files = shared('data/openbadges3');

describe.skipIf(!files)('the badges of 1EdTech (needs data/openbadges3 in KITH_SHARED), as evidence,', () => {
  it.each([
    ['simple.json', "Teamwork Issued by Example Corp. We haven't checked it."],
    [
      'simple-err-expired.json',
      "Teamwork Issued by Example Corp. We haven't checked it. It ran out on 1 January 2010.",
    ],
  ])('%s reads so', async (name, sentence) => {
    const file = JSON.parse(readFileSync(join(files ?? '', name), 'utf8')) as object;
    expect(await said(piece({ credential: file }))).toEqual([sentence]);
  });

  it('of which one has a status says that nobody looked it up', async () => {
    const file = JSON.parse(readFileSync(join(files ?? '', 'credential-status-revoked.json'), 'utf8')) as object;
    const [sentence] = await said(piece({ credential: file }));
    expect(sentence).toMatch(/We haven't checked it\. Whether its issuer took it back was not looked up\.$/);
  });

  it.each(['simple-err-type.json', 'simple-err-issuer.json', 'ob20-badgeclass1.json'])(
    '%s is none, and claims nothing',
    async (name) => {
      const file = JSON.parse(readFileSync(join(files ?? '', name), 'utf8')) as object;
      expect(await said(piece({ credential: file, alt: 'It' }))).toEqual(["It We haven't checked it."]);
    },
  );
});
