import { called, type CheerSaid, type ClimberSaid, type Language, type WordSaid, type Words } from '@kith/core';
import { html, nothing } from 'lit';
import { draw } from '../parts.js';

/** What the reader can say on a ladder; absent where nothing of the kind is taken. */
export interface Saying {
  /** The reader's own is written up. */
  record?: (() => void) | undefined;
  /** Somebody who goes through a step with the reader is told that they are ready. */
  ready?: (() => void) | undefined;
  cheer?: ((cheer: CheerSaid) => void) | undefined;
  word?: ((word: WordSaid) => void) | undefined;
  /** What stands in the place of "Say I'm ready": how that ask stands. */
  asked?: unknown;
  /** What is asked in place, or how it went; and whom the reader may cheer from there. */
  beside?: unknown;
  /** Beside a first: who remembers theirs. */
  remembered?: unknown;
  /** What stands at the end: who sees it. */
  foot?: unknown;
}

type LadderLanguage = Language<Words<'ladder'>>;

/** A toggle: cheers somebody for the step they stand on. */
export function cheerButton(said: CheerSaid | undefined, { cheer }: Saying, { words }: LadderLanguage) {
  if (!said || !cheer) return nothing;
  return html`<button part="cheer" class="quiet" aria-pressed=${said.mine} @click=${() => cheer(said)}>
    ${draw(words.cheerFor(called(said.member)))}
  </button>`;
}

/** What can be said where somebody stands: one main button, on the reader's own. */
export function acts(
  { mayRecord, ready: hosts, word: said }: ClimberSaid,
  { record, ready, word, asked, beside }: Saying,
  { words }: LadderLanguage,
) {
  const tells = ready && hosts.length && !asked;
  const buttons = [
    tells ? html`<button part="ask" class="main" @click=${ready}>${words.sayReady}</button>` : nothing,
    mayRecord && record
      ? html`<button part="record" class=${tells ? 'quiet' : 'main'} @click=${record}>${words.writeItUp}</button>`
      : nothing,
    said && word
      ? html`<button part="affirm" class="quiet" aria-pressed=${said.mine} @click=${() => word(said)}>
            ${said.asHost ? words.wentThrough : words.sawIt}
          </button>
          ${said.mine ? html`<span class="aside">${words.wordIsIn}</span>` : nothing}`
      : nothing,
  ];
  return html`<slot name="action"
      >${asked ?? nothing}
      ${buttons.some((button) => button !== nothing) ? html`<p class="acts">${buttons}</p>` : nothing}
    </slot>
    ${beside ?? nothing}`;
}
