import type { Meta } from '@storybook/web-components-vite';
import { html, svg } from 'lit';
import { hosts } from './config/hosts.js';
import type { Chosen } from './config/toolbar.js';
import { frame } from './frame.js';
import type { Story } from './kit.js';
import { lettersOf } from './riverside.js';

const meta: Meta = { title: 'The thread', tags: ['!autodocs'] };
export default meta;

const letter = lettersOf('bench-two');

const strokes = [
  { word: 'Hoped', drawn: svg`<line x1="0" y1="13" x2="100%" y2="13" stroke-dasharray="8 6.4" />` },
  { word: 'Said yes to', drawn: svg`<line x1="0" y1="13" x2="100%" y2="13" />` },
  { word: 'Shown', drawn: svg`<rect x="0" y="0" width="100%" height="15" />` },
];

export const TheThread: Story = {
  name: 'The thread',
  render: (_, { globals }) =>
    html`<div class="studio">
      <ul class="grammar">
        ${strokes.map(({ word, drawn }) => html`<li><svg class="stroke" aria-hidden="true">${drawn}</svg><b>${word}</b></li>`)}
      </ul>
      <div class="three">
        ${hosts
          .slice(0, 3)
          .map((host) =>
            frame(host, '<kith-recognition-wall></kith-recognition-wall>', letter, globals as unknown as Chosen),
          )}
      </div>
    </div>`,
};
