import type { CommunityDocument } from '@kith/core';
import { replace, within } from '@kith/server';
import { describe, it } from 'vitest';
import { createCommons } from '../../packages/core/src/rules/index.js';
import { village } from '../core/village.js';
import { holdToMemory } from './same.js';
import { createWorld } from './support.js';

const world = createWorld();
const now = new Date('2026-11-01T10:00:00Z');
const at = '2026-10-01T10:00:00Z';

/** Ada is written to by Bo and affirmed by people nobody there speaks of, of whom one shows themselves to members alone. */
function affirmed(isArchive: boolean): CommunityDocument {
  const by = ['eve', 'fay', 'gus', 'nobody-here'].map((member) => ({ member, because: 'She knows everyone.', at }));
  const ada = { roles: [{ role: 'connector', accepted: true, affirmed: { count: by.length, by } }] };
  const more = [
    { id: 'eve', name: 'Eve', visibility: 'everyone' },
    { id: 'fay', name: 'Fay', visibility: 'members' },
    { id: 'gus', name: 'Gus', visibility: 'nobody' },
  ];
  return village({
    archive: isArchive,
    members: [...(village().members ?? []).map((one) => ({ ...one, ...(one.id === 'ada' && ada) })), ...more],
    recognitions: [
      { id: 'r1', occasion: 'thanks', from: 'bo', to: ['ada'], text: 'You held it.', at, state: 'asked' },
      { id: 'r2', occasion: 'story', from: 'ada', to: [], text: 'A van.', at, state: 'shown' },
      ...['r1', 'nowhere', 'kept-by-eve'].map((bornFrom, i) => ({
        ...{ id: `from-${bornFrom}`, occasion: 'shipped', from: 'ada', to: [], text: 'It is here.', state: 'shown' },
        ...{ at: `2026-10-0${i + 2}T10:00:00Z`, bornFrom },
      })),
      ...['eve', 'fay', 'gus', 'nobody-here'].map((by) => ({
        ...{ id: `kept-by-${by}`, occasion: 'story', from: 'ada', to: [], text: 'A saw.', at, state: 'shown' },
        kept: { by },
      })),
    ],
  } as Partial<CommunityDocument>);
}

describe('who is listed beside an answer', () => {
  it.each([
    ['an archive', true],
    ['what everyone may read', false],
  ])('is told of as in memory where a community began as %s', async (_, isArchive) => {
    const community = `beside-${isArchive}`;
    await within(world.db, community, (trx) => replace(trx, community, affirmed(isArchive)));
    const commons = createCommons(affirmed(isArchive), { now: () => now });
    await holdToMemory(world.db, community, commons, now);
  });
});
