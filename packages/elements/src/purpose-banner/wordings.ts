import type { WordingsSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { draw } from '../parts.js';

/** The wording somebody signed, and under it the present one; the words that differ are marked, for the ear too. */
export function wordings(
  said: WordingsSaid | undefined,
  words: Words<'purposeDetail'>,
): TemplateResult | typeof nothing {
  if (!said) return nothing;
  const { signed, now, until, isSame } = said;
  return html`<dl class="listed">
      <div>
        <dt class="aside">${draw(words.youSigned(until))}</dt>
        <dd part="signed"><bdi>${marked(signed, (text) => html`<del>${unseen(words.takenOut)}${text}</del>`)}</bdi></dd>
      </div>
      <div>
        <dt class="aside">${words.itSaysNow}</dt>
        <dd><bdi>${marked(now, (text) => html`<ins>${unseen(words.putIn)}${text}</ins>`)}</bdi></dd>
      </div>
    </dl>
    ${isSame ? html`<p class="aside">${words.sameWords}</p>` : nothing}`;
}

const marked = (said: WordingsSaid['now'], mark: (text: string) => TemplateResult) =>
  said.map(({ text, changed }) => (changed ? mark(text) : text));

/** Apart from the statement, which may run the other way. */
const unseen = (words: string) => html`<bdi class="unseen">${words} </bdi>`;
