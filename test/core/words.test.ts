import { describe, expect, it } from 'vitest';
import { kinds, known, occasions, rewards, standings } from '@kith/core';

describe('known', () => {
  it('gives a word of the list as it is', () => {
    for (const list of [occasions, rewards, kinds, standings]) {
      for (const word of list) expect(known<string>(word, list, 'other')).toBe(word);
    }
  });

  it('gives the fallback for what is absent, unknown, or only looks like a word of the list', () => {
    for (const word of [undefined, '', 'party', 'Thanks', ' thanks', 'constructor', '__proto__', 'length']) {
      expect(known(word, occasions, 'story')).toBe('story');
    }
  });
});
