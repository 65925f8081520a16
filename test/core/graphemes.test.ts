import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes, hash, initials } from '@kith/core';

describe('countGraphemes', () => {
  it.each([
    ['', 0],
    ['kettle', 6],
    ['Größe', 5],
    ['Gro\u0308ße', 5],
    ['a\r\nb', 3],
    ['👩🏽‍💻🇸🇪', 2],
    ['©\ufe0f', 1],
    ['नमस्ते', [...new Intl.Segmenter('hi').segment('नमस्ते')].length],
    ['한글', 2],
  ])('sees in %j %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  it('agrees with the segmenter also where it takes the short way', () => {
    const text = fc.string({ unit: fc.integer({ min: 0, max: 0x320 }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(text, (text) => {
        expect(countGraphemes(text)).toBe([...new Intl.Segmenter('en').segment(text)].length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('initials', () => {
  it.each([
    ['Ada Obi', 'A', 'AO'],
    ['ada', 'A', 'A'],
    ['Ada Maria von Obi', 'A', 'AO'],
    ['  Ada\u00a0Obi 🌱 ', 'A', 'AO'],
    ['E\u0301mile Zola', 'E\u0301', 'E\u0301Z'],
    ['Øystein Ås', 'Ø', 'ØÅ'],
    ['Юлия Иванова', 'Ю', 'ЮИ'],
    ['ßen ﬁsch', 'S', 'SF'],
    ['田中', '田', '田'],
    ['田中 太郎', '田', '田'],
    ['김 민준', '김', '김'],
    ['محمد علي', 'م', 'م'],
    ['Ada محمد', 'A', 'A'],
    ['محمد Ada', 'م', 'م'],
    ['अदिति शर्मा', 'अ', 'अ'],
    ['"Who | Needs | Pipes?"', 'W', 'WP'],
    ['@ada_obi', 'A', 'A'],
    ['(they) Robin', 'T', 'TR'],
    ['4-H Club', 'H', 'HC'],
    ['\u202eAda', 'A', 'A'],
    ['👩🏽‍💻 Ada', 'A', 'A'],
    ['👩🏽‍💻', '👩🏽‍💻', '👩🏽‍💻'],
    ['🇸🇪🇳🇬', '🇸🇪', '🇸🇪'],
    ['42', '4', '4'],
    ['  ?!', '?', '?'],
    ['\u200b\u202e ', '', ''],
    ['', '', ''],
  ])('of %j are %s and %s', (name, one, two) => {
    expect(initials(name, 1)).toBe(one);
    expect(initials(name, 2)).toBe(two);
  });

  it('are never more graphemes than asked for, and two begin with the one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 4 }), (words) => {
        const name = words.join(' ');
        expect(countGraphemes(initials(name, 1))).toBeLessThanOrEqual(1);
        expect(countGraphemes(initials(name, 2))).toBeLessThanOrEqual(2);
        expect(initials(name, 2).startsWith(initials(name, 1))).toBe(true);
      }),
    );
  });
});

describe('hash', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('of %j is the one FNV publishes', (id, sum) => {
    expect(hash(id)).toBe(sum);
  });

  it('goes by UTF-8, and tells alike ids apart', () => {
    expect(hash('é')).not.toBe(hash('é'.normalize('NFD')));
    expect(hash('ada')).not.toBe(hash('Ada'));
  });

  it.each([
    ['m', 4],
    ['user-', 4],
    ['https://riverside.example/', 6],
  ])('spreads ids like "%s17" evenly over %i', (name, n) => {
    const marks = Array.from({ length: 1200 }, (_, i) => hash(name + i) % n);
    for (let mark = 0; mark < n; mark++) {
      const share = marks.filter((one) => one === mark).length / marks.length;
      expect(share).toBeGreaterThan(0.8 / n);
      expect(share).toBeLessThan(1.2 / n);
    }
  });
});
