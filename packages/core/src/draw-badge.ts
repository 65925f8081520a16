import { glyphDrawings, niche } from './glyphs.js';
import { graphemes, initials } from './graphemes.js';
import { Markup, markup } from './markup.js';
import { lengthOf } from './say-letter.js';
import type { RoleSaid } from './say-role.js';
import type { Language, Words } from './strings.js';
import { sayRings, type Along } from './take-along.js';

const WIDTH = 320;
const EDGE = 16;
const ROW = 40;
/** As many letters as find room in a line. */
const ROOM = { name: 26, role: 28, ring: 40, community: 40 };

/** The hue of each role's dye; the others stand in ink. */
const hues = { sharer: 75, connector: 25, curator: 135, innovator: 330, builder: 255, storyteller: 195 };
const dyes = (lightness: number) =>
  Object.entries(hues).map(([role, hue]) => `.${role}{--dye:oklch(${lightness} 0.085 ${hue})}`);

const ground = { light: '--ground:#fff;--ink:#1b1b1b', dark: '--ground:#16181d;--ink:#ececec' };
const look = (light: string, dyed: readonly string[]) =>
  [
    'text{font-family:system-ui,sans-serif;fill:var(--ink);unicode-bidi:plaintext}',
    `svg{${light}}.ground{fill:var(--ground)}.quiet{font-size:12px}`,
    '.name{font-size:19px;font-weight:600}.role{font-size:15px;font-weight:500}',
    '.glyph,.chip{fill:none;stroke:var(--dye,var(--ink));stroke-width:2;stroke-linecap:round;stroke-linejoin:round}',
    '.glyph circle:not(.open),.glyph .solid,.glyph text{fill:var(--dye,var(--ink));stroke:none}',
    '.glyph text{font-size:10.5px;font-weight:600;text-anchor:middle}',
    '.chip{stroke-width:1.5}.dashed{stroke-dasharray:4 4}.filled{fill:var(--dye,var(--ink));fill-opacity:.14}',
    ...dyed,
  ].join('');

/** The style sheet in every drawn badge, for a content security policy that lets in this one alone. */
export const badgeLook = `${look(ground.light, dyes(0.46))}@media(prefers-color-scheme:dark){svg{${ground.dark}}${dyes(0.82).join('')}}`;
const looks = { auto: badgeLook, light: look(ground.light, dyes(0.46)), dark: look(ground.dark, dyes(0.82)) };

/**
 * What somebody is known for as an SVG of its own, 320 px wide, with a title and a description: light or dark as its
 * reader has it, or one of them.
 */
export function drawBadge(
  { name, where, said }: Pick<Along, 'name' | 'where' | 'said'>,
  { format, direction }: Language<Words<'badge'>>,
  shade: keyof typeof looks = 'auto',
): string {
  const height = 66 + said.length * ROW + (said.length ? 8 : 0);
  const isLeft = direction === 'ltr';
  const line = (look: string, text: string, x: number, y: number, most: number) =>
    markup`<text class="${look}" x="${isLeft ? x : WIDTH - x}" y="${y}">${fitted(text, most)}</text>`;
  const drawing = markup`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d" lang="${format.locale}" direction="${direction}">
<title id="t">${name}, ${where}</title>
<desc id="d">${said.map(sayRings).join(' ')}</desc>
${new Markup(`<style>${looks[shade]}</style>`)}
<rect class="ground" width="${WIDTH}" height="${height}" rx="10"/>
${line('name', name, EDGE, 32, ROOM.name)}
${line('quiet', where, EDGE, 51, ROOM.community)}
${said.map((each, i) => row(each, 66 + i * ROW))}
</svg>`;
  return drawing.text;

  function row({ id, name, thread, ring = '' }: RoleSaid, y: number): Markup {
    const dye = Object.hasOwn(hues, id) ? id : '';
    const at = isLeft ? EDGE + 6 : WIDTH - EDGE - 30;
    return markup`<g class="${dye}"><rect class="chip ${thread ?? ''}" x="${EDGE}" y="${y}" width="${WIDTH - 2 * EDGE}" height="34" rx="17"/>
<g class="glyph" transform="translate(${at} ${y + 5})">${glyphOf(id, name)}</g>
${line('role', name, EDGE + 38, y + 15, ROOM.role)}
${line('quiet', ring, EDGE + 38, y + 28, ROOM.ring)}</g>
`;
  }
}

function glyphOf(role: string, name: string): Markup {
  const drawing = glyphDrawings.get(role);
  if (!drawing) return markup`<path d="${niche}"/><text x="12" y="18.4">${initials(name, 1)}</text>`;
  const { strokes, circles, solid } = drawing;
  return markup`${strokes === undefined ? '' : markup`<path d="${strokes}"/>`}${circles.map(
    ({ at: [x, y], r, open }) => markup`<circle class="${open ? 'open' : ''}" cx="${x}" cy="${y}" r="${r}"/>`,
  )}${solid === undefined ? '' : markup`<path class="solid" d="${solid}"/>`}`;
}

/** As much of a text as finds room, in whole characters. */
function fitted(text: string, most: number): string {
  if (lengthOf(text) <= most) return text;
  let begun = '';
  for (const each of graphemes(text)) {
    if (lengthOf(begun + each) >= most) break;
    begun += each;
  }
  return `${begun.trimEnd()}…`;
}
