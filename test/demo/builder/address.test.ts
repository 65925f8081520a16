import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editors, forms } from '@kith/embed/snippet';
import { widgets } from '@kith/embed/static';
import { addressOf, keptOf, LONGEST, peopleFit, readAddress } from '../../../demo/builder/address.js';
import { consents, languages, nothing, type Making } from '../../../demo/builder/making.js';

const words = fc.string({ unit: 'grapheme' });
const maybe = <T>(choices: readonly T[]) => fc.constantFrom(undefined, ...choices);
const document = fc
  .array(
    words.filter((name) => /\S/.test(name)),
    { maxLength: 4 },
  )
  .map((names) => ({ kith: 1 as const, members: names.map((name, i) => ({ id: `m${i}`, name })) }));
const made: fc.Arbitrary<Making> = fc.record({
  widget: fc.constantFrom(...widgets),
  to: words,
  did: words,
  from: words,
  consent: maybe(consents),
  lookedAt: words,
  accent: words,
  place: maybe(editors.map(({ id }) => id)),
  sees: maybe([true, false]),
  form: maybe(forms),
  locale: fc.constantFrom(...languages),
  attributes: fc.dictionary(fc.oneof(fc.constant('member'), fc.stringMatching(/^[a-z][a-z-]{0,12}$/)), words),
  people: fc.oneof(
    fc.record({ kind: fc.constant('letter' as const), before: document }, { requiredKeys: ['kind'] }),
    fc.record(
      {
        kind: fc.constant('link' as const),
        src: words.filter((src) => src !== ''),
        provider: words.filter((provider) => provider !== ''),
        seen: document,
      },
      { requiredKeys: ['kind', 'src'] },
    ),
    fc.record({ kind: fc.constant('document' as const), document }),
  ),
  part: fc.oneof(
    fc.constant('show' as const),
    words.map((mail) => ({ mail })),
    words.map((server) => ({ server })),
  ),
  base: words,
});

describe('the builder’s address', () => {
  it('gives back whatever was made, with what the tab keeps, and leaves nothing aside', () => {
    fc.assert(
      fc.property(made, (making) => {
        const { making: read, aside, lacks } = readAddress(`#${addressOf(making)}`, keptOf(making));
        expect(read).toEqual(making);
        expect(aside).toEqual([]);
        expect(lacks === 'people').toBe(false);
      }),
    );
  });

  it.each(['ask', 'off', undefined] as const)('tells neither name nor letter while the answer is %s', (consent) => {
    const making: Making = {
      ...nothing,
      ...{ to: 'Ada Obi', did: 'Ada, you stayed.', from: 'Bo Nilsson', consent, place: 'html', accent: 'teal' },
      attributes: { member: 'ada-obi', layout: 'grid' },
      lookedAt: 'Ada Obi\nAda, you stayed.',
    };
    const address = addressOf(making);
    expect(address).not.toMatch(/ada|obi|stayed|bo/i);
    expect(address).toContain('color=teal&in=html');
    expect(readAddress(address, keptOf(making)).making).toEqual(making);
    // In a tab of its own it says that there was one, unless nothing was asked of it yet.
    expect(readAddress(address).lacks).toBe(consent && 'letter');
    expect(addressOf({ ...making, consent: 'yes' })).toMatch(/Ada.*stayed.*Bo/);
  });

  it('takes from no link where Kith is loaded from, and says where that would have been', () => {
    const { making, base, aside } = readAddress('#v1&to=Ada&base=https%3A%2F%2Fexample.org%2F');
    expect(making).toEqual({ ...nothing, to: 'Ada' });
    expect(base).toBe('https://example.org/');
    expect(aside).toEqual([]);
    const own: Making = { ...nothing, base: 'https://example.org/' };
    expect(addressOf(own)).toBe('');
    expect(readAddress('', keptOf(own)).making).toEqual(own);
  });

  it('survives what browsers do to addresses', () => {
    fc.assert(
      fc.property(made, (making) => {
        const { hash } = new URL(`https://example.org/builder.html#${addressOf(making)}`);
        expect(readAddress(hash, keptOf(making)).making).toEqual(making);
      }),
    );
  });

  it('is empty for an empty page, and short for a letter', () => {
    expect(addressOf(nothing)).toBe('');
    expect(readAddress('')).toEqual({ making: nothing, aside: [], lacks: undefined, base: '' });
    expect(keptOf(nothing)).toBeUndefined();
    const letter: Making = { ...nothing, to: 'Ada', did: 'You stayed.', consent: 'yes' };
    expect(addressOf(letter)).toBe('v1&to=Ada&did=You+stayed.&yes=yes');
    expect(keptOf(letter)).toBeUndefined();
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
    expect(readAddress(addressOf(making)).lacks).toBe('people');
    expect(readAddress(addressOf(making), keptOf(making))).toMatchObject({ making, lacks: undefined });
  });
});
