import fc from 'fast-check';
import { intentNames, type IntentName } from '@kith/core/rules';
import { village } from '../core/village.js';

const odd = [
  '',
  '.',
  '..',
  '%2e%2e',
  '%00',
  '%',
  '%E0%A4%A',
  '%ED%A0%80',
  'a%2Fb',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  "';drop table home;--",
  '" onload="alert(1)',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '1e400',
  '99999999999999999999',
  'ß'.repeat(64),
  'x'.repeat(3000),
  '👩‍👩‍👧‍👦'.repeat(40),
  '\u202egnp.exe',
  'Z\u0351\u036b\u0343algo',
  '﷽',
];
/** Words that break what was not made for them. */
export const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
/** Ids of what there is. */
export const known = fc.constantFrom(
  'ada',
  'bo',
  'cy',
  'dee',
  'pull-up',
  'connector',
  'r1',
  'purpose-banner',
  'recognition-wall',
  '{here}',
  'hang',
);
/** Now and then something bad among what is good. */
export const mostly = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: bad });

const id = mostly(known, hostile);
const text = fc.oneof(fc.constantFrom('You held it.', '👩🏽‍🚀'.repeat(1000), 'x'.repeat(1001), ' ', 'a\u0000b'), hostile);
const on = fc.boolean();
/** What each wish says, often as it should. */
const details: { [N in IntentName]: fc.Arbitrary<unknown> } = {
  'with-us': fc.record({ on }),
  pledge: fc.record(
    { on, purposeVersion: fc.constantFrom(3, 2, 0, 1.5), line: text },
    { requiredKeys: ['on', 'purposeVersion'] },
  ),
  back: fc.record({ subject: fc.record({ kind: fc.constantFrom('line', 'ask', 'idea'), id }), on }),
  'claim-role': fc.record({ role: id, on }),
  'affirm-role': fc.record({ member: id, role: id, on }),
  'accept-role': fc.record({ role: id, on }),
  recognize: fc.record({
    to: fc.array(id, { maxLength: 3 }),
    occasion: fc.constantFrom('thanks', 'story', 'ask', 'none'),
    text,
  }),
  retract: fc.record({ recognition: id }),
  cheer: fc.oneof(fc.record({ recognition: id, on }), fc.record({ member: id, ladder: id, rung: id, on })),
  thank: fc.record({ recognition: id, text }),
  consent: fc.record({ recognition: id, as: fc.constantFrom('named', 'unnamed', 'hidden', 'loud') }),
  answer: fc.record({ ask: id, text }),
  keep: fc.record({ recognition: id, on }),
  report: fc.record({ recognition: id, reason: text }),
  record: fc.record({
    ladder: id,
    measure: fc.constantFrom('reps', 'none'),
    value: fc.oneof(fc.double(), fc.integer()),
  }),
  sponsor: fc.record({ member: id, ladder: id, rung: id, on }),
  'ask-intro': fc.record({ with: id, reasons: fc.constant([]) }),
  introduce: fc.record({ people: fc.tuple(id, id), text }),
  'answer-intro': fc.record({ introduction: id, on }),
  'pass-intro': fc.record({ with: id }),
  met: fc.record({ introduction: id, on }),
  profile: fc.record({
    patch: fc.dictionary(
      fc.constantFrom('story', 'offers', 'hours', 'visibility', 'progress', 'name'),
      fc.oneof(text, fc.array(text, { maxLength: 2 }), fc.record({ ladder: id, visibility: text })),
    ),
  }),
};

/** A wish, whose key is said later. */
export const wish = fc
  .constantFrom('with-us', 'claim-role', 'recognize', ...intentNames)
  .chain((name) => fc.record({ key: fc.constant('{key}'), name: fc.constant(name), detail: details[name] }));
const ruling = fc.record({
  recognition: mostly(fc.constantFrom('r1', 'r2'), id),
  act: fc.constantFrom('hide', 'show', 'burn'),
  reason: text,
});
const document = fc.constantFrom<object>(
  village(),
  village({ members: [{ id: 'dee', name: 'Dee' }] }),
  village({ members: [] }),
  village({
    members: [
      { id: '..', name: 'Up' },
      { id: 'dee', name: 'Dee' },
    ],
  }),
  { kith: 2 },
);
const guest = fc.record({ guest: fc.constantFrom('00'.repeat(16), '0f'.repeat(16), 'f') });
const invite = fc.record({
  who: mostly(fc.constantFrom('ada', 'bo', 'Somebody new'), hostile),
  page: mostly(fc.constant('https://site.example/'), fc.constantFrom('https://elsewhere.example/', 'none')),
});
/** What is sent, by the name of its schema. */
export const bodies: Record<string, fc.Arbitrary<unknown>> = {
  Intent: wish,
  Ruling: ruling,
  Document: document,
  Guest: guest,
  Invite: invite,
};

const nested = (depth: number) => `{"key":${'['.repeat(depth)}${']'.repeat(depth)}}`;
/** Bodies that are no JSON, or too much of it. */
export const noJson = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"key":1,}',
  nested(9),
  nested(5000),
  `"${'x'.repeat(40_000)}"`,
  '\ufeff{}',
  'key=1',
);

/** The same with a part of it put wrong: another type, nothing, something nobody asked for. */
export const spoiled = (value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(value, fc.nat(), fc.oneof(fc.constantFrom<unknown>(null, 0, '', [], {}, true, { a: { b: {} } }), hostile))
    .map(([whole, at, wrong]) => {
      const copy = structuredClone(whole) as Record<string, unknown>;
      const inner = typeof copy['detail'] === 'object' && at % 3 ? (copy['detail'] as Record<string, unknown>) : copy;
      const keys = [...Object.keys(inner), 'unasked'];
      inner[keys[at % keys.length] as string] = wrong;
      return copy;
    });
