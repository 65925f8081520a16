/**
 * A glyph on a grid of 24: strokes and circles, where a circle is filled unless it is `open`, and what is filled beside.
 * One solid shape (the person) and one to three strokes of thread (what they do with it).
 */
export interface GlyphDrawing {
  strokes?: string;
  circles: readonly { at: readonly [x: number, y: number]; r: number; open?: true }[];
  solid?: string;
}

/** Where the first letter of a role of a site's own stands. */
export const niche = 'M4.5 20V11.25a7.5 7.5 0 0 1 15 0V20';

const person = (x: number, y: number, r = 2.75) => ({ at: [x, y], r }) as const;
const ring = (x: number) => ({ at: [x, 12], r: 5.75, open: true }) as const;

/** The glyphs of the six roles, by the role's id. */
export const glyphDrawings: ReadonlyMap<string, GlyphDrawing> = new Map<string, GlyphDrawing>([
  ['sharer', { strokes: 'M12 13.25V3.5M8.4 14.25 4 7.25M15.6 14.25 20 7.25', circles: [person(12, 18.75)] }],
  [
    'connector',
    { circles: [ring(8.25), ring(15.75)], solid: 'M12 7.64a5.75 5.75 0 0 1 0 8.72 5.75 5.75 0 0 1 0-8.72Z' },
  ],
  ['curator', { strokes: niche, circles: [person(12, 14.5)] }],
  ['innovator', { strokes: 'M8.2 8.3 4 12.5l8 8 8-8-4.2-4.2', circles: [person(12, 5)] }],
  ['builder', { strokes: 'M4 19.5h16M7.5 13.5h9', circles: [person(12, 7)] }],
  [
    'storyteller',
    { strokes: 'M13 15.25a5 5 0 0 1 0-10 7 7 0 0 1 0 14 10 10 0 0 1-10-10', circles: [person(13, 10.25, 2.25)] },
  ],
]);
