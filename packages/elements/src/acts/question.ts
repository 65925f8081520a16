import { countGraphemes } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { Aside } from '../emit.js';
import type { Draft, Drafts } from './drafts.js';
import { askedIn } from './asked-in.js';
import type { ActWords } from './words.js';

/** One question that is answered in place, with a line or a few. */
export interface Question {
  /** What is asked; the name of the field. */
  asks: unknown;
  /** What happens to the answer, where that needs saying. */
  note?: unknown;
  /** What was written so far, and where that is kept. */
  text: string;
  draft: Draft & Pick<Drafts<{ text: string }>, 'change'>;
  /** Graphemes; what is longer is counted, and not sent. */
  most: number;
  submit: unknown;
  /** More fields, above the buttons. */
  more?: unknown;
  /** It may be left empty. */
  optional?: boolean;
  /** Says it; gives whether the store has it, or there was nothing to say. */
  say(text: string, aside: Aside): boolean;
}

/** Something that is asked in place, with whatever fields it takes. */
export interface Asking {
  fields: unknown;
  submit: unknown;
  /** More buttons, next to the one that sends it. */
  beside?: unknown;
  /** Whether nothing is missing: else it is not sent. */
  isWhole(form: HTMLFormElement): boolean;
  draft: Draft;
  /** Says it; gives whether the store has it, or there was nothing to say. */
  say(form: HTMLFormElement, aside: Aside): boolean;
}

/** What had the focus before a form took it. */
const openers = new WeakMap<HTMLFormElement, HTMLElement>();
/** What had it once: a field that is moved in the page does not take it again. */
const focused = new WeakSet<Element>();

/** The field of a form that has the focus once the form is there: `ref(takeFocus)`. */
export function takeFocus(field: Element | undefined): void {
  // It is told of before it is in the page.
  queueMicrotask(() => {
    const form = field?.closest('form');
    if (!field || !form?.isConnected || focused.has(field)) return;
    focused.add(field);
    const before = (form.getRootNode() as ShadowRoot).activeElement;
    // What only holds a focus that was lost is no place to go back to; nor is a field that a box gave it by itself.
    const isBefore = before instanceof HTMLElement && before.tabIndex >= 0 && !form.contains(before);
    if (isBefore && !openers.has(form)) openers.set(form, before);
    (field as HTMLElement).focus();
  });
}

function formOf({ currentTarget }: Event): HTMLFormElement | null {
  return (currentTarget as Element).closest('form');
}

function giveFocusBack(form: HTMLFormElement | null): void {
  // A box that closes by its own way gives the focus back itself.
  form?.closest('dialog')?.close();
  if (form) openers.get(form)?.focus();
}

/**
 * Draws what is asked; whatever had the focus before gets it back once it is answered or left. It stays open, with the
 * focus, where the store does not have the answer. Escape keeps what was written, "Not now" throws it away.
 */
export function asking({ fields, submit, beside, isWhole, draft, say }: Asking, words: ActWords): TemplateResult {
  const leave = (event: Event, act: 'leave' | 'drop') => {
    giveFocusBack(formOf(event));
    draft[act]();
  };
  const onSend = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = (which: string) => form.querySelector<HTMLElement>(which);
    if (!isWhole(form)) return (field('[aria-invalid=true]') ?? field('textarea, input, select'))?.focus();
    if (draft.send((aside) => say(form, aside))) giveFocusBack(form);
  };
  const onKey = (event: KeyboardEvent) => {
    // A word being composed has its own use for both keys.
    if (event.isComposing) return;
    if (event.key === 'Escape') leave(event, 'leave');
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) formOf(event)?.requestSubmit();
  };
  return html`<form part="compose" class="question" ${askedIn()} @submit=${onSend} @keydown=${onKey}>
    ${fields}
    <p class="acts">
      <button part="submit" class="main">${submit}</button>
      ${beside ?? nothing}
      <button type="button" class="quiet" @click=${(event: Event) => leave(event, 'drop')}>${words.leaveIt}</button>
    </p>
  </form>`;
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

/** Draws a question that is answered with a line or a few; its field has the focus once it is there. */
export function question(asked: Question, words: ActWords): TemplateResult {
  const { asks, note, text, most, submit, more, optional = false, draft, say } = asked;
  const over = countGraphemes(text) - most;
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
          @input=${(event: Event) => draft.change({ text: (event.currentTarget as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${over > 0 ? html`<p id="${id}-over" class="aside">${words.tooLong(over)}</p>` : nothing} ${more ?? nothing}
      ${note ? html`<p id="${id}-note" class="aside">${note}</p>` : nothing}`;
  // What stands in the field, also where that has not been drawn yet.
  const written = (form: HTMLFormElement) => form.querySelector('textarea')?.value.trim() ?? '';
  return asking(
    {
      fields: named(field),
      submit,
      isWhole: (form) => countGraphemes(written(form)) <= most && (optional || written(form) !== ''),
      draft,
      say: (form, aside) => say(written(form), aside),
    },
    words,
  );
}
