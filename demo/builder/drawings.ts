import { svg, type TemplateResult } from 'lit';
import type { Editor } from '@kith/embed/snippet';

/** Where things are pasted, each as a few strokes of thread around the dashed place that is meant. */

const drawing = (strokes: TemplateResult<2>) =>
  svg`<svg viewBox="0 0 96 64" aria-hidden="true" class="drawing">${strokes}</svg>`;
/** The place itself. */
const here = (x: number, y: number, width: number, height: number) =>
  svg`<rect class="here" x=${x} y=${y} width=${width} height=${height} />`;

export const drawings: Readonly<Record<Editor['id'], TemplateResult>> = {
  // Blocks one below the other, and the plus between them.
  wordpress: drawing(svg`<path d="M10 10h52M10 20h40" />${here(10, 30, 60, 24)}<path d="M80 30v14M73 37h14" />`),
  // A page of fitted pieces.
  squarespace: drawing(svg`<path d="M8 8h34v22H8zM8 38h34v18H8z" />${here(50, 8, 38, 48)}`),
  // Pieces laid freely, one held by its corners.
  wix: drawing(
    svg`<path d="M10 12h28M10 20h20M66 52h20" />${here(28, 24, 42, 22)}<path d="M24 20h8v8h-8zM66 42h8v8h-8z" class="knot" />`,
  ),
  // A single column to write in, the caret before a slash.
  ghost: drawing(svg`<path d="M26 8h44M26 17h44M26 26h30" />${here(26, 36, 44, 18)}<path d="M18 34v22M82 38l-6 14" />`),
  // A sheet with a folded corner and a heading's sign.
  readme: drawing(
    svg`<path d="M22 6h40l12 12v40H22zM62 6v12h12" /><path d="M32 16l-2 10M38 16l-2 10M28 19h12M28 23h12M46 23h10" />${here(30, 34, 36, 16)}`,
  ),
  // Two angles around it.
  html: drawing(svg`<path d="M20 18L6 32l14 14M76 18l14 14-14 14" />${here(30, 16, 36, 32)}`),
};
