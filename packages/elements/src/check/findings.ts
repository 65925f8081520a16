import type { ProviderError } from '@kith/core';
import { toldOf } from '../attributes.js';
import { hasContent } from '../content.js';
import { communityFor } from '../page.js';
import { refusalOf } from '../stand-in.js';
import type { CheckWords } from './words.js';

/** A tag that is looked at. */
export interface Checked extends HTMLElement {
  readonly src: string | undefined;
  readonly community: string | undefined;
  readonly store: unknown;
  readonly status: string;
  readonly hold: boolean;
}

/** Where a tag's people are, as its author wrote it. */
export function sourceOf(tag: Checked): string | undefined {
  const community = communityFor(tag, tag.community);
  const src = tag.src ?? community?.getAttribute('src');
  return src && URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).href : (src ?? undefined);
}

/** Whether a tag asks for nothing yet, since it or its community is told to wait. */
export function isHeld(tag: Checked): boolean {
  const community = tag.src ? undefined : (communityFor(tag, tag.community) as Partial<Checked> | undefined);
  return tag.hold || (community?.hold ?? false);
}

/** What of a tag is to be mended, in a sentence each. */
export function findingsOf(tag: Checked, failure: ProviderError | undefined, words: CheckWords): string[] {
  const community = communityFor(tag, tag.community);
  const told = [tag, community].flatMap((each) => (each ? toldOf(each) : []));
  // What failed is told of as it is now.
  const found = told
    .filter(({ level }) => level === 'warn')
    .map(({ about, message }) =>
      about ? words.attribute(about.attribute, about.value, about.choices) : words.said(message),
    );
  if (failure) found.unshift(ofFailure(tag, failure, words));
  else if (!tag.store && !community && tag.status === 'empty' && !hasContent(tag)) found.unshift(words.noSource);
  return [...new Set(found)];
}

const refused: string[] = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  if (effectiveDirective === 'connect-src') refused.push(blockedURI);
});

function ofFailure(tag: Checked, { kind, message }: ProviderError, words: CheckWords): string {
  const address = sourceOf(tag) ?? '';
  if (/looks like a web page/.test(message) && address) return words.webPage(address);
  if (/not JSON|is empty/.test(message)) return words.notJson(message);
  if (/answered 40[13]\b/.test(message)) return words.refused(address);
  if (kind === 'gone') return words.missing(address);
  if (kind === 'offline' && refused.includes(address)) return words.blocked(new URL(address).origin);
  return kind === 'offline' && address ? words.unreachable(address) : words.said(message);
}

/** What of the page is to be mended, whichever its tags. */
export function findingsOfPage(words: CheckWords): string[] {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script')].filter((each) =>
    /\bkith\.js\b/.test([...each.attributes].map(({ value }) => value).join(' ')),
  );
  const runs = scripts.filter(({ type }) => /^(module|text\/javascript|application\/javascript)?$/.test(type));
  const left = [...document.querySelectorAll<HTMLElement>('[data-kith]')].filter((each) => !each.isContentEditable);
  return [
    ...(runs.length > 1 ? [words.twice] : []),
    ...(runs.length < scripts.length ? [words.delayed] : []),
    ...(document.querySelector('link[href*="kith.css"]') ? [] : [words.noSheet]),
    ...left.flatMap((each) => ofStandIn(each, words)),
  ];
}

/** Why a `<div data-kith>` is no tag; nothing where it is about to become one. */
function ofStandIn(it: HTMLElement, words: CheckWords): string[] {
  const name = it.dataset['kith'] ?? '';
  if (
    !customElements.get(
      `kith-${name
        .trim()
        .toLowerCase()
        .replace(/^kith-/, '')}`,
    )
  )
    return [words.unknown(name)];
  const src = it.dataset['src'] ?? it.getAttribute('src') ?? '';
  const to = it.dataset['to'] ?? it.getAttribute('to') ?? '';
  const refusal = refusalOf(it, src, to);
  if (refusal === 'visitors') return [words.ofVisitors];
  if (refusal === 'receiver') return [words.unnamed(to.replace(/[^\s,]+/g, 'mailto:$&').replace(/,/g, ' '))];
  return refusal ? [words.unnamed(new URL(src, document.baseURI).href)] : [];
}
