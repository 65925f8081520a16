import type { CommunityDocument, Recognition } from '@kith/core';
import type { Found, Wanted } from '@kith/embed/snippet';
import { describe, expect, it } from 'vitest';
import { addressOf, keptOf, readAddress } from '../../../demo/builder/address.js';
import { asked, documentOf, nameLeftIn, type Making } from '../../../demo/builder/making.js';
import { oldOf } from '../../../demo/builder/old-snippet.js';

/** All that nobody is asked for here. */
const letter = {
  id: 'r7',
  occasion: 'thanks',
  from: 'bo',
  to: ['ada'],
  text: 'You held the torch.',
  need: 'The hall was dark.',
  role: 'builder',
  reward: 'reputational',
  labels: ['light'],
  evidence: [{ kind: 'link', src: 'https://fuse.example/torch' }],
  at: '2026-03-01',
  heardBy: { member: 'cy', did: 'Bought a torch.' },
  cheers: { count: 3, by: ['cy'] },
  replies: [
    { member: 'ada', text: 'Any time.' },
    { member: 'cy', text: 'Bravo.' },
  ],
} satisfies Recognition;
const rich = {
  kith: 1,
  community: { id: 'fuse', name: 'The fuse box' },
  members: [
    { id: 'ada', name: 'Ada Obi', url: 'https://ada.example/', pronouns: 'she/her' },
    { id: 'bo', name: 'Bo Nilsson' },
    { id: 'cy', name: 'Cy Ray' },
  ],
  recognitions: [letter],
} satisfies CommunityDocument;

const beside = 'https://fuse.example/kith/';
const wanted = (document: CommunityDocument): Wanted => ({
  ...{ widget: 'recognition-wall', attributes: {}, part: 'show', locale: 'en' },
  people: { document },
});
const old = (document: CommunityDocument) => oldOf({ wanted: wanted(document), isFrame: false, notes: [] }).making;
/** What is copied once something was changed, also after the address was passed on. */
function changing(document: CommunityDocument, patch: Partial<Making>): CommunityDocument {
  const making = { ...old(document), ...patch };
  const { making: passed, aside } = readAddress(addressOf(making), keptOf(making));
  expect([passed, aside]).toEqual([making, []]);
  return documentOf(passed) ?? { kith: 1 };
}

describe('a letter that stood somewhere before', () => {
  it('comes back to the questions it came from, and is written the same again', () => {
    expect(old(rich)).toMatchObject({
      ...{ to: 'Ada Obi', did: 'You held the torch.', from: 'Bo Nilsson', consent: 'yes' },
    });
    expect(changing(rich, {})).toEqual(rich);
    expect(changing(rich, { accent: '#b4005a' })).toEqual(rich);
  });

  it('keeps all else where one thing is changed', () => {
    expect(changing(rich, { did: 'You held the lamp.' })).toEqual({
      ...rich,
      recognitions: [{ ...letter, text: 'You held the lamp.' }],
    });
    const { from: _, ...unsigned } = letter;
    expect(changing(rich, { from: '' })).toEqual({
      ...rich,
      members: rich.members.filter(({ id }) => id !== 'bo'),
      recognitions: [unsigned],
    });
  });

  it('knows who is spelled otherwise now, and takes nobody for somebody else', () => {
    const [ada] = rich.members;
    expect(changing(rich, { to: 'ADA  Obi ' }).members?.[0]).toEqual({ ...ada, name: 'ADA  Obi' });
    const { members, recognitions } = changing(rich, { to: 'Dee Lund' });
    expect(members?.map(({ name }) => name)).toEqual(['Bo Nilsson', 'Cy Ray', 'Dee Lund']);
    expect(recognitions?.[0]).toMatchObject({ to: ['dee-lund'], replies: [{ member: 'cy' }] });
  });

  it('says nothing of whom it is to once their name is off', () => {
    const off = changing(rich, { consent: 'off' });
    expect(JSON.stringify(off)).not.toMatch(/ada/i);
    expect(off.recognitions?.[0]).toMatchObject({
      unnamed: 1,
      need: 'The hall was dark.',
      replies: [{ member: 'cy' }],
    });
  });

  it.each([
    ['replies', { replies: [{ member: 'cy', text: 'Ada earned it.' }] }],
    ['kept', { kept: { by: 'bo', because: 'Nobody but Ada could.' } }],
    ['need', { need: 'Ada’s hall was dark.' }],
    ['evidence', { evidence: [{ kind: 'picture', src: 'https://fuse.example/1.png', alt: 'Obi with a torch' }] }],
    ['labels', { labels: ['for ada'] }],
  ] as const)('says the name that is off nowhere else either: %s', (field, more) => {
    const document = { ...rich, recognitions: [{ ...letter, id: 'for-ada-obi', ...more }] } as CommunityDocument;
    const off = changing(document, { consent: 'off' });
    expect(JSON.stringify(off)).not.toMatch(/ada|obi/i);
    expect(off.recognitions?.[0]).toMatchObject({ id: 'letter', text: 'You held the torch.', role: 'builder' });
    expect(off.recognitions?.[0]?.[field] ?? []).toEqual([]);
    expect(JSON.stringify(changing(document, {}))).toContain(JSON.stringify(more).slice(1, -1));
  });

  it('keeps beside what says the name that is off what does not, and says it of no one else either', () => {
    const [ada, bo, cy] = rich.members;
    const document = {
      ...rich,
      members: [ada, bo, { ...cy, offers: ['Drives Ada', 'Bread'] }],
      recognitions: [{ ...letter, replies: [...letter.replies, { member: 'cy', text: 'Ada!' }] }],
    } as CommunityDocument;
    const off = changing(document, { consent: 'off' });
    expect(off.recognitions?.[0]?.replies).toEqual([{ member: 'cy', text: 'Bravo.' }]);
    expect(off.members?.find(({ id }) => id === 'cy')).toEqual({ ...cy, offers: ['Bread'] });
    const renamed = changing(document, { to: 'Dee', consent: 'off' });
    expect(JSON.stringify(renamed)).not.toMatch(/ada|dee/i);
  });

  it('leaves its own words to be changed by who writes them', () => {
    const off = { ...old(rich), did: 'Ada, you held the torch.', consent: 'off' } as const;
    expect(documentOf(off)?.recognitions?.[0]?.text).toBe(off.did);
    expect(nameLeftIn(off)).toBeDefined();
  });

  it('is to nobody’s name where it was so, until there is one and a yes', () => {
    const { to: _, replies: __, ...of } = letter;
    const unnamed: CommunityDocument = {
      ...rich,
      members: rich.members.filter(({ id }) => id !== 'ada'),
      recognitions: [{ ...of, unnamed: 1 }],
    };
    expect(asked(old(unnamed))).toBe('place');
    expect(changing(unnamed, {})).toEqual(unnamed);
    expect(changing(unnamed, { to: 'Ada Obi' }).recognitions?.[0]).toMatchObject({ unnamed: 1 });
    const named = changing(unnamed, { to: 'Ada Obi', consent: 'yes' });
    expect(named.recognitions?.[0]).toMatchObject({ to: ['ada-obi'], need: 'The hall was dark.' });
    expect(named.recognitions?.[0]).not.toHaveProperty('unnamed');
  });

  it.each([
    ['several letters', { recognitions: [letter, { ...letter, id: 'r8' }] }],
    ['to several', { recognitions: [{ ...letter, to: ['ada', 'bo'] }] }],
    ['without words', { recognitions: [{ ...letter, text: undefined }] }],
    ['with somebody who is not in it', { members: [...rich.members, { id: 'dee', name: 'Dee' }] }],
    ['with a purpose', { purpose: { statement: 'Mend.' } }],
    ['too long for an address', { recognitions: [{ ...letter, text: 'You stayed. '.repeat(900) }] }],
  ])('is left as it is where it is more than the questions ask: %s', (_, more) => {
    const document = JSON.parse(JSON.stringify({ ...rich, ...more })) as CommunityDocument;
    const making = old(document);
    expect(making.people).toEqual({ kind: 'document', document });
    expect(documentOf(making)).toEqual(document);
  });
});

describe('an old snippet', () => {
  it('of another widget keeps its people as they are, and says of a language that it is not spoken', () => {
    const other: Wanted = { ...wanted(rich), widget: 'role-badge', locale: 'fr' };
    const { making, notes } = oldOf({ wanted: other, isFrame: false, notes: [] });
    expect(making).toMatchObject({ widget: 'role-badge', people: { kind: 'document', document: rich } });
    expect(notes).toEqual(['Kith has no words in “fr”: it says them in English.']);
  });

  it.each<[string, Partial<Found>, Partial<Wanted>, string[]]>([
    [
      'where Kith would be loaded from',
      { base: 'https://stranger.example/kith/' },
      {},
      [
        'By it Kith is loaded from \u2068https://stranger.example/kith/\u2069: who trusts that leaves it so, else it is changed at “Where Kith’s code lies”.',
      ],
    ],
    ['nothing of what lies beside this page', { base: 'https://fuse.example/kith/0.1.0/' }, {}, []],
    [
      'where what visitors write goes by mail',
      {},
      { part: { mail: 'eve@stranger.example' } },
      ['By it, what visitors write goes to \u2068eve@stranger.example\u2069.'],
    ],
    [
      'which server it goes to',
      {},
      { part: { server: 'https://stranger.example/v1/us' } },
      ['By it, what visitors write goes to \u2068https://stranger.example/v1/us\u2069.'],
    ],
  ])('says %s', (_, found, more, said) => {
    const { notes } = oldOf({ isFrame: false, notes: [], ...found, wanted: { ...wanted(rich), ...more } }, beside);
    expect(notes).toEqual(said);
  });

  it('of people at a link keeps what reads it, and what stood there', () => {
    const people = { src: 'https://fuse.example/rc', provider: 'all-contributors', seen: rich };
    const { making } = oldOf({ isFrame: false, notes: [], wanted: { ...wanted(rich), people } });
    expect(making.people).toEqual({ kind: 'link', ...people });
    expect(readAddress(addressOf(making)).making).toEqual(making);
  });
});
