import { byId } from './by-id.js';
import { own, personalBests, standing } from './ladder.js';
import { called, isPeer, peersFirst } from './peers.js';
import type { Phrase } from './phrase.js';
import type { Answer } from './provider.js';
import { openRows } from './say-board.js';
import type { LetterSaid } from './say-letter.js';
import { sayCheer, sayCheersFor, type CheerSaid } from './say-reader.js';
import type { Language, Words } from './strings.js';
import { known, standings } from './words.js';

/** Somebody who is where the reader was. */
export interface FollowerSaid {
  said: Phrase;
  cheer: CheerSaid;
  cheers: LetterSaid['cheers'];
}

/** So many at a time: more would be a list to work through. */
const MOST = 3;

/**
 * Who let it be seen that they are where the reader was before the last step, the latest to arrive first. One is offered,
 * and after each who is cheered the next, up to three; who was cheered stays, so that it can be taken back.
 */
export function sayFollowers(
  { ladder, progress, people }: Answer<{ kind: 'ladder' }>,
  viewer: string,
  language: Language<Words<'ladderActs'>>,
  now: Date,
): FollowerSaid[] {
  const row = progress.find(({ member }) => member === viewer);
  const before = ladder && standing(ladder, row).reached.at(-2);
  const month = before && language.format.month(own(row?.reached, before.id) ?? '', now);
  if (!month) return [];
  const members = byId(people);
  const arrived = (reached: Record<string, string> | undefined) => Date.parse(own(reached, before.id) ?? '') || 0;
  const all = openRows(progress, viewer, viewer)
    .filter((each) => standing(ladder, each).current === before)
    .sort((a, b) => arrived(b.reached) - arrived(a.reached))
    .flatMap((theirs) => {
      const member = members.get(theirs.member);
      return member && isPeer(member) && known(member.standing, standings, 'active') === 'active'
        ? { theirs, member, cheer: sayCheer(member, before, theirs, viewer) }
        : [];
    });
  const next = all.findIndex(({ cheer }) => !cheer.mine);
  const find = (id: string) => members.get(id);
  return all.slice(0, Math.min(next < 0 ? MOST : next + 1, MOST)).map(({ theirs, member, cheer }) => ({
    said: language.words.whereYouWere(called(member), month),
    cheer,
    cheers: sayCheersFor(before.id, theirs, { viewer, find, language }),
  }));
}

const REMEMBER = 3;

/** Who may remember their own first of what the reader did last, as far as they let it be seen. */
export function sayWhoRemembers(
  { progress, people }: Answer<{ kind: 'ladder' }>,
  viewer: string,
  { words, format }: Language<Words<'ladderActs'>>,
): Phrase | undefined {
  const [newest] = personalBests(progress.find(({ member }) => member === viewer)?.records).board;
  if (!newest || newest.old !== undefined) return undefined;
  const who = new Set(
    openRows(progress, viewer, viewer)
      .filter(({ records }) => personalBests(records).best.has(newest.measure))
      .map(({ member }) => member),
  );
  const members = peersFirst(people.filter(({ id }) => who.has(id))).slice(0, REMEMBER);
  return members.length ? words.rememberTheirs(format.list(members.map(called)), members.length) : undefined;
}
