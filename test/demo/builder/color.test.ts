import { describe, expect, it } from 'vitest';
import { hexOf, toRgb } from '@kith/embed/pictures';
import {
  contrast,
  grounds,
  mainColors,
  oklabOf,
  rgbOf,
  sayColor,
  threadOn,
  type Rgb,
} from '../../../demo/builder/color.js';
import { accents } from '../../accents.mjs';

const rgb = (hex: string) => rgbOf(hex) as Rgb;

describe('the thread’s color', () => {
  it('stands out 3 to 1 from both grounds, whatever color a logo has', () => {
    const logos = [...Array(512).keys()].map((n): Rgb => [(n >> 6) / 7, ((n >> 3) & 7) / 7, (n & 7) / 7]);
    for (const ground of ['light', 'dark'] as const)
      for (const logo of logos)
        expect(contrast(threadOn(ground, logo), grounds[ground]), hexOf(logo)).toBeGreaterThan(3);
    expect((accents() as string[]).length).toBeGreaterThan(100);
  });

  it('says what becomes of a color', () => {
    expect(sayColor(rgb('#ffcc00'))).toMatch(
      /^It is drawn darker on a light page, where it stands out [\d.]+ to 1; as it is on a dark page/,
    );
    expect(sayColor(rgb('#0000cc'))).toMatch(/^It is drawn as it is on a light page.*; lighter on a dark page/);
    expect(sayColor(rgb('#c43d00'))).toContain('a little lighter on a dark page');
  });

  it('counts as WCAG does', () => {
    expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21);
    expect(contrast(rgb('#767676'), [1, 1, 1])).toBeCloseTo(4.54, 2);
  });

  it('goes to oklab and back', () => {
    for (const hex of ['#000000', '#ffffff', '#c43d00', '#1a7f5a', '#ffcc00'])
      expect(hexOf(toRgb(...oklabOf(rgb(hex))))).toBe(hex);
    expect(oklabOf([1, 1, 1])[0]).toBeCloseTo(1, 3);
  });
});

describe('mainColors', () => {
  const pixels = (...runs: [string, number, number?][]) =>
    runs.flatMap(([hex, n, opacity = 255]) =>
      Array.from({ length: n }, () => [...rgb(hex).map((part) => Math.round(part * 255)), opacity]).flat(),
    );

  it('finds a logo’s colors, and neither its white nor its holes', () => {
    const found = mainColors(pixels(['#ffffff', 800], ['#c43d00', 120], ['#141414', 200], ['#00ff00', 400, 0]));
    expect(found.map(hexOf)).toEqual(['#c43d00', '#141414']);
  });

  it('takes shades of one for one, and no more than four', () => {
    const found = mainColors(
      pixels(['#c43d00', 90], ['#c84204', 80], ['#0044cc', 70], ['#00aa44', 60], ['#aa00aa', 50], ['#00aaaa', 40]),
    );
    expect(found).toHaveLength(4);
    expect(mainColors(pixels(['#ffffff', 10]))).toEqual([]);
  });
});
