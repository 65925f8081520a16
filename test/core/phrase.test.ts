import { describe, expect, it } from 'vitest';
import { phrase, plain, type Phrase } from '@kith/core';

const noor = { name: 'Noor' };

describe('phrase', () => {
  it('says words around marks, in order', () => {
    expect(phrase`Shaped by ${noor}.`).toEqual(['Shaped by ', noor, '.']);
    expect(phrase`${noor}${'!'}`).toEqual([noor, '!']);
  });

  it('takes a phrase apart, so that phrases stay flat', () => {
    const names: Phrase = [noor, ' and ', { name: 'Tomás' }];
    expect(phrase`${names} cheered.`).toEqual([noor, ' and ', { name: 'Tomás' }, ' cheered.']);
    expect(phrase`${[]}.`).toEqual(['.']);
  });

  it('says nothing of nothing', () => {
    expect(phrase``).toEqual([]);
    expect(plain([])).toBe('');
  });
});

describe('plain', () => {
  it('says every mark in its own words', () => {
    const said = phrase`${noor} wrote ${{ link: 'this', href: 'https://riverside.example/' }} on ${{ time: 'Saturday', at: '2026-07-11' }}: ${{ word: 'mended' }}${'.'}`;
    expect(plain(said)).toBe('Noor wrote this on Saturday: mended.');
  });
});
