import type { Member, Progress, Recognition } from '../document.js';
import type { Answer, Query } from '../provider.js';
import type { Intent } from '../rules/intent.js';
import type { PieceKind, PieceName, Pieces as Piece } from '../rules/place.js';

/** What an answer speaks of, piece by piece. */
export type Pieces = Map<PieceName, object>;

/** Where the pieces of an answer stand in it. */
export interface Layout<A, Q = Query> {
  /** The kinds of pieces a wish can add to it. */
  readonly holds: readonly PieceKind[];
  /** The kinds of which it has all rows: one that is not there is none, where of others it is merely not shown. */
  readonly whole: readonly PieceKind[];
  pieces(answer: A, viewer: string | undefined): [PieceName, object][];
  /** What the answer says of a piece a wish began, beside what a document would. */
  begun?(intent: Intent): object;
  lay(answer: A, pieces: Pieces, query: Q, viewer: string | undefined): A;
}
export type AnyLayout = Layout<object>;

type Layouts = {
  readonly [K in Query['kind']]?: Layout<Answer<Extract<Query, { kind: K }>>, Extract<Query, { kind: K }>>;
};

export const layouts: Layouts = {
  purpose: {
    holds: [],
    whole: [],
    pieces: ({ purpose }) => (purpose ? [['purpose purpose', purpose]] : []),
    lay: (answer, pieces) => ({ ...answer, purpose: pieces.get('purpose purpose') as typeof answer.purpose }),
  },

  member: {
    holds: [],
    whole: [],
    pieces: ({ member }) => (member ? [named('member', member)] : []),
    lay: (answer, pieces, _, viewer) => ({
      ...answer,
      member: answer.member && asHolds(answer.member, pieces, viewer),
    }),
  },

  members: {
    holds: [],
    whole: [],
    pieces: ({ members }) => members.map((each) => named('member', each)),
    lay: (answer, pieces, _, viewer) => ({
      ...answer,
      members: answer.members.map((each) => asHolds(each, pieces, viewer)),
    }),
  },

  ladder: {
    holds: ['progress'],
    // What it says of somebody's way is all there is of it.
    whole: ['progress'],
    pieces: ({ ladder, progress, people }) => [
      ...(ladder ? [named('ladder', ladder)] : []),
      ...people.map((each) => named('member', each)),
      ...progress.map((row): [PieceName, object] => [`progress ${row.member}/${row.ladder}`, row]),
    ],
    lay(answer, pieces, query, viewer) {
      const seen = new Set(answer.progress.map((row) => row.member));
      // What begins here is the viewer's own; whether another's may be seen is theirs to say.
      const isAsked = ({ member, ladder }: Progress) =>
        ladder === answer.ladder?.id &&
        (query.member === undefined || member === query.member) &&
        (member === viewer || seen.has(member));
      return {
        ...answer,
        people: all<Member>(pieces, 'member'),
        progress: all<Progress>(pieces, 'progress').filter(isAsked),
      };
    },
  },

  suggestions: {
    holds: [],
    whole: [],
    pieces: ({ me }) => (me ? [named('member', me)] : []),
    lay(answer, pieces) {
      const { passes = [], asked = [], ...me } = pieces.get(`member ${answer.me?.id ?? ''}`) as Piece['member'];
      const gone = new Set([...passes, ...asked].map((row) => row.with));
      return { ...answer, me, suggestions: answer.suggestions.filter(({ member: { id } }) => !gone.has(id)) };
    },
  },

  introductions: {
    holds: ['introduction'],
    // Of the answers a viewer sees only their own, and who asked has said yes: that is all it takes between two.
    whole: ['introduction'],
    pieces: ({ introductions }) => [
      ...introductions.map((each) => named('introduction', each)),
      ...askings(introductions),
    ],
    begun: ({ name, detail }) => (name === 'ask-intro' ? { reasons: detail.reasons } : {}),
    // Who introduces two others hears no more of it, nor does who declined.
    lay: (answer, pieces, _, viewer) => ({
      ...answer,
      introductions: all<(typeof answer)['introductions'][number]>(pieces, 'introduction').filter(
        ({ people, answers }) =>
          people.includes(viewer ?? '') && !answers?.some(({ member, on }) => member === viewer && !on),
      ),
    }),
  },

  inbox: {
    holds: ['recognition'],
    whole: [],
    pieces: ({ letters, written = [] }) => [...letters, ...written].map((each) => named('recognition', each)),
    lay(answer, pieces, _, viewer) {
      const letters = all<Piece['recognition']>(pieces, 'recognition').filter((each) => !hasReported(viewer, each));
      const waits = (letter: Recognition) => isTo(letter, viewer) && !standsFor(letter, viewer);
      return {
        ...answer,
        letters: letters.filter(waits),
        written: letters.filter(({ from, state }) => from === viewer && state === 'asked'),
      };
    },
  },
};

/** Who asked whom, as far as introductions tell: who asks somebody that asked them first says yes to it. */
function askings(introductions: Answer<{ kind: 'introductions' }>['introductions']): [PieceName, Piece['member']][] {
  const asked = introductions.flatMap(({ id, people, by, at }) => {
    const other = people.find((one) => one !== by);
    const isTheirs = by !== undefined && people.includes(by);
    return isTheirs && other !== undefined && at !== undefined ? [{ by, with: other, introduction: id, at }] : [];
  });
  // Of several the last counts: it is found first.
  asked.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const askers = [...new Set(asked.map(({ by }) => by))];
  return askers.map((id) => [`member ${id}`, { id, asked: asked.filter(({ by }) => by === id) } as Piece['member']]);
}

/** Letters alone, as a wall shows them. */
export const letterLayout: Layout<{ letters: readonly Recognition[] }> = {
  holds: [],
  whole: [],
  pieces: ({ letters }, viewer) => letters.map((each) => named('recognition', withReader(each, viewer))),
  lay: (answer) => answer,
};

/** A letter on a wall after its viewer answered or reported it; nothing where it is not for them to see there any more. */
export function asStands(
  letter: Piece['recognition'] | undefined,
  viewer: string | undefined,
): Recognition | undefined {
  if (!letter || hasReported(viewer, letter)) return undefined;
  const as = answerOf(letter, viewer);
  if (viewer === undefined || as === undefined) return letter;
  if (as === 'named') return withReader(letter, viewer);
  const { to = [], unnamed = 0 } = letter;
  const others = to.filter((id) => id !== viewer);
  const hushed = unnamed + to.length - others.length;
  // Where nobody else stands behind it, a letter that is kept to oneself stands nowhere.
  if (as === 'hidden' && !others.length && hushed === 1) return undefined;
  return { ...letter, to: others, unnamed: hushed };
}

/** Whoever says what is wrong with a letter sees it nowhere any more. */
function hasReported(viewer: string | undefined, { reports }: Piece['recognition']): boolean {
  return reports?.some(({ by }) => by === viewer) ?? false;
}

/** A letter whose reader is one of those it is to without being named: as they know it, with them. */
function withReader(letter: Recognition, viewer: string | undefined): Recognition {
  const { to = [], unnamed = 0 } = letter;
  if (viewer === undefined || to.includes(viewer) || answerOf(letter, viewer) === undefined) return letter;
  return { ...letter, to: [...to, viewer], unnamed: Math.max(0, unnamed - 1) };
}

function answerOf({ consents }: Recognition, viewer: string | undefined): string | undefined {
  return consents?.find(({ member }) => member === viewer)?.as;
}

function isTo({ to, consents }: Recognition, viewer: string | undefined): boolean {
  return viewer !== undefined && (to?.includes(viewer) || consents?.some(({ member }) => member === viewer) || false);
}

function standsFor(letter: Recognition, viewer: string | undefined): boolean {
  return ['named', 'unnamed'].includes(answerOf(letter, viewer) ?? '');
}

function named(kind: PieceKind, piece: { id: string }): [PieceName, object] {
  return [`${kind} ${piece.id}`, piece];
}

function all<T>(pieces: Pieces, kind: PieceKind): T[] {
  return [...pieces].flatMap(([name, piece]) => (name.startsWith(`${kind} `) ? (piece as T) : []));
}

/**
 * A member with what was wished of their roles. What they said no to is nobody's to see, and that somebody thinks of them
 * for a role only theirs until they say yes.
 */
function asHolds(before: Member, pieces: Pieces, viewer: string | undefined): Member {
  const after = pieces.get(`member ${before.id}`) as Member;
  if (after === before || !after.roles) return after;
  const seen = new Set(before.roles?.map(({ role }) => role));
  const isTheirs = before.id === viewer;
  return {
    ...after,
    roles: after.roles.filter(({ role, accepted }) => accepted !== false && (isTheirs || seen.has(role))),
  };
}
