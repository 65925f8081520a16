import { toPublic, type CommunityDocument, type Member, type Recognition } from '@kith/core';
import type { Making } from './making.js';
import { admit } from './members.js';
import { findsNames, fold } from './names.js';

/** What is asked of a letter; all else in it stays as it was. */
type Asked = Pick<Making, 'to' | 'did' | 'from' | 'consent'>;

/** The questions to which a document of one letter is the answer; undefined where it is more than that. */
export function askedOf(document: CommunityDocument): Asked | undefined {
  const { members = [], recognitions = [], ladders = [], progress = [], purpose } = document;
  const [letter] = recognitions;
  if (!letter?.text || recognitions.length > 1 || ladders.length || progress.length || purpose) return undefined;
  const { to = [], unnamed = 0, from, text } = letter;
  const isOfIt = peopleIn(letter);
  if (to.length + unnamed !== 1 || !members.every(({ id }) => isOfIt.has(id))) return undefined;
  const name = (id: string | undefined) => nameOf(document, id);
  // Who stands in it under no name of theirs cannot be asked after.
  if ([...to, ...(from === undefined ? [] : [from])].some((id) => !name(id))) return undefined;
  return { to: name(to[0]), did: text, from: name(from), consent: to.length ? 'yes' : 'off' };
}

const nameOf = ({ members = [] }: CommunityDocument, id: string | undefined): string =>
  members.find((member) => member.id === id)?.name ?? '';

/** Whether the one a letter is to was never named, so that nobody need be. */
export function isUnnamed({ people }: Pick<Making, 'people'>): boolean {
  return people.kind === 'letter' && Boolean(people.before?.recognitions?.[0]?.unnamed);
}

/** A letter as it was, with what was changed of it. `isNamed`: who it is to may stand in it. */
export function changed(
  before: CommunityDocument,
  { to, did, from }: Omit<Asked, 'consent'>,
  isNamed: boolean,
): CommunityDocument {
  const [letter = { id: 'letter' }] = before.recognitions ?? [];
  const members = [...(before.members ?? [])];
  const [addressed] = letter.to ?? [];
  const { to: _, unnamed, from: __, text: ___, ...rest } = letter;
  const whom = isNamed ? calledIn(members, to, addressed) : undefined;
  const writer = from.trim() ? calledIn(members, from, letter.from) : undefined;
  const now: Recognition = {
    ...rest,
    ...(whom === undefined ? (to.trim() || unnamed) && { unnamed: 1 } : { to: [whom] }),
    ...(writer !== undefined && { from: writer }),
    ...(did.trim() && { text: did.trim() }),
  };
  // Whose name is off, or another's now, has not said in public what they replied to it.
  const isGone = (id: string) => id === addressed && id !== whom;
  const shown = toPublic({
    ...before,
    members: members.map((member) => (isGone(member.id) ? { ...member, visibility: 'hidden' } : member)),
    recognitions: [now],
  });
  const [left = now] = shown.recognitions ?? [];
  const off = isNamed ? [] : [to, nameOf(before, addressed)].filter(Boolean);
  // Its own words are for who writes it to change.
  const kept = off.length ? { ...without(off, left, ['text']), id: 'letter' } : left;
  const isOfIt = peopleIn(kept);
  const others = (shown.members ?? []).filter(({ id }) => isOfIt.has(id));
  return {
    ...shown,
    members: others.map((member) => without(off, member, ['id', 'name'])),
    recognitions: [kept],
  };
}

/** What says none of the names, but for some of its keys; of a list, those who say none. */
function without<T extends object>(names: readonly string[], whole: T, untouched: readonly (keyof T)[]): T {
  const find = findsNames(names);
  const says = (value: unknown): boolean =>
    typeof value === 'string'
      ? find(value).length > 0
      : typeof value === 'object' && value !== null && Object.values(value).some(says);
  const left = Object.entries(whole).flatMap(([key, value]: [string, unknown]) => {
    if (untouched.includes(key as keyof T) || !says(value)) return [[key, value]];
    const some = Array.isArray(value) ? value.filter((each) => !says(each)) : [];
    return some.length ? [[key, some]] : [];
  });
  return Object.fromEntries(left) as T;
}

/** The id of who is called so: of the same one as before, however their name is spelled now, else of somebody else. */
function calledIn(members: Member[], name: string, before: string | undefined): string {
  const at = members.findIndex((member) => member.id === before && fold(member.name) === fold(name));
  const same = members[at];
  if (!same) return admit(members, name.trim());
  if (same.name !== name.trim()) members[at] = { ...same, name: name.trim() };
  return same.id;
}

/** All who stand in a letter, by their ids. */
function peopleIn(letter: Recognition): Set<string | undefined> {
  const { from, to = [], heardBy, kept, answers = [], replies = [], cheers, backed } = letter;
  const said = [...answers, ...replies, ...(heardBy ? [heardBy] : [])].map(({ member }) => member);
  return new Set([from, ...to, kept?.by, ...said, ...(cheers?.by ?? []), ...(backed?.by ?? [])]);
}
