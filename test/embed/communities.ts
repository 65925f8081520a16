import type { CommunityDocument, Recognition } from '@kith/core';
import fc from 'fast-check';

/** Words as HTML shows them: with its signs, in many scripts, over several lines, without spaces that would not be seen. */
const words = fc
  .array(
    fc.constantFrom(
      'Ada',
      '<b>',
      '&amp;',
      '"',
      "'",
      'ليلى',
      '中村',
      '👩‍🔧',
      'a.b',
      '100%',
      'a+b',
      '{n}',
      'https://x.example',
      ':',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((some) => some.join(' '));
const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join('\n'));
const ids = ['a', 'b', 'c.d', 'e:f', 'g%20+'];
const id = fc.constantFrom(...ids);
const some = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { maxLength: 3 });
const at = fc.constantFrom('2026-03-01', '2026-03-02T10:00:00Z', '2025-12-31T12:00:00.5+02:00');
const url = fc.constantFrom('https://a.example/?b=1&c="', '/tools', '#map', 'javascript:alert(1)', 'http://é.example');
const opt = { requiredKeys: [] as [] };
const tally = fc.record({ count: fc.integer({ min: 3, max: 9 }), by: some(id) });
const evidence = fc.array(
  fc.record(
    { kind: fc.constantFrom('image', 'link', 'video'), src: url, alt: words },
    { requiredKeys: ['kind', 'src'] },
  ),
  { maxLength: 2 },
);
const saying = fc.record({ member: id, text: words, at, evidence }, { requiredKeys: ['text'] });

const letters = fc
  .array(
    fc.record(
      {
        occasion: fc.constantFrom('thanks', 'best', 'shipped', 'ask', 'idea', 'story'),
        from: id,
        to: some(id),
        unnamed: fc.integer({ min: 1, max: 4 }),
        text: lines,
        lang: fc.constantFrom('en', 'ar'),
        role: fc.constantFrom('builder', 'r'),
        reward: fc.constantFrom('material', 'reputational'),
        need: lines,
        evidence,
        at,
        askedAt: at,
        shippedAt: at,
        deliveredAt: at,
        heardBy: fc.record({ member: id, at, did: words }, { requiredKeys: ['member'] }),
        answers: fc.array(saying, { maxLength: 2 }),
        replies: fc.array(saying, { maxLength: 2 }),
        kept: fc.record({ by: id, because: words }, { requiredKeys: ['by'] }),
        try: words,
        result: words,
        cheers: tally,
        backed: fc.record({ count: fc.nat(3) }),
      },
      opt,
    ),
    { maxLength: 4 },
  )
  .map((rows) => rows.map((row, i): Recognition => ({ ...row, id: `letter:${i}` }) as Recognition));

const held = fc.record(
  {
    role: fc.constantFrom('builder', 'r', 'x.y'),
    aspires: words,
    affirmed: fc.record({ count: fc.integer({ min: 3, max: 5 }), by: some(id.map((member) => ({ member }))) }),
    shown: fc.nat(3),
  },
  { requiredKeys: ['role'] },
);

const members = fc
  .array(
    fc.record(
      {
        called: words,
        kind: fc.constantFrom('person', 'bot', 'organization'),
        host: fc.boolean(),
        title: words,
        asks: fc.uniqueArray(words, { maxLength: 1 }),
        roles: fc.uniqueArray(held, { maxLength: 3, selector: ({ role }) => role }),
        standing: fc.constantFrom('active', 'resting', 'past'),
        standingSince: at,
      },
      opt,
    ),
    { minLength: ids.length, maxLength: ids.length },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, id: ids[i] ?? '', name: `Name ${i} of "<${ids[i]}>"` })));

const purpose = fc.record(
  {
    statement: words,
    version: fc.integer({ min: 1, max: 4 }),
    made: fc.record({ count: fc.nat(2000), unit: words, href: url }, { requiredKeys: ['count', 'unit'] }),
    invitation: fc.record({ label: words, href: url }, { requiredKeys: ['label'] }),
    counts: fc.record({ withUs: fc.nat(50), pledged: fc.nat(50), active: fc.nat(9) }, opt),
    by: some(id),
    lines: fc
      .array(
        fc.record({ member: id, text: words, backed: fc.record({ count: fc.nat(9) }) }, { requiredKeys: ['text'] }),
        { maxLength: 3 },
      )
      .map((rows) => rows.map((row, i) => ({ ...row, id: `line.${i}` }))),
    decisions: fc.array(fc.record({ title: words, because: words, href: url, at }, { requiredKeys: ['title'] }), {
      maxLength: 2,
    }),
  },
  { requiredKeys: ['statement'] },
);

const need = fc.oneof(
  fc.record({ measure: fc.constantFrom('m', 'n.o'), atLeast: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ sponsors: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ manual: fc.constant(true as const) }),
);
const ladders = fc
  .array(
    fc.record(
      {
        name: words,
        can: words,
        needs: fc.uniqueArray(need, { maxLength: 2, selector: (each) => Object.keys(each)[0] }),
        unlocks: fc.array(
          fc.record(
            { reward: fc.constantFrom('material', 'experiential'), label: words, href: url },
            { requiredKeys: ['label'] },
          ),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ['name', 'can'] },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((rungs) => [
    {
      id: 'l',
      name: 'A ladder',
      measures: [
        { id: 'm', label: 'posts to read', unit: 'post to read', act: 'Read {n} more' },
        { id: 'n.o', label: 'a:b' },
      ],
      rungs: rungs.map((row, i) => ({ ...row, id: `rung.${i}` })),
    },
  ]);

const progress = fc
  .record(
    {
      measures: fc.record({ m: fc.nat(9) }),
      reached: fc.record({ 'rung.0': at }),
      records: fc.array(fc.record({ measure: fc.constant('m'), value: fc.integer({ min: 1, max: 9 }), at }), {
        maxLength: 9,
      }),
      sponsors: fc.record({ 'rung.1': some(id) }),
      cheers: tally.map((each) => [{ ...each, rung: 'rung.0' }]),
    },
    opt,
  )
  .map((row) => [{ ...row, member: 'a', ladder: 'l' }]);

/** Communities drawn by lot, as everyone may see them. */
export const communities: fc.Arbitrary<CommunityDocument> = fc
  .record(
    {
      purpose,
      members,
      recognitions: letters,
      ladders,
      progress,
      roles: fc.constant([
        { id: 'r', name: 'Own: role', description: 'D & d', needs: 'N' },
        { id: 'builder', name: 'Builder' },
      ]),
    },
    { requiredKeys: ['members', 'recognitions'] },
  )
  .map((document) => ({ kith: 1 as const, ...document }) as unknown as CommunityDocument);
