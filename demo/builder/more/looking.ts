import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { widths, type Looking } from '../mock.js';
import type { Around } from './section.js';

/** How it is looked at: three widths, light and dark, both directions. */
export function lookingAt({ width, ground, direction }: Looking, { look }: Around): TemplateResult {
  const choice = <T>(name: string, legend: string, choices: readonly (readonly [T, string])[], at: T, key: string) =>
    html`<fieldset class="look">
      <legend class="unseen">${legend}</legend>
      ${choices.map(
        ([value, label]) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              .checked=${live(at === value)}
              @change=${() => look({ [key]: value })}
            /><span>${label}</span></label
          >`,
      )}
    </fieldset>`;
  return html`${choice('width', 'How wide', [[undefined, 'As here'], ...widths.map((each) => [each, String(each)] as const)], width, 'width')}
  ${choice(
    'ground',
    'Light or dark',
    [
      [undefined, 'As here'],
      ['light', 'Light'],
      ['dark', 'Dark'],
    ],
    ground,
    'ground',
  )}
  ${choice(
    'direction',
    'Which way the page reads',
    [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ],
    direction,
    'direction',
  )}`;
}
