import type { PurposeSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';

/** What can be done about a purpose, and how it stands with that. */
export interface Buttons {
  mine: PurposeSaid['mine'];
  words: Words<'banner'>;
  /** Absent where nobody can be counted in. */
  onCountMeIn: ((on: boolean) => void) | undefined;
  /** Absent where nobody can put their name to it. */
  onPledge: ((on: boolean) => void) | undefined;
}

/** The buttons, and the sentence that says what became of them. */
export function buttons({ mine, words, onCountMeIn, onPledge }: Buttons): TemplateResult {
  const isSigned = mine.pledged === 'this';
  return html`<p class="acts">
    ${
      onCountMeIn
        ? html`<button
            part="with-us"
            class="main"
            aria-pressed=${mine.withUs}
            @click=${() => onCountMeIn(!mine.withUs)}
          >
            ${words.countMeIn}
          </button>`
        : nothing
    }
    ${
      onPledge
        ? html`<button
            part="pledge"
            class=${onCountMeIn ? 'quiet' : 'main'}
            aria-pressed=${isSigned}
            @click=${() => onPledge(!isSigned)}
          >
            ${mine.pledged === 'earlier' ? words.putMyNameAgain : words.putMyName}
          </button>`
        : nothing
    }
    ${afterwards({ mine, words, onPledge })}
  </p>`;
}

function afterwards({ mine: { withUs, pledged }, words, onPledge }: Pick<Buttons, 'mine' | 'words' | 'onPledge'>) {
  if (pledged === 'earlier') return html`<span class="aside">${words.earlierWording}</span>`;
  if (pledged === undefined) return withUs ? html`<span class="aside">${words.youCount}</span>` : nothing;
  const takeOff = ({ currentTarget }: Event) => {
    // It goes with the name; whose focus it had stays at the name.
    (currentTarget as Element).closest('.acts')?.querySelector<HTMLElement>('[part~=pledge]')?.focus();
    onPledge?.(false);
  };
  return html`<span class="aside"
    >${words.yourNameIsOn}
    ${
      onPledge ? html`<button part="take-off" class="quiet" @click=${takeOff}>${words.takeItOff}</button>` : nothing
    }</span
  >`;
}
