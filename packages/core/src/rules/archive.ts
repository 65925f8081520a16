import type { CommunityDocument, HeldRole } from '../document.js';
import { isRecord } from '../public.js';
import { sixRoles } from '../roles.js';
import type { PieceKind, PieceName, Pieces } from './place.js';
import { ofItsWording } from './wording.js';

/** A community as the pieces its wishes are about, in the order of its document; see `Pieces` for what stands in one. */
export type PieceMap = ReadonlyMap<PieceName, object>;

/** Everything there is of a community, with what only an archive has. */
export type Whole = Omit<CommunityDocument, List | 'community' | 'purpose'> & {
  community?: Pieces['community'];
  purpose?: Pieces['purpose'];
} & { [L in List]?: Pieces[(typeof lists)[L]][] };

/** The document's lists, with the kind of piece in each. */
const lists = {
  roles: 'role',
  ladders: 'ladder',
  members: 'member',
  recognitions: 'recognition',
  progress: 'progress',
  introductions: 'introduction',
} as const satisfies Partial<Record<keyof CommunityDocument, PieceKind>>;
type List = keyof typeof lists;
const listNames = Object.keys(lists) as List[];

/**
 * Takes a document apart; neither it nor its pieces are changed. Of pieces with the same id the first wins. What a public
 * document leaves unsaid becomes an archive's explicit yes, save where `before` knows the piece: there it stays as it was.
 */
export function piecesOf(document: CommunityDocument, before?: PieceMap): Map<PieceName, object> {
  const { community, purpose } = document;
  const isArchive = document.archive === true;
  const pieces = new Map<PieceName, object>();
  if (community) pieces.set('community community', community);
  if (purpose) pieces.set('purpose purpose', ofItsWording(purpose));
  for (const list of listNames) {
    const rows: readonly object[] = document[list] ?? (list === 'roles' ? sixRoles : []);
    for (const row of rows) {
      const name = nameOf(list, row);
      if (!pieces.has(name)) pieces.set(name, isArchive ? row : agreed(list, row, before?.get(name)));
    }
  }
  return pieces;
}

/** A document without its pieces: what else it says, and which lists it has. */
export function frameOf({ community: _, purpose: __, ...rest }: CommunityDocument): CommunityDocument {
  return { ...rest, ...Object.fromEntries(listNames.flatMap((list) => (rest[list] ? [[list, []]] : []))) };
}

/** Puts a document together again, as an archive, which says whether it is all there is: a new object at each call, its pieces shared. */
export function documentOf(pieces: PieceMap, frame: CommunityDocument): Whole {
  const rows: Record<List, object[]> = {
    roles: [],
    ladders: [],
    members: [],
    recognitions: [],
    progress: [],
    introductions: [],
  };
  for (const [name, piece] of pieces) {
    const [kind] = name.split(' ');
    const list = listNames.find((each) => lists[each] === kind);
    if (list) rows[list].push(piece);
  }
  // The six roles are every community's; only one that names its own says so.
  const isSaid = (list: List) => list in frame || (rows[list].length > 0 && list !== 'roles');
  const [community, purpose] = [pieces.get('community community'), pieces.get('purpose purpose')];
  return {
    ...frame,
    archive: true,
    ...(!isRecord(frame) && { partial: true }),
    ...(community && { community }),
    ...(purpose && { purpose }),
    ...Object.fromEntries(listNames.filter(isSaid).map((list) => [list, rows[list]])),
  } as Whole;
}

/** What an update makes of a community, of which it gets a copy; `undefined` where that is the same. See `piecesOf`. */
export function rewritten(
  { pieces, frame }: { pieces: PieceMap; frame: CommunityDocument },
  update: (archive: CommunityDocument) => CommunityDocument,
): { pieces: Map<PieceName, object>; frame: CommunityDocument } | undefined {
  const before = documentOf(pieces, frame) as CommunityDocument;
  const after = structuredClone(update(structuredClone(before)));
  if (JSON.stringify(after) === JSON.stringify(before)) return undefined;
  const archive = isRecord(frame);
  return { pieces: piecesOf({ ...after, archive }, pieces), frame: { ...frameOf(after), archive } };
}

/** An archive without what names somebody's device: it stays counted. */
export function withoutGuests({ purpose, ...rest }: Whole): Whole {
  const counted = purpose?.counted?.filter(({ who }) => !who.startsWith('guest '));
  return { ...rest, ...(purpose && { purpose: { ...purpose, ...(counted && { counted }) } }) };
}

function nameOf(list: List, row: object): PieceName {
  const { id, member, ladder } = row as Record<string, string>;
  return list === 'progress' ? `progress ${member}/${ladder}` : `${lists[list]} ${id}`;
}

/** A piece of a public document, where what is absent counts as a yes. */
function agreed(list: List, piece: object, before: object | undefined): object {
  if (list === 'members') return withMemberYes(piece as Pieces['member'], before as Pieces['member'] | undefined);
  if (list === 'recognitions')
    return withLetterYes(piece as Pieces['recognition'], before as Pieces['recognition'] | undefined);
  return list === 'progress' ? withOpenDoors(piece as Pieces['progress'], before as Pieces['progress']) : piece;
}

function withOpenDoors<P extends { visibility?: string | undefined }>(piece: P, before: P | undefined): P {
  const visibility = before ? before.visibility : 'everyone';
  return { ...(visibility !== undefined && { visibility }), ...piece };
}

function withMemberYes(member: Pieces['member'], before: Pieces['member'] | undefined): Pieces['member'] {
  const roles = member.roles?.map((held): HeldRole => {
    const known = before?.roles?.find(({ role }) => role === held.role);
    const accepted = known ? known.accepted : true;
    return { ...(accepted !== undefined && { accepted }), ...held };
  });
  return { ...withOpenDoors(member, before), ...(roles && { roles }) };
}

function withLetterYes(letter: Pieces['recognition'], before: Pieces['recognition'] | undefined) {
  const said = letter.consents ?? [];
  const silent = [...new Set(letter.to)].filter((id) => !said.some(({ member }) => member === id));
  const yes = silent.flatMap((member) =>
    before?.to?.includes(member)
      ? (before.consents ?? []).filter((consent) => consent.member === member)
      : [{ member, as: 'named' }],
  );
  const consents = [...said, ...yes];
  return { state: before?.state ?? 'shown', ...letter, ...(consents.length && { consents }) };
}
