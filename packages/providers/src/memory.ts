import {
  answersFrom,
  toPublic,
  type Answer,
  type Answerer,
  type Change,
  type CommunityDocument,
  type Provider,
  type ProviderError,
} from '@kith/core';

export interface MemoryOptions {
  /** Milliseconds an answer takes. */
  delay?: number;
  /** What reads fail with; a function is asked at each read. */
  fail?: ProviderError | (() => ProviderError | undefined);
  /** When it is. */
  now?: () => Date;
}

export interface MemoryProvider extends Provider {
  /** Replaces the document with what `update` returns, and tells watchers what is different for everyone. */
  change(update: (document: CommunityDocument) => CommunityDocument): void;
  watch(changed: (change: Change) => void): () => void;
}

/** A community that lives as long as the page: for stories and tests. The document is copied, never changed. */
export function memory(document: CommunityDocument, { delay = 0, fail, now }: MemoryOptions = {}): MemoryProvider {
  const watchers = new Set<(change: Change) => void>();
  let revision = 1;
  let current = structuredClone(document);
  let open = toPublic(structuredClone(current));
  let answer = answers();

  /** An introduction is its people's: each is answered with their own, by whose eyes it is asked for. */
  function answers(): Answerer {
    return answersFrom(open, revision, { introductions: current.introductions, ...(now && { now }) });
  }

  return {
    name: 'memory',
    takes: new Set(),
    async read(query, signal) {
      signal.throwIfAborted();
      if (delay) await pause(delay, signal);
      const failure = typeof fail === 'function' ? fail() : fail;
      if (failure) throw failure;
      return (await answer(query)) as Answer<typeof query>;
    },
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    change(update) {
      current = structuredClone(update(structuredClone(current)));
      const before = open;
      open = toPublic(structuredClone(current));
      revision++;
      answer = answers();
      const touched = difference(before, open);
      if (touched.length) for (const changed of [...watchers]) changed({ revision, touched });
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', leave, { once: true });
  });
}

/** What of a community is not as it was, by kind and id; see `Change`. */
function difference(before: CommunityDocument, after: CommunityDocument): Change['touched'] {
  const was = pieces(before);
  const is = pieces(after);
  const touched: Change['touched'] = [];
  for (const [name, piece] of is) {
    if (JSON.stringify(piece.value) !== JSON.stringify(was.get(name)?.value))
      touched.push({ kind: piece.kind, id: piece.id });
  }
  for (const [name, { kind, id }] of was) if (!is.has(name)) touched.push({ kind, id, gone: true });
  return touched;
}

interface Piece {
  kind: string;
  id: string;
  value: unknown;
}

function pieces(document: CommunityDocument): Map<string, Piece> {
  const { community, purpose, roles = [], members = [], recognitions = [], ladders = [], progress = [] } = document;
  const all: Piece[] = [
    ...(community ? [{ kind: 'community', id: community.id, value: community }] : []),
    ...(purpose ? [{ kind: 'purpose', id: 'purpose', value: purpose }] : []),
    ...roles.map((value) => ({ kind: 'role', id: value.id, value })),
    ...members.map((value) => ({ kind: 'member', id: value.id, value })),
    ...recognitions.map((value) => ({ kind: 'recognition', id: value.id, value })),
    ...ladders.map((value) => ({ kind: 'ladder', id: value.id, value })),
    ...progress.map((value) => ({ kind: 'progress', id: `${value.member}/${value.ladder}`, value })),
  ];
  return new Map(all.map((piece) => [`${piece.kind} ${piece.id}`, piece]));
}
