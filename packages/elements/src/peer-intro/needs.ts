import { sayNeed, type Answer, type Language, type Words } from '@kith/core';
import { html, type TemplateResult } from 'lit';
import { draw, heading, pebble } from '../parts.js';

/** Where it is read. */
export interface Reading {
  language: Language<Words<'intro'>>;
  pictures: 'none' | 'allow';
  headingLevel: number;
}

/** Who could use a hand, each on a thread that nobody holds the other end of yet. */
export function needs(
  asking: Answer<{ kind: 'suggestions' }>['suggestions'],
  { language, pictures, headingLevel }: Reading,
): TemplateResult {
  const { words } = language;
  return html`${heading(headingLevel, 'heading', words.whoNeeds)}
    <ul part="people" class="needs">
      ${asking.map(
        ({ member, reasons }) =>
          html`<li>
            ${pebble(member, 2, pictures)}
            <hr class="thread dashed" aria-hidden="true" />
            <span part="reason">${draw(sayNeed(member, reasons, language))}</span>
          </li>`,
      )}
    </ul>
    <p class="aside">${words.whomYouMeet}</p>
    <slot name="action"></slot>`;
}
