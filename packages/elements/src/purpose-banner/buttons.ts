import type { PurposeSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** What can be done about a purpose, and how it stands with that. */
export interface Buttons {
  mine: PurposeSaid['mine'];
  words: Words<'banner'>;
  /** What became of a press, in a sentence. */
  after: unknown;
  /** Absent where nobody can be counted in. */
  onCountMeIn: ((on: boolean) => void) | undefined;
  /** Absent where nobody can put their name to it. */
  onPledge: ((on: boolean) => void) | undefined;
}

/** The buttons, and beside them what became of them. */
export function buttons({ mine, words, after, onCountMeIn, onPledge }: Buttons): TemplateResult {
  const { withUs, pledged } = mine;
  const isEarlier = pledged === 'earlier';
  const button = (part: string, isOn: boolean, said: string, onPress: Buttons['onPledge'], isMain: boolean) =>
    onPress
      ? html`<button
          part=${part}
          class=${isMain ? 'main' : 'quiet'}
          aria-pressed=${ifDefined(part === 'pledge' && isEarlier ? undefined : isOn)}
          @click=${() => onPress(!isOn)}
        >
          ${said}
        </button>`
      : nothing;
  return html`<p class="acts">
    ${button('with-us', withUs, words.countMeIn, onCountMeIn, true)}
    ${button('pledge', pledged === 'this', isEarlier ? words.putMyNameAgain : words.putMyName, onPledge, !onCountMeIn)}
    ${after}
  </p>`;
}
