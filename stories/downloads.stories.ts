import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import tokens from '../packages/elements/src/tokens/kith.tokens.json';
import { writeDownload, writeFigma } from '../.ci/tokens.mjs';
import { hosts } from './config/hosts.js';
import { glyphSheet } from './drawn.js';
import type { Story } from './kit.js';

const meta: Meta = { title: 'Downloads', tags: ['!autodocs'] };
export default meta;

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

const taken = (name: string, what: string, type: string, text: string) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  return html`<li>
    <a download=${name} href=${address}>${name}</a>
    <p class="small">${what}</p>
  </li>`;
};

export const Downloads: Story = {
  render: () =>
    html`<div class="studio groups">
      <div>
        <h1>To take along</h1>
        <ul class="takes">
          ${taken('kith-glyphs.svg', 'The six glyphs, in ink and in their dyes.', 'image/svg+xml', glyphSheet())}
          ${taken('tokens.json', 'Every design token, in the format of the Design Tokens Community Group.', 'application/json', json(writeDownload(tokens)))}
          ${taken('Light.tokens.json', 'Figma: import as variables, into the mode Light.', 'application/json', json(writeFigma(tokens, 'light')))}
          ${taken('Dark.tokens.json', 'Figma: the same variables, in the mode Dark.', 'application/json', json(writeFigma(tokens, 'dark')))}
          ${hosts.slice(0, 3).map(({ id, title, css }) => taken(`${id}.css`, `The page of the demo: ${title.toLowerCase()}.`, 'text/css', css))}
        </ul>
      </div>
    </div>`,
};
