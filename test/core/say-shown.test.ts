import { english, plain, sayShown, type Member, type Recognition } from '@kith/core';
import { describe, expect, it } from 'vitest';

const people: Member[] = [
  { id: 'bo', name: 'Bo Lind', called: 'Bo' },
  { id: 'ada', name: 'Ada Obi', called: 'Ada' },
];
const letter = (id: string, different: Partial<Recognition> = {}): Recognition => ({
  id,
  from: 'bo',
  to: ['ada'],
  text: `Letter ${id}.`,
  ...different,
});
const say = (letters: Recognition[], shown?: number, after?: string) => {
  const { first, more } = sayShown({ letters, people, ...(after && { after }) }, 'ada', shown, english);
  return { first: first.map(({ said }) => plain(said)), more };
};

describe('the letters that show a role', () => {
  it('are the newest three, each by whom it is and with its first words', () => {
    const { first } = say([1, 2, 3, 4].map((n) => letter(`${n}`)));
    expect(first).toEqual(['Bo: “Letter 1.”', 'Bo: “Letter 2.”', 'Bo: “Letter 3.”']);
  });

  it('are counted by what their source says, not by those that are here', () => {
    expect(say([letter('1')], 12).more).toBe(11);
    expect(say([1, 2, 3, 4, 5].map((n) => letter(`${n}`))).more).toBe(2);
    expect(say([letter('1')], 0).more).toBe(0);
  });

  it('are not counted where more may be further on, unless their source does', () => {
    expect(say([letter('1')], undefined, 'further').more).toBeUndefined();
    expect(say([letter('1')], 2, 'further').more).toBe(1);
  });

  it('are none of those they wrote themselves', () => {
    expect(say([letter('1', { from: 'ada', to: ['bo'] }), letter('2', { to: undefined })])).toEqual({
      first: [],
      more: 0,
    });
  });

  it('are on one line, and end with a whole word', () => {
    const [said = ''] = say([letter('1', { text: `You held\n\nthe lamp. ${'word '.repeat(99)}` })]).first;
    expect(said).toMatch(/^Bo: “You held the lamp\. (word )+word…”$/);
    expect(said.length).toBeLessThan(100);
  });

  it('are cut within a word that is longer than all of it, never within a character', () => {
    expect(say([letter('1', { text: '👩‍👩‍👧‍👦'.repeat(200) })]).first).toEqual([`Bo: “${'👩‍👩‍👧‍👦'.repeat(89)}…”`]);
  });

  it('are said without a name where nobody knows who wrote them, and counted where they have no words', () => {
    expect(say([letter('1', { from: 'gone' })]).first).toEqual(['Letter 1.']);
    expect(say([letter('1', { from: undefined, text: undefined, labels: ['code', 'docs'] })]).first).toEqual([
      'code, docs',
    ]);
    expect(say([letter('1', { text: undefined })], 1)).toEqual({ first: [], more: 1 });
  });
});
