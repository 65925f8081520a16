import { sixRoles } from '@kith/core';
import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Story } from './kit.js';
import { dyed, glyphNames, glyphSvg } from './drawn.js';

const meta: Meta = { title: 'Glyphs', tags: ['!autodocs'] };
export default meta;

const sizes = [16, 20, 24, 32, 64];

const ground = (scheme: 'light' | 'dark') =>
  html`<div class="ground ${scheme === 'dark' ? 'night' : ''} takes">
    ${[false, true].map((isDyed) =>
      sizes.map(
        (size) =>
          html`<div class="glyphs">
            ${glyphNames.map((name) => glyphSvg(name, size, isDyed ? dyed(name, scheme) : 'currentColor'))}
          </div>`,
      ),
    )}
  </div>`;

/** Six at every size, on both grounds: one solid shape, the person; one to three strokes, what they do with it. */
export const Glyphs: Story = {
  render: () =>
    html`<div class="studio groups">
      <div>
        <h1>Six roles</h1>
        <ul class="grammar">
          ${sixRoles.map(
            ({ id, name, description }) =>
              html`<li>
                ${glyphSvg(id, 56, 'currentColor')}
                <h2>${name}</h2>
                <p class="small">${description}</p>
              </li>`,
          )}
        </ul>
      </div>
      <div>
        <h2>From 16 px; below that, the word</h2>
        <div class="grounds">${ground('light')} ${ground('dark')}</div>
      </div>
    </div>`,
};
