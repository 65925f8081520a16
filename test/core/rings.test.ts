import { describe, expect, it } from 'vitest';
import { acceptedRoles, byRing, nominations, ownRoles, type HeldRole, rings } from '@kith/core';

describe('rings', () => {
  it.each<[string, HeldRole, string]>([
    ['only hoped for', { role: 'builder', aspires: 'I mend what I can' }, 'dashed'],
    ['claimed without words', { role: 'builder', aspires: '' }, 'dashed'],
    ['affirmed by three', { role: 'builder', affirmed: { count: 3 } }, 'solid'],
    ['affirmed by nobody any more', { role: 'builder', affirmed: { count: 0 } }, 'dashed'],
    ['shown once, affirmed by nobody', { role: 'builder', shown: 1 }, 'filled'],
    ['hoped for, affirmed and shown', { role: 'builder', aspires: 'x', affirmed: { count: 1 }, shown: 2 }, 'filled'],
  ])('of a role %s: its thread is right', (_, held, thread) => {
    expect(rings(held).thread).toBe(thread);
  });

  it('hold apart from each other', () => {
    expect(rings({ role: 'builder', aspires: '', shown: 2 })).toMatchObject({
      aspires: true,
      affirmed: false,
      shown: true,
    });
    expect(rings({ role: 'builder', affirmed: { count: 1 } })).toMatchObject({
      aspires: false,
      affirmed: true,
      shown: false,
    });
  });

  it('tell no count apart from a count of zero', () => {
    expect(rings({ role: 'builder', affirmed: { count: 0 } }).counts).toEqual({ affirmed: 0, shown: undefined });
  });
});

describe('byRing', () => {
  it('puts shown before affirmed before hoped, else keeps the order, and leaves its list alone', () => {
    const held: HeldRole[] = [
      { role: 'hoped-1', aspires: 'x' },
      { role: 'affirmed-1', affirmed: { count: 1 } },
      { role: 'shown-1', shown: 1 },
      { role: 'hoped-2' },
      { role: 'shown-2', affirmed: { count: 9 }, shown: 5 },
      { role: 'affirmed-2', affirmed: { count: 7 } },
    ];
    const before = structuredClone(held);
    expect(byRing(held).map(({ role }) => role)).toEqual([
      'shown-1',
      'shown-2',
      'affirmed-1',
      'affirmed-2',
      'hoped-1',
      'hoped-2',
    ]);
    expect(held).toEqual(before);
  });
});

describe('acceptedRoles', () => {
  it('are those somebody did not refuse or leave unanswered, the first of each', () => {
    const roles: HeldRole[] = [
      { role: 'builder', accepted: true, shown: 1 },
      { role: 'sharer', accepted: false },
      { role: 'constructor' },
      { role: 'builder', shown: 9 },
    ];
    expect([...acceptedRoles({ id: 'ada', name: 'Ada', roles }).values()]).toEqual([roles[0], roles[2]]);
    expect([...acceptedRoles({ id: 'ada', name: 'Ada' })]).toEqual([]);
  });

  it('count nobody’s word for themselves', () => {
    const said = (count: number, ...by: string[]): HeldRole => ({
      role: 'builder',
      affirmed: { count, by: by.map((member) => ({ member })) },
    });
    const held = (role: HeldRole) => acceptedRoles({ id: 'ada', name: 'Ada', roles: [role] }).get('builder');
    expect(held(said(3, 'ada', 'bo'))).toEqual(said(2, 'bo'));
    expect(held(said(1, 'ada'))).toEqual(said(0));
    expect(held(said(2, 'bo'))).toEqual(said(2, 'bo'));
  });
});

describe('what others think of somebody for', () => {
  const by = (...ids: string[]) => ({ count: ids.length, by: ids.map((member) => ({ member })) });
  const ada = (...roles: HeldRole[]) => ({ id: 'ada', name: 'Ada', roles });

  it('waits where they neither said yes nor no, nor want it themselves', () => {
    const member = ada(
      { role: 'builder', affirmed: by('bo') },
      { role: 'sharer', affirmed: by('bo'), accepted: true },
      { role: 'curator', affirmed: by('bo'), accepted: false },
      { role: 'connector', affirmed: by('bo'), aspires: '' },
      { role: 'innovator', affirmed: { count: 0, by: [] } },
      { role: 'storyteller' },
    );
    expect(nominations(member).map(({ role }) => role)).toEqual(['builder']);
    expect([...ownRoles(member).keys()]).toEqual(['sharer', 'connector']);
  });

  it('is nobody’s word for themselves', () => {
    expect(nominations(ada({ role: 'builder', affirmed: by('ada') }))).toEqual([]);
    expect(nominations(ada({ role: 'builder', affirmed: by('ada', 'bo') }))).toEqual([
      { role: 'builder', affirmed: by('bo') },
    ]);
  });
});
