import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes, cutAtWord, oneLine } from '@kith/core';

describe('a text that is cut', () => {
  it.each([
    ['who has what', 12, 'who has what'],
    ['who has what', 11, 'who has…'],
    ['who has, what', 10, 'who has…'],
    ['who has what', 8, 'who has…'],
    ['who has what', 7, 'who…'],
    ['who has what', 3, ''],
    ['誰もが作り手になれる町', 8, '誰もが作り手に…'],
    ['👩‍👩‍👧‍👦 family of four', 9, '👩‍👩‍👧‍👦 family…'],
  ])('"%s" in %i characters is "%s"', (text, most, cut) => {
    expect(cutAtWord(text, most)).toBe(cut);
  });

  it('is no longer than there is room, begins as it did, and ends after one of its words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ß', '7', 'm'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 120 }), (words, most) => {
        const text = words.join(' ');
        const cut = cutAtWord(text, most);
        expect(countGraphemes(cut)).toBeLessThanOrEqual(most);
        if (countGraphemes(text) <= most) expect(cut).toBe(text);
        else {
          const fitting = words.map((_, i) => words.slice(0, i).join(' ')).filter((each) => each.length < most);
          const longest = fitting.at(-1) ?? '';
          expect(cut).toBe(longest ? `${longest}…` : '');
        }
      }),
    );
  });

  it('keeps no word in part that it did not look at to its end', () => {
    const word = `e${'\u0301'.repeat(298)}x`;
    expect(cutAtWord(`${word} ${word} ${word}`, 5)).toBe(`${word}…`);
  });

  it('is cut as fast when it has a million characters', () => {
    expect(cutAtWord('word '.repeat(200_000), 20)).toBe('word word word word…');
    expect(cutAtWord('x'.repeat(1_000_000), 20)).toBe('');
  });
});

describe('a text as one line', () => {
  it('has no breaks, no controls, and turns no direction', () => {
    expect(oneLine(' one\r\n\ttwo\u0000three \u202eeerht\u2066 ')).toBe('one two three eerht');
    expect(oneLine('👩‍👩‍👧‍👦 نور')).toBe('👩‍👩‍👧‍👦 نور');
  });
});
