import type { Community, Ladder, Member, Progress, Purpose, Recognition, Role } from './document.js';
import type { Round } from './introduce-all.js';
import type { Intent, IntentName } from './rules/intent.js';
import type { Pieces } from './rules/place.js';
import type { reasonKinds } from './words.js';

export * from './asking.js';

/**
 * What a store asks a provider for. `limit` counts rows; `after` is the cursor of the page before. `viewer` is whose eyes
 * read it, a member's id, unless a token says who that is: they get what is theirs beside what is everyone's.
 */
export type Query = { viewer?: string } & (
  | { kind: 'community' }
  | { kind: 'purpose' }
  | { kind: 'roles' }
  /** With `role`, only those who said yes to that role. */
  | { kind: 'members'; q?: string; role?: string; after?: Cursor; limit?: number }
  | { kind: 'member'; id: string }
  /** With `ids`, only those letters, as far as they are still shown; the rest of the wall is left out. */
  | { kind: 'wall'; filters?: WallFilters; ids?: readonly string[]; after?: Cursor; limit?: number }
  /** Without `id`, the community's first ladder; with `member`, only that one's progress. */
  | { kind: 'ladder'; id?: string; member?: string }
  /** To whom the viewer might be introduced, or whether to `with`. Without one, who could use a hand, and `with` first. */
  | { kind: 'suggestions'; with?: string; limit?: number }
  /** The viewer's. */
  | { kind: 'introductions' }
  /** What waits for the viewer's answer, and what they wrote that waits for another's. */
  | { kind: 'inbox' }
);

/** Which letters are wanted; a letter must meet all that are named. */
export interface WallFilters {
  member?: string;
  role?: string;
  reward?: string;
  occasion?: string;
  /** Only letters that somebody keeps. */
  kept?: boolean;
}

/** A place in a list ordered by (at, id), newest first. Opaque to all but its provider. */
export type Cursor = string;

/** Rows are newest first; `people` are the members the rows speak of; `total` counts all rows, not those on the page. */
interface Answers {
  community: { community: Community | undefined };
  purpose: { purpose: Purpose | undefined; community: Community | undefined; members: number; people: Member[] };
  roles: { roles: Role[] };
  members: { members: Member[]; after?: Cursor; total: number };
  member: { member: Member | undefined; people: Member[] };
  /** Among `people` is also whose eyes read it: they can join in. */
  wall: { letters: Recognition[]; people: Member[]; after?: Cursor; total: number };
  /** `people` are those asked for, the viewer, those the progress speaks of, and whoever goes through a step with a member. */
  ladder: {
    ladder: Ladder | undefined;
    /** All the community's, the first first. */
    ladders?: Pick<Ladder, 'id' | 'name'>[];
    progress: Progress[];
    people: Member[];
  };
  /**
   * `me` is who might be introduced; where nobody is, the suggestions are people somebody could give a hand. Among
   * `people` is also who was asked about, where they are known.
   */
  suggestions: { me?: Member; suggestions: { member: Member; reasons: Reason[] }[]; people: Member[] };
  /** Of `answers` and `meetings` only the viewer's own. */
  introductions: { introductions: (Pieces['introduction'] & { reasons?: Reason[] })[]; people: Member[] };
  /**
   * `letters` are to the viewer and stand nowhere: they have not answered, or keep them to themselves (`consents` has
   * their answer and nobody else's). `written` are the viewer's own that nobody said yes to yet.
   */
  inbox: { letters: Recognition[]; written?: Recognition[]; people: Member[] };
}

/** Why two people might meet, in the words that match: a tag, a role or whom somebody is called. */
export interface Reason {
  kind: (typeof reasonKinds)[number];
  words: string;
}

/** An answer carries the revision of what it saw: of two answers the one with the higher revision is the newer. */
export type Answer<Q extends Query> = Answers[Q['kind']] & { revision: number };

/**
 * What is no longer as it was. Kinds: `community`, `purpose` (its id is `purpose`), `role`, `member`, `recognition`,
 * `ladder`, and `progress` (its id is `member/ladder`). Nothing is `touched` where only what is some member's own changed.
 */
export interface Change {
  revision: number;
  touched: { kind: string; id: string; gone?: true }[];
}

/** What a provider says of a wish it took: whatever is read at this revision or a later one has it. */
export interface Receipt {
  revision: number;
}

/**
 * Where a community lives. Rejects with `ProviderError` and nothing else, save that a read whose signal is aborted
 * rejects with the signal's reason: who left wants no sentence.
 */
export interface Provider {
  readonly name: string;
  /** What can be wished here; empty means read only. An intent's name is its event's, without the `kith-`. */
  readonly takes: ReadonlySet<IntentName>;
  /**
   * Tells this community from every other that the same browser writes to, so that what waits to be sent outlives the
   * page. Without it a wish waits as long as the page does.
   */
  readonly place?: string | undefined;
  /**
   * Where a wish stays that was taken: `device` goes no further, `page` is lost with the page, `mail` still has to be sent
   * by hand.
   */
  readonly reach?: 'device' | 'page' | 'mail' | undefined;
  read<Q extends Query>(query: Q, signal: AbortSignal): Promise<Answer<Q>>;
  /** Carries a wish out, once for each key however often it is called. */
  send?(intent: Intent, signal: AbortSignal): Promise<Receipt>;
  /**
   * Has it made known anew who asks: a fresh token, say, for a session that is over. Called once where wishes are refused
   * as `signed-out`; they are sent again after it, whatever became of it.
   */
  renew?(): Promise<unknown>;
  /** Makes it the viewer's, who is signed in, that a device counted in before as this guest; once, however often called. */
  merge?(guest: string, signal: AbortSignal): Promise<unknown>;
  /**
   * Whom everybody would meet if all were introduced now, for a host to look at: it needs all there is, also what nobody
   * else may read. Absent where that is not at hand; a server's round is made by whoever runs it.
   */
  round?: ((viewer: string | undefined, signal: AbortSignal) => Promise<Round>) | undefined;
  /** Tells that something changed, never what it changed to. Returns the way to stop. */
  watch?(changed: (change: Change) => void): () => void;
}
