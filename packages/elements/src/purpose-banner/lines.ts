import { sayLines, type Answer, type Detail, type Language, type LineSaid, type Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** What the lines are drawn from and for. */
export interface Lines {
  answer: Answer<{ kind: 'purpose' }>;
  viewer: string | undefined;
  language: Language<Words>;
  /** Whether a line was written and has not been sent. */
  isUnsent(id: string): boolean;
  /** Absent where no line can be backed. */
  onBack: ((detail: Detail<'back'>) => void) | undefined;
}

/** Why people are here, each in a line of theirs that others can say too. */
export function lines(given: Lines): TemplateResult {
  const { answer, viewer, language } = given;
  return html`<ul class="lines">
    ${sayLines(answer, viewer, language).map((each) => line(each, given))}
  </ul>`;
}

function line({ id, text, lang, author, backed, mine, mayBack }: LineSaid, { language, isUnsent, onBack }: Lines) {
  const { words } = language;
  const back = () => onBack?.({ subject: { kind: 'line', id }, on: !mine });
  return html`<li part="line" class=${isUnsent(id) ? 'unsent' : ''}>
    <p lang=${ifDefined(lang)}><bdi>${text}</bdi></p>
    <p class="aside">
      ${author === undefined ? nothing : html`<bdi>${author}</bdi>`} ${backed ?? nothing}
      ${
        onBack && mayBack
          ? html`<button part="back" class="quiet" aria-pressed=${mine} @click=${back}>${words.sayToo}</button>`
          : nothing
      }
    </p>
  </li>`;
}
