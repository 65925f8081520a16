import type { Language, Loaded, ProviderError, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { tell } from './attributes.js';

/** How things stand with a widget. */
export type Status = 'loading' | 'ready' | 'empty' | 'failed';

export const statuses: readonly Status[] = ['loading', 'ready', 'empty', 'failed'];

/** Whether the author wrote something into a tag that can be read. */
export function hasContent(tag: HTMLElement): boolean {
  return [...tag.childNodes].some((node) =>
    node instanceof Element
      ? !node.slot && !node.matches('script, template, style')
      : node instanceof Text && node.data.trim() !== '',
  );
}

/** The line that says how things stand, where that needs saying. */
export function statusLine(
  loaded: Loaded<unknown> | undefined,
  { words, format }: Language<Words>,
  now: Date,
  onRetry: () => void,
): TemplateResult | typeof nothing {
  if (loaded?.state !== 'failed') return nothing;
  const said =
    loaded.error.kind === 'offline' && !navigator.onLine
      ? words.offline
      : loaded.at
        ? words.stale(format.moment(loaded.at, now))
        : words.failed;
  return html`<p part="status">
    ${said} <button part="retry" class="quiet" @click=${onRetry}>${words.retry}</button>
  </p>`;
}

/** Drawn for 400 ms not at all, then as a thread alone; with words after two seconds. */
export function waiting({ words }: Language<Words>): TemplateResult {
  return html`<div class="wait">
    <hr class="thread dashed" />
    <p part="status">${words.loading}</p>
  </div>`;
}

/** After a retry the button that was pressed may be gone, and the focus with it. */
export function keepFocus(root: ParentNode): void {
  if (document.activeElement !== document.body) return;
  const place = root.querySelector<HTMLElement>('[part~=retry]') ?? root.querySelector<HTMLElement>('[part~=base]');
  if (!place) return;
  if (place.localName !== 'button') place.tabIndex = -1;
  place.focus();
}

const told = new WeakSet<ProviderError>();

/** Widgets that share a store share its failures; the author hears of each once, and never of a lost connection. */
export function tellOnce(tag: HTMLElement, error: ProviderError): void {
  if (told.has(error) || error.kind === 'offline' || error.kind === 'busy') return;
  told.add(error);
  tell(tag, 'error', error.message);
}
