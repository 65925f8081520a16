import type { LetterActs, LetterSaid } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { draw, pile } from '../parts.js';
import type { Drawing } from './letter.js';

/** Who cheered a letter, and what the reader may do about it; what is not done every day waits behind three dots. */
export function cheerLine(
  { id, cheers, backed, open, occasion, answerers }: LetterSaid,
  acts: LetterActs | undefined,
  { pictures, language: { words }, acting }: Drawing,
): TemplateResult | typeof nothing {
  const answers = open && acts?.answer;
  const thanks = acts?.thankHelp ? answerers : [];
  const isPressable = answers || thanks.length || acts?.further || (acts?.back ?? acts?.cheer) !== undefined;
  const line = cheers
    ? html`${pile(cheers.people, pictures, acting?.viewer)}<span>${draw(cheers.said)}</span>`
    : undefined;
  // Most letters are only read: what is not pressed needs no row to stand in.
  if (!backed && !isPressable) return line ? html`<p class="beside aside">${line}</p>` : nothing;
  const opened = acting?.desk?.open;
  const isOpen = (asks?: string, to = '') =>
    opened?.place === 'wall' && opened.id === id && opened.asks === asks && (opened.to ?? '') === to;
  const opens = (name: string, part: string, said: unknown, to = '') =>
    html`<button name=${name} part=${part} class="quiet" value=${to} aria-expanded=${isOpen(name, to)}>
      ${said}
    </button>`;
  return html`<div class="cheers aside">
    ${line ? html`<span class="beside">${line}</span>` : nothing} ${backed ? html`<span>${backed}</span>` : nothing}
    <span class="cheers"
      >${answers ? opens('answer', 'answer', words.canHelp) : nothing}
      ${thanks.map(({ id, name }) => opens('recognize', 'thank', draw(words.thankHelp({ name })), id))}
      ${toggle('back', acts?.back, words.sayToo, occasion)} ${toggle('cheer', acts?.cheer, words.cheer)}
      ${
        acts?.further
          ? html`<button
              name="further"
              part="further"
              class="quiet"
              aria-label=${words.moreAbout}
              aria-expanded=${isOpen()}
            >
              …
            </button>`
          : nothing
      }</span
    >
  </div>`;
}

function toggle(name: 'back' | 'cheer', isOn: boolean | undefined, words: string, value = '') {
  if (isOn === undefined) return nothing;
  return html`<button name=${name} part=${name} class="quiet" value=${value} aria-pressed=${isOn}>${words}</button>`;
}
