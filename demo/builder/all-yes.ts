import { html, nothing as none, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FromTable, Meaning } from './spreadsheet.js';

/** What is said of everybody in a table at once, where no column tells of each. */
export const allAnswers = ['all', 'some', 'off'] as const;
export type AllAnswer = (typeof allAnswers)[number];

const said: Record<AllAnswer, { label: string; then: string }> = {
  all: { label: 'Yes, all of them', then: 'Everybody in these rows stands with their name.' },
  some: {
    label: 'Some of them',
    then: 'Say above which column has their yes; or add one, with a yes beside each who said it, and read it again.',
  },
  off: { label: 'Leave the names off', then: 'The letters greet someone who’d rather not be named.' },
};

/** Asks once whether all said yes; until that is answered, the names are off. */
export function askAll(
  columns: readonly Meaning[],
  answer: AllAnswer | undefined,
  take: (answer: AllAnswer) => void,
): TemplateResult | typeof none {
  if (columns.includes('yes') || !columns.includes('name')) return none;
  return html`<fieldset id="all-yes">
    <legend class="asked">Did they all say yes to standing here by name?</legend>
    <p class="aside">Until that’s known, the names are off.</p>
    <div class="answers">
      ${allAnswers.map((each) => {
        const { label, then } = said[each];
        return html`<label class="answer"
          ><input type="radio" name="all-yes" .checked=${live(answer === each)} @change=${() => take(each)} /><span
            >${label}<span class="aside">${then}</span></span
          ></label
        >`;
      })}
    </div>
  </fieldset>`;
}

/** As many as one would read through; with the first mended, the next come up. */
const LISTED = 12;

/** The words that were left out for saying a name that is off, with the name marked. */
export function listHeld(held: FromTable['held'], letGo: (words: string) => void): TemplateResult | typeof none {
  if (!held.size) return none;
  return html`<div id="left-out">
    <p class="aside">Change these in your rows, and read it again:</p>
    <ul>
      ${[...held].slice(0, LISTED).map(
        ([words, spans], i) =>
          html`<li>
            <p id="left-out-${i}"><bdi>${marked(words, spans)}</bdi></p>
            <button type="button" class="quiet" aria-describedby="left-out-${i}" @click=${() => letGo(words)}>
              It’s another word
            </button>
          </li>`,
      )}
    </ul>
    ${held.size > LISTED ? html`<p class="aside">And ${held.size - LISTED} more.</p>` : none}
  </div>`;
}

function marked(words: string, spans: readonly (readonly [number, number])[]): (string | TemplateResult)[] {
  let at = 0;
  const pieces = spans.flatMap(([from, to]) => {
    const before = words.slice(at, from);
    // Of two that overlap, as parts of a longer name may, the rest is marked.
    const name = words.slice(Math.max(at, from), to);
    at = Math.max(at, to);
    return name ? [before, html`<mark>${name}</mark>`] : [];
  });
  return [...pieces, words.slice(at)];
}
