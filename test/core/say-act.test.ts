import { describe, expect, it } from 'vitest';
import { english, plain, sayAct, sayMany, standing, type Doer, type Ladder, type NextAct } from '@kith/core';

const forum: Ladder = {
  id: 'forum',
  name: 'Forum',
  measures: [
    { id: 'posts', label: 'posts read', act: 'Read {n} more posts' },
    { id: 'topics', label: 'topics entered' },
  ],
  rungs: [
    {
      id: 'reader',
      name: 'Reader',
      can: 'start topics of your own',
      needs: [
        { measure: 'topics', atLeast: 5 },
        { measure: 'posts', atLeast: 30 },
        { measure: 'minutes', atLeast: 10 },
      ],
    },
  ],
};
const next = (measures: Record<string, number>) => {
  const { act } = standing(forum, { member: 'ada', ladder: 'forum', measures });
  return act && plain(sayAct(act, forum, english));
};

const say = (...[act, doer, ladder = forum]: [NextAct, Doer?, Ladder?]) => plain(sayAct(act, ladder, english, doer));
const host = (name: string) => ({ id: name, name: `${name} Rao`, called: name, host: true });

describe('the next smallest act', () => {
  it('is "Read 11 more posts" after 22 days, 8 topics, 19 posts and 22 minutes', () => {
    expect(next({ days: 22, topics: 8, posts: 19, minutes: 22 })).toBe('Read 11 more posts');
  });

  it('is said by the label where the measure has no words of its own, and by the id where it has no label', () => {
    expect(next({ topics: 3, posts: 30, minutes: 10 })).toBe('2 more topics entered');
    expect(next({ topics: 5, posts: 30, minutes: 9 })).toBe('1 more minutes');
  });

  it('writes large numbers as the reader does, whatever the words around them', () => {
    const many: Ladder = {
      ...forum,
      measures: [{ id: 'posts', label: 'posts', act: 'Read {n} more, $& and {n}' }],
    };
    expect(say({ measure: 'posts', atLeast: 2000, value: 0, missing: 2000 }, {}, many)).toBe(
      'Read 2,000 more, $& and 2,000',
    );
  });

  it('asks for people, or for a host', () => {
    expect(say({ sponsors: 2, missing: 1 })).toBe("Ask somebody who's seen your work.");
    expect(say({ sponsors: 2, missing: 2 })).toBe("Ask 2 people who've seen your work.");
    expect(say({ manual: true })).toBe('Somebody goes through this one with you.');
  });

  it('names the hosts as they are called, as long as a sentence can', () => {
    const hosts = ['Sita', 'Moses', 'Ruth', 'Ben'].map(host);
    const withThem = (count: number) => say({ manual: true }, { hosts: hosts.slice(0, count) });
    expect(withThem(1)).toBe('Sita goes through this one with you.');
    expect(withThem(2)).toBe('Sita or Moses goes through this one with you.');
    expect(withThem(3)).toBe('Sita, Moses or Ruth goes through this one with you.');
    expect(withThem(4)).toBe('Somebody goes through this one with you.');
  });

  it('is told of another by name, and never as an order to whoever reads it', () => {
    const ada = { name: { name: 'Ada' } };
    expect(say({ measure: 'posts', atLeast: 30, value: 19, missing: 11 }, ada)).toBe('11 more posts read');
    expect(say({ sponsors: 2, missing: 2 }, ada)).toBe("Ada asks 2 people who've seen the work.");
    expect(say({ sponsors: 2, missing: 1 }, ada)).toBe("Ada asks somebody who's seen the work.");
    expect(say({ manual: true }, { ...ada, hosts: [host('Sita')] })).toBe('Sita goes through this one with Ada.');
    expect(say({ manual: true }, ada)).toBe('Somebody goes through this one with Ada.');
  });

  it('says of one what its unit says, since a label is a plural', () => {
    const one = { measure: 'reps', atLeast: 5, value: 4, missing: 1 };
    const bar = (unit?: string): Ladder => ({
      ...forum,
      measures: [{ id: 'reps', label: 'pull-ups', act: 'Do {n} more pull-ups', ...(unit && { unit }) }],
    });
    expect(say(one, {}, bar('pull-up'))).toBe('1 more pull-up');
    expect(say(one, {}, bar())).toBe('Do 1 more pull-ups');
    expect(say({ ...one, missing: 2 }, {}, bar('pull-up'))).toBe('Do 2 more pull-ups');
  });

  it('keeps the words of others apart from its own', () => {
    expect(sayAct({ measure: 'posts', atLeast: 30, value: 19, missing: 11 }, forum, english)).toEqual([
      { name: 'Read 11 more posts' },
    ]);
    expect(sayAct({ measure: 'topics', atLeast: 5, value: 3, missing: 2 }, forum, english)).toContainEqual({
      name: 'topics entered',
    });
  });
});

describe('so many of a measure', () => {
  it('is said in its words, one in those for one, and what the ladder does not have by its id', () => {
    const bar: Ladder = { ...forum, measures: [{ id: 'reps', label: 'pull-ups', unit: 'pull-up' }] };
    const said = [12, 1, 0].map((n) => sayMany(n, 'reps', bar, english));
    expect(said).toEqual(['12 pull-ups', '1 pull-up', '0 pull-ups']);
    expect(sayMany(3, 'dips', bar, english)).toBe('3 dips');
  });
});
