import { graphemes, ProviderError, speech, type Provider, type Receipt } from '@kith/core';
import { checked, refusalError, type Intent, type Refusal } from '@kith/core/rules';
import { mail as words } from '@kith/core/strings/en';
import { isLetter, namesIn, says, type Letter, type LetterName, type Named } from './draft.js';
import { json } from './json.js';
import type { Source, SourceOptions } from './source.js';

export interface MailOptions extends SourceOptions {
  /** Whom to write to: an address, or several with commas between them. */
  to: string;
  /** The language of the drafts; default the community's own. */
  locale?: string;
  /** Opens a draft; default as a pressed link would. */
  open?: (href: string) => void;
  /** The longest link that is opened, in characters. Default 1,800: beyond some 2,000 programs cut it. */
  longest?: number;
}

export interface MailProvider extends Required<
  Omit<Provider, 'place' | 'reach' | 'renew' | 'merge' | 'watch' | 'round'>
> {
  readonly reach: 'mail';
}

const spoken = speech({ mail: words });

/**
 * A document whose people write to its organisers: a wish becomes a ready-written e-mail, which the person sends. It
 * takes what somebody would put in a letter; not what is a touch of a button and no words (counting in without a name, a
 * cheer, "I'd say that too", keeping, passing over), nor an answer to what only a server can have asked. Nothing is
 * confirmed: what is read is the document, whatever was written. A draft is opened once for each key. A wish too long for
 * a draft is refused with how many characters (as a person counts them) are too many; nothing is cut. Throws
 * `ProviderError('invalid')` where `to` is no address; its methods reject with `ProviderError`.
 */
export function mail(source: Source, options: MailOptions): MailProvider {
  const { to, locale, open = openLink, longest = 1800, ...rest } = options;
  const address = addressOf(to);
  const document = json(source, rest);
  const opened = new Map<string, Promise<Receipt>>();

  async function write(intent: Intent<LetterName>, signal: AbortSignal): Promise<Receipt> {
    const { community, revision } = await document.read({ kind: 'community' }, signal);
    const language = await spoken.load(locale ?? community?.locale ?? 'en');
    const named = namesIn(document, signal, language);
    const letter = await letterOf(intent, language.words, named);
    const name = await nameOf(intent, named);
    const { mailHello, mailMyName, mailReference, mailSubject } = language.words;
    const body = [mailHello, ...letter, `${mailMyName} ${name}`, mailReference(referenceOf(intent))].join('\n\n');
    const [what] = letter;
    const href = hrefOf(address, community ? mailSubject(community.name, what) : what, body);
    if (href.length > longest) throw refusalError(tooLong(intent, href.length - longest));
    signal.throwIfAborted();
    open(href);
    return { revision };
  }

  return {
    name: 'mail',
    takes: new Set(Object.keys(says) as LetterName[]),
    reach: 'mail',
    read: document.read,
    async send(intent, signal) {
      signal.throwIfAborted();
      const said = checked(intent.name, intent.detail);
      if ('reason' in said) throw refusalError(said);
      if (!isLetter(intent.name)) throw refusalError({ reason: 'read-only' });
      const before = opened.get(intent.key);
      if (before) return before;
      const writing = write(intent as Intent<LetterName>, signal);
      opened.set(intent.key, writing);
      writing.catch(() => opened.delete(intent.key));
      return writing;
    },
  };
}

function letterOf(
  { name, detail }: Intent<LetterName>,
  language: (typeof spoken.english)['words'],
  named: Named,
): Promise<Letter> {
  return (says[name] as (...given: unknown[]) => Promise<Letter>)(detail, language, named);
}

/** Who writes, where that is known; else they say it themselves. */
async function nameOf({ actor }: Intent, { people }: Named): Promise<string> {
  return actor && 'member' in actor ? people([actor.member]) : '';
}

/** By what organisers find exactly what is meant, and know a draft that was sent twice. */
function referenceOf({ name, detail, key }: Intent): string {
  const ids = Object.entries(detail).flatMap(([field, value]: [string, unknown]) =>
    /^(member|role|recognition|ask|ladder|rung|measure|with|people|to|occasion|reward|purposeVersion)$/.test(field)
      ? [value].flat()
      : [],
  );
  return [name, ...ids, key].join(' ');
}

function hrefOf(to: string, subject: string, body: string): string {
  return `mailto:${to}?subject=${encoded(subject.replace(/\s+/g, ' '))}&body=${encoded(body.replace(/\r?\n/g, '\r\n'))}`;
}

/** Half of a character is none, and cannot be written. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** How many characters have to go from the end of the longest text so that a link is shorter by `over`. */
function tooLong({ detail }: Intent<LetterName>, over: number): Refusal {
  const texts = Object.entries('patch' in detail ? detail.patch : detail).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const [field, text] = texts.reduce((a, b) => (encoded(b[1]).length > encoded(a[1]).length ? b : a), ['text', '']);
  let n = 0;
  let left = over;
  for (const each of [...graphemes(text)].reverse()) {
    if (left <= 0) break;
    left -= encoded(each).length;
    n++;
  }
  return { reason: 'too-long', params: { field, n: Math.max(n, 1) } };
}

function addressOf(to: string): string {
  const all = to.split(',').map((one) => one.trim());
  if (all.every((one) => /^[^\s@]+@[^\s@]+$/.test(one)))
    return all.map((one) => encodeURIComponent(one).replace('%40', '@')).join(',');
  throw new ProviderError('invalid', { message: `"${to}" is no e-mail address to write to.` });
}

function openLink(href: string): void {
  const link = globalThis.document.createElement('a');
  link.href = href;
  link.click();
}
