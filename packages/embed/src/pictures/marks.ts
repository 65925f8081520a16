import { glyphDrawings, hash, initials, markup, niche, type Markup, type Member } from '@kith/core';

const HUES = 12;
/** Corners of a stone from the top left on: how much of its width and of its height each takes. */
const stones = [
  [
    [54, 47],
    [46, 55],
    [48, 45],
    [52, 53],
  ],
  [
    [47, 54],
    [53, 46],
    [55, 52],
    [45, 48],
  ],
  [
    [52, 45],
    [48, 53],
    [46, 47],
    [54, 55],
  ],
  [
    [45, 52],
    [55, 48],
    [52, 54],
    [48, 46],
  ],
] as const;
/** From this size on a stone has room for two letters. */
const TWO = 27;

/** A person's stone, its top left corner at a place: the same outline and hue as everywhere. */
export function stone({ id, kind, name }: Member, x: number, y: number, size: number): Markup {
  const mark = hash(id);
  const isSquare = kind === 'organization' || kind === 'bot';
  const letters = initials(name, size < TWO ? 1 : 2);
  const outline = isSquare
    ? markup`<rect class="${kind === 'bot' ? 'bot' : ''}" width="${size}" height="${size}" rx="${rounded(size * 0.1)}"/>`
    : markup`<path d="${outlineOf(stones[(mark >>> 8) % stones.length] ?? stones[0], size)}"/>`;
  return markup`<g class="hue${mark % HUES}" transform="translate(${rounded(x)} ${rounded(y)})">${outline}<text class="initials" font-size="${rounded(size * 0.379)}" x="${rounded(size / 2)}" y="${rounded(size * 0.635)}">${letters}</text></g>`;
}

function outlineOf([a, b, c, d]: (typeof stones)[number], size: number): string {
  const at = (percent: number) => rounded((percent * size) / 100);
  const arc = ([x, y]: readonly [number, number], toX: number, toY: number) =>
    `A${at(x)} ${at(y)} 0 0 1 ${at(toX)} ${at(toY)}`;
  return `M${at(a[0])} 0${arc(b, 100, b[1])}${arc(c, 100 - c[0], 100)}${arc(d, 0, 100 - d[1])}${arc(a, a[0], 0)}Z`;
}

/** The glyph of a role, of 24 units at its size. */
export function glyph(role: string, name: string, x: number, y: number, size: number): Markup {
  const drawing = glyphDrawings.get(role);
  const { strokes = niche, circles = [], solid } = drawing ?? {};
  const place = `translate(${rounded(x)} ${rounded(y)}) scale(${rounded(size / 24)})`;
  return markup`<g class="glyph ${drawing ? role : ''}" transform="${place}">${
    drawing && drawing.strokes === undefined ? '' : markup`<path d="${strokes}"/>`
  }${circles.map(
    ({ at: [cx, cy], r, open }) => markup`<circle class="${open ? '' : 'solid'}" cx="${cx}" cy="${cy}" r="${r}"/>`,
  )}${solid === undefined ? '' : markup`<path class="solid" d="${solid}"/>`}${
    drawing
      ? ''
      : markup`<text font-size="10.5" font-weight="600" text-anchor="middle" x="12" y="18.4">${initials(name, 1)}</text>`
  }</g>`;
}

/** No more digits than anybody sees. */
export function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
