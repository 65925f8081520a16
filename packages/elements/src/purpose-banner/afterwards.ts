import type { PurposeSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';

/** The sentence that says what became of a press: counted in, a name on this wording, or on an earlier one. */
export function afterwards(
  { withUs, pledged }: PurposeSaid['mine'],
  words: Words<'bannerActs'>,
  onTakeOff: (() => void) | undefined,
): TemplateResult | typeof nothing {
  if (pledged === 'earlier') return html`<span class="aside">${words.earlierWording}</span>`;
  if (!pledged) return withUs ? html`<span class="aside">${words.youCount}</span>` : nothing;
  const takeOff = ({ currentTarget }: Event) => {
    // It goes with the name; whose focus it had stays at the name.
    (currentTarget as Element).closest('.acts')?.querySelector<HTMLElement>('[part~=pledge]')?.focus();
    onTakeOff?.();
  };
  return html`<span class="aside"
    >${words.yourNameIsOn}
    ${
      onTakeOff ? html`<button part="take-off" class="quiet" @click=${takeOff}>${words.takeItOff}</button>` : nothing
    }</span
  >`;
}
