import { byId } from './by-id.js';
import type { Member, Progress, Rung, Tally } from './document.js';
import { own, standing } from './ladder.js';
import { isIn } from './letter-acts.js';
import { called, isPeer } from './peers.js';
import type { Phrase } from './phrase.js';
import type { Answer } from './provider.js';
import { openRows } from './say-board.js';
import type { Told } from './say-ladder.js';
import { sayCheers, type LetterSaid } from './say-letter.js';
import { known, standings } from './words.js';

/** Somebody the reader may cheer, for the step they stand on. */
export interface CheerSaid {
  member: Member;
  rung: string;
  /** The reader has. */
  mine: boolean;
}

/** A word the reader may put in for somebody: they have seen the work, or went through the step with them. */
export interface WordSaid {
  rung: string;
  /** The reader is a host, and it is a step that a host goes through with somebody. */
  asHost: boolean;
  /** The reader has. */
  mine: boolean;
}

/** Somebody who is where the reader was. */
export interface FollowerSaid {
  said: Phrase;
  cheer: CheerSaid;
  cheers: LetterSaid['cheers'];
}

/** A cheer for the step somebody stands on. */
export function sayCheer(member: Member, { id: rung }: Rung, row: Progress | undefined, viewer?: string): CheerSaid {
  return { member, rung, mine: isIn(talliedFor(rung, row, viewer), viewer) };
}

/** Who cheered for a step; the reader first, so that they see their own stone join. */
export function sayCheersFor(rung: string, row: Progress | undefined, { viewer, find, language }: Told) {
  return sayCheers({ cheers: talliedFor(rung, row, viewer) }, find, language);
}

/** What the reader may say of the step before somebody, as long as it is waited for or said. */
export function sayWord({ id: rung, needs = [] }: Rung, { row, viewer, hosts }: Told): WordSaid | undefined {
  const said = new Set(own(row?.sponsors, rung));
  const mine = viewer !== undefined && said.has(viewer);
  const asHost = needs.some((need) => 'manual' in need) && hosts.some(({ id }) => id === viewer);
  const isAsked = needs.some((need) => 'sponsors' in need && need.sponsors > said.size);
  return asHost || isAsked || mine ? { rung, asHost, mine } : undefined;
}

/** Who let everyone see that they are where the reader was before the last step; the latest to arrive there. */
export function sayFollower(
  reached: readonly Rung[],
  told: Told,
  { progress, people }: Answer<{ kind: 'ladder' }>,
): FollowerSaid | undefined {
  const { ladder, row, viewer, language, now } = told;
  const before = reached.at(-2);
  if (!before) return undefined;
  const month = language.format.month(own(row?.reached, before.id) ?? '', now);
  const members = byId(people);
  const [first] = openRows(progress, row?.member)
    .filter((each) => standing(ladder, each).current === before)
    .sort((a, b) => timeOf(own(b.reached, before.id)) - timeOf(own(a.reached, before.id)))
    .flatMap((theirs) => {
      const member = members.get(theirs.member);
      return member && isPeer(member) && known(member.standing, standings, 'active') === 'active'
        ? { theirs, member }
        : [];
    });
  if (!first || !month) return undefined;
  const find = (id: string) => members.get(id);
  return {
    said: language.words.whereYouWere(called(first.member), month),
    cheer: sayCheer(first.member, before, first.theirs, viewer),
    cheers: sayCheersFor(before.id, first.theirs, { ...told, find }),
  };
}

function talliedFor(rung: string, row: Progress | undefined, viewer: string | undefined): Tally | undefined {
  const tally = row?.cheers?.find((each) => each.rung === rung);
  if (!tally || viewer === undefined || !isIn(tally, viewer)) return tally;
  return { ...tally, by: [viewer, ...(tally.by ?? [])] };
}

function timeOf(at = ''): number {
  return Date.parse(at) || 0;
}
