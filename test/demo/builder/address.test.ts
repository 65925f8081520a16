import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms } from '@kith/embed/snippet';
import { widgets } from '@kith/embed/static';
import { addressOf, LONGEST, peopleFit, places, readAddress } from '../../../demo/builder/address.js';
import { consents, languages, nothing, type Making } from '../../../demo/builder/making.js';

const words = fc.string({ unit: 'grapheme' });
const maybe = <T>(choices: readonly T[]) => fc.constantFrom(undefined, ...choices);
const made: fc.Arbitrary<Making> = fc.record({
  widget: fc.constantFrom(...widgets),
  to: words,
  did: words,
  from: words,
  consent: maybe(consents),
  accent: words,
  place: maybe(places),
  sees: maybe([true, false]),
  form: maybe(forms),
  locale: fc.constantFrom(...languages),
  attributes: fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,12}$/), words),
  people: fc.oneof(
    fc.constant({ kind: 'letter' as const }),
    fc.record({ kind: fc.constant('link' as const), src: words.filter((src) => src !== '') }),
    fc
      .array(
        words.filter((name) => /\S/.test(name)),
        { maxLength: 4 },
      )
      .map((names) => ({
        kind: 'document' as const,
        document: { kith: 1 as const, members: names.map((name, i) => ({ id: `m${i}`, name })) },
      })),
  ),
  part: fc.oneof(
    fc.constant('show' as const),
    words.map((mail) => ({ mail })),
    words.map((server) => ({ server })),
  ),
  base: words,
});

describe('the builder’s address', () => {
  it('gives back whatever was made, and leaves nothing aside', () => {
    fc.assert(
      fc.property(made, (making) => {
        const { making: read, aside, lacksPeople } = readAddress(`#${addressOf(making)}`);
        expect(read).toEqual(making);
        expect([aside, lacksPeople]).toEqual([[], false]);
      }),
    );
  });

  it('survives what browsers do to addresses', () => {
    fc.assert(
      fc.property(made, (making) => {
        const { hash } = new URL(`https://example.org/builder.html#${addressOf(making)}`);
        expect(readAddress(hash).making).toEqual(making);
      }),
    );
  });

  it('is empty for an empty page, and short for a letter', () => {
    expect(addressOf(nothing)).toBe('');
    expect(readAddress('')).toEqual({ making: nothing, aside: [], lacksPeople: false });
    expect(addressOf({ ...nothing, to: 'Ada', did: 'You stayed.' })).toBe('v1&to=Ada&did=You+stayed.');
  });

  it('reads whatever stands in it, or says in a sentence why it cannot', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          words,
          words.map((rest) => `v1&${rest}`),
        ),
        (text) => {
          try {
            readAddress(text);
          } catch (error) {
            expect((error as Error).message).toMatch(/^This address .*\.$/);
          }
        },
      ),
    );
    expect(() => readAddress('#v2&to=Ada')).toThrow('made by a later builder');
    expect(() => readAddress('#src=community.json')).toThrow('holds nothing that was made here');
  });

  it('keeps what it can read beside what it cannot', () => {
    const { making, aside } = readAddress('#v1&to=Ada&in=moon&widget=clock&src=&__proto__=x&people={&lang=ar');
    expect(making).toEqual({ ...nothing, to: 'Ada', locale: 'ar' });
    expect(aside).toEqual(['in=moon', 'widget=clock', 'src=', '__proto__=x', 'people={']);
  });

  it('leaves too many people with the tab, and says that it does', () => {
    const members = Array.from({ length: 400 }, (_, i) => ({ id: `m${i}`, name: `Member number ${i}` }));
    const making: Making = { ...nothing, people: { kind: 'document', document: { kith: 1, members } } };
    expect(peopleFit(making)).toBe(false);
    expect(addressOf(making).length).toBeLessThan(LONGEST);
    expect(readAddress(addressOf(making)).lacksPeople).toBe(true);
  });
});
