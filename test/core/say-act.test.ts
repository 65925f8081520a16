import { describe, expect, it } from 'vitest';
import { english, sayAct, standing, type Ladder } from '@kith/core';

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
  return act && sayAct(act, forum, english);
};

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
    expect(sayAct({ measure: 'posts', atLeast: 2000, value: 0, missing: 2000 }, many, english)).toBe(
      'Read 2,000 more, $& and 2,000',
    );
  });

  it('asks for people, or for a host', () => {
    expect(sayAct({ sponsors: 2, missing: 1 }, forum, english)).toBe("Ask somebody who's seen your work.");
    expect(sayAct({ sponsors: 2, missing: 2 }, forum, english)).toBe("Ask 2 people who've seen your work.");
    expect(sayAct({ manual: true }, forum, english)).toBe('Somebody goes through this one with you.');
  });
});
