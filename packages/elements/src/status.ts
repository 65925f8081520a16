import type { Language, Loaded, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { hasContent } from './content.js';

/** How things stand with a widget. */
export type Status = 'loading' | 'ready' | 'empty' | 'failed';

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
  return retryLine(said, words, onRetry);
}

/** A line that says what did not work, and the button that tries again. */
export function retryLine(said: string, words: Words, onRetry: () => void): TemplateResult {
  return html`<p part="status">
    ${said} <button part="retry" class="quiet" @click=${onRetry}>${words.retry}</button>
  </p>`;
}

/** What stands in a tag's place while it has nothing of its own to show: the author's content, or a line. */
export function placeholder(
  tag: HTMLElement & { hold: boolean; status: Status },
  words: Words,
  emptyWords: string | undefined,
  line: unknown,
  acts: unknown = nothing,
): TemplateResult {
  const content = hasContent(tag);
  return html`<div part="base">
    <slot name="heading"></slot>
    ${content ? html`<slot></slot>` : tag.hold ? nothing : nothingYet[tag.status](words, emptyWords, acts)} ${line}
  </div>`;
}

/** What stands where there is nothing to show: the author's content, or a line. */
export function emptyPlace(tag: HTMLElement, emptyWords: string): TemplateResult {
  return hasContent(tag) ? html`<slot></slot>` : nobodyYet(emptyWords);
}

function nobodyYet(emptyWords: string | undefined, acts?: unknown): TemplateResult {
  return html`<slot name="empty">${emptyWords ? html`<p class="aside">${emptyWords}</p>` : nothing} ${acts}</slot>`;
}

const nothingYet: { [S in Status]: (words: Words, emptyWords: string | undefined, acts: unknown) => unknown } = {
  // Drawn for 400 ms not at all, then as a thread alone; with words after two seconds.
  loading: ({ loading }) =>
    html`<div class="wait">
      <hr class="thread dashed" />
      <p part="status">${loading}</p>
    </div>`,
  failed: () => html`<hr class="thread dashed" aria-hidden="true" />`,
  empty: (_, emptyWords, acts) => nobodyYet(emptyWords, acts),
  ready: () => nothing,
};
