import { countGraphemes } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { ActWords } from './words.js';

/** One question that is answered in place, with a line or a few. */
export interface Question {
  /** What is asked; the name of the field. */
  asks: string;
  /** What happens to the answer, where that needs saying. */
  note?: unknown;
  /** What was written so far. */
  text: string;
  /** Graphemes; what is longer is counted, and not sent. */
  most: number;
  submit: string;
  /** More fields, above the buttons. */
  more?: unknown;
  /** It may be left empty. */
  optional?: boolean;
  onInput(text: string): void;
  onSubmit(text: string): void;
  onLeave(): void;
}

/** What had the focus before a question took it. */
const openers = new WeakMap<Element, HTMLElement | undefined>();

function takeFocus(field: Element | undefined): void {
  if (!(field instanceof HTMLElement) || openers.has(field)) return;
  openers.set(field, undefined);
  // It is not in the page before the question is drawn.
  queueMicrotask(() => {
    const before = (field.getRootNode() as ShadowRoot).activeElement;
    if (before instanceof HTMLElement) openers.set(field, before);
    field.focus();
  });
}

function fieldOf({ currentTarget }: Event): HTMLTextAreaElement | null | undefined {
  return (currentTarget as Element).closest('form')?.querySelector('textarea');
}

function giveFocusBack(event: Event): void {
  const field = fieldOf(event);
  if (field) openers.get(field)?.focus();
}

let numbered = 0;

/** Draws something with a name of its own, which stays the same as long as it is drawn. */
const named = directive(
  class extends Directive {
    readonly #id = `kith-${++numbered}`;

    render(drawn: (id: string) => unknown) {
      return drawn(this.#id);
    }
  },
);

/** Draws a question; its field has the focus once it is there, and whatever had it before gets it back. */
export function question(asked: Question, words: ActWords): TemplateResult {
  const { asks, note, text, most, submit, more, optional = false, onInput, onSubmit, onLeave } = asked;
  const over = countGraphemes(text) - most;
  const leave = (event: Event) => {
    giveFocusBack(event);
    onLeave();
  };
  const onSend = (event: SubmitEvent) => {
    event.preventDefault();
    if (over > 0 || !(optional || text.trim())) return fieldOf(event)?.focus();
    giveFocusBack(event);
    onSubmit(text.trim());
  };
  const onKey = (event: KeyboardEvent) => {
    // A word being composed has its own use for both keys.
    if (event.isComposing) return;
    if (event.key === 'Escape') leave(event);
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
      (event.currentTarget as HTMLFormElement).requestSubmit();
  };
  const field = (id: string) =>
    html`<label
        >${asks}<textarea
          ${ref(takeFocus)}
          rows="2"
          dir="auto"
          aria-describedby=${[over > 0 && `${id}-over`, note && `${id}-note`].filter(Boolean).join(' ') || nothing}
          aria-invalid=${over > 0}
          ?required=${!optional}
          .value=${live(text)}
          @input=${(event: Event) => onInput((event.currentTarget as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      ${over > 0 ? html`<p id="${id}-over" class="aside">${words.tooLong(over)}</p>` : nothing} ${more ?? nothing}
      ${note ? html`<p id="${id}-note" class="aside">${note}</p>` : nothing}`;
  return html`<form part="compose" class="question" @submit=${onSend} @keydown=${onKey}>
    ${named(field)}
    <p class="acts">
      <button part="submit" class="main">${submit}</button>
      <button type="button" class="quiet" @click=${leave}>${words.leaveIt}</button>
    </p>
  </form>`;
}
