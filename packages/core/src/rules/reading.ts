import { answersFrom, personsIn, type Answerer } from '../answers.js';
import type { CommunityDocument } from '../document.js';
import type { MeetingCrowd } from '../meetings.js';
import { isRecord, toPublic } from '../public.js';
import type { Round } from '../introduce-all.js';
import { ProviderError, type Answer, type Query } from '../provider.js';
import { activeIn } from './active.js';
import type { Whole } from './archive.js';
import type { Pieces } from './place.js';
import { seenBy, seenByGuest, type Seen } from './personal.js';

export interface ReadingOptions {
  revision: number;
  now: () => Date;
  /**
   * Of the whole community, where only a part of it is at hand: its numbers, whom the rest names for everyone, whether
   * members who are spoken of may be seen, which letters that others grew out of stand, and for whoever asks next by what it is told how well two fit.
   */
  rest?: {
    persons: number;
    active: number;
    named: Iterable<string>;
    beside: ReadonlyMap<string, boolean>;
    letters: ReadonlySet<string>;
    crowd?: MeetingCrowd;
  };
}

/** A community at one revision, as it is to whoever asks. */
export interface Reading {
  readonly revision: number;
  /** What everyone sees. */
  readonly open: CommunityDocument;
  /** Answers with what is everyone's and what is the query's viewer's. Throws `ProviderError('invalid')`. */
  answer<Q extends Query>(query: Q): Answer<Q> | Promise<Answer<Q>>;
  /** Whom everybody would meet; see `roundFor`. */
  round(viewer: string | undefined): Promise<Round>;
}

/** Answers from an archive, whose pieces are frozen by it. */
export function readingOf(whole: Whole, { revision, now, rest }: ReadingOptions): Reading {
  const isWhole = isRecord(whole as CommunityDocument);
  const options = {
    namesAll: isWhole,
    named: rest?.named ?? [],
    ...(rest && { beside: rest.beside, letters: rest.letters }),
  };
  const open = toPublic(whole, options);
  const persons = rest?.persons ?? personsIn(open.members);
  const members = new Map(whole.members?.map((member) => [member.id, member]));
  const answerers = new Map<string | undefined, Answerer>();
  let day = NaN;

  function answererFor(viewer: string | undefined): Answerer {
    const today = Math.floor(now().getTime() / 86_400_000);
    // Who is active is told anew each day.
    if (day !== today) answerers.clear();
    day = today;
    const eyes = viewer?.startsWith('guest ') || members.has(viewer ?? '') ? viewer : undefined;
    const known = answerers.get(eyes);
    if (known) return known;
    const seen = seenWith(eyes, members.get(eyes ?? ''));
    const options = { ...seen, persons, crowd: rest?.crowd, open, now };
    const fresh = answersFrom(counted(seen.document), revision, options);
    answerers.set(eyes, fresh);
    return fresh;
  }

  function seenWith(eyes: string | undefined, me: Pieces['member'] | undefined): Seen {
    if (me) return seenBy(me, whole, options);
    return eyes === undefined ? { document: open } : seenByGuest(eyes, whole, open);
  }

  /** With the same number of those who acted lately, where that can be counted, for every pair of eyes. */
  function counted(document: CommunityDocument): CommunityDocument {
    const { purpose } = document;
    const said = purpose?.counts?.active;
    if (!purpose || (!isWhole && said === undefined)) return document;
    const active = Math.max(said ?? 0, rest?.active ?? activeIn(open, whole, now()));
    return { ...document, purpose: { ...purpose, counts: { ...purpose.counts, active } } };
  }

  return {
    revision,
    open,
    answer: (query) => answererFor(query.viewer)(query) as Answer<typeof query> | Promise<Answer<typeof query>>,
    async round(viewer) {
      const { roundFor } = await import('../round.js').catch((cause: unknown) => {
        throw new ProviderError('offline', { message: 'The code that introduces everybody did not arrive.', cause });
      });
      return roundFor(whole, seenWith(viewer, members.get(viewer ?? '')).document, viewer, now());
    },
  };
}
