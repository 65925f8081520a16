import type { Meta } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import manifest from '../packages/elements/custom-elements.json';
import tokens from '../packages/elements/src/tokens/kith.tokens.json';
import { hex, listTokens } from '../.ci/tokens.mjs';
import { dyed, glyphNames, glyphSvg } from './drawn.js';
import { copyable, type Story } from './kit.js';

const meta: Meta = { title: 'Tokens', tags: ['!autodocs'] };
export default meta;

const schemes = ['light', 'dark'] as const;

const grounds = (inside: (scheme: 'light' | 'dark') => unknown) =>
  html`<div class="grounds">
    ${schemes.map((scheme) => html`<div class="ground ${scheme === 'dark' ? 'night' : ''}">${inside(scheme)}</div>`)}
  </div>`;

const dyes = (scheme: 'light' | 'dark') =>
  html`<ul class="swatches">
    ${glyphNames.map(
      (name) =>
        html`<li>
          ${glyphSvg(name, 40, dyed(name, scheme))}
          <span>${name}</span>
          <code>${dyed(name, scheme)}</code>
        </li>`,
    )}
  </ul>`;

const hues = Object.entries(tokens.color.stone).flatMap(([name, stone]) =>
  typeof stone === 'string' ? [] : [{ name, ...stone }],
);

const stones = (scheme: 'light' | 'dark') =>
  html`<ul class="swatches">
    ${hues.map(
      ({ field, ink }) =>
        html`<li>
          <span class="dab" style=${`background: ${hex(field[scheme])}; color: ${hex(ink[scheme])}`}>AO</span>
          <code>${hex(field[scheme])}<br />${hex(ink[scheme])}</code>
        </li>`,
    )}
  </ul>`;

/** What is a number or a time: its name, its value, and what for. */
const numbers = (group: object): TemplateResult =>
  html`<div class="table" tabindex="0" role="group" aria-label="Values">
    <table>
      <tbody>
        ${listTokens(group).map(
          ([path, { $value, $description }]) =>
            html`<tr>
              <th scope="row"><code>${path.join('.')}</code></th>
              <td class="number">
                ${typeof $value === 'object' ? ($value.unit ? `${$value.value} ${$value.unit}` : $value.join(', ')) : $value}
              </td>
              <td>${$description ?? nothing}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

interface Declared {
  cssProperties?: { name: string; description?: string }[];
}
const properties = new Map(
  manifest.modules
    .flatMap((module) => module.declarations as Declared[])
    .flatMap(({ cssProperties = [] }) => cssProperties.map((property) => [property.name, property] as const)),
);

const specimens = Object.entries({ aside: 'aside', body: 'body', letter: 'letter', first: 'first' } as const);

export const Tokens: Story = {
  render: () =>
    html`<div class="studio groups">
      <div>
        <h1>What a site may set</h1>
        <ul class="parts">
          ${[...properties.values()]
            .sort((a, b) => a.name.localeCompare(b.name))
            .map(
              ({ name, description }) =>
                html`<li>
                  ${copyable(`${name}: ;`)}
                  <p class="small">${description}</p>
                </li>`,
            )}
        </ul>
      </div>
      <div>
        <h2>Six dyes</h2>
        ${grounds(dyes)}
      </div>
      <div>
        <h2>Twelve stones</h2>
        ${grounds(stones)}
      </div>
      <div>
        <h2>Five sizes</h2>
        ${specimens.map(
          ([name, key]) =>
            html`<p style=${`font-size: ${tokens.size[key].$value}em; line-height: 1.25`}>
              ${tokens.size[key].$value} ${name}
            </p>`,
        )}
        <p style=${`font-size: ${tokens.size.display.most.$value}em; line-height: ${tokens.line.display.$value}`}>
          display
        </p>
      </div>
      <div>
        <h2>The thread</h2>
        ${numbers(tokens.thread)}
      </div>
      <div>
        <h2>Rhythm</h2>
        ${numbers(tokens.space)}
      </div>
      <div>
        <h2>Motion</h2>
        ${numbers(tokens.motion)}
      </div>
    </div>`,
};
