import { byId } from './by-id.js';
import type { Member, Purpose } from './document.js';
import type { Answer } from './provider.js';
import type { Language, Words } from './strings.js';
import { safeUrl } from './links.js';
import { peersFirst } from './peers.js';
import { isSentence, type Phrase } from './phrase.js';
import { provenance, type Provenance } from './provenance.js';
import { nextWordings } from './wordings.js';

/** What a purpose banner says. Absent parts are not known, and leave no gap. */
export interface PurposeSaid {
  statement: string;
  /** Whether enough members put their name to it: the thread is solid, else dashed. */
  shared: boolean;
  /** Who wrote it, and whether its people stand behind it. */
  provenance: string;
  counts: string | undefined;
  made: Phrase | undefined;
  invitation: Phrase | undefined;
  /** At most twelve people who said yes to standing here; more are said, not drawn. */
  people: readonly Member[];
  /** The viewer's part: whether they are counted in, and whether their name is on this wording or on an earlier one. */
  mine: { withUs: boolean; pledged: 'this' | 'earlier' | undefined };
  version: number;
  /** How many lines there are that say why people are here. */
  lines: number;
  /** Whether enough say one of them for it to be the next wording. */
  hasNext: boolean;
  /** How many decisions are explained by it. */
  decisions: number;
}

const STONES = 12;

/** Puts a purpose into words. Counts that the source does not tell are not said. `me` is who reads it, where that is known. */
export function sayPurpose(
  answer: Answer<{ kind: 'purpose' }>,
  { words, format }: Language<Words<'banner'>>,
  me?: Member,
): PurposeSaid | undefined {
  const { purpose, members, people } = answer;
  if (!purpose) return undefined;
  const { made, invitation, mine, by, lines = [], decisions = [], version = 1 } = purpose;
  const whose = provenance(purpose, members);
  return {
    statement: purpose.statement,
    shared: whose.state === 'shared',
    provenance: sayProvenance(whose, words),
    counts: sayCounts(purpose, words),
    made: made && made.count > 0 ? linked(`${format.number(made.count)} ${made.unit}`, made.href, words) : undefined,
    invitation: invitation && linked(invitation.label, invitation.href, words),
    people: peersFirst(by ? standing([...people, ...(me ? [me] : [])], by) : people).slice(0, STONES),
    mine: {
      withUs: mine?.withUs === true,
      pledged: mine?.pledged === undefined ? undefined : mine.pledged === version ? 'this' : 'earlier',
    },
    version,
    lines: lines.length,
    hasNext: nextWordings(purpose, whose.threshold).length > 0,
    decisions: decisions.length,
  };
}

/** Those whose names are put to it, each once; who is spoken of for another reason does not stand there. */
function standing(people: readonly Member[], by: readonly string[]): Member[] {
  const named = new Set(by);
  return [...byId(people).values()].filter(({ id }) => named.has(id));
}

function sayProvenance({ state, pledged }: Provenance, words: Words<'banner'>): string {
  if (pledged === undefined) return words.proposed;
  if (state === 'shared') return words.sharedBy(pledged);
  return pledged ? words.proposedBy(pledged) : words.proposedNone;
}

/** Nobody is not counted: what nobody did yet is said by whose the purpose is, or not at all. */
function sayCounts({ counts: { withUs, pledged, active } = {} }: Purpose, words: Words<'banner'>): string | undefined {
  const counted = withUs ? [words.countedIn(withUs)] : [];
  if (withUs && pledged) counted.push(words.byName(pledged));
  const tookPart = active ? words.tookPart(active) : undefined;
  return counted.length || tookPart ? words.counts(counted, tookPart) : undefined;
}

/** A sentence of somebody's own, as a link where it has an address that is safe. */
export function linked(text: string, href: string | undefined, words: Words): Phrase {
  const url = safeUrl(href);
  const said = [url ? { link: text, href: url } : { name: text }];
  return isSentence(text) ? said : words.sentence(said);
}
