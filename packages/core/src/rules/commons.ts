import type { CommunityDocument } from '../document.js';
import type { Round } from '../introduce-all.js';
import type { Answer, Change, Query, Receipt } from '../provider.js';
import { documentOf, frameOf, piecesOf, rewritten } from './archive.js';
import { carryOut, type KnownPieces } from './carry-out.js';
import { difference } from './difference.js';
import type { Intent } from './intent.js';
import { receiptOf, refusalError, wordsOf, type Taken } from './once.js';
import type { PieceName } from './place.js';
import { readingOf, type Reading } from './reading.js';

export interface CommonsOptions {
  /** When it is. */
  now?: () => Date;
  /** Where revisions begin. Default 1. */
  revision?: number;
}

/** A whole community in memory, to which wishes are sent. */
export interface Commons {
  /** Answers with what is everyone's and what is the query's viewer's. Throws `ProviderError('invalid')`. */
  read<Q extends Query>(query: Q): Answer<Q> | Promise<Answer<Q>>;
  /** Whom everybody would meet, for a host. Rejects with `ProviderError('refused')` where who asks is none. */
  round(viewer: string | undefined): Promise<Round>;
  /**
   * Carries a wish out for whom it says it is of, once for each key: sent again it has the same receipt. Throws a
   * `ProviderError` with reason and params where it is refused; then nothing is changed.
   */
  take(intent: Intent): Receipt;
  /**
   * Replaces the archive with what `update` makes of a copy. Of a community that began as a public document, what the
   * update leaves unsaid stays as it was, and of what is new it is a yes.
   */
  change(update: (archive: CommunityDocument) => CommunityDocument): void;
  /** A copy of everything there is. */
  archive(): CommunityDocument;
  /** Tells what is different for everyone; nothing is touched where that is nothing. Returns the way to stop. */
  watch(changed: (change: Change) => void): () => void;
}

/** Holds a community in memory. The document is copied, never changed. */
export function createCommons(
  document: CommunityDocument,
  { now = () => new Date(), revision: first = 1 }: CommonsOptions = {},
): Commons {
  const watchers = new Set<(change: Change) => void>();
  const taken = new Map<string, Taken>();
  const copy = structuredClone(document);
  let frame = frameOf(copy);
  let pieces = piecesOf(copy);
  let reading = read(first);

  function read(revision: number): Reading {
    return readingOf(documentOf(pieces, frame), { revision, now });
  }

  /** Makes the next revision of what is held now. */
  function advance(): Receipt {
    const { open, revision } = reading;
    reading = read(revision + 1);
    const change = { revision: reading.revision, touched: difference(open, reading.open) };
    for (const changed of [...watchers]) changed(change);
    return { revision: reading.revision };
  }

  function outcomeOf(intent: Intent): KnownPieces {
    const known = new Map<PieceName, object | undefined>();
    for (;;) {
      const outcome = carryOut(intent, intent.actor, now(), known);
      if ('refused' in outcome) throw refusalError(outcome.refused);
      if ('changed' in outcome) return outcome.changed;
      for (const name of outcome.wants) known.set(name, pieces.get(name));
    }
  }

  return {
    read: (query) => reading.answer(query),
    round: (viewer) => reading.round(viewer),
    take(intent) {
      const before = taken.get(intent.key);
      if (before) return receiptOf(intent, before);
      const changes = outcomeOf(intent);
      for (const [name, piece] of changes) {
        if (piece) pieces.set(name, piece);
        else pieces.delete(name);
      }
      const receipt = changes.size ? advance() : { revision: reading.revision };
      taken.set(intent.key, { key: intent.key, said: wordsOf(intent), receipt });
      return receipt;
    },
    change(update) {
      const after = rewritten({ pieces, frame }, update);
      if (!after) return;
      ({ pieces, frame } = after);
      advance();
    },
    archive: () => structuredClone(documentOf(pieces, frame) as CommunityDocument),
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
