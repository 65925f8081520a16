/* global document */
import { html, render } from 'lit';
import { cells as kith } from './kith.js';
import { cells as material } from './material.js';
import { cells as shoelace } from './shoelace.js';

const kits = { Kith: kith, Shoelace: shoelace, 'Material Web': material };

render(
  Object.keys(kith).flatMap((widget) =>
    Object.entries(kits).map(
      ([kit, cells]) =>
        html`<section class="cell" data-kit=${kit} data-widget=${widget}>
          <p class="kit">${kit}</p>
          ${cells[widget]}
        </section>`,
    ),
  ),
  document.body,
);
