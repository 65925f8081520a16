import type { AnswerOptions } from '../answers.js';
import { byId } from '../by-id.js';
import type { CommunityDocument, Member, Recognition } from '../document.js';
import { nameOnly, toPublic, type PublicOptions } from '../public.js';
import { spokenOf } from '../spoken-of.js';
import type { Whole } from './archive.js';
import { withMine } from './mine.js';
import type { Pieces } from './place.js';

/** A community as one pair of eyes sees it, with what else their questions are answered from. */
export interface Seen extends AnswerOptions {
  document: CommunityDocument;
}

/** What a device sees that was or was not counted in, whose viewer is `guest <id>`; `open` is what everyone sees. */
export function seenByGuest(guest: string, whole: Whole, open: CommunityDocument): Seen {
  const withUs = whole.purpose?.counted?.some(({ who }) => who === guest) ?? false;
  return { document: { ...open, ...(open.purpose && { purpose: { ...open.purpose, mine: { withUs } } }) } };
}

/**
 * What a member sees beside what everyone does: what members show each other, and what is theirs. A no stays with whom
 * it was said to: nothing here tells an answer of another from none.
 */
export function seenBy(me: Pieces['member'], whole: Whole, options: PublicOptions): Seen {
  const lent = asFor(me.id, whole);
  const open = withMine(me.id, whole, toPublic(lent, options));
  const own = ownPiece(me);
  const reported = new Set(
    whole.recognitions?.flatMap(({ id, reports }) => (reports?.some(({ by }) => by === me.id) ? [id] : [])),
  );
  const document: CommunityDocument = {
    ...open,
    ...(open.members && { members: asKept(open.members, whole.members, ({ id }) => id) }),
    ...(open.recognitions && { recognitions: open.recognitions.filter(({ id }) => !reported.has(id)) }),
    ...(open.progress && {
      progress: asKept(open.progress, whole.progress, ({ member, ladder }) => `${member}/${ladder}`),
    }),
  };
  const standing = new Set(open.recognitions?.map(({ id }) => id));
  const unreported = (whole.recognitions ?? []).filter(({ id }) => !reported.has(id));
  // Who is named by a letter that stands, or by a name under the purpose, is so in a letter that waits.
  const named = (open.members ?? []).map(({ id }) => id);
  const agreed: Agreed = (letters, yes) => asAgreed(letters, yes, lent, { ...options, named });
  const inbox = {
    letters: lettersTo(me.id, unreported.filter(isAnswerable), agreed),
    written: waitingFrom(
      me.id,
      unreported.filter((each) => !standing.has(each.id) && (isAnswerable(each) || isLookedAtFirst(each))),
      agreed,
    ),
  };
  return {
    document,
    inbox,
    introductions: whole.introductions ?? [],
    passes: me.passes ?? [],
    acquaintances: [own, ...acquaintances(own, inbox, document, whole)],
  };
}

/** The archive as it is for somebody: who shows themselves to members does so to them, and so do they to themselves. */
function asFor(viewer: string, whole: Whole): CommunityDocument {
  const opened = <P extends { visibility?: string | undefined }>(piece: P, owner: string): P =>
    owner === viewer || piece.visibility === 'members' ? { ...piece, visibility: 'everyone' } : piece;
  return {
    ...whole,
    ...(whole.members && { members: whole.members.map((member) => opened(member, member.id)) }),
    ...(whole.progress && { progress: whole.progress.map((row) => opened(row, row.member)) }),
  };
}

/**
 * Their own piece in full, also with what waits for their yes: that is for them who are asked of themselves, and not for
 * lists of people. Without the roles they said no to and what was written down for nobody's eyes. */
function ownPiece({ asked: _, passes: __, ...me }: Pieces['member']): Member {
  return { ...me, ...(me.roles && { roles: me.roles.filter(({ accepted }) => accepted !== false) }) };
}

/** Pieces that say themselves who may see them, where they say it. */
function asKept<P extends { visibility?: string | undefined }>(
  shown: P[],
  whole: readonly P[] | undefined,
  nameOf: (piece: P) => string,
): P[] {
  const kept = new Map(whole?.map((piece) => [nameOf(piece), piece.visibility]));
  return shown.map(({ visibility, ...piece }) => {
    // What an archive does not say is a no.
    const said = visibility && (kept.get(nameOf(piece as P)) ?? 'nobody');
    return { ...piece, ...(said && { visibility: said }) } as P;
  });
}

/** Whether its people can still answer it: nobody took it down. */
function isAnswerable({ state = '', to }: Recognition): boolean {
  return !!to?.length && ['asked', 'shown', 'hidden'].includes(state);
}

/** Whether it waits for somebody to look at it: until then only who wrote it knows of it. */
function isLookedAtFirst({ state }: Recognition): boolean {
  return state === 'review';
}

/** What could be told of these letters if those `yes` names said yes in their own name. */
type Agreed = (letters: Recognition[], yes: (letter: Recognition) => string[]) => Recognition[];

function asAgreed(
  letters: Recognition[],
  yes: (letter: Recognition) => string[],
  lent: CommunityDocument,
  options: PublicOptions,
) {
  const agreed = letters.map((letter) => {
    const sure = yes(letter);
    const others = (letter.consents ?? []).filter(({ member }) => !sure.includes(member));
    return { ...letter, state: 'shown', consents: [...others, ...sure.map((member) => ({ member, as: 'named' }))] };
  });
  return toPublic({ ...lent, recognitions: agreed }, options).recognitions ?? [];
}

/** Letters that stand nowhere with the viewer in them, each as it would stand if they said yes. */
function lettersTo(viewer: string, letters: Recognition[], agreed: Agreed): Recognition[] {
  const answers = new Map(
    letters.flatMap(({ id, to, consents = [] }) =>
      to?.includes(viewer) ? [[id, consents.filter(({ member }) => member === viewer)] as const] : [],
    ),
  );
  const isNo = (id: string) => answers.get(id)?.every(({ as }) => as !== 'named' && as !== 'unnamed');
  const mine = letters.filter(({ id }) => isNo(id));
  return agreed(mine, () => [viewer]).map((letter) => {
    const consents = answers.get(letter.id) ?? [];
    return { ...letter, ...(consents.length ? { state: 'hidden', consents } : { state: 'asked' }) };
  });
}

/** Letters of the viewer's that nobody looked at or said yes to: whether somebody said no does not show. */
function waitingFrom(viewer: string, letters: Recognition[], agreed: Agreed): Recognition[] {
  const mine = letters.filter(({ from }) => from === viewer).map(unthanked);
  const first = new Set(mine.filter(isLookedAtFirst).map(({ id }) => id));
  return agreed(mine, ({ to = [] }) => to).map((letter) => ({
    ...letter,
    state: first.has(letter.id) ? 'review' : 'asked',
  }));
}

/** Without what those it is to said back: who took their yes back has said nothing. */
function unthanked({ replies, ...letter }: Recognition): Recognition {
  const others = replies?.filter(({ member = '' }) => !letter.to?.includes(member));
  return { ...letter, ...(others?.length && { replies: others }) };
}

/**
 * Members the viewer knows by name though not everyone does: who affirmed them, wrote to them or would meet them. How to
 * reach somebody they know once both said that they would meet.
 */
function acquaintances(
  own: Member,
  inbox: { letters: Recognition[]; written: Recognition[] },
  document: CommunityDocument,
  whole: Whole,
): Member[] {
  const mine = (whole.introductions ?? []).filter(({ people }) => people.includes(own.id));
  const met = new Set(mine.flatMap(({ people, state }) => (state === 'met' ? people : [])));
  const named = new Set([
    ...(own.roles ?? []).flatMap(({ affirmed }) => affirmed?.by?.map(({ member }) => member)),
    ...[...inbox.letters, ...inbox.written].flatMap(spokenOf),
    ...mine.flatMap(({ people, by }) => [...people, by]),
  ]);
  const shown = byId(document.members ?? []);
  return (whole.members ?? []).flatMap((member: Member & { contact?: unknown }) => {
    if (member.id === own.id || !named.has(member.id)) return [];
    const known = shown.get(member.id) ?? nameOnly(member);
    return met.has(member.id) && member.contact !== undefined ? { ...known, contact: member.contact } : known;
  });
}
