/** A color of LOOK as every renderer of pictures reads it: OKLCH to sRGB, as "#rrggbb", cut off where it leaves the gamut. */
export function toHex(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  return hexOf(toRgb(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)));
}

/**
 * OKLab to the three channels of sRGB, 0 to 1, cut off where it leaves the gamut. The matrices are those of
 * https://www.w3.org/TR/css-color-4/#color-conversion-code
 */
export function toRgb(lightness: number, a: number, b: number): [r: number, g: number, b: number] {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    channel(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    channel(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    channel(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

/** Channels of sRGB as CSS writes them. */
export const hexOf = (color: readonly number[]): string =>
  `#${color
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

function channel(linear: number): number {
  const light = Math.min(Math.max(linear, 0), 1);
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}
