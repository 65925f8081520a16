import {
  glyphDrawings,
  graphemes,
  initials,
  lengthOf,
  niche,
  plain,
  ProviderError,
  sayRoles,
  speech,
  type RoleSaid,
} from '@kith/core';
import { badge } from '@kith/core/strings/en';
import type { Within } from '../db/schema.js';
import type { Markup } from '../markup.js';
import { markup, sheet } from '../markup.js';
import { read } from '../read/read.js';

const words = speech({ badge });
const WIDTH = 320;
const EDGE = 16;
const ROW = 40;
/** As many letters as find room in a line. */
const ROOM = { name: 26, role: 28, ring: 40, community: 40 };

/** The hue of each role's dye; the others stand in ink. */
export const hues = { sharer: 75, connector: 25, curator: 135, innovator: 330, builder: 255, storyteller: 195 };
const dyes = (lightness: number) =>
  Object.entries(hues).map(([role, hue]) => `.${role}{--dye:oklch(${lightness} 0.085 ${hue})}`);

const look = sheet(
  [
    'text{font-family:system-ui,sans-serif;fill:var(--ink);unicode-bidi:plaintext}',
    'svg{--ground:#fff;--ink:#1b1b1b}.ground{fill:var(--ground)}.quiet{font-size:12px}',
    '.name{font-size:19px;font-weight:600}.role{font-size:15px;font-weight:500}',
    '.glyph,.chip{fill:none;stroke:var(--dye,var(--ink));stroke-width:2;stroke-linecap:round;stroke-linejoin:round}',
    '.glyph circle:not(.open),.glyph .solid,.glyph text{fill:var(--dye,var(--ink));stroke:none}',
    '.glyph text{font-size:10.5px;font-weight:600;text-anchor:middle}',
    '.chip{stroke-width:1.5}.dashed{stroke-dasharray:4 4}.filled{fill:var(--dye,var(--ink));fill-opacity:.14}',
    ...dyes(0.46),
    `@media(prefers-color-scheme:dark){svg{--ground:#16181d;--ink:#ececec}${dyes(0.82).join('')}}`,
  ].join(''),
);

/** What may stand in a badge, wherever it is opened. */
export const badgePolicy = `default-src 'none'; style-src ${look.source}; sandbox`;

/** What everyone may know a member for, as SVG. Throws `ProviderError('gone')` where everyone sees no such member. */
export async function badgeOf(trx: Within, id: string, whose: string, now: Date): Promise<string> {
  const { community } = await read(trx, id, { kind: 'community' }, now);
  const { roles } = await read(trx, id, { kind: 'roles' }, now);
  const answer = await read(trx, id, { kind: 'member', id: whose }, now);
  const { member } = answer;
  if (!member) throw new ProviderError('gone');
  const language = await words.load(community?.locale ?? 'en');
  const said = sayRoles(answer, roles, language);
  const where = community?.name ?? id;
  const height = 66 + said.length * ROW + (said.length ? 8 : 0);
  const isLeft = language.direction === 'ltr';
  const line = (look: string, text: string, x: number, y: number, most: number) =>
    markup`<text class="${look}" x="${isLeft ? x : WIDTH - x}" y="${y}">${fitted(text, most)}</text>`;
  const drawing = markup`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d" lang="${community?.locale ?? 'en'}" direction="${language.direction}">
<title id="t">${member.name}, ${where}</title>
<desc id="d">${said.map(sentenceOf).join(' ')}</desc>
${look.element}
<rect class="ground" width="${WIDTH}" height="${height}" rx="10"/>
${line('name', member.name, EDGE, 32, ROOM.name)}
${line('quiet', where, EDGE, 51, ROOM.community)}
${said.map((each, i) => row(each, 66 + i * ROW))}
</svg>`;
  return drawing.text;

  function row({ id, name, thread, ring = '' }: RoleSaid, y: number): Markup {
    const dye = id in hues ? id : '';
    const at = isLeft ? EDGE + 6 : WIDTH - EDGE - 30;
    return markup`<g class="${dye}"><rect class="chip ${thread ?? ''}" x="${EDGE}" y="${y}" width="${WIDTH - 2 * EDGE}" height="34" rx="17"/>
<g class="glyph" transform="translate(${at} ${y + 5})">${glyphOf(id, name)}</g>
${line('role', fitted(name, ROOM.role), EDGE + 38, y + 15, ROOM.role)}
${line('quiet', ring, EDGE + 38, y + 28, ROOM.ring)}</g>
`;
  }
}

function sentenceOf({ name, ring, seen, shown }: RoleSaid): string {
  return [`${name}: ${ring ?? ''}.`, seen && plain(seen), shown].filter(Boolean).join(' ');
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
