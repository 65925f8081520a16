import fc from 'fast-check';
import { intentNames, newKey, type IntentName } from '@kith/core/rules';
import { village } from '../core/village.js';
import type { Described } from './described.js';

/** Whose word a request has. */
export const words = [
  'nobody',
  'guest',
  'member',
  'moderator',
  'admin',
  'garbled',
  'expired',
  'foreign',
  'unsigned',
] as const;
export type Word = (typeof words)[number];

/** A request as it is sent to a community called `{here}`. */
export interface Sent {
  method: string;
  path: string;
  word: Word;
  headers: Record<string, string>;
  body?: string;
}

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
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const known = fc.constantFrom(
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
const mostly = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: bad });

/** Percent-encoded as browsers do it, save for what is odd in that very way. */
const inPath = (text: string) => (text.includes('%') ? text : encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')));

const queryValues: Record<string, fc.Arbitrary<string>> = {
  limit: fc.constantFrom('1', '20', '1000', '5000'),
  after: fc.constantFrom('0', '3', '#1 ada', '1760000000000 r1'),
  url: fc.constantFrom(
    'http://localhost/embed/{here}/purpose-banner',
    'http://localhost/embed/{here}/role-badge?member=ada',
    'http://elsewhere.example/embed/{here}/purpose-banner',
  ),
  maxwidth: fc.constantFrom('200', '4000'),
  maxheight: fc.constantFrom('100', '4000'),
  format: fc.constantFrom('json', 'xml'),
  locale: fc.constantFrom('en', 'ar', 'fi'),
  archive: fc.constant(''),
};

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
      fc.constantFrom('story', 'offers', 'hours', 'visibility', 'name'),
      fc.oneof(text, fc.array(text, { maxLength: 2 })),
    ),
  }),
};

const wish = fc
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
const bodies: Record<string, fc.Arbitrary<unknown>> = {
  Intent: wish,
  Ruling: ruling,
  Document: document,
  Guest: guest,
  Invite: invite,
};

const nested = (depth: number) => `{"key":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const noJson = fc.constantFrom(
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
const spoiled = (value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(value, fc.nat(), fc.oneof(fc.constantFrom<unknown>(null, 0, '', [], {}, true, { a: { b: {} } }), hostile))
    .map(([whole, at, wrong]) => {
      const copy = structuredClone(whole) as Record<string, unknown>;
      const inner = typeof copy['detail'] === 'object' && at % 3 ? (copy['detail'] as Record<string, unknown>) : copy;
      const keys = [...Object.keys(inner), 'unasked'];
      inner[keys[at % keys.length] as string] = wrong;
      return copy;
    });

/** Requests over everything that is described, and beside it. */
export function requestsOver({ paths }: Described): fc.Arbitrary<Sent> {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  // Nothing is more often asked than that a wish be carried out.
  const often = all.flatMap((each) => (each.path.endsWith('/intents') ? Array.from({ length: 5 }, () => each) : each));
  return fc.constantFrom(...often).chain(({ path, method, operation }) => {
    const ref = Object.values(operation.requestBody?.content ?? {})[0]?.schema as { $ref?: string } | undefined;
    const good = bodies[ref?.$ref?.split('/').at(-1) ?? ''] ?? wish;
    const names = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    const query = fc
      .subarray([...names, 'unasked'])
      .chain((some) =>
        fc.tuple(
          ...some.map((name) => mostly(queryValues[name] ?? known, hostile).map((value) => [name, value] as const)),
        ),
      );
    return fc
      .record({
        method: mostly(
          fc.constant(method),
          fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'PROPFIND'),
        ),
        filled: fc.tuple(...(path.match(/\{\w+\}/g) ?? []).map((name) => partOf(name))),
        end: mostly(fc.constant(''), fc.constantFrom('/', '//', '/more', '.json', '?', '#')),
        query: mostly(
          query,
          fc.constant([
            ['limit', '1'],
            ['limit', 'x'],
          ] as [string, string][]),
        ),
        word: mostly(asTheyMay(operation.security), fc.constantFrom(...words)),
        body: fc.oneof(
          { weight: 8, arbitrary: good.map((it) => JSON.stringify(it)) },
          { weight: 3, arbitrary: spoiled(good).map((it) => JSON.stringify(it)) },
          { weight: 2, arbitrary: noJson },
        ),
        type: mostly(
          fc.constant('application/json'),
          fc.constantFrom('text/plain', 'application/xml', 'multipart/form-data', 'x'),
        ),
        accept: mostly(fc.constant('*/*'), fc.constantFrom('text/event-stream', 'application/xml')),
        event: fc.option(mostly(fc.constantFrom('0', '2'), fc.constantFrom('x', '-1', '9'.repeat(40))), {
          nil: undefined,
          freq: 5,
        }),
        idempotency: fc.option(mostly(fc.constant('{key}'), fc.constantFrom('x', newKey())), { nil: undefined }),
        seed: fc.nat(),
      })
      .map(({ method, filled, end, query, word, body, type, accept, event, idempotency, seed }) => {
        const key = keyOf(seed);
        const values = [...filled];
        const place = path.replace(/\{\w+\}/g, () => values.shift() ?? '');
        const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
        const hasBody = method !== 'GET' && method !== 'HEAD';
        return {
          method,
          path: place + end + (search && `?${search}`),
          word,
          headers: {
            accept,
            ...(hasBody && { 'content-type': type }),
            ...(event !== undefined && { 'last-event-id': event }),
            ...(idempotency !== undefined && { 'idempotency-key': idempotency.replace('{key}', key) }),
          },
          ...(hasBody && { body: body.replace('{key}', key) }),
        };
      });
  });
}

/** Who may, as far as a description says it. */
function asTheyMay(security: readonly object[]): fc.Arbitrary<Word> {
  const isOpen = security.some((way) => !Object.keys(way).length);
  return isOpen ? fc.constantFrom(...words) : fc.constantFrom('admin', 'moderator', 'member');
}

function partOf(name: string): fc.Arbitrary<string> {
  const good = {
    '{community}': fc.constant('{here}'),
    '{id}': fc.constantFrom('ada', 'bo', 'pull-up'),
    '{member}': fc.constantFrom('ada', 'bo', 'cy'),
    '{widget}': fc.constantFrom('purpose-banner', 'role-badge', 'recognition-wall', 'progression-ladder', 'peer-intro'),
    '{file}': fc.constantFrom('kith.js', 'kith.css'),
  }[name];
  return fc.oneof({ weight: 12, arbitrary: good ?? known }, { weight: 1, arbitrary: hostile.map(inPath) });
}

function keyOf(seed: number): string {
  // Of today: what was wished too long ago is not carried out any more.
  return newKey().slice(0, -12) + (seed >>> 0).toString(16).padStart(12, '0');
}
