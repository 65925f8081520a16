import type { CommunityDocument, HeldRole, Ladder, Member, Need, Progress, Purpose, Recognition, Tally } from './document.js';

/**
 * What everyone may see of a community. From an archive only what is named here passes, and only with a yes: letters that
 * are shown, people who consented, accepted roles, progress its owner opened. A document that is no archive is public
 * already: there what is absent counts as a yes, a no is kept to, and unknown keys survive.
 */
export function toPublic(document: CommunityDocument): CommunityDocument {
  const archive = document.archive === true;
  const says = (word: unknown, yes: unknown) => word === yes || (!archive && word === undefined);
  const only = <T extends object, K extends keyof T>(piece: T, ...keys: K[]): Pick<T, K> =>
    archive ? pick(piece, ...keys) : { ...piece };

  const listed = new Set(document.members?.map(({ id }) => id));
  const audiences = new Map<Recognition, Audience>();
  for (const letter of document.recognitions ?? []) {
    const audience = says(letter.state, 'shown') && audienceOf(letter, listed, archive);
    if (audience) audiences.set(letter, audience);
  }
  const open = new Set(document.progress?.filter(({ visibility }) => says(visibility, 'everyone')));

  /** Named by something public that they, or who may speak for them, said yes to. */
  const named = new Set<string | undefined>(document.purpose?.by);
  for (const { member } of [...(document.purpose?.lines ?? []), ...open]) named.add(member);
  for (const [{ from }, { to }] of audiences) [from, ...to].forEach((id) => named.add(id));

  const whole = (member: Member) => says(member.visibility, 'everyone');
  const members = document.members?.filter((member) => whole(member) || named.has(member.id));
  const present = new Set(members?.map(({ id }) => id));
  const may = (id: string) => present.has(id) || (!archive && !listed.has(id));
  const mayOrNobody = ({ member }: { member?: string | undefined }) => member === undefined || may(member);

  const tally = (piece: Tally) => put(only(piece, 'count'), { by: piece.by?.filter(may), mine: undefined });
  const saying = (piece: Saying) => only(piece, 'id', 'member', 'text', 'lang', 'at');

  const publicPurpose = (purpose: Purpose) =>
    put(only(purpose, 'version', 'statement', 'threshold'), {
      made: purpose.made && only(purpose.made, 'count', 'unit', 'href'),
      invitation: purpose.invitation && only(purpose.invitation, 'label', 'href'),
      counts: purpose.counts && only(purpose.counts, 'withUs', 'pledged', 'active'),
      by: purpose.by?.filter(may),
      lines: purpose.lines?.map((line) =>
        put(only(line, 'id', 'text', 'lang', 'at'), {
          member: mayOrNobody(line) ? line.member : undefined,
          backed: line.backed && tally(line.backed),
        }),
      ),
      decisions: purpose.decisions?.map((decision) => only(decision, 'title', 'because', 'href', 'at')),
    });

  const publicRole = (held: HeldRole) =>
    put(only(held, 'role', 'aspires', 'accepted', 'shown'), {
      affirmed:
        held.affirmed &&
        put(only(held.affirmed, 'count'), {
          by: held.affirmed.by?.filter(mayOrNobody).map((peer) => only(peer, 'member', 'because', 'at')),
          mine: undefined,
        }),
    });

  const publicMember = (member: Member) =>
    put(only(member, ...memberKeys), {
      picture: member.picture && only(member.picture, 'src', 'alt'),
      roles: member.roles?.filter(({ accepted }) => says(accepted, true)).map(publicRole),
    });

  const publicIds = new Set<string | undefined>([...audiences.keys()].map(({ id }) => id));
  const publicLetter = (letter: Recognition, { to, unnamed }: Audience) =>
    put(only(letter, ...letterKeys), {
      from: letter.from !== undefined && may(letter.from) ? letter.from : undefined,
      to: letter.to && to,
      unnamed: unnamed || letter.unnamed,
      evidence: letter.evidence?.map((proof) => only(proof, 'kind', 'src', 'alt')),
      heardBy: letter.heardBy && mayOrNobody(letter.heardBy) ? only(letter.heardBy, 'member', 'at', 'did') : undefined,
      bornFrom: archive && !publicIds.has(letter.bornFrom) ? undefined : letter.bornFrom,
      answers: letter.answers?.filter(mayOrNobody).map(saying),
      kept: letter.kept && may(letter.kept.by) ? only(letter.kept, 'by', 'because') : undefined,
      cheers: letter.cheers && tally(letter.cheers),
      replies: letter.replies?.filter(mayOrNobody).map(saying),
      consents: undefined,
    });

  const publicLadder = (ladder: Ladder) =>
    put(only(ladder, 'id', 'name'), {
      measures: ladder.measures?.map((measure) => only(measure, 'id', 'label', 'unit', 'act')),
      rungs: ladder.rungs.map((rung) =>
        put(only(rung, 'id', 'name', 'can'), {
          needs: rung.needs?.map((need) => only(need as AnyNeed, 'measure', 'atLeast', 'sponsors', 'manual') as Need),
          unlocks: rung.unlocks?.map((unlock) => only(unlock, 'reward', 'label', 'href')),
        }),
      ),
    });

  const publicProgress = (progress: Progress) =>
    put(only(progress, 'member', 'ladder', 'visibility', 'measures', 'reached'), {
      sponsors:
        progress.sponsors &&
        Object.fromEntries(Object.entries(progress.sponsors).map(([rung, by]) => [rung, by.filter(may)])),
      records: progress.records?.map((record) => only(record, 'measure', 'value', 'at')),
      cheers: progress.cheers?.map((cheers) =>
        put(only(cheers, 'rung', 'count'), { by: cheers.by?.filter(may), mine: undefined }),
      ),
    });

  return put(only(document, 'kith'), {
    community: document.community && only(document.community, 'id', 'name', 'url', 'locale'),
    purpose: document.purpose && publicPurpose(document.purpose),
    roles: document.roles?.map((role) => only(role, 'id', 'name', 'description', 'needs')),
    members: members?.map((member) => (whole(member) ? publicMember(member) : pick(member, 'id', 'kind', 'name', 'host'))),
    recognitions: document.recognitions && [...audiences].map(([letter, audience]) => publicLetter(letter, audience)),
    ladders: document.ladders?.map(publicLadder),
    progress: document.progress && [...open].filter(mayOrNobody).map(publicProgress),
    archive: undefined,
    introductions: undefined,
  });
}

/** What an archive may give away of a member and of a letter, beside what is looked at piece by piece. */
const memberKeys = [
  'id',
  'kind',
  'name',
  'called',
  'host',
  'pronouns',
  'title',
  'headline',
  'story',
  'url',
  'labels',
  'timeZone',
  'hours',
  'languages',
  'offers',
  'asks',
  'topics',
  'joinedAt',
  'standing',
  'visibility',
] as const;
const letterKeys = [
  'id',
  'occasion',
  'text',
  'lang',
  'labels',
  'role',
  'reward',
  'need',
  'at',
  'askedAt',
  'deliveredAt',
  'shippedAt',
  'try',
  'measure',
  'result',
  'state',
] as const;

/** To whom a letter is, as everyone may see it. */
interface Audience {
  to: string[];
  unnamed: number;
}

/** From no to yes; a word that is not here is a no. */
const answers = ['hidden', 'unnamed', 'named'];

/** Whom a letter names and how many it does not; `undefined` where nobody it is to agreed to it. */
function audienceOf(letter: Recognition, listed: Set<string>, archive: boolean): Audience | undefined {
  const said = new Map<string, number>();
  // Who answered twice is held to the more careful answer.
  for (const { member, as } of letter.consents ?? []) {
    said.set(member, Math.min(said.get(member) ?? 2, answers.indexOf(as)));
  }
  const answer = (id: string) => said.get(id) ?? (archive ? 0 : 2);
  const people = [...new Set(letter.to)];
  if (people.length && !people.some((id) => answer(id) > 0)) return undefined;
  const to = people.filter((id) => answer(id) === 2 && (!archive || listed.has(id)));
  return { to, unnamed: (letter.unnamed ?? 0) + people.length - to.length };
}

type Saying = NonNullable<Recognition['replies']>[number];
type AnyNeed = { measure?: string; atLeast?: number; sponsors?: number; manual?: true };

function pick<T extends object, K extends keyof T>(piece: T, ...keys: K[]): Pick<T, K> {
  const picked: Partial<T> = {};
  for (const key of keys) if (piece[key] !== undefined) picked[key] = piece[key];
  return picked as Pick<T, K>;
}

/** Sets what is given and takes away what is given as `undefined`. */
function put<T extends object, C extends object>(piece: T, changes: C): T & C {
  const target = piece as Record<string, unknown>;
  for (const [key, value] of Object.entries(changes)) {
    if (value !== undefined) target[key] = value;
    else if (key in target) delete target[key];
  }
  return piece as T & C;
}
