import { render } from 'lit';
import { glyph } from '../packages/elements/src/glyphs.js';
import tokens from '../packages/elements/src/tokens/kith.tokens.json';
import { hex } from '../.ci/tokens.mjs';

/** The six roles that have a glyph. */
export const glyphNames = ['sharer', 'connector', 'curator', 'innovator', 'builder', 'storyteller'] as const;

export type GlyphName = (typeof glyphNames)[number];

/** A role's dye. */
export const dyed = (name: GlyphName, scheme: 'light' | 'dark'): string => hex(tokens.color.dye[name][scheme]);

/** A role's glyph as a drawing that needs no style sheet. */
export function glyphSvg(name: string, size: number, color: string): SVGSVGElement {
  const place = document.createElement('div');
  render(glyph(name, name), place);
  const drawing = place.querySelector('svg') as SVGSVGElement;
  const set = (element: Element, attributes: Record<string, string>) =>
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  for (const shape of drawing.querySelectorAll('.solid, circle:not(.open)')) {
    set(shape, { fill: color, stroke: 'none' });
  }
  for (const shape of drawing.querySelectorAll('*')) shape.removeAttribute('class');
  drawing.removeAttribute('class');
  for (const node of [...drawing.childNodes]) if (!(node instanceof Element)) node.remove();
  set(drawing, {
    width: String(size),
    height: String(size),
    fill: 'none',
    stroke: color,
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return drawing;
}

/** All six on one sheet, in ink and in their dyes, for a drawing program. */
export function glyphSheet(): string {
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  sheet.setAttribute('viewBox', '0 0 240 88');
  glyphNames.forEach((name, i) => {
    for (const [row, color] of ['#1b1b1b', dyed(name, 'light')].entries()) {
      const drawing = glyphSvg(name, 24, color);
      drawing.setAttribute('x', String(8 + i * 40));
      drawing.setAttribute('y', String(12 + row * 40));
      drawing.setAttribute('id', row ? `${name}-dyed` : name);
      sheet.append(drawing);
    }
  });
  return new XMLSerializer().serializeToString(sheet);
}
