import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Story } from './kit.js';
import { guides, later, practices, type Practice } from './practices.js';

const meta: Meta = { title: 'Practices', tags: ['!autodocs'] };
export default meta;

const slug = (words: string) => words.toLowerCase().replace(/[^a-z]+/g, '-');

/** A guide is a story by itself. */
const addressOf = (title: string, state: string) => `?path=/story/${slug(title)}--${guides[state] ?? 'all-states'}`;

const row = ({ name, of, does, seen, proved }: Practice) =>
  html`<tr>
    <th scope="row">${name}${of ? html`<p class="small">${of}</p>` : ''}</th>
    <td>${does}</td>
    <td>
      <ul>
        ${seen.map(([title, state]) => html`<li><a href=${addressOf(title, state)} target="_top">${title}: ${state}</a></li>`)}
      </ul>
    </td>
    <td>
      <ul>
        ${proved.map(([file, test]) => html`<li><code>${file}</code> ${test}</li>`)}
      </ul>
    </td>
  </tr>`;

/** Where each practice works, and what proves it. */
export const Practices: Story = {
  render: () =>
    html`<div class="studio">
      <h1>What communities that last do, and where Kith does it</h1>
      <div class="table practices" tabindex="0" role="group" aria-label="Practices">
        <table>
          <thead>
            <tr>
              ${['Practice', 'What Kith does', 'Where to see it', 'The test that fails without it'].map(
                (head) => html`<th scope="col">${head}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${practices.map(row)}
            ${Object.entries(later).map(
              ([name, why]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td colspan="3">${why}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`,
};
