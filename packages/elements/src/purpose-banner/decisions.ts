import type { DecisionSaid } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { draw } from '../parts.js';

/** What was decided because of a purpose, each with its reason. */
export function decisions(said: readonly DecisionSaid[]): TemplateResult {
  return html`<ul class="listed">
    ${said.map(
      ({ title, because, on }) =>
        html`<li part="decision">
          <p>${draw([title])}</p>
          ${because ? html`<p class="aside"><bdi>${because}</bdi></p>` : nothing}
          ${on ? html`<p class="aside">${draw([on])}</p>` : nothing}
        </li>`,
    )}
  </ul>`;
}
