import { toRgb } from '@kith/embed/pictures';

/** Colors as three channels of sRGB, 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Kith's own grounds, which a page's are mostly near. */
export const grounds = { light: [1, 1, 1], dark: [0.086, 0.094, 0.114] } as const satisfies Record<string, Rgb>;
/** WCAG 2.2 asks this of what is drawn. */
const WANTED = 3;

/** `#c43d00` as channels. */
export function rgbOf(hex: string): Rgb | undefined {
  const [, r, g, b] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex) ?? [];
  return r && g && b ? [channel(r), channel(g), channel(b)] : undefined;
}

const channel = (digits: string) => parseInt(digits, 16) / 255;

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [a, b]
    .map((color) => color.map(linear) as [number, number, number])
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** Lightness and the two axes of color, after Björn Ottosson, https://bottosson.github.io/posts/oklab/ */
export function oklabOf(color: Rgb): Rgb {
  const [r, g, b] = color.map(linear) as [number, number, number];
  const [l, m, s] = [
    0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
    0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
    0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
  ].map(Math.cbrt) as [number, number, number];
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export type Ground = keyof typeof grounds;

/** The thread as Kith draws it in this color, held to a lightness that keeps its contrast: as in tokens.styles.ts. */
export function threadOn(ground: Ground, accent: Rgb): Rgb {
  const [l, a, b] = oklabOf(accent);
  const held = ground === 'light' ? Math.min(l, 0.55) : Math.max(l, 0.7);
  const share = ground === 'light' ? Math.min(1, 0.55 / l) : Math.min(1, 0.3 / (1 - l));
  return toRgb(held, a * share, b * share);
}

/** What becomes of a color on a light page and on a dark one, in words. */
export function sayColor(accent: Rgb): string {
  const [light, dark] = (['light', 'dark'] as const).map((ground) => {
    const thread = threadOn(ground, accent);
    return `${sayChange(accent, thread)} on a ${ground} page, ${sayContrast(contrast(thread, grounds[ground]))}`;
  });
  return `It is drawn ${light}; ${dark}. Your words keep your page’s own colour.`;
}

function sayChange(accent: Rgb, thread: Rgb): string {
  const by = (oklabOf(thread)[0] ?? 0) - (oklabOf(accent)[0] ?? 0);
  if (Math.abs(by) < 0.02) return 'as it is';
  return `${Math.abs(by) < 0.15 ? 'a little ' : ''}${by < 0 ? 'darker' : 'lighter'}`;
}

function sayContrast(ratio: number): string {
  // Cut, not rounded: what is below must not be said to be there.
  const said = (Math.floor(ratio * 10) / 10).toFixed(1);
  return ratio >= WANTED ? `where it stands out ${said} to 1` : `where it is faint, ${said} to 1`;
}

const MOST = 4;

/** The main colors of a picture's pixels (four bytes each), what is on most of it first; without its white and its holes. */
export function mainColors(pixels: ArrayLike<number>): Rgb[] {
  const bins = new Map<number, { n: number; sum: [number, number, number] }>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0, opacity = 0] = [0, 1, 2, 3].map((i) => pixels[at + i] ?? 0);
    if (opacity < 128 || Math.min(r, g, b) > 236) continue;
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
    const bin = bins.get(key) ?? { n: 0, sum: [0, 0, 0] };
    bin.n++;
    bin.sum = [bin.sum[0] + r, bin.sum[1] + g, bin.sum[2] + b];
    bins.set(key, bin);
  }
  const found = [...bins.values()].map(({ n, sum }) => {
    const color = sum.map((total) => total / n / 255) as unknown as Rgb;
    const [, a, b] = oklabOf(color);
    // A logo's color is mostly less of it than its black.
    return { color, weight: n * (0.15 + Math.hypot(a, b) * 6) };
  });
  const kept: Rgb[] = [];
  for (const { color } of found.sort((one, other) => other.weight - one.weight)) {
    if (kept.length === MOST) break;
    if (kept.every((other) => apart(color, other) > 0.1)) kept.push(color);
  }
  return kept;
}

function apart(one: Rgb, other: Rgb): number {
  const [a, b] = [oklabOf(one), oklabOf(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
