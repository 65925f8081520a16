import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsIs, toPublic, type CommunityDocument, type Recognition } from '@kith/core';
import { riverside } from './riverside.js';

const people = [
  { id: 'ada', name: 'Ada', visibility: 'everyone' },
  { id: 'bo', name: 'Bo' },
  { id: 'cy', name: 'Cy', kind: 'person', host: true, story: 'private' },
];
const archive = (parts: Partial<CommunityDocument>): CommunityDocument => ({
  kith: 1,
  archive: true,
  members: people,
  ...parts,
});
const letter = (parts: Partial<Recognition>): Recognition => ({ id: 'r', state: 'shown', ...parts });
const publicLetters = (...letters: Recognition[]) => toPublic(archive({ recognitions: letters })).recognitions;

describe('toPublic', () => {
  it('leaves a public document as it is', () => {
    const document = { ...riverside(), season: 'spring' };
    expect(toPublic(document)).toEqual(document);
    expect(toPublic({ kith: 1 })).toEqual({ kith: 1 });
  });

  it('shows of an archive only letters that are shown', () => {
    expect(
      publicLetters(
        { id: 'a' },
        letter({ id: 'b', state: 'asked' }),
        letter({ id: 'c', state: 'hidden' }),
        letter({ id: 'd' }),
      ),
    ).toEqual([{ id: 'd', state: 'shown' }]);
  });

  it('names who consented and counts the others', () => {
    const to = ['ada', 'bo', 'cy', 'ada'];
    const consents = [
      { member: 'ada', as: 'named' },
      { member: 'bo', as: 'unnamed' },
    ];
    expect(publicLetters(letter({ to, consents, unnamed: 4 }))).toEqual([letter({ to: ['ada'], unnamed: 6 })]);
    expect(publicLetters(letter({ to, consents: [{ member: 'bo', as: 'unnamed' }] }))).toEqual([
      letter({ to: [], unnamed: 3 }),
    ]);
  });

  it('keeps back a letter nobody it is to agreed to, and one to nobody in particular not', () => {
    expect(publicLetters(letter({ to: ['ada', 'bo'] }))).toEqual([]);
    expect(publicLetters(letter({ to: ['ada'], consents: [{ member: 'ada', as: 'hidden' }] }))).toEqual([]);
    expect(publicLetters(letter({ to: ['ada'], consents: [{ member: 'ada', as: 'certainly' }] }))).toEqual([]);
    expect(publicLetters(letter({ to: ['ada'], consents: [{ member: 'bo', as: 'named' }] }))).toEqual([]);
    expect(publicLetters(letter({ text: 'Thank you all' }))).toEqual([letter({ text: 'Thank you all' })]);
  });

  it('holds who answered twice to the more careful answer', () => {
    const twice = [
      { member: 'ada', as: 'named' },
      { member: 'ada', as: 'unnamed' },
    ];
    for (const consents of [twice, [...twice].reverse()]) {
      expect(publicLetters(letter({ to: ['ada'], consents }))).toEqual([letter({ to: [], unnamed: 1 })]);
    }
  });

  it('shows whole who said so, of who is named only the name, and of others nothing', () => {
    expect(toPublic(archive({})).members).toEqual([people[0]]);
    const named = letter({
      from: 'cy',
      text: 'Hello',
      replies: [{ member: 'bo', text: 'Hi' }],
      cheers: { count: 2, by: ['ada', 'bo'] },
    });
    const { members, recognitions } = toPublic(archive({ recognitions: [named] }));
    expect(members).toEqual([people[0], { id: 'cy', kind: 'person', name: 'Cy', host: true }]);
    const { replies: _, ...open } = named;
    expect(recognitions).toEqual([{ ...open, cheers: { count: 2, by: ['ada'] } }]);
  });

  it('shows accepted roles only', () => {
    const roles = [{ role: 'a' }, { role: 'b', accepted: false }, { role: 'c', accepted: true }];
    const [member] = people.map((one) => ({ ...one, roles }));
    expect(toPublic(archive({ members: [member ?? { id: '', name: '' }] })).members?.[0]?.roles).toEqual([roles[2]]);
    expect(toPublic({ kith: 1, members: [{ id: 'ada', name: 'Ada', roles }] }).members?.[0]?.roles).toEqual([
      roles[0],
      roles[2],
    ]);
  });

  it('shows progress only where its owner opened it', () => {
    const progress = ['everyone', 'peers', undefined].map((visibility, i) => ({
      member: 'bo',
      ladder: `l${i}`,
      ...(visibility && { visibility }),
    }));
    expect(toPublic(archive({ progress })).progress).toEqual([progress[0]]);
    expect(toPublic({ kith: 1, progress }).progress).toEqual([progress[0], progress[2]]);
  });

  it('does not say by a thank-you whom a letter was to that names them no more', () => {
    const consents = [
      { member: 'ada', as: 'named' },
      { member: 'cy', as: 'hidden' },
    ];
    const replies = [
      { member: 'cy', text: 'Gladly.' },
      { member: 'bo', text: 'Hear, hear.' },
    ];
    const members = people.map((one) => ({ ...one, visibility: 'everyone' }));
    const thanks = letter({ to: ['ada', 'cy'], consents, replies });
    expect(toPublic(archive({ members, recognitions: [thanks] })).recognitions).toEqual([
      letter({ to: ['ada'], unnamed: 1, replies: replies.slice(1) }),
    ]);
  });

  it('gives nothing that only an archive has, also of a document that forgot to say that it is one', () => {
    const archived = {
      kith: 1,
      purpose: { statement: 'S', pledges: [{ member: 'SECRET' }], counted: [{ who: 'guest SECRET' }], mine: {} },
      members: [{ id: 'ada', name: 'Ada', passes: [{ with: 'SECRET' }], asked: [{ with: 'SECRET' }] }],
      recognitions: [
        letter({ consents: [{ member: 'SECRET', as: 'hidden' }], reports: [{ by: 'SECRET' }] } as Partial<Recognition>),
      ],
      progress: [{ member: 'ada', ladder: 'l', settled: { mend: ['SECRET'] } }],
      introductions: [{ id: 'i', people: ['SECRET'], state: 'asked', answers: [], meetings: [], met: 'SECRET' }],
    } as unknown as CommunityDocument;
    expect(JSON.stringify(archived).match(/SECRET/g)).toHaveLength(9);
    for (const document of [archived, { ...archived, archive: true }])
      expect(JSON.stringify(toPublic(document))).not.toMatch(/SECRET/);
    for (const [key, piece] of Object.entries(archived).slice(1))
      expect(readAsIs({ kith: 1, [key]: piece }), key).toBeUndefined();
  });

  it('knows no viewer', () => {
    const mine = { count: 2, mine: true };
    const document: CommunityDocument = {
      kith: 1,
      purpose: { statement: 'S', lines: [{ id: 'l', text: 'x', backed: mine }] },
      members: [
        {
          id: 'ada',
          name: 'Ada',
          roles: [{ role: 'builder', accepted: true, affirmed: mine }],
          visibility: 'everyone',
        },
      ],
      recognitions: [letter({ cheers: mine })],
      progress: [{ member: 'ada', ladder: 'l', visibility: 'everyone', cheers: [{ rung: 'r', ...mine }] }],
    };
    expect(JSON.stringify(toPublic(document))).not.toContain('mine');
    expect(JSON.stringify(toPublic({ ...document, archive: true }))).not.toContain('mine');
  });

  it('keeps to a no in a document that is public', () => {
    const document: CommunityDocument = {
      kith: 1,
      members: [
        ...people,
        { id: 'di', name: 'Di', visibility: 'hidden' },
        { id: 'ed', name: 'Ed', visibility: 'hidden', story: 'private' },
      ],
      recognitions: [
        letter({ id: 'a', state: 'hidden' }),
        letter({ id: 'b', to: ['ada', 'bo'], consents: [{ member: 'bo', as: 'unnamed' }] }),
        letter({
          id: 'c',
          to: ['ed'],
          cheers: { count: 3, by: ['di', 'elsewhere'] },
          replies: [{ member: 'di', text: 'Hi' }],
        }),
      ],
      introductions: [{ id: 'i', people: ['ada', 'bo'], state: 'asked' }],
    };
    const open = toPublic(document);
    expect(open.recognitions).toEqual([
      letter({ id: 'b', to: ['ada'], unnamed: 1 }),
      letter({ id: 'c', to: ['ed'], cheers: { count: 3, by: ['elsewhere'] }, replies: [] }),
    ]);
    expect(open.members).toEqual([...people, { id: 'ed', name: 'Ed' }]);
    expect(open).not.toHaveProperty('introductions');
  });

  it('publishes of an archive nothing it does not know', () => {
    const secret = { contact: 'SECRET' };
    const salted = JSON.parse(JSON.stringify({ ...riverside(), archive: true }), (_, value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !('repairs' in value || 'mend' in value || 'watch' in value)
        ? { ...value, ...secret, visibility: 'everyone', state: 'shown' }
        : value,
    ) as CommunityDocument;
    salted.recognitions?.forEach((one) => (one.consents = (one.to ?? []).map((member) => ({ member, as: 'named' }))));
    expect(JSON.stringify(salted)).toContain('SECRET');
    expect(JSON.stringify(toPublic(salted))).not.toContain('SECRET');
    // And everything it does know, so that a key added to the schema is not forgotten here.
    const plain = JSON.parse(
      JSON.stringify(salted, (key, value) => (key === 'contact' ? undefined : value)),
    ) as CommunityDocument;
    const known = (document: CommunityDocument) =>
      JSON.parse(JSON.stringify(document), (key, value) =>
        /^(visibility|state|consents|archive)$/.test(key) ? undefined : value,
      );
    expect(known(toPublic(plain))).toEqual(known(plain));
  });

  it('never says who did not say yes, of any archive', () => {
    fc.assert(
      fc.property(archives, (document) => {
        const said = JSON.stringify(toPublic(document));
        const yes = saidYes(document);
        for (const { id, name } of document.members ?? []) {
          if (yes.members.has(id)) continue;
          expect(said).not.toContain(id);
          expect(said).not.toContain(name);
        }
        for (const { id } of document.recognitions ?? []) expect(said.includes(id)).toBe(yes.letters.has(id));
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('has nothing left to do on what it made', () => {
    fc.assert(
      fc.property(archives, fc.boolean(), (document, archived) => {
        const open = toPublic({ ...document, archive: archived });
        expect(toPublic(open)).toEqual(open);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

/** Who said yes and what they said it to, told from the rules and not from the code. */
function saidYes({ members = [], recognitions = [], purpose, progress = [] }: CommunityDocument) {
  const yes = new Set(members.filter(({ visibility }) => visibility === 'everyone').map(({ id }) => id));
  const letters = new Set<string>();
  const answers = ({ consents = [] }: Recognition, id: string) =>
    consents.filter(({ member }) => member === id).map(({ as }) => as);
  for (const one of recognitions) {
    const { state, from, to = [] } = one;
    const agreed = to.filter(
      (id) => answers(one, id).length && answers(one, id).every((as) => as === 'named' || as === 'unnamed'),
    );
    if (state !== 'shown' || (to.length && !agreed.length)) continue;
    letters.add(one.id);
    if (from) yes.add(from);
    for (const id of agreed) if (!answers(one, id).includes('unnamed')) yes.add(id);
  }
  for (const id of purpose?.by ?? []) yes.add(id);
  for (const { member } of purpose?.lines ?? []) if (member) yes.add(member);
  for (const { member, visibility } of progress) if (visibility === 'everyone') yes.add(member);
  return { members: yes, letters };
}

const ids = ['«a»', '«b»', '«c»', '«d»', '«e»', '«f»', '«g»', '«h»'];
const id = fc.constantFrom(...ids, '«nobody»');
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const opt: { requiredKeys: [] } = { requiredKeys: [] };
const tally = fc.record(
  { count: fc.nat(9), by: some(id), mine: fc.boolean(), secretly: id },
  { requiredKeys: ['count'] },
);
const saying = fc.record({ member: id, text: fc.constant('so'), note: id }, { requiredKeys: ['text'] });

const letters = fc
  .array(
    fc.record(
      {
        state: fc.constantFrom('shown', 'shown', 'asked', 'hidden'),
        from: id,
        to: some(id),
        consents: some(fc.record({ member: id, as: fc.constantFrom('named', 'named', 'unnamed', 'hidden', 'maybe') })),
        unnamed: fc.nat(3),
        cheers: tally,
        answers: some(saying),
        replies: some(saying),
        heardBy: fc.record({ member: id }),
        kept: fc.record({ by: id }),
        bornFrom: fc.constantFrom('<0>', '<1>', '<2>'),
        moderatedBy: id,
      },
      opt,
    ),
    { maxLength: 4 },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, id: `<${i}>` })));

const archives: fc.Arbitrary<CommunityDocument> = fc.record(
  {
    kith: fc.constant(1 as const),
    archive: fc.constant(true),
    members: fc
      .array(
        fc.record(
          {
            visibility: fc.constantFrom('everyone', 'members', 'hidden'),
            roles: some(
              fc.record({
                role: fc.constant('builder'),
                accepted: fc.boolean(),
                affirmed: fc.record({ count: fc.nat(3), by: some(fc.record({ member: id })) }),
              }),
            ),
            contact: id,
            story: fc.constant('told'),
          },
          opt,
        ),
        { minLength: 8, maxLength: 8 },
      )
      .map((rows) => rows.map((row, i) => ({ ...row, id: ids[i] ?? '', name: `Name ${ids[i]?.toUpperCase()}` }))),
    recognitions: letters,
    purpose: fc.record(
      {
        statement: fc.constant('S'),
        by: some(id),
        lines: some(
          fc.record(
            { id: fc.constant('l'), text: fc.constant('so'), member: id, backed: tally },
            { requiredKeys: ['id', 'text'] },
          ),
        ),
        pledges: some(id),
      },
      { requiredKeys: ['statement'] },
    ),
    progress: some(
      fc.record(
        {
          member: id,
          ladder: fc.constant('l'),
          visibility: fc.constantFrom('everyone', 'me'),
          sponsors: fc.record({ r: some(id) }),
          cheers: some(fc.record({ rung: fc.constant('r'), count: fc.nat(3), by: some(id) })),
        },
        { requiredKeys: ['member', 'ladder'] },
      ),
    ),
    introductions: some(fc.record({ id: fc.constant('i'), people: some(id), state: fc.constant('asked') })),
    pledges: some(id),
  },
  { requiredKeys: ['kith', 'archive', 'members'] },
);
