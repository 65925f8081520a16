import { describe, expect, it } from 'vitest';
import { plain, sayRest, speech, type Recognition } from '@kith/core';
import { wall, wallRest } from '@kith/core/strings/en';

const english = speech({ wall, wallRest }).english;
const people = new Map([['cy', { id: 'cy', name: 'Cy Tan' }]]);
const now = new Date('2026-11-21T12:00:00Z');

const rest = (own: Partial<Recognition>, origin?: Partial<Recognition>) =>
  sayRest(
    { id: 'r1', ...own },
    (id) => people.get(id),
    origin && { id: 'r0', ...origin },
    english,
    now,
    (id) => `#letter-${id}`,
  );
const read = (...given: Parameters<typeof rest>) => rest(...given).map(({ said }) => plain(said));

describe('the rest of a letter', () => {
  it('is what was tried, measured and found, in the language it was written in', () => {
    const idea = { try: 'A crate.', measure: 'Drills taken.', result: 'Nine.', lang: 'sv' };
    expect(read(idea)).toEqual([
      'What was tried: A crate.',
      'What was measured: Drills taken.',
      'What was found: Nine.',
    ]);
    expect(rest(idea).map(({ lang }) => lang)).toEqual(['sv', 'sv', 'sv']);
    expect(rest(idea)[0]?.said).toContainEqual({ name: 'A crate.' });
  });

  it('is who heard it, when that is known, and what came of that', () => {
    expect(read({ heardBy: { member: 'cy', at: '2026-03-02', did: 'Found a key.' } })).toEqual([
      'Cy Tan heard it on 2 March.',
      'What came of that: Found a key.',
    ]);
    expect(read({ heardBy: { member: 'cy' } })).toEqual(['Cy Tan heard it.']);
  });

  it('names nobody who is not public, nor what they did', () => {
    expect(read({ heardBy: { member: 'stranger', did: 'Found a key.' } })).toEqual([]);
  });

  it('is the letter it grew out of, by its first words', () => {
    const [said] = rest({ bornFrom: 'r0' }, { text: 'Who has\na van?' });
    expect(said?.said).toContainEqual({ link: 'Who has a van?', href: '#letter-r0' });
    expect(plain(rest({ bornFrom: 'r0' }, { text: 'A van. '.repeat(40) })[0]?.said ?? []).length).toBeLessThan(100);
    expect(read({ bornFrom: 'r0' })).toEqual(['It grew out of an earlier letter.']);
    expect(read({ bornFrom: 'r0' }, {})).toEqual(['It grew out of an earlier letter.']);
  });

  it('is nothing of a letter that has none, nor of empty words', () => {
    expect(read({})).toEqual([]);
    expect(read({ try: ' ' })).toEqual([]);
  });
});
