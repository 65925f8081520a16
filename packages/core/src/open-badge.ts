import { statusOf, type BadgeStatus } from './badge-status.js';
import { cut, oneLine } from './cut.js';
import { foreignUrl, listed, loose, readCredential, readLoose, refused, wordsIn, type Loose } from './credential.js';
import { safePicture } from './links.js';
import { readJson } from './read-json.js';
import type { StatusList } from './status-list.js';

/** A badge from elsewhere, as evidence. All of it is what whoever wrote it says: no signature was checked. */
export interface ForeignBadge {
  name: string;
  description: string | undefined;
  /** What it was given for. */
  criteria: string | undefined;
  picture: { src: string; alt: string } | undefined;
  href: string | undefined;
  /** Who says to have given it: by name, else by address. */
  issuer: { name: string; href: string | undefined };
  /** When it was given, as it was written. */
  from: string | undefined;
  evidence: readonly { name: string; href: string | undefined }[];
  /** It carries a signature, which nobody here checked. */
  isSigned: boolean;
  status: BadgeStatus;
}

export interface ReadBadgeOptions {
  /** Default now. */
  now?: Date;
  /** The status lists there are, from `readStatusList`. */
  lists?: readonly StatusList[];
}

const WHAT = 'Open Badge 3.0';
/** Graphemes. */
const LENGTHS = { name: 200, text: 1000 };
const EVIDENCE = 20;

/**
 * Reads an Open Badges 3.0 credential of unknown origin, as text or as what `JSON.parse` gave. Fetches nothing, and takes
 * nobody's word for more than it is. Throws `ProviderError('invalid')` that says what is wrong with it, and where.
 * https://www.imsglobal.org/spec/ob/v3p0
 */
export function readOpenBadge(input: unknown, options: ReadBadgeOptions = {}): ForeignBadge {
  if (typeof input === 'string' && /^\s*ey[\w-]+\./.test(input))
    throw refused(WHAT, 'it is a signed token, and should be the JSON that is in it');
  return badgeOf(readLoose(typeof input === 'string' ? readJson(input) : input, WHAT), options);
}

/** The same of what is plain JSON already, as a community document is once it was read. */
export function badgeOf(
  whole: Readonly<Record<string, unknown>>,
  { now = new Date(), lists = [] }: ReadBadgeOptions = {},
): ForeignBadge {
  refuseOld(whole);
  const credential = readCredential(whole, WHAT, ['OpenBadgeCredential', 'AchievementCredential']);
  const issuer = issuerOf(credential);
  const subjects = listed(credential['credentialSubject']).map(loose);
  const achievement = subjects.map((subject) => loose(listed(subject?.['achievement'])[0])).find(Boolean);
  if (!achievement) throw refused(WHAT, 'its credentialSubject.achievement is missing');
  const name = textIn(achievement['name'], LENGTHS.name) ?? textIn(credential['name'], LENGTHS.name);
  if (!name) throw refused(WHAT, 'its credentialSubject.achievement.name is missing');
  const criteria = loose(listed(achievement['criteria'])[0]);
  return {
    name,
    description: textIn(achievement['description'], LENGTHS.text),
    criteria: textIn(criteria?.['narrative'], LENGTHS.text),
    picture: pictureOf(achievement['image'] ?? credential['image']),
    href: foreignUrl(achievement['id']),
    issuer,
    from: credential.from,
    evidence: evidenceOf(credential),
    isSigned: credential['proof'] !== undefined,
    status: statusOf(credential, lists, now),
  };
}

function refuseOld(whole: Loose): void {
  const old = wordsIn(whole['type']).find((type) => /^(Assertion|BadgeClass|Issuer|Profile)$/.test(type));
  if (old) throw refused(WHAT, `its type says "${old}", which is of the old format, 2.0 or before`);
}

function issuerOf(credential: Loose): ForeignBadge['issuer'] {
  const [first] = listed(credential['issuer']);
  const { id, name } = loose(first) ?? { id: first, name: undefined };
  const said = textIn(name, LENGTHS.name) ?? textIn(id, LENGTHS.name);
  if (!said) throw refused(WHAT, 'its issuer is missing, and nobody can tell by name or address who gave it');
  return { name: said, href: foreignUrl(id) };
}

function evidenceOf({ evidence }: Loose): ForeignBadge['evidence'] {
  return listed(evidence)
    .slice(0, EVIDENCE)
    .flatMap((each) => {
      const { id = each, name, narrative, description } = loose(each) ?? {};
      const href = foreignUrl(id);
      const said = [name, narrative, description].map((text) => textIn(text, LENGTHS.text)).find(Boolean) ?? href;
      return said ? [{ name: said, href }] : [];
    });
}

function pictureOf(image: unknown): ForeignBadge['picture'] {
  const [first] = listed(image);
  const { id, caption } = loose(first) ?? { id: first, caption: undefined };
  const src = safePicture(foreignUrl(id));
  return src ? { src, alt: textIn(caption, LENGTHS.name) ?? '' } : undefined;
}

function textIn(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = oneLine(value.slice(0, most * 100));
  if (!/[^\p{Z}\p{C}]/u.test(line)) return undefined;
  return cut(line, most);
}
