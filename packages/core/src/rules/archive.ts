import type { CommunityDocument, Member, Recognition } from '../document.js';
import { sixRoles } from '../roles.js';
import { changed, factIn, pieceOf } from './pieces.js';
import type { PieceKind, PieceName } from './place.js';
import type { FactKey, FactMap, RowChange } from './rows.js';

/** A whole community in memory, in which wishes are carried out. */
export interface Archive {
  facts(keys: readonly FactKey[]): FactMap;
  /** Makes the changes; gives the pieces that are not as they were. */
  apply(changes: readonly RowChange[]): Set<PieceName>;
  /** The archive as a document: a new object at each call, its pieces shared. */
  document(): CommunityDocument;
}

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

/** Holds a document, which is not changed. What a public one shows becomes an archive's explicit yes. */
export function archiveOf(document: CommunityDocument): Archive {
  const whole = document.archive === true ? document : withEveryYes(document);
  const { community, purpose } = whole;
  const pieces = new Map<PieceName, object>();
  // Of pieces with the same id the first wins, also here.
  const hold = (name: PieceName, piece: object) => pieces.has(name) || pieces.set(name, piece);
  if (community) hold('community community', community);
  if (purpose) hold('purpose purpose', purpose);
  for (const list of Object.keys(lists) as List[]) {
    const rows: readonly object[] = whole[list] ?? (list === 'roles' ? sixRoles : []);
    for (const row of rows) hold(nameOf(list, row), row);
  }

  return {
    facts: (keys) => new Map(keys.map((key) => [key, factIn(pieces.get(pieceOf(key)), key)])),
    apply(changes) {
      const touched = new Set<PieceName>();
      for (const change of changes) {
        const name = pieceOf('put' in change ? change.put : change.remove);
        const before = pieces.get(name);
        const after = changed(before, change);
        if (after === before) continue;
        if (after) pieces.set(name, after);
        else pieces.delete(name);
        touched.add(name);
      }
      return touched;
    },
    document() {
      const all = [...pieces];
      const rows = (list: List) => all.filter(([name]) => name.startsWith(`${lists[list]} `)).map(([, piece]) => piece);
      const filled = (Object.keys(lists) as List[])
        .map((list) => [list, rows(list)] as const)
        .filter(([list, { length }]) => length && (list !== 'roles' || whole.roles));
      return {
        ...whole,
        archive: true,
        ...(pieces.has('community community') && { community: pieces.get('community community') }),
        ...(pieces.has('purpose purpose') && { purpose: pieces.get('purpose purpose') }),
        ...Object.fromEntries(Object.keys(lists).flatMap((list) => (list in whole ? [[list, []]] : []))),
        ...Object.fromEntries(filled),
      } as CommunityDocument;
    },
  };
}

function nameOf(list: List, row: object): PieceName {
  const { id, member, ladder } = row as Record<string, string>;
  return list === 'progress' ? `progress ${member}/${ladder}` : `${lists[list]} ${id}`;
}

/** In a public document what is absent counts as a yes. */
function withEveryYes(document: CommunityDocument): CommunityDocument {
  const everyone = { visibility: 'everyone' };
  return {
    ...document,
    ...(document.members && {
      members: document.members.map((member): Member => ({
        ...everyone,
        ...member,
        ...(member.roles && { roles: member.roles.map((held) => ({ accepted: true, ...held })) }),
      })),
    }),
    ...(document.recognitions && {
      recognitions: document.recognitions.map((letter): Recognition => {
        const said = new Set(letter.consents?.map(({ member }) => member));
        const named = [...new Set(letter.to)].filter((member) => !said.has(member));
        const consents = [...(letter.consents ?? []), ...named.map((member) => ({ member, as: 'named' }))];
        return { state: 'shown', ...letter, ...(consents.length && { consents }) };
      }),
    }),
    ...(document.progress && { progress: document.progress.map((row) => ({ ...everyone, ...row })) }),
    archive: true,
  };
}
