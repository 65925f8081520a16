/**
 * Whose hand a `<div data-kith>` is of. Many sites keep `data-…` in what visitors write, so a stranger could place one:
 * what it may show is what they could show without it.
 */
import { isBeneath, VISITORS } from '@kith/core';

/**
 * Why one stays what it is: it stands in what visitors write, or nobody has named whom its letters would go to, or the
 * other site that is its source.
 */
export type StandInRefusal = 'visitors' | 'receiver' | 'source';

/** What keeps an element from standing for a tag with this `src` and this `to`; `undefined` where nothing does. */
export function refusalOf(it: HTMLElement, src: string | null, to: string | null): StandInRefusal | undefined {
  if (it.closest(VISITORS)) return 'visitors';
  if (to && !to.split(',').every(isReceiver)) return 'receiver';
  // The tag itself says of what is no address that it is none.
  if (!src || !URL.canParse(src, document.baseURI)) return undefined;
  const url = new URL(src, document.baseURI);
  return isOwn(url) || isNamed(url) ? undefined : 'source';
}

/** Whether an address is of the page's own site. Of `file:` and `data:` the origin is `null`, whoever's they are. */
function isOwn({ protocol, host }: URL): boolean {
  return [location.href, document.baseURI].some((own) => {
    const page = new URL(own);
    return page.protocol === protocol && page.host === host;
  });
}

/** Whether a script tag names an address, or what it lies beneath: no visitor can write one of those. */
function isNamed(url: URL): boolean {
  return named().some((place) => isBeneath(url, place));
}

/** Whether a script tag names whom one would write to: `mailto:ada@riverside.example`. */
function isReceiver(address: string): boolean {
  const wanted = `mailto:${address.trim()}`.toLowerCase();
  return named().some((each) => each.toLowerCase() === wanted);
}

function named(): string[] {
  return [...document.querySelectorAll<HTMLScriptElement>('script[data-sources]')].flatMap(
    ({ dataset }) => dataset['sources']?.split(/\s+/) ?? [],
  );
}
