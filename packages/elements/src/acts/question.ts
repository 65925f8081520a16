import { countGraphemes } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
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
  /** Fields that come before it. */
  first?: unknown;
  /** More fields, above the buttons. */
  more?: unknown;
  /** It may be left empty. */
  optional?: boolean;
  onInput(text: string): void;
  onSubmit(text: string): void;
  onLeave(): void;
}

/** What had the focus before a question took it. */
const openers = new WeakMap<Element, HTMLElement>();

function takeFocus(field: Element | undefined): void {
  if (!field) return;
  const before = (field.getRootNode() as ShadowRoot).activeElement;
  if (before instanceof HTMLElement) openers.set(field, before);
  (field as HTMLElement).focus();
}

function giveFocusBack({ currentTarget }: Event): void {
  const field = (currentTarget as Element).closest('form')?.querySelector('textarea');
  if (field) openers.get(field)?.focus();
}

/** Draws a question; its field has the focus once it is there, and whatever had it before gets it back. */
export function question(asked: Question, words: ActWords): TemplateResult {
  const { asks, note, text, most, submit, first, more, optional = false, onInput, onSubmit, onLeave } = asked;
  const over = countGraphemes(text) - most;
  const read = (event: Event) => (event.currentTarget as HTMLTextAreaElement).value;
  const leave = (event: Event) => {
    giveFocusBack(event);
    onLeave();
  };
  return html`<form
    part="compose"
    class="question"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (over > 0 || !(optional || text.trim())) return;
      giveFocusBack(event);
      onSubmit(text.trim());
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') leave(event);
      if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
        (event.currentTarget as HTMLFormElement).requestSubmit();
    }}
  >
    ${first ?? nothing}
    <label
      >${asks}<textarea
        ${ref(takeFocus)}
        rows="2"
        dir="auto"
        ?required=${!optional}
        .value=${live(text)}
        @input=${(event: Event) => onInput(read(event))}
      ></textarea>
    </label>
    ${over > 0 ? html`<p class="aside">${words.tooLong(over)}</p>` : nothing} ${more ?? nothing}
    ${note ? html`<p class="aside">${note}</p>` : nothing}
    <p class="acts">
      <button part="submit" class="main">${submit}</button>
      <button type="button" class="quiet" @click=${leave}>${words.leaveIt}</button>
    </p>
  </form>`;
}
