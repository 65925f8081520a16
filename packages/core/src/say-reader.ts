import type { Member, Progress, Rung, Tally } from './document.js';
import { own } from './ladder.js';
import { isIn } from './letter-acts.js';
import type { Told } from './say-ladder.js';
import { sayCheers, type FindMember } from './say-letter.js';
import type { Language, Words } from './strings.js';

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

/** A cheer for the step somebody stands on. */
export function sayCheer(member: Member, { id: rung }: Rung, row: Progress | undefined, viewer?: string): CheerSaid {
  return { member, rung, mine: isIn(talliedFor(rung, row, viewer), viewer) };
}

/** Who cheered for a step; the reader first, so that they see their own stone join. */
export function sayCheersFor(
  rung: string,
  row: Progress | undefined,
  { viewer, find, language }: { viewer: string | undefined; find: FindMember; language: Language<Words> },
) {
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

function talliedFor(rung: string, row: Progress | undefined, viewer: string | undefined): Tally | undefined {
  const tally = row?.cheers?.find((each) => each.rung === rung);
  if (!tally || viewer === undefined || !isIn(tally, viewer)) return tally;
  return { ...tally, by: [viewer, ...(tally.by ?? [])] };
}
