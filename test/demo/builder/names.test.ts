import { describe, expect, it } from 'vitest';
import { findsNames } from '../../../demo/builder/names.js';

const said = (name: string, text: string) => findsNames([name])(text).map(([from, to]) => text.slice(from, to));

describe('a name in words', () => {
  it.each([
    ['Ada Obi', 'Ada, you stayed.', ['Ada']],
    ['Ada Obi', 'Thank you, Ms. Obi', ['Obi']],
    ['Ada Obi', 'ADA stayed, and ada swept', ['ADA', 'ada']],
    ['Ada Obi', 'It was Ada’s kettle', ['Ada']],
    ['Ada Obi', 'Adas Kessel lief bis zuletzt.', ['Adas']],
    ['Hans', 'Hansens Kessel', ['Hansens']],
    ['Max', 'Maxens Kessel', ['Maxens']],
    ['Bo', 'Bos Besen', ['Bos']],
    ['Ada Obi', 'Thanks to @AdaObi', ['AdaObi']],
    ['Ada Obi', 'A\u00ADda stayed', ['A\u00ADda']],
  ])('of %s is heard in “%s”, whole, in part, or as somebody’s own', (name, text, found) => {
    expect(said(name, text)).toEqual(found);
  });

  it.each([
    ['José', 'Jose stayed.', true],
    ['Jose', 'José stayed.', true],
    ['Zoë', 'Zoe\u0308 and Zoe', true],
    ['Łukasz', 'Lukasz stayed.', true],
    ['Müller', 'Frau Mueller blieb.', true],
    ['Mueller', 'Frau Müller blieb.', true],
    ['Muller', 'Frau Müller blieb.', true],
    ['Søren', 'Soeren og Soren', true],
    ['Ayşe', 'AYSE', true],
    ['مُحَمَّد', 'محمد بقي', true],
    ['أحمد', 'احمد بقي', true],
    ['فاطمة', 'شكرا فاطمه', true],
  ])('%s is heard in “%s”, with its accents and without', (name, text, isSaid) => {
    expect(said(name, text).length > 0).toBe(isSaid);
  });

  it.each([
    ['مريم', 'شكرًا لمريم', ['لمريم']],
    ['مريم', 'ومريم بقيت', ['ومريم']],
    ['مريم', 'وبمريم', ['وبمريم']],
    ['الحسن', 'للحسن والحسن', ['للحسن', 'والحسن']],
    ['حسن', 'كان الحسن هنا', ['الحسن']],
  ])('%s is heard in “%s”, with what Arabic writes at its front', (name, text, found) => {
    expect(said(name, text)).toEqual(found);
  });

  it.each([
    ['田中', '昨日は田中さんは最後まで残った。', ['田中']],
    ['陳', '陳先生留到最後。', ['陳']],
    ['สมชาย', 'ขอบคุณสมชายมาก', ['สมชาย']],
    ['ﾀﾅｶ', 'タナカさん', ['タナカ']],
  ])('%s is heard in “%s”, where words have no space between', (name, text, found) => {
    expect(said(name, text)).toEqual(found);
  });

  it.each([
    ['Ada', 'Adamant, you stayed.'],
    ['J Obi', 'J was there'],
    ['Al', 'Länger als alle'],
    ['Ada from the night shift', 'You came in from the kitchen.'],
    ['Maria de la Cruz', 'You held the door de la cocina'],
    ['Abd al-Rahman', 'al'],
    ['田中', '佐藤さんは残った。'],
    ['', 'Ada stayed.'],
  ])('%s is not heard in “%s”', (name, text) => {
    expect(said(name, text)).toEqual([]);
  });

  it('is heard of many at once, in their order', () => {
    const text = 'Bo, you and Ada’s sister stayed with Cy.';
    expect(findsNames(['Ada', 'Cy', 'Bo'])(text).map(([from, to]) => text.slice(from, to))).toEqual([
      'Bo',
      'Ada',
      'Cy',
    ]);
  });
});
