import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAsIs, readDocument, toPublic } from '@kith/core';
import { riverside } from './riverside.js';

const demo = JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as Record<string, unknown>;

describe('readAsIs', () => {
  it('gives the demo’s document as it is, and the careful way gives the same', () => {
    expect(readAsIs(demo)).toBe(demo);
    const careful = toPublic(readDocument(demo).document);
    expect(careful.members).toHaveLength((demo['members'] as unknown[]).length);
    expect(careful.recognitions?.map(({ id }) => id)).toEqual(
      (demo['recognitions'] as { id: string }[]).map(({ id }) => id),
    );
  });

  it.each([
    ['no community document', { kith: 2 }],
    ['an archive', { kith: 1, archive: true }],
    ['introductions', { kith: 1, introductions: [] }],
    ['a piece to set aside', { kith: 1, members: [{ id: 'ada' }] }],
    ['an absent value written as null', { kith: 1, purpose: null }],
    ['a member who is not for everyone', { kith: 1, members: [{ id: 'ada', name: 'Ada', visibility: 'members' }] }],
    [
      'a role not accepted',
      { kith: 1, members: [{ id: 'ada', name: 'Ada', roles: [{ role: 'builder', accepted: false }] }] },
    ],
    ['a letter that is not shown', { kith: 1, recognitions: [{ id: 'r', state: 'asked' }] }],
    ['answers to who may be named', { kith: 1, recognitions: [{ id: 'r', consents: [] }] }],
    ['a cheer of the viewer’s', { kith: 1, recognitions: [{ id: 'r', cheers: { count: 1, mine: true } }] }],
    ['progress that is not for everyone', { kith: 1, progress: [{ member: 'a', ladder: 'b', visibility: 'me' }] }],
    ['an id twice', { kith: 1, recognitions: [{ id: 'r' }, { id: 'r' }] }],
    [
      'a rung twice',
      { kith: 1, ladders: [{ id: 'l', name: 'L', rungs: [1, 2].map(() => ({ id: 'r', name: 'R', can: 'c' })) }] },
    ],
    ['progress twice', { kith: 1, progress: [1, 2].map(() => ({ member: 'a', ladder: 'b' })) }],
  ])('leaves %s to the careful way', (_, value) => {
    expect(readAsIs(value)).toBeUndefined();
  });

  it('gives any public document as it is', () => {
    const sound = toPublic(riverside());
    expect(readAsIs(sound)).toBe(sound);
  });
});
