import {
  cut,
  oneLine,
  plain,
  sayLetter,
  speech,
  type CommunityDocument,
  type Language,
  type Strings,
} from '@kith/core';
import * as all from '@kith/core/strings/en';
import { json } from '@kith/providers/json';
import { filtersOf } from '../static/recognition-wall.js';
import { knownOf, publicOf } from './source.js';
import type { Wanted } from './wanted.js';

const spoken = speech(all);
const MOST = { title: 120, alt: 200 };

/** What a widget shows, for who does not see it. */
export interface Name {
  /** In a few words: "Letters, The fuse box". */
  title: string;
  /** The same, and how it begins: a letter's words, a statement. */
  alt: string;
}

/** What a widget shows, as far as everyone may know it: by its own word where nobody has looked yet. */
export async function nameOf(wanted: Wanted): Promise<Name> {
  const language = await spoken.load(wanted.locale);
  const known = knownOf(wanted);
  const [title, begins] = (await told(wanted, known && (await publicOf(known)), language)).map((each = '') =>
    oneLine(each),
  );
  const said = [title, begins].filter(Boolean);
  return { title: cut(said[0] ?? '', MOST.title), alt: cut(said.join(': '), MOST.alt) };
}

/** What it is, and how it begins. */
async function told(
  { widget, attributes }: Wanted,
  document: CommunityDocument = { kith: 1 },
  language: Language<Strings>,
): Promise<(string | undefined)[]> {
  const { words } = language;
  const source = json({ document });
  const { signal } = new AbortController();
  const { community } = await source.read({ kind: 'community' }, signal);
  const where = community?.name;
  const of = (word: string) => (where ? `${word}, ${where}` : word);
  const member = attributes['member'] || undefined;
  switch (widget) {
    case 'recognition-wall': {
      const wall = { kind: 'wall', filters: filtersOf(attributes), limit: 1 } as const;
      const { letters, people } = await source.read(wall, signal);
      const [letter] = letters.map((each) =>
        sayLetter(each, (id) => people.find((one) => one.id === id), language, new Date()),
      );
      const says = letter && (letter.text ?? letter.need ?? plain(letter.people ?? []));
      return [where ? words.lettersIn(where) : words.letters, says];
    }
    case 'purpose-banner': {
      const { purpose } = await source.read({ kind: 'purpose' }, signal);
      const statement = attributes['statement'] || purpose?.statement;
      return [where && words.purposeOf(where), statement ?? (where ? undefined : words.standBehind)];
    }
    case 'role-badge': {
      const answer = member === undefined ? undefined : await source.read({ kind: 'member', id: member }, signal);
      return [of(answer?.member ? words.rolesOf(answer.member.name) : words.roles)];
    }
    case 'progression-ladder': {
      const id = attributes['ladder'] || undefined;
      const { ladder } = await source.read({ kind: 'ladder', ...(id && { id }) }, signal);
      return [ladder ? of(ladder.name) : (where ?? words.whereStart), ladder?.rungs[0]?.can];
    }
    case 'peer-intro':
      return [where, words.whoNeeds];
  }
}
