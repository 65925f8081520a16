import type { CommunityDocument, HeldRole, Member, Recognition } from './document.js';
import { ofItsWording } from './rules/wording.js';

export interface PublicOptions {
  /** Who is not among the members is nobody: what an archive says, unless it began as a public document. */
  namesAll?: boolean;
  /** Who is named by something everyone may see that is not in this document, of which it is a part. */
  named?: Iterable<string>;
  /** Members who are not in this document, of which it is a part: whether they may be seen. */
  beside?: ReadonlyMap<string, boolean>;
  /** Letters everyone may see that are not in this document, of which it is a part. */
  letters?: ReadonlySet<string>;
}

/** Whether an archive is all there is of its community: it did not begin as a public document. */
export function isRecord({ archive, partial }: CommunityDocument): boolean {
  return archive === true && partial !== true;
}

/**
 * What everyone may see of a community. From an archive only what `allowed` lists passes, and only with a yes: letters that
 * are shown, people who consented, accepted roles, progress its owner opened. A document that is no archive is public
 * already: there what is absent counts as a yes, a no is kept to, and unknown keys survive.
 */
export function toPublic(
  document: CommunityDocument,
  { namesAll = isRecord(document), named: elsewhere = [], beside = new Map(), letters }: PublicOptions = {},
): CommunityDocument {
  const { recognitions, progress } = document;
  const purpose = document.purpose && ofItsWording(document.purpose);
  const archive = document.archive === true;
  const says = (word: unknown, yes: unknown) => word === yes || (!archive && word === undefined);

  const listed = new Set(document.members?.map(({ id }) => id));
  const audiences = new Map<Recognition, Audience>();
  for (const letter of recognitions ?? []) {
    const audience = says(letter.state, 'shown') && audienceOf(letter, listed, archive, namesAll);
    if (audience) audiences.set(letter, audience);
  }
  const letterIds = new Set<string | undefined>([...[...audiences.keys()].map(({ id }) => id), ...(letters ?? [])]);
  const opened = progress?.filter(({ visibility }) => says(visibility, 'everyone'));

  /** Named by something public that they, or who may speak for them, said yes to. */
  const named = new Set<string | undefined>([...elsewhere, ...(purpose?.by ?? [])]);
  for (const { member } of [...(purpose?.lines ?? []), ...(opened ?? [])]) named.add(member);
  for (const [{ from }, { to }] of audiences) [from, ...to].forEach((id) => named.add(id));

  const isWhole = (member: Member) => says(member.visibility, 'everyone');
  const members = document.members?.filter((member) => isWhole(member) || named.has(member.id));
  const present = new Set(members?.map(({ id }) => id));
  const may = (id: string | undefined) =>
    id === undefined || present.has(id) || (beside.get(id) ?? (!namesAll && !listed.has(id)));
  const byWhoMay = ({ member }: { member?: string | undefined }) => may(member);
  // An empty list of an archive would say that there is something in it.
  const left = <T>(rows: T[] | undefined) => (archive && !rows?.length ? undefined : rows);
  const tally = <T extends { by?: string[] | undefined }>(piece: T) =>
    put(piece, { by: piece.by?.filter(may), mine: undefined });
  const affirmation = (piece: NonNullable<HeldRole['affirmed']>) =>
    put(piece, { by: piece.by?.filter(byWhoMay), mine: undefined });

  const open = put(document, {
    archive: undefined,
    partial: undefined,
    introductions: undefined,
    purpose:
      purpose &&
      put(purpose, {
        mine: undefined,
        pledges: undefined,
        counted: undefined,
        by: purpose.by?.filter(may),
        lines: purpose.lines?.map((line) =>
          put(line, { member: may(line.member) ? line.member : undefined, backed: line.backed && tally(line.backed) }),
        ),
      }),
    members: members?.map((member) =>
      isWhole(member)
        ? put(member, {
            asked: undefined,
            passes: undefined,
            roles: left(
              member.roles
                ?.filter(({ accepted }) => says(accepted, true))
                .map((held) => put(held, { affirmed: held.affirmed && affirmation(held.affirmed) })),
            ),
          })
        : nameOnly(member),
    ),
    recognitions:
      recognitions &&
      [...audiences].map(([letter, { to, unnamed }]) =>
        put(letter, {
          from: may(letter.from) ? letter.from : undefined,
          to: letter.to && to,
          unnamed: unnamed || letter.unnamed,
          heardBy: may(letter.heardBy?.member) ? letter.heardBy : undefined,
          kept: may(letter.kept?.by) ? letter.kept : undefined,
          bornFrom: archive && !letterIds.has(letter.bornFrom) ? undefined : letter.bornFrom,
          cheers: letter.cheers && tally(letter.cheers),
          backed: letter.backed && tally(letter.backed),
          answers: left(letter.answers?.filter(byWhoMay)),
          // To thank back says that the letter was to them: who is not named any more has said nothing.
          replies: left(
            letter.replies?.filter(
              (reply) =>
                byWhoMay(reply) && (to.includes(reply.member ?? '') || !letter.to?.includes(reply.member ?? '')),
            ),
          ),
          consents: undefined,
          reports: undefined,
        }),
      ),
    progress: opened?.filter(byWhoMay).map((row) =>
      put(row, {
        settled: undefined,
        cheers: row.cheers?.map(tally),
        sponsors:
          row.sponsors && Object.fromEntries(Object.entries(row.sponsors).map(([rung, by]) => [rung, by.filter(may)])),
      }),
    ),
  });
  return archive ? (onlyAllowed(open, '') as CommunityDocument) : open;
}

/** What everyone may know of somebody who is named and shows nothing else. */
export function nameOnly(member: Member): Member {
  return only(member, ['id', 'kind', 'name', 'called', 'host']);
}

/** To whom a letter is, as everyone may see it. */
interface Audience {
  to: string[];
  unnamed: number;
}

/** From no to yes; a word that is not here is a no. */
const answers = ['hidden', 'unnamed', 'named'];

/** Whom a letter names and how many it does not; `undefined` where nobody it is to agreed to it. */
function audienceOf(
  letter: Recognition,
  listed: Set<string>,
  archive: boolean,
  namesAll: boolean,
): Audience | undefined {
  const said = new Map<string, number>();
  // Who answered twice is held to the more careful answer.
  for (const { member, as } of letter.consents ?? []) {
    said.set(member, Math.min(said.get(member) ?? 2, answers.indexOf(as)));
  }
  const answer = (id: string) => said.get(id) ?? (archive ? 0 : 2);
  const people = [...new Set(letter.to)];
  if (people.length && !people.some((id) => answer(id) > 0)) return undefined;
  const to = people.filter((id) => answer(id) === 2 && (!namesAll || listed.has(id)));
  return { to, unnamed: (letter.unnamed ?? 0) + people.length - to.length };
}

/** All that an archive may give away, by where it stands; `*` is a map of numbers, dates or ids. */
const allowed: Record<string, string> = {
  '': 'kith community purpose roles members recognitions ladders progress',
  '.community': 'id name url locale',
  '.purpose': 'version statement threshold made invitation counts by lines earlier decisions',
  '.purpose.made': 'count unit href',
  '.purpose.invitation': 'label href',
  '.purpose.counts': 'withUs pledged active',
  '.purpose.lines': 'id member text lang backed at',
  '.purpose.lines.backed': 'count by',
  '.purpose.earlier': 'version statement until',
  '.purpose.decisions': 'title because href at',
  '.roles': 'id name description needs',
  '.members':
    'id kind name called host pronouns title headline story url labels picture timeZone hours languages offers asks topics joinedAt standing standingSince visibility roles',
  '.members.picture': 'src alt',
  '.members.roles': 'role aspires accepted affirmed shown',
  '.members.roles.affirmed': 'count by',
  '.members.roles.affirmed.by': 'member because at',
  '.recognitions':
    'id occasion from to unnamed text lang labels role reward need evidence at askedAt deliveredAt shippedAt heardBy bornFrom answers kept try measure result cheers backed replies state',
  '.recognitions.evidence': 'kind src alt credential lists',
  // Of a badge what it is for and who gave it; never whose it is, which may be an address.
  '.recognitions.evidence.credential':
    '@context id type issuer name validFrom validUntil issuanceDate expirationDate credentialStatus credentialSubject',
  '.recognitions.evidence.credential.issuer': 'id name',
  '.recognitions.evidence.credential.credentialStatus':
    'id type statusPurpose statusListIndex statusListCredential statusSize',
  '.recognitions.evidence.credential.credentialSubject': 'achievement',
  '.recognitions.evidence.credential.credentialSubject.achievement': 'id name description criteria',
  '.recognitions.evidence.credential.credentialSubject.achievement.criteria': 'narrative',
  '.recognitions.evidence.lists':
    '@context id type validFrom validUntil issuanceDate expirationDate credentialSubject revokedCredential revokedCredentials',
  '.recognitions.evidence.lists.credentialSubject': 'id type statusPurpose encodedList',
  '.recognitions.evidence.lists.revokedCredential': 'id revoked',
  '.recognitions.evidence.lists.revokedCredentials': 'id revoked',
  '.recognitions.heardBy': 'member at did',
  '.recognitions.answers': 'id member text lang at',
  '.recognitions.kept': 'by because',
  '.recognitions.cheers': 'count by',
  '.recognitions.backed': 'count by',
  '.recognitions.replies': 'id member text lang evidence at',
  '.recognitions.replies.evidence': 'kind src alt',
  '.ladders': 'id name measures rungs',
  '.ladders.measures': 'id label unit act',
  '.ladders.rungs': 'id name can needs unlocks',
  '.ladders.rungs.needs': 'measure atLeast sponsors manual',
  '.ladders.rungs.unlocks': 'reward label href',
  '.progress': 'member ladder visibility measures reached sponsors records cheers',
  '.progress.measures': '*',
  '.progress.reached': '*',
  '.progress.sponsors': '*',
  '.progress.records': 'id measure value at',
  '.progress.cheers': 'rung count by',
};

function onlyAllowed(value: unknown, place: string): unknown {
  if (Array.isArray(value)) return value.map((piece) => onlyAllowed(piece, place));
  if (typeof value !== 'object' || value === null) return value;
  const keys = allowed[place];
  if (keys === '*') return value;
  const piece = only(value as Record<string, unknown>, keys?.split(' ') ?? []);
  for (const key of Object.keys(piece)) piece[key] = onlyAllowed(piece[key], `${place}.${key}`);
  return piece;
}

function only<T extends object, K extends keyof T>(piece: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => piece[key] !== undefined).map((key) => [key, piece[key]])) as Pick<
    T,
    K
  >;
}

/** A copy with what is given, and without what is given as `undefined`. */
function put<T extends object, C extends object>(piece: T, changes: C): T & C {
  const copy = { ...piece } as Record<string, unknown>;
  for (const [key, value] of Object.entries(changes)) {
    if (value !== undefined) copy[key] = value;
    else if (key in copy) delete copy[key];
  }
  return copy as T & C;
}
