import { initials } from '@kith/core';
import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The six glyphs: one solid shape (the person) and one to three strokes of thread (what they do with it). 24 grid. */
const drawings = new Map<string, SVGTemplateResult>([
  ['sharer', svg`<path d="M12 13.25V3.5M8.4 14.25 4 7.25M15.6 14.25 20 7.25" /><circle cx="12" cy="18.75" r="2.75" />`],
  [
    'connector',
    svg`<circle class="open" cx="8.25" cy="12" r="5.75" /><circle class="open" cx="15.75" cy="12" r="5.75" /><path class="solid" d="M12 7.64a5.75 5.75 0 0 1 0 8.72 5.75 5.75 0 0 1 0-8.72Z" />`,
  ],
  ['curator', svg`<path d="M4.5 20V11.25a7.5 7.5 0 0 1 15 0V20" /><circle cx="12" cy="14.5" r="2.75" />`],
  ['innovator', svg`<path d="M8.2 8.3 4 12.5l8 8 8-8-4.2-4.2" /><circle cx="12" cy="5" r="2.75" />`],
  ['builder', svg`<path d="M4 19.5h16M7.5 13.5h9" /><circle cx="12" cy="7" r="2.75" />`],
  [
    'storyteller',
    svg`<path d="M13 15.25a5 5 0 0 1 0-10 7 7 0 0 1 0 14 10 10 0 0 1-10-10" /><circle cx="13" cy="10.25" r="2.25" />`,
  ],
]);

/** The class that dyes a thing in a role's color, beside `dyed`. */
export function dyeOf(role: string): string {
  return drawings.has(role) ? role : 'own';
}

/** A role's glyph, in its dye; a role of the site's own is its first letter in the niche. Says nothing by itself. */
export function glyph(role: string, name: string): TemplateResult {
  const drawing = drawings.get(role);
  return html`<svg class="glyph ${dyeOf(role)}" viewBox="0 0 24 24" aria-hidden="true">
    ${drawing ?? svg`<path d="M4.5 20V11.25a7.5 7.5 0 0 1 15 0V20" /><text x="12" y="18.4">${initials(name, 1)}</text>`}
  </svg>`;
}
