import type { Detail, LineSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';

/** What the lines are drawn for. */
export interface Lines {
  words: Words<'banner' | 'purposeDetail'>;
  /** Who reads them sees to the community. */
  isHost: boolean;
  /** The version of the wording there is. */
  version: number;
  /** Whether a line was written and has not been sent. */
  isUnsent(id: string): boolean;
  /** Absent where no line can be backed. */
  onBack: ((detail: Detail<'back'>) => void) | undefined;
}

/** Why people are here, each in a line of theirs that others can say too. */
export function lines(said: readonly LineSaid[], given: Lines): TemplateResult {
  return html`<ul class="listed">
    ${repeat(
      said,
      ({ id }) => id,
      (each) => line(each, given),
    )}
  </ul>`;
}

function line({ id, text, lang, author, backed, mine, isNext, mayBack }: LineSaid, given: Lines) {
  const { words, isHost, version, isUnsent, onBack } = given;
  const back = () => onBack?.({ subject: { kind: 'line', id }, on: !mine });
  return html`<li part="line" class=${isUnsent(id) ? 'unsent' : ''}>
    <p lang=${ifDefined(lang)}><bdi>${text}</bdi></p>
    <p class="aside told">
      ${author === undefined ? nothing : html`<bdi>${author}</bdi>`} ${backed ?? nothing}
      ${
        onBack && mayBack
          ? html`<button part="back" class="quiet" aria-pressed=${mine} @click=${back}>${words.sayToo}</button>`
          : nothing
      }
    </p>
    ${isNext ? html`<p part="next" class="aside">${words.couldBeNext} ${isHost ? words.takeItUp(version + 1) : nothing}</p>` : nothing}
  </li>`;
}
