import type { Words } from '@kith/core';
import { html, type TemplateResult } from 'lit';

/** Asks two who were introduced whether they talked; "Not yet" is nobody's but the reader's. */
export function drawAfter(
  words: Words<'introActs'>,
  onMet: (on: boolean) => void,
  onNotYet: () => void,
): TemplateResult {
  return html`<div class="acts" role="group" aria-label=${words.talked}>
    <span>${words.talked}</span>
    <button class="quiet" @click=${() => onMet(true)}>${words.weDid}</button>
    <button class="quiet" @click=${onNotYet}>${words.notYet}</button>
    <button class="quiet" @click=${() => onMet(false)}>${words.wontHappen}</button>
  </div>`;
}
