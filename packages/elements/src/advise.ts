import type { Ladder, ProviderError } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import type { Checked } from './check/findings.js';

/**
 * Advises a page's author on a purpose or a ladder, in the console, where the page stands on their own machine. The code
 * for it is asked for nowhere else, so that no visitor pays for it.
 */
export function adviseAuthor(
  tag: HTMLElement & { readonly hold: boolean },
  about: string | Ladder,
  organisation?: string,
): void {
  if (tag.hold || !isOwnMachine(globalThis)) return;
  import('./author-hints.js').then(
    ({ advise }) => advise(tag, about, organisation),
    () => undefined,
  );
}

type Place = Pick<Window, 'location' | 'navigator'>;

/** Files, and servers of this machine; of https those at a port, since apps have the rest to themselves. */
const OWN = /^(file:|http(:|s:(?=.+:\d+$))\/\/(127\.[\d.]+|\[::1\]|(.+\.)?localhost)(:\d+)?$)/;
/** Whether a page stands on the machine of whoever makes it, and not in an app that is carried along to everyone's. */
export function isOwnMachine(page: Place): boolean {
  const { protocol, host } = page.location;
  const isApp = 'Capacitor' in page || 'cordova' in page || /Electron/.test(page.navigator.userAgent);
  return !isApp && OWN.test(protocol + '//' + host);
}

/** Looks at a tag after it was drawn, where the page is looked at by whoever makes it; the code for it comes only there. */
export function checkForAuthor(
  tag: Checked & ReactiveControllerHost & { readonly hold: boolean },
  failure: ProviderError | undefined,
): void {
  if (tag.hold || tag.status === 'loading' || !isAuthors(globalThis)) return;
  import('./check/check.js').then(
    ({ check }) => check(tag, failure),
    () => undefined,
  );
}

/** The same of a page, which may have no tag that would speak of it. */
export function checkPageForAuthor(): void {
  if (!globalThis.document || !isCheckAsked()) return;
  import('./check/check.js').then(
    ({ checkPage }) => checkPage(),
    () => undefined,
  );
}

/** Whether a page asks, in its address, how it stands with its tags. */
export function isCheckAsked(): boolean {
  return location.hash === '#kith-check';
}

/** What editors show their previews under: WordPress, its customizer, Elementor, Beaver Builder, Shopify. */
const PREVIEW = /[?&](preview=true|customize_changeset_uuid=|elementor-preview=|fl_builder|preview_theme_id=)/;
/** The pages editors frame their previews in. */
const EDITOR = /\/wp-admin\/|\/\/editor\.wix\.com\/|\.squarespace\.com\/config/;

/** Whether a page is looked at by whoever makes it: on their own machine, in an editor's preview, or as it is asked to be. */
export function isAuthors(page: Place & Pick<Window, 'parent' | 'self'> & { document: { referrer: string } }): boolean {
  const { location, document, parent, self } = page;
  return (
    isOwnMachine(page) ||
    isCheckAsked() ||
    PREVIEW.test(location.search) ||
    (parent !== self && EDITOR.test(document.referrer))
  );
}
