import { describe, expect, it } from 'vitest';
import { plain, sayNominations, sixRoles, speech, type HeldRole, type Member } from '@kith/core';
import { badgeActs } from '@kith/core/strings/en';

const { english } = speech({ badgeActs });
const people: Member[] = ['bo', 'cy', 'noor'].map((id) => ({
  id,
  name: `${id} Lind`,
  called: `${id[0]?.toUpperCase()}${id.slice(1)}`,
  host: id === 'bo',
}));

function said(affirmed: HeldRole['affirmed'], role = 'innovator', known = people) {
  const member: Member = { id: 'ada', name: 'Ada', roles: [{ role, affirmed }] };
  const [one] = sayNominations({ member, people: known }, sixRoles, english);
  return one && [...one.sentences, one.notTold].map(plain);
}

describe('what others think of somebody for', () => {
  it('is said with what each saw, and of the others in one sentence: peers first', () => {
    const by = [{ member: 'bo' }, { member: 'cy', because: ' The kiln. ' }, { member: 'noor' }];
    expect(said({ count: 3, by })).toEqual([
      'Cy thinks of you as an Innovator: “The kiln.”',
      'Noor and Bo think of you as an Innovator.',
      "Nothing is shown. Cy, Noor and Bo aren't told.",
    ]);
  });

  it('has the article its role wants', () => {
    const by = [{ member: 'cy' }];
    expect(said({ count: 1, by }, 'builder')?.[0]).toBe('Cy thinks of you as a Builder.');
    expect(said({ count: 1, by }, 'keys')?.[0]).toBe('Cy thinks of you as a keys.');
  });

  it('names nobody who cannot be found', () => {
    const by = [{ member: 'stranger', because: 'The kiln.' }];
    expect(said({ count: 1, by })).toEqual([
      'Somebody thinks of you as an Innovator: “The kiln.”',
      'Nothing is shown. Nobody is told.',
    ]);
    expect(said({ count: 2, by: [{ member: 'cy' }, { member: 'stranger' }] })).toEqual([
      'Cy and one more think of you as an Innovator.',
      "Nothing is shown. Cy and one more aren't told.",
    ]);
  });

  it('is nothing where nobody does, or nobody is there', () => {
    expect(said(undefined)).toBeUndefined();
    expect(sayNominations({ member: undefined, people }, sixRoles, english)).toEqual([]);
  });
});
