import { facts, terms, type CommunityDocument } from '@kith/core';
import { readLadder, readProgress } from './html-ladders.js';
import { readLetter } from './html-letters.js';
import { People, readRoles } from './html-people.js';
import { readPurpose } from './html-purpose.js';
import { all, first, numberOf, saidIn, some, valueOf, whole, type HtmlNode, type Piece } from './html-said.js';

const names = new Set<string>(Object.values(terms));
const beginnings = facts.map((each) => `kith-${each}=`);
const isOurs = (name: string) => names.has(name) || beginnings.some((each) => name.startsWith(each));

/** What Kith's static HTML says, as a document that nobody has checked; undefined where there is none of it. */
export function readOwn(root: HtmlNode): Piece | undefined {
  const said = saidIn(root, isOurs);
  const purpose = first(said, terms.purpose);
  const document: Partial<Record<keyof CommunityDocument, unknown>> = whole({
    purpose: purpose && readPurpose(purpose),
    recognitions: some(all(said, terms.letter).flatMap((each) => readLetter(each))),
    ladders: some(all(said, terms.ladder).flatMap((each) => readLadder(each))),
    progress: some(all(said, terms.ladder).flatMap((each) => readProgress(each))),
    roles: readRoles(said),
  });
  const members = some(new People(said).read());
  if (!members && !Object.keys(document).length) return undefined;
  return { kith: 1, ...document, ...(members && { members }) };
}

/** What static HTML says beyond a document: in which order people are told of, and how many there are beyond those it names. */
export interface Beyond {
  inNeed: string[];
  holders: Map<string, number>;
}

export function readBeyond(root: HtmlNode): Beyond {
  const said = saidIn(root, isOurs);
  return {
    inNeed: all(said, terms.inNeed).flatMap((each) => valueOf(first(each, terms.person), 'id') ?? []),
    holders: new Map(
      all(said, terms.itself).map((each) => [valueOf(each, 'id') ?? '', numberOf(each, 'holders') ?? 0]),
    ),
  };
}
