import { describe, expect, it } from 'vitest';
import {
  actsOn,
  furtherOn,
  type FurtherActs,
  type IntentName,
  type LetterActs,
  type Looker,
  type Recognition,
} from '@kith/core';

const letter: Recognition = {
  id: 'r1',
  from: 'bo',
  to: ['ada'],
  text: 'You held the lamp.',
  consents: [{ member: 'ada', as: 'named' }],
};
const everything = () => true;
/** All that may be wished, at once and behind the three dots. */
const bothOn = (own: Partial<Recognition>, looker: Looker, takes: (name: IntentName) => boolean) => ({
  ...actsOn({ ...letter, ...own }, looker, takes),
  ...furtherOn({ ...letter, ...own }, looker, takes),
});
const on = (own: Partial<Recognition>, viewer?: string, isHost = false) => bothOn(own, { viewer, isHost }, everything);

/** What of a letter is somebody's to wish. */
const theirs = (acts: LetterActs & FurtherActs) =>
  Object.entries(acts)
    .filter(([name, may]) => name !== 'further' && may !== undefined && may !== false)
    .map(([name]) => name)
    .concat(
      acts.cheer === false ? ['cheer'] : [],
      acts.back === false ? ['back'] : [],
      acts.keep === false ? ['keep'] : [],
    )
    .sort();

describe('what may be wished about a letter', () => {
  it.each<[string, Partial<Recognition>, string | undefined, string[]]>([
    ['by a visitor', {}, undefined, ['cheer', 'report']],
    ['by another member', {}, 'cy', ['cheer', 'keep', 'report']],
    ['by whoever wrote it', {}, 'bo', ['keep', 'retract']],
    ['by whom it is to, named', {}, 'ada', ['consent', 'keep', 'report', 'thank']],
    [
      'by whom it is to, unnamed',
      { to: [], consents: [{ member: 'ada', as: 'unnamed' }] },
      'ada',
      ['consent', 'keep', 'report'],
    ],
    ['by whom it is to, who said nothing yet', { consents: [] }, 'ada', ['consent', 'keep', 'report']],
    ['of an ask, by a visitor', { occasion: 'ask', to: [] }, undefined, ['answer', 'back', 'cheer', 'report']],
    ['of an ask, by whoever asked', { occasion: 'ask', to: [] }, 'bo', ['keep', 'retract', 'thankHelp']],
    ['of an idea, by another member', { occasion: 'idea', to: [] }, 'cy', ['back', 'cheer', 'keep', 'report']],
    ['kept by another', { kept: { by: 'noor' } }, 'cy', ['cheer', 'report']],
    ['kept by the same', { kept: { by: 'cy' } }, 'cy', ['cheer', 'keep', 'report']],
    ['to somebody else, by a visitor', { to: ['cy'] }, undefined, ['cheer', 'report']],
  ])('%s', (_, own, viewer, expected) => {
    const acts = on(own as Partial<Recognition>, viewer);
    expect(theirs(acts)).toEqual(expected);
    expect(acts.further).toBe(true);
  });

  it('by a host is also to take it back, and to keep it no longer', () => {
    expect(on({}, 'cy', true).retract).toBe(true);
    expect(on({ kept: { by: 'noor' } }, 'cy', true).keep).toBe(true);
  });

  it('is on where it was wished, said by the count or by name', () => {
    expect(on({ cheers: { count: 3, mine: true } }, 'cy').cheer).toBe(true);
    expect(on({ cheers: { count: 3, by: ['cy'] } }, 'cy').cheer).toBe(true);
    expect(on({ cheers: { count: 3, by: ['noor'] } }, 'cy').cheer).toBe(false);
    expect(on({ cheers: { count: 3, mine: true } }).cheer, 'of a visitor').toBe(false);
    expect(on({ occasion: 'ask', backed: { count: 1, by: ['cy'] } }, 'cy').back).toBe(true);
  });

  it('says what they answered, or that they are asked', () => {
    expect(on({}, 'ada').consent).toBe('named');
    expect(on({ consents: [] }, 'ada').consent).toBe('asked');
    expect(on({}, 'cy').consent).toBeUndefined();
  });

  it('is nothing where nothing is taken', () => {
    const nothing = bothOn({}, { viewer: 'cy' }, () => false);
    expect(theirs(nothing)).toEqual([]);
    expect(nothing.further).toBe(false);
  });

  it.each<[IntentName, keyof (LetterActs & FurtherActs), string]>([
    ['cheer', 'cheer', 'cy'],
    ['keep', 'keep', 'cy'],
    ['report', 'report', 'cy'],
    ['retract', 'retract', 'bo'],
    ['consent', 'consent', 'ada'],
    ['thank', 'thank', 'ada'],
  ])('depends, for %s, on whether that is taken', (name, act, viewer) => {
    const without = bothOn({}, { viewer }, (each) => each !== name);
    expect(without[act] || undefined).toBeUndefined();
  });
});
