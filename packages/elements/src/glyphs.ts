import { glyphDrawings, initials, niche, type GlyphDrawing } from '@kith/core';
import { svg, html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The class that dyes a thing in a role's color, beside `dyed`. */
export function dyeOf(role: string): string {
  return glyphDrawings.has(role) ? role : 'own';
}

/** A role's glyph, in its dye; a role of the site's own is its first letter in the niche. Says nothing by itself. */
export function glyph(role: string, name: string): TemplateResult {
  const drawing = glyphDrawings.get(role);
  return html`<svg class="glyph ${dyeOf(role)}" viewBox="0 0 24 24" aria-hidden="true">
    ${drawing ? draw(drawing) : svg`<path d=${niche} /><text x="12" y="18.4">${initials(name, 1)}</text>`}
  </svg>`;
}

function draw({ strokes, circles, solid }: GlyphDrawing): SVGTemplateResult {
  return svg`
    ${strokes ? svg`<path d=${strokes} />` : nothing}
    ${circles.map(({ at: [x, y], r, open }) => svg`<circle class=${open ? 'open' : nothing} cx=${x} cy=${y} r=${r} />`)}
    ${solid ? svg`<path class="solid" d=${solid} />` : nothing}`;
}
