import { known as wordIn, occasions, rewards, toPublic, type Member, type Recognition } from '@kith/core';
import { allOf, keyOf, type Key, type Tables } from '@kith/core/rules';
import type { Asking, Known } from './known.js';
import type { More } from '../read/tally.js';
import type { Turned } from './seen.js';

/** By what a letter is found: whether everyone sees it, whom in it, when and as what. */
export interface Face {
  open: boolean;
  faces: string[];
  /** All it is from and to, whoever sees it. */
  people: string[];
  at: string | null;
  occasion: string;
  reward: string;
}

/** A letter's face before and after something was said about it; nothing where there is no letter. */
export interface LetterAfter {
  id: string;
  before: Face | undefined;
  after: Face | undefined;
  isTouched: boolean;
  /** What is counted otherwise by it. */
  more: More[];
}

type Own = Tables['recognition'];

/** What a letter is to everyone before and after. Of who answered it only the answers count. */
export function* letterOf(id: string, turned: ReadonlyMap<Key, Turned>, known: Known): Asking<LetterAfter> {
  yield [keyOf('recognition', id)];
  const was = known.row(keyOf('recognition', id)) as Own | null;
  const is = (turned.has(keyOf('recognition', id)) ? turned.get(keyOf('recognition', id))?.after : was) as Own | null;
  yield [
    ...(was ? [allOf('consent', id)] : []),
    ...[...new Set([was, is].flatMap(peopleOf))].map((person) => keyOf('member', person)),
  ];
  const said = (was && known.facts.rows(allOf('consent', id))) ?? [];
  const before = was && openOf({ ...was, consents: [...said] } as Recognition, known);
  const changed = [...turned.values()].filter(({ table, ids }) => table === 'consent' && ids[0] === id);
  const others = said.filter(({ member }) => !changed.some(({ ids }) => ids[1] === member));
  const consents = [...others, ...changed.flatMap(({ after: row }) => row ?? [])];
  const after = is && openOf({ ...is, consents } as Recognition, known);
  return {
    id,
    before: was ? faceOf(was, before) : undefined,
    after: is ? faceOf(is, after) : undefined,
    isTouched: JSON.stringify(before ?? null) !== JSON.stringify(after ?? null),
    more: [...(was && before ? [countOf(was, -1)] : []), ...(is && after ? [countOf(is, 1)] : [])],
  };
}

function countOf(letter: Own, count: number): More {
  const { role = null, reward = null, occasion = null } = letter;
  const { reward: asReward, occasion: asOccasion } = faceOf(letter, null);
  return { kind: 'letter', facets: [role, asReward, reward, asOccasion, occasion], count };
}

/** Whom a letter is from and to. */
export function peopleOf(letter: Pick<Own, 'from' | 'to'> | null): string[] {
  return [letter?.from, ...(letter?.to ?? [])].filter((id) => id !== undefined);
}

function openOf(letter: Recognition, known: Known): Recognition | undefined {
  const members = peopleOf(letter as Own).flatMap((id) => known.member(id) ?? []);
  return publicly(letter, members, known.isRecord);
}

/** What everyone sees of a letter, of which the answers of its people are at hand; `undefined` where nobody does. */
export function publicly(letter: Recognition, members: Member[], isRecord: boolean): Recognition | undefined {
  const archive = { kith: 1 as const, archive: true, members, recognitions: [letter] };
  return toPublic(archive, { namesAll: isRecord }).recognitions?.[0];
}

/** The face of a letter of which this is what everyone sees. */
export function faceOf(letter: Omit<Own, 'id'>, open: Recognition | null | undefined): Face {
  const { at, occasion, reward } = letter;
  const time = Date.parse(at ?? '');
  return {
    open: !!open,
    faces: open ? peopleOf(open as Own) : [],
    people: [...new Set(peopleOf(letter))],
    at: Number.isNaN(time) ? null : new Date(time).toISOString(),
    occasion: wordIn(occasion, occasions, 'thanks'),
    reward: wordIn(reward, rewards, 'reputational'),
  };
}
