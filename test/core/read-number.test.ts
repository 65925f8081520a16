import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFor, readNumber } from '@kith/core';

describe('a number somebody writes', () => {
  it.each([
    ['en-gb', '3', 3],
    ['en-gb', ' 2.5 ', 2.5],
    ['en-gb', '.5', 0.5],
    ['en-gb', '1,204', 1204],
    ['en-gb', '1,204.5', 1204.5],
    // Nobody groups by one: it is somebody else's decimal sign.
    ['en-gb', '3,5', 3.5],
    ['de', '3,5', 3.5],
    ['de', '1.204', 1204],
    ['de', '1.204,5', 1204.5],
    ['de', '1.5', 1.5],
    ['fr', '1\u202f204,5', 1204.5],
    ['fr', '1 204,5', 1204.5],
    ['ar-EG', '٣٫٥', 3.5],
    ['ar-EG', '١٬٢٠٤', 1204],
    ['ar', '٣', 3],
    ['ar', '\u200f٣٫٥', 3.5],
    ['en-gb', '٣٫٥', 3.5],
    ['fa', '۱۲', 12],
    ['hi', '१२', 12],
    ['bn', '১২.৫', 12.5],
    ['ja', '３', 3],
    ['en-gb', '-3', -3],
    ['en-gb', '−3', -3],
  ])('in %s: “%s”', (locale, text, number) => {
    expect(readNumber(text, locale)).toBe(number);
  });

  it.each(['', ' ', 'three', '3 pull-ups', '1.2.3', '1,2,3', '1e3', '∞', '.', '-', '+3', '--3', '½'])(
    'is none: “%s”',
    (text) => {
      for (const locale of ['en-gb', 'de', 'ar']) expect(readNumber(text, locale)).toBeNaN();
    },
  );

  it('is what a language writes, in any of them', () => {
    const locales = fc.constantFrom(
      'en-gb',
      'de',
      'fr',
      'ar',
      'ar-EG',
      'fa',
      'hi',
      'bn',
      'ja',
      'pl',
      'pt',
      'de-CH',
      'my',
    );
    const numbers = fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(locales, numbers, (locale, n) => {
        expect(readNumber(formatFor(locale).number(n), locale)).toBe(n);
      }),
    );
  });
});
