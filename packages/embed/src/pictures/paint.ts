import { toHex } from './colors.js';

/** Whether a picture follows its reader's light or dark, or is one of them. */
export type Shade = 'auto' | 'light' | 'dark';

/** The hue of each role's dye; the others stand in ink. */
const dyes = { sharer: 75, connector: 25, curator: 135, innovator: 330, builder: 255, storyteller: 195 };
/** The hues of stones, thirty degrees apart. */
const HUES = 12;

const shapes = [
  'text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;white-space:pre}',
  '.own{unicode-bidi:plaintext}',
  '.strong{font-weight:600}.display{font-weight:700}',
  '.deed{text-decoration:underline;text-decoration-thickness:.09em;text-underline-offset:.2em}',
  '.thread{fill:none;stroke-width:2;stroke-linecap:butt}.done{stroke-width:3.2}.dashed{stroke-dasharray:4 3.2}',
  '.initials{font-weight:600;text-anchor:middle}',
  '.glyph path,.glyph circle{fill:none;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}',
];

/** The style sheet of a picture with these classes in it: plain colors, since not every renderer reads others. */
export function paint(used: ReadonlySet<string>, shade: Shade): string {
  const light = colors(used, 'light');
  const dark = colors(used, 'dark');
  const own =
    shade === 'auto' ? `${light}@media(prefers-color-scheme:dark){${dark}}` : shade === 'light' ? light : dark;
  return shapes.join('') + own;
}

function colors(used: ReadonlySet<string>, shade: 'light' | 'dark'): string {
  const isLight = shade === 'light';
  const ink = isLight ? '#1b1b1b' : '#ececec';
  const ground = isLight ? '#ffffff' : '#16181d';
  const rules: [name: string, rule: string][] = [
    ['ground', `.ground{fill:${ground}}`],
    ['thread', `.thread{stroke:${ink}}`],
    ['knot', `.knot{fill:${ink}}`],
    ['open', `.open{fill:${ground};stroke:${ink};stroke-width:2}`],
    ['bot', `.bot{stroke:${ink};stroke-dasharray:3 2.4}`],
    ['glyph', `.glyph path,.glyph circle{stroke:${ink}}.glyph .solid,.glyph text{fill:${ink};stroke:none}`],
    ...Object.entries(dyes).map(([role, hue]): [string, string] => {
      const dye = toHex(isLight ? 0.46 : 0.82, 0.085, hue);
      return [role, `.${role} path,.${role} circle{stroke:${dye}}.${role} .solid{fill:${dye};stroke:none}`];
    }),
    ...Array.from({ length: HUES }, (_, i): [string, string] => {
      const hue = 10 + i * 30;
      const [field, words] = isLight
        ? [toHex(0.92, 0.045, hue), toHex(0.36, 0.07, hue)]
        : [toHex(0.33, 0.045, hue), toHex(0.86, 0.07, hue)];
      return [`hue${i}`, `.hue${i} path,.hue${i} rect{fill:${field}}.hue${i} text{fill:${words}}`];
    }),
  ];
  return `text{fill:${ink}}${rules.flatMap(([name, rule]) => (used.has(name) ? [rule] : [])).join('')}`;
}
