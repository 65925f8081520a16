import { ProviderError, type Aside, type CommunityDocument, type Provider, type Receipt } from '@kith/core';
import {
  carryOut,
  difference,
  documentOf,
  frameOf,
  intentNames,
  piecesOf,
  readingOf,
  receiptOf,
  refusalError,
  rewritten,
  withoutGuests,
  wordsOf,
  type Intent,
  type KnownPieces,
  type PieceName,
  type Reading,
} from '@kith/core/rules';
import { careful, loadOnce, readCommunity } from './json.js';
import { createPageShelf, createShelf, Refused, type Held, type Shelf, type Writing } from './shelf.js';
import type { Source, SourceOptions, Reading as SourceReading } from './source.js';
import { tabsOf } from './tabs.js';

export interface BrowserOptions extends SourceOptions {
  /**
   * Tells this community from others on the device. Default the source's address, else the page's address and the
   * community's id.
   */
  name?: string;
  /** When it is. */
  now?: () => Date;
  /** Where it is kept. Default IndexedDB. */
  shelf?: Shelf;
}

export interface BrowserProvider extends Required<Omit<Provider, 'place' | 'reach' | 'renew' | 'merge'>> {
  readonly place: string;
  /** `page` once the browser was found to keep nothing: what members do is lost when the page is left. */
  readonly reach: 'device' | 'page';
  /**
   * Replaces everything there is with what `update` makes of a copy, while nobody else writes in any tab. It may be called
   * twice; where it changes nothing, nothing is stored. What an update of a public document leaves unsaid stays as it was,
   * and of what is new it is a yes.
   */
  change(update: (archive: CommunityDocument) => CommunityDocument): Promise<void>;
  /**
   * A copy of everything there is, as an archive: for a backup, or for another device. Devices that counted in without an
   * account are counted in it, and not named.
   */
  exportArchive(): Promise<CommunityDocument>;
  /**
   * Puts a community in the place of all there is, and tells what of it was set aside. Rejects with
   * `ProviderError('invalid')` where it is no community document; then nothing is changed.
   */
  importArchive(document: unknown): Promise<Aside[]>;
}

/** What is held, and the answers from it. */
interface Known extends Held {
  readonly reading: Reading;
}

/**
 * A community on one device, in which all tabs of a browser agree. Until somebody acts it is what its source says, and
 * nothing is stored; from then on it is what members made of it, whatever becomes of the source. It takes every wish, of
 * whomever it says it is: who may use the device may do everything. Where the browser keeps nothing it works as long as
 * the page lives, and reports that. Rejects with `ProviderError`, and where a signal is aborted with its reason.
 */
export function browser(source: Source, options: BrowserOptions = {}): BrowserProvider {
  const { name = nameOf(source), now = () => new Date(), report = (message) => console.warn(message) } = options;
  const place = `browser:${name}`;
  const load = loadOnce(source, 'document' in source ? readWhole : readCommunity, seedOf, { ...options, report });
  const tabs = tabsOf(`kith ${place}`, () => void current(new AbortController().signal).catch(() => undefined));
  let shelf = options.shelf ?? createShelf(`kith ${place}`);
  let reach: BrowserProvider['reach'] = 'device';
  let known: Known | undefined;

  function seedOf(document: CommunityDocument): Known {
    return withAnswers({ frame: frameOf(document), pieces: piecesOf(document), revision: 1 });
  }

  function withAnswers(held: Held): Known {
    const { frame, pieces, revision } = held;
    return { ...held, reading: readingOf(documentOf(pieces, frame), { revision, now }) };
  }

  /** Does what needs the shelf; once more on one of the page's own, where the browser keeps nothing. */
  async function onShelf<T>(act: (shelf: Shelf) => Promise<T>): Promise<T> {
    try {
      return await act(shelf).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        if (reach === 'device') {
          report(`${error.message} What members do here is lost when the page is left.`);
          shelf = createPageShelf(known);
          reach = 'page';
        }
        return act(shelf);
      });
    } catch (cause) {
      if (cause instanceof ProviderError) throw cause;
      throw new ProviderError('busy', { message: `The database "kith ${place}" did not answer.`, cause });
    }
  }

  /** What is kept by now, if anything is. */
  async function look(): Promise<Known | undefined> {
    const kept = await onShelf((on) => on.read(known));
    if (kept && kept.revision > (known?.revision ?? -Infinity)) known = withAnswers(kept);
    return kept && known;
  }

  /** The community by now: what is kept, else what the source says. */
  async function current(signal: AbortSignal): Promise<Known> {
    signal.throwIfAborted();
    const found = (await look()) ?? (await load(signal));
    signal.throwIfAborted();
    known = found;
    tabs.found(found.revision);
    return found;
  }

  /** Writes, then tells everybody what is different from `before`. */
  async function write<T>(before: Known, act: (writing: Writing) => Promise<T>): Promise<T> {
    const result = await onShelf((on) => on.write(before, act));
    const after = await look();
    if (after && after.revision > before.revision)
      tabs.tell({ revision: after.revision, touched: difference(before.reading.open, after.reading.open) });
    return result;
  }

  return {
    name: 'browser',
    takes: new Set(intentNames),
    place,
    get reach() {
      return reach;
    },
    watch: tabs.watch,
    async read(query, signal) {
      const { reading } = await current(signal);
      return reading.answer(query);
    },
    async round(viewer, signal) {
      const { reading } = await current(signal);
      return reading.round(viewer);
    },
    async send(intent, signal) {
      return write(await current(signal), (writing) => take(intent, now(), writing));
    },
    async change(update) {
      const before = await current(new AbortController().signal);
      if (!rewritten(before, update)) return;
      await write(before, async (writing) => {
        const after = rewritten(await writing.held(), update);
        if (after) await writing.replace(after);
      });
    },
    async exportArchive() {
      const { pieces, frame } = await current(new AbortController().signal);
      return structuredClone(withoutGuests(documentOf(pieces, frame)) as CommunityDocument);
    },
    async importArchive(value) {
      const { readDocument } = await careful();
      const { document, aside } = readDocument(value);
      const before = await current(new AbortController().signal).catch(() => seedOf({ kith: 1 }));
      await write(before, (writing) => writing.replace({ frame: frameOf(document), pieces: piecesOf(document) }));
      return aside;
    },
  };
}

/** Carries a wish out where nobody else writes meanwhile. */
async function take(intent: Intent, now: Date, writing: Writing): Promise<Receipt> {
  const before = await writing.taken(intent.key);
  if (before) return receiptOf(intent, before);
  const changes = await outcomeOf(intent, now, writing);
  if (changes.size) await writing.change(changes);
  const receipt = { revision: writing.revision + Number(changes.size > 0) };
  await writing.take({ key: intent.key, said: wordsOf(intent), receipt });
  return receipt;
}

async function outcomeOf(intent: Intent, now: Date, writing: Writing): Promise<KnownPieces> {
  const known = new Map<PieceName, object | undefined>();
  for (;;) {
    const outcome = carryOut(intent, intent.actor, now, known);
    if ('refused' in outcome) throw refusalError(outcome.refused);
    if ('changed' in outcome) return outcome.changed;
    for (const name of outcome.wants) known.set(name, await writing.piece(name));
  }
}

/** A document of the page's own, with what in it is not everyone's. */
async function readWhole(value: unknown): Promise<SourceReading> {
  const { readDocument } = await careful();
  return readDocument(value);
}

function nameOf(source: Source): string {
  const { href = '' } = globalThis.location ?? {};
  if ('url' in source) {
    const base = globalThis.document?.baseURI ?? href;
    return withoutHash(
      URL.canParse(source.url, base || undefined) ? new URL(source.url, base || undefined).href : `${source.url}`,
    );
  }
  return `${withoutHash(href)} ${idIn(source)}`;
}

function withoutHash(address: string): string {
  return address.split('#')[0] ?? address;
}

function idIn(source: { text: string } | { document: unknown }): string {
  try {
    const document = 'text' in source ? (JSON.parse(source.text) as unknown) : source.document;
    return String((document as CommunityDocument).community?.id ?? '');
  } catch {
    return '';
  }
}
