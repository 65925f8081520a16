import {
  readDocument,
  readJson,
  toPublic,
  ProviderError,
  type Aside,
  type CommunityDocument,
  type Provider,
} from '@kith/core';
import { faultIn, sayFault } from '@kith/embed/doctor';
import { allContributors, readContributors } from '@kith/providers/all-contributors';
import { inferShape } from '@kith/providers/infer-shape';
import { json } from '@kith/providers/json';

/** What somebody brought, as far as it could be read. */
export interface Brought {
  provider: Provider;
  /** What everyone may see of it. */
  document: CommunityDocument;
  isArchive: boolean;
  aside: Aside[];
}

/** Reads a community document or an `.all-contributorsrc`. Throws a `ProviderError` that says what to mend. */
export function read(text: string): Brought {
  const value = parse(text);
  const shape = inferShape(value);
  if (!shape) {
    throw invalid(
      'This is JSON, but no community: a community document says "kith": 1, and an .all-contributorsrc holds "contributors": [ … ].',
    );
  }
  const { document, aside } = shape === 'json' ? readDocument(value) : readContributors(value);
  const source = { document: value };
  // What was set aside is said on the page.
  const quiet = { report: () => undefined };
  return {
    provider: shape === 'json' ? json(source, quiet) : allContributors(source, quiet),
    document: toPublic(document),
    isArchive: document.archive === true,
    aside,
  };
}

const notText = 'This is no text, so there is nothing in it to read.';

function parse(text: string): unknown {
  if (text.includes('\0')) throw invalid(notText);
  if (!/\S/.test(text)) throw invalid('There is nothing in it yet.');
  if (/^\s*</.test(text))
    throw invalid('This is a web page, and should be the file itself. On GitHub, the link behind “Raw” leads to it.');
  try {
    return readJson(text);
  } catch (error) {
    // Engines say it each in their own way, and not all of them say where.
    const fault = faultIn(text);
    throw fault
      ? invalid(`This is not JSON${fault.at < text.trimEnd().length ? '' : ' yet'}: ${sayFault(text, fault)}`)
      : error;
  }
}

/** The address in a text that is nothing but one: `https://…`, a path, or a name like `people.json`. */
export function linkIn(text: string, base: string): URL | undefined {
  const word = text.trim();
  if (
    !/^(https?:\/\/|\.{0,2}\/|[\w-]+(\.[\w-]+)+\/)\S+$/i.test(word) &&
    !/^[\w.-]+(\.json|\.all-contributorsrc)$/i.test(word)
  )
    return undefined;
  const isHost = /^[\w-]+(\.[\w-]+)+\//.test(word);
  const link = isHost ? `https://${word}` : word;
  if (!URL.canParse(link, base)) return undefined;
  const url = new URL(link, base);
  return /^https?:$/.test(url.protocol) ? rawOf(url) : undefined;
}

/** GitHub shows a file, or a repository, as a web page; the file itself lies elsewhere. */
function rawOf(url: URL): URL {
  const [, owner, repository, view, ...path] = url.pathname.split('/');
  if (!/^(www\.)?github\.com$/.test(url.hostname) || !owner || !repository) return url;
  const file = view === 'blob' || view === 'raw' ? path.join('/') : view ? undefined : 'HEAD/.all-contributorsrc';
  return file === undefined
    ? url
    : new URL(`https://raw.githubusercontent.com/${owner}/${repository.replace(/\.git$/, '')}/${file}`);
}

const MOST_BYTES = 20_000_000;

/** Fetches a text, telling the other side nothing but that it is wanted. Throws a `ProviderError` that says what to do. */
export async function textAt(url: URL, signal: AbortSignal): Promise<string> {
  const { host } = url;
  const byHand = 'Open the link, copy all of it, and paste it here.';
  let response: Response;
  try {
    response = await fetch(url, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json, */*' },
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (!navigator.onLine)
      throw new ProviderError('offline', {
        message: 'You’re offline. A file from this device can be read all the same.',
        cause,
      });
    throw new ProviderError('offline', {
      message: `${host} doesn’t hand this to other sites (CORS), or it didn’t answer. ${byHand}`,
      cause,
    });
  }
  const { status } = response;
  if (status === 404 || status === 410)
    throw new ProviderError('gone', { message: `${host} has nothing at this address (${status}).` });
  if (status === 401 || status === 403)
    throw new ProviderError('refused', {
      message: `${host} shows this only to people it knows (${status}). ${byHand}`,
    });
  if (!response.ok)
    throw new ProviderError('busy', { message: `${host} can’t answer just now (${status}). Try again in a while.` });
  return textOf(await response.blob());
}

/** The text of a file. Throws a `ProviderError` where it is none that can be read. */
export async function textOf(file: Blob): Promise<string> {
  if (file.size > MOST_BYTES) throw invalid('This is larger than 20 MB, which is more than a page can show.');
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (cause) {
    throw invalid('This can’t be opened. Where it is a folder, bring the file inside it.', cause);
  }
  const text = decoded(new Uint8Array(bytes));
  if (/^PK/.test(text))
    throw invalid('This is a spreadsheet’s own file, or an archive. Save it as CSV, or copy its cells and paste them.');
  if (text.includes('\0')) throw invalid(notText);
  return text;
}

/** What spreadsheets save is UTF-8, with a mark UTF-16, or else what Windows wrote before. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function invalid(message: string, cause?: unknown): ProviderError {
  return new ProviderError('invalid', { message, cause });
}
