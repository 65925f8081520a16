import {
  answersFrom,
  ProviderError,
  readJson,
  type Answer,
  type Answerer,
  type Aside,
  type CommunityDocument,
  type Provider,
} from '@kith/core';
import { answerError, bodyOf } from './http.js';

/** Where a document comes from: an address, the text of a page, or a value already read. */
export type Source = { url: string | URL } | { text: string } | { document: unknown };

export interface SourceOptions {
  /** Hears, in one sentence each, what the author should know. Default `console.warn`. */
  report?: (message: string) => void;
  fetch?: typeof globalThis.fetch;
}

/** What a source reads as. */
export interface Reading {
  /** What everyone may see of it. */
  document: CommunityDocument;
  aside: Aside[];
  /** What was read holds more than everyone may see. */
  isArchive?: boolean;
}

/** A read-only provider over one document, which is loaded with the first read and shared by all that follow. */
export function sourceProvider(
  name: string,
  source: Source,
  read: (value: unknown) => Reading | Promise<Reading>,
  options?: SourceOptions,
): Provider {
  const load = loadOnce(source, read, (document): Answerer => answersFrom(document, 1), options);
  return {
    name,
    takes: new Set(),
    read: async (query, signal) => (await (await load(signal))(query)) as Answer<typeof query>,
  };
}

/** What `use` makes of a source, which is read when first asked for and then shared. Rejects with `ProviderError`. */
export function loadOnce<T>(
  source: Source,
  read: (value: unknown) => Reading | Promise<Reading>,
  use: (document: CommunityDocument) => T,
  { report = (message) => console.warn(message), fetch }: SourceOptions = {},
): (signal: AbortSignal) => Promise<T> {
  return shared(async (signal) => {
    try {
      const value =
        'document' in source ? source.document : await valueOf(source, await textOf(source, signal, fetch), report);
      const { document, aside, isArchive } = await read(value);
      const where = 'url' in source ? String(source.url) : 'the document';
      if (aside.length) report(sayAside(where, aside));
      if (isArchive && !('document' in source)) {
        report(
          `${where} is an archive, and everyone can fetch it. Only its public part is shown; publish that instead.`,
        );
      }
      return use(document);
    } catch (error) {
      throw error instanceof ProviderError
        ? error
        : new ProviderError('invalid', { message: String(error), cause: error });
    }
  });
}

/** What a text reads as; where an editor got hold of one that is written into a page, as it was meant. */
async function valueOf(source: Source, text: string, report: (message: string) => void): Promise<unknown> {
  try {
    return readJson(text);
  } catch (error) {
    const forgiven = 'text' in source && (await import('./forgive.js').catch(() => undefined))?.forgive(text);
    if (!forgiven) throw error;
    report(`An editor changed the document inside (${forgiven.done.join(', ')}); it is read as it was meant.`);
    return readJson(forgiven.text);
  }
}

/** One load for all who ask: dropped when the last of them leaves, and begun anew after a failure. */
export function shared<T>(load: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let current: { loading: Promise<T>; abort: AbortController; waiting: number } | undefined;

  function begin() {
    const abort = new AbortController();
    const begun = { loading: load(abort.signal), abort, waiting: 0 };
    begun.loading.catch(() => forget(begun));
    return begun;
  }

  function forget(begun: typeof current) {
    if (current === begun) current = undefined;
  }

  return async (signal) => {
    signal.throwIfAborted();
    const mine = (current ??= begin());
    mine.waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        if (--mine.waiting > 0) return;
        forget(mine);
        mine.abort.abort();
      };
      signal.addEventListener('abort', leave, { once: true });
      mine.loading.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };
}

const mostBytes = 20_000_000;

async function textOf(
  source: { url: string | URL } | { text: string },
  signal: AbortSignal,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<string> {
  if ('text' in source) return source.text;
  const url = absolute(source.url);
  try {
    // Cookies go to the page's own site only.
    const response = await fetch(url, { signal, credentials: 'same-origin', headers: { accept: 'application/json' } });
    if (!response.ok) throw await answerError(url, response);
    return await bodyOf(url, response, mostBytes);
  } catch (cause) {
    if (cause instanceof ProviderError) throw cause;
    throw new ProviderError('offline', { message: `${url} could not be reached.`, cause });
  }
}

function absolute(url: string | URL): string {
  try {
    return new URL(url, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  } catch (cause) {
    throw new ProviderError('invalid', { message: `"${url}" is no address.`, cause });
  }
}

function sayAside(where: string, aside: Aside[]): string {
  const named = aside.slice(0, 5).map(({ path, reason }) => `${path}: ${reason}`);
  const more = aside.length - named.length;
  if (more) named.push(`and ${more} more`);
  return `${aside.length} ${aside.length === 1 ? 'piece was' : 'pieces were'} set aside of ${where}: ${named.join('; ')}.`;
}
