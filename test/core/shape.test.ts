import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DocumentSchema } from '@kith/core';
import { shared } from '../shared.js';
import { documentShape } from '../../packages/core/src/document-shape.js';
import { fits, type Shape } from '../../packages/core/src/shape.js';
import { shapeOf } from '../../packages/core/src/shape-of.js';
import { riverside } from './riverside.js';

const suite = shared('corpora/json/JSONTestSuite/test_parsing');

/** What the brief form and the schema say of a value. */
const both = (value: unknown) => [fits(value, documentShape), v.is(DocumentSchema, value)];
const demo = () => JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as Holder;

describe('the shape of the community document', () => {
  it('is what npm run shape writes', () => {
    expect(documentShape).toEqual(shapeOf(DocumentSchema));
  });

  it('fits what Kith writes, and the demo', () => {
    expect([riverside(), demo(), { kith: 1, season: ['spring'] }].map(both)).toEqual(Array(3).fill([true, true]));
  });

  it('agrees with the schema about any one piece put wrong, or left out', () => {
    const texts = [
      '',
      ' ',
      'ada',
      'two words',
      'a/b',
      'x'.repeat(129),
      '🧵',
      '2026-03-01',
      '2026-13-01',
      '18:00-21:00',
    ];
    const values = fc.oneof(
      fc.constantFrom<unknown>(undefined, null, -1.5, -1, 0, 1, 3, 1e21, NaN, Infinity, true, false, ...texts),
      fc.constantFrom<unknown>({}, { count: 1 }, { manual: true }, { sponsors: 0 }, [], [null], ['ada'], [['ada']]),
      fc.jsonValue(),
    );
    const whole = JSON.stringify(riverside());
    const said = { true: 0, false: 0 };
    fc.assert(
      fc.property(fc.nat(), values, (n, value) => {
        const broken = JSON.parse(whole) as Holder;
        const places = [...placesIn(broken)];
        const [holder, key] = places[n % places.length] ?? [broken, 'kith'];
        holder[key] = value;
        const [brief, full] = both(broken);
        expect(brief, `${key} ${JSON.stringify(value)}`).toBe(full);
        said[`${brief === true}`]++;
      }),
      { numRuns: 5000 },
    );
    expect(Math.min(...Object.values(said)), 'times each was said').toBeGreaterThan(200);
  }, 60_000);

  it.skipIf(!suite)(
    'agrees about all of the JSON test suite (needs corpora/json in KITH_SHARED), wherever it stands',
    () => {
      const values = readdirSync(suite ?? '').flatMap((name) => {
        try {
          return [JSON.parse(readFileSync(`${suite}/${name}`, 'utf8')) as unknown];
        } catch {
          return [];
        }
      });
      expect(values.length).toBeGreaterThan(90);
      for (const value of values) {
        for (const document of [value, { kith: value }, { kith: 1, members: value }, { kith: 1, members: [value] }]) {
          const [brief, full] = both(document);
          expect(brief, JSON.stringify(document)).toBe(full);
        }
      }
    },
  );
});

describe('shapeOf', () => {
  it.each<[string, v.GenericSchema, Shape]>([
    ['any text', v.string(), 'text'],
    ['an object', v.looseObject({ a: v.number(), b: v.optional(v.boolean()) }), { a: 'number', 'b?': 'boolean' }],
    ['a list of several kinds', v.array(v.union([v.string(), v.number()])), ['text', 'number']],
    ['names of any kind', v.record(v.string(), v.array(v.string())), { '*': ['text'] }],
    ['one value', v.literal(true), true],
  ])('says %s', (_, schema, shape) => {
    expect(shapeOf(schema)).toEqual(shape);
  });

  it.each<[string, v.GenericSchema]>([
    ['another pattern', v.pipe(v.string(), v.regex(/^a/))],
    ['another rule', v.pipe(v.string(), v.email())],
    ['one rule more', v.pipe(v.string(), v.regex(/\S/), v.maxLength(80))],
    ['another least number', v.pipe(v.number(), v.integer(), v.minValue(2))],
    ['another kind of value', v.date()],
    ['null', v.nullable(v.string())],
  ])('refuses %s, which a shape cannot say', (_, schema) => {
    expect(() => shapeOf(schema)).toThrow('A shape has no word for');
  });
});

type Holder = Record<string, unknown>;

function* placesIn(holder: Holder): Generator<[Holder, string]> {
  for (const key of Object.keys(holder)) {
    yield [holder, key];
    const value = holder[key];
    if (typeof value === 'object' && value !== null) yield* placesIn(value as Holder);
  }
}
