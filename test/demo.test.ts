import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  countGraphemes,
  IntroductionSchema,
  known,
  kinds,
  occasions,
  readAsIs,
  type CommunityDocument,
} from '@kith/core';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const community = readAsIs(read('demo/public/community.json')) as CommunityDocument;
const { members = [], recognitions = [], ladders = [] } = community;
const ids = new Set(members.map(({ id }) => id));

describe('the demo’s community', () => {
  it('has at least 24 people, in several scripts', () => {
    expect(members.filter(({ kind }) => known(kind, kinds, 'person') === 'person').length).toBeGreaterThanOrEqual(24);
    const names = members.map(({ name }) => name).join();
    for (const script of ['Latin', 'Arabic', 'Devanagari', 'Han']) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
  });

  it('has at least 40 letters, of every occasion, short ones and long ones', () => {
    expect(recognitions.length).toBeGreaterThanOrEqual(40);
    expect(new Set(recognitions.map(({ occasion }) => occasion))).toEqual(new Set(occasions));
    const lengths = recognitions.map(({ text = '' }) => countGraphemes(text));
    expect(lengths.filter((length) => length < 60).length).toBeGreaterThanOrEqual(8);
    expect(lengths.filter((length) => length > 400).length).toBeGreaterThanOrEqual(4);
  });

  it('has no praise and no exclamation marks, and speaks only of people it has', () => {
    const words = recognitions.map(({ text = '' }) => text).join('\n');
    expect(words).not.toMatch(/!|\b(amazing|awesome|great|wonderful|incredible|fantastic|outstanding)\b/i);
    const spoken = recognitions.flatMap(({ from, to = [], cheers }) => [from, ...to, ...(cheers?.by ?? [])]);
    expect(spoken.filter((id) => id !== undefined && !ids.has(id))).toEqual([]);
  });

  it('has two ladders', () => {
    expect(ladders).toHaveLength(2);
  });

  it('has introductions, kept apart from what is public', () => {
    const introductions = v.parse(v.array(IntroductionSchema), read('demo/introductions.json'));
    expect(introductions.length).toBeGreaterThanOrEqual(5);
    expect(introductions.flatMap(({ people }) => people).filter((id) => !ids.has(id))).toEqual([]);
    expect(community.introductions).toBeUndefined();
  });
});
