import type { Member } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { pebble } from '../parts.js';

/** The thread is dashed until both said yes; then it is solid, and their stones touch. */
export function drawPeople(
  [me, other, third]: readonly Member[],
  isMet: boolean,
  { pictures, isCurrent }: { pictures: 'none' | 'allow'; isCurrent: boolean },
): TemplateResult {
  const isSolid = isMet && isCurrent;
  const stones = [me, other, third].map((member) => (member ? pebble(member, 2, pictures) : nothing));
  if (third) {
    return html`<div part="people" class="trio ${isSolid ? 'met' : ''}" aria-hidden="true">
      <svg viewBox="0 0 8.2 5.8">
        <path d="M3.26 2.19 2.04 3.61M4.94 2.19l1.22 1.42" />
        <path class="between" d="M2.55 4.6h3.1" />
      </svg>
      ${stones}
    </div>`;
  }
  return html`<div part="people" class="pair ${isMet ? 'met' : ''}" aria-hidden="true">
    ${stones[0]}
    <hr class="thread ${isSolid ? '' : 'dashed'}" />
    ${stones[1]}
    <hr class="thread ${isSolid ? '' : 'dashed'}" />
  </div>`;
}
