import {
  called,
  sayReasons,
  type Language,
  type Member,
  type Phrase,
  type Reason,
  type Store,
  type Words,
} from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { actWords, question, type Drafts } from '../acts/index.js';
import type { Say } from '../emit.js';
import { draw } from '../parts.js';
import { drawIntroduce, type Found } from './introduce.js';

/** What somebody is writing. */
export type Draft =
  | { kind: 'ask'; other: Member; because: readonly Reason[]; text: string }
  | { kind: 'introduce'; people: readonly [Member | undefined, Member | undefined]; q: string; text: string }
  | { kind: 'need'; text: string };
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>;

/** Where it is written. */
export interface Writing {
  words: Words<'meeting' | 'note' | 'introActs'>;
  language: Language<unknown>;
  store: Store;
  me: Member;
  say: Say;
  drafts: Drafts<Draft>;
  /** A member somebody wrote to or of. */
  onKnown(member: Member): void;
  /** Says that it is done, where nothing else shows it. */
  onDone(said: Phrase): void;
}

/** Draws what somebody is writing. */
export function drawWriting(draft: Draft, writing: Writing, people: Found): TemplateResult {
  if (draft.kind === 'ask') return drawAsk(draft, writing);
  return draft.kind === 'introduce' ? drawIntroduce(draft, writing, people) : drawNeed(draft, writing);
}

/** A box over the page; the focus goes in, and back once it closes. Escape leaves it. */
export function dialog(title: string, content: unknown, onLeave: () => void): TemplateResult {
  // That a box was closed is told of late: by then another may be open in its place.
  const onClose = ({ currentTarget }: Event) => (currentTarget as Element).isConnected && onLeave();
  return html`<dialog aria-labelledby="dialog-title" ${ref(open)} @close=${onClose}>
    <h2 id="dialog-title" class="title heading">${title}</h2>
    ${content}
  </dialog>`;
}

/** The one box of a widget, once it is in the page. */
function open(box: Element | undefined): void {
  // It is told of before it is in the page.
  queueMicrotask(() => {
    if (box?.isConnected && !(box as HTMLDialogElement).open) (box as HTMLDialogElement).showModal();
  });
}

function drawAsk(draft: DraftOf<'ask'>, { words, language, say, drafts, onKnown }: Writing): TemplateResult {
  const { other, because } = draft;
  // Of a wish of an earlier page it may not be known yet whose name that is.
  const name = other.name ? called(other) : undefined;
  const reasons = name ? sayReasons(because, other, { ...language, words }) : [];
  const asked = question(
    {
      asks: draw(words.yourLineTo(name)),
      note: draw(words.whatIsSeen(name)),
      more: reasons.length
        ? html`<ul class="aside reasons">
            ${reasons.map((reason) => html`<li>${draw(reason)}</li>`)}
          </ul>`
        : nothing,
      text: draft.text,
      most: 1000,
      optional: true,
      submit: words.askToMeet,
      draft: drafts,
      say(text, aside) {
        onKnown(other);
        return say('kith-ask-intro', { with: other.id, ...(text && { text }), reasons: [...because] }, aside);
      },
    },
    actWords(language),
  );
  return dialog(words.askToMeet, asked, () => drafts.leave());
}

function drawNeed(draft: DraftOf<'need'>, { words, language, me, say, drafts }: Writing): TemplateResult {
  return question(
    {
      asks: words.handWith,
      text: draft.text,
      most: 80,
      submit: words.addAsk,
      draft: drafts,
      // The patch replaces the list: what is asked for already stays in it.
      say: (text, aside) => say('kith-profile', { patch: { asks: [...new Set([...(me.asks ?? []), text])] } }, aside),
    },
    actWords(language),
  );
}
