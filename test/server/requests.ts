import fc from 'fast-check';
import { newKey } from '@kith/core/rules';
import { bodies, hostile, known, mostly, noJson, spoiled, wish } from './bodies.js';
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
    '{version}': fc.constantFrom('0', '0.1.0'),
  }[name];
  return fc.oneof({ weight: 12, arbitrary: good ?? known }, { weight: 1, arbitrary: hostile.map(inPath) });
}

function keyOf(seed: number): string {
  // Of today: what was wished too long ago is not carried out any more.
  return newKey().slice(0, -12) + (seed >>> 0).toString(16).padStart(12, '0');
}
