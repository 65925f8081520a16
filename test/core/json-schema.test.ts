import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DocumentSchema } from '@kith/core';
import { readContributors } from '@kith/providers/all-contributors';
import { documentJsonSchema } from '../../packages/core/src/json-schema.js';
import { riverside } from './riverside.js';

const accepts = new Ajv().compile(documentJsonSchema());

describe('documentJsonSchema', () => {
  it('is a titled schema of 2020-12', () => {
    expect(documentJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:kith:document:1',
      title: 'Kith community document',
      type: 'object',
      required: ['kith'],
    });
  });

  it('accepts what Kith writes', () => {
    expect(accepts(riverside()), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts(readContributors({ contributors: [{ login: 'ada', contributions: ['doc'] }] }).document)).toBe(true);
    expect(accepts({ kith: 1, season: ['spring'] })).toBe(true);
  });

  it('accepts the communities of the demo', () => {
    const files = readdirSync('demo', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    for (const name of files) {
      const value: unknown = JSON.parse(readFileSync(`demo/${name}`, 'utf8'));
      if (typeof value !== 'object' || value === null || !('kith' in value)) continue;
      expect(accepts(value), `${name} ${JSON.stringify(accepts.errors)}`).toBe(true);
    }
  });

  it('uses no pattern that means something else without the u flag', () => {
    const patterns = [...JSON.stringify(documentJsonSchema()).matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g)].map(
      ([, pattern]) => pattern ?? '',
    );
    expect(patterns.length).toBeGreaterThan(20);
    for (const pattern of new Set(patterns)) {
      const plain = new RegExp(JSON.parse(`"${pattern}"`) as string);
      const unicode = new RegExp(plain.source, 'u');
      for (const text of ['p', '{Cc}', 'two words', 'a/b', '\u0085', '🧵', 'ada', '2026-03-01', '18:00-21:00', '']) {
        expect(plain.test(text), `${pattern} ${text}`).toBe(unicode.test(text));
      }
    }
  });

  it('knows how long an id may be', () => {
    const withId = (id: string) => accepts({ kith: 1, members: [{ id, name: 'N' }] });
    for (const id of ['a', '🧵'.repeat(128), 'x'.repeat(128), 'dependabot[bot]', 'þórr', '{Cp}'])
      expect(withId(id), id).toBe(true);
    for (const id of ['', '🧵'.repeat(129), 'x'.repeat(129), 'a b', 'a/b', 'a\u0007', 'a\u0085', 'a\u00a0b'])
      expect(withId(id), id).toBe(false);
  });

  it('agrees with the check at run time about any one piece put wrong', () => {
    const whole = JSON.stringify(riverside());
    const values = fc.constantFrom<unknown>(
      null,
      -1.5,
      0,
      3,
      1e21,
      '',
      ' ',
      'ada',
      'two words',
      '2026-03-01',
      '18:00-21:00',
      true,
      false,
      {},
      { count: 1 },
      [],
      [null],
      ['ada'],
    );
    fc.assert(
      fc.property(fc.nat(), values, (n, value) => {
        const broken = JSON.parse(whole) as Record<string, unknown>;
        const places = [...placesIn(broken)];
        const [holder, key] = places[n % places.length] ?? [broken, 'kith'];
        // The check at run time takes a list for an object without keys.
        if (Array.isArray(value) && !Array.isArray(holder[key])) return;
        holder[key] = value;
        expect(accepts(broken), `${key} ${JSON.stringify(value)}`).toBe(v.safeParse(DocumentSchema, broken).success);
      }),
      { numRuns: 3000 },
    );
  }, 60_000);
});

type Holder = Record<string, unknown>;

function* placesIn(holder: Holder): Generator<[Holder, string]> {
  for (const key of Object.keys(holder)) {
    yield [holder, key];
    const value = holder[key];
    if (typeof value === 'object' && value !== null) yield* placesIn(value as Holder);
  }
}
