/**
 * What is made of packages/elements/src/tokens/kith.tokens.json, which is in the format of the Design Tokens Community
 * Group (2025.10): the private properties every widget's styles read, and the files a designer takes along. Pure, since
 * Storybook makes its downloads with it in the browser; `npm run tokens` writes the styles.
 */

/**
 * Every token, as [path, token], types inherited from the groups they stand in.
 * @returns {[path: string[], token: { $type?: string; $value: any; $description?: string }][]}
 */
export function listTokens(group, path = [], inherited = undefined) {
  const type = group.$type ?? inherited;
  if ('$value' in group) return [[path, { ...group, $type: type }]];
  return Object.entries(group).flatMap(([name, child]) =>
    name.startsWith('$') ? [] : listTokens(child, [...path, name], type),
  );
}

const HEADER = `// Written by npm run tokens from tokens/kith.tokens.json; a change there is a change here.
import { css } from 'lit';
`;

/** tokens.styles.ts: what every widget's styles are made from. */
export function writeStyles({ color, thread, size, measure, space, stone, motion }) {
  const field = inOneRow('color.stone.field', mapValues(color.stone, 'field'));
  const ink = inOneRow('color.stone.ink', mapValues(color.stone, 'ink'));
  return `${HEADER}
/** What every widget's styles are made from, as private properties. */
export const tokenStyles = css\`
  :host {
    --_aside: ${value(size.aside)}em;
    --_letter: ${value(size.letter)}em;
    --_first: ${value(size.first)}em;
    --_display: clamp(${value(size.display.least)}em, ${value(size.display.fluid)}cqi, ${value(size.display.most)}em);
    --_measure: ${value(measure.body)}em;
    --_space: var(--kith-space, 1em);
    --_inside: calc(var(--_space) * ${value(space.inside)});
    --_between: calc(var(--_space) * ${value(space.between)});
    --_apart: calc(var(--_space) * ${value(space.apart)});
    --_things: calc(var(--_space) * ${value(space.things)});
    --_stone: ${value(stone.size)}em;
    --_pile: ${value(stone.overlap)}em;
    --_quick: ${time(motion.quick)};
    --_sewing: ${time(motion.sewing)};
    --_ease: cubic-bezier(${motion.ease.$value.join(', ')});
    --_hush: ${time(motion.thread)};
    --_words: ${time(motion.words)};
    --_ground: light-dark(${brief(color.ground.light)}, ${brief(color.ground.dark)});
    --_ink: light-dark(${brief(color.ink.light)}, ${brief(color.ink.dark)});
    --_thread: var(--kith-thread, ${value(thread.thickness)}em);
    --_underline: ${value(thread.underline)}em;
    --_drop: ${value(thread.drop)}em;
    --_accent: var(--kith-accent, var(--_page-accent, currentColor));
    /* Where a browser cannot hold the accent to a lightness, the thread is the page's ink. */
    --_thread-color: currentColor;
  }
  /* Lighter or darker, never more vivid: what left the gamut would be cut off, and its contrast with it. */
  @supports (color: oklch(from currentColor l c h)) {
    :host {
      --_thread-color: light-dark(
        ${darkened(value(thread.lightness.light))},
        ${lightened(value(thread.lightness.dark))}
      );
    }
  }
  .pebble {
    background: ${both(field, 'var(--_hue)')};
    color: ${both(ink, 'var(--_hue)')};
  }
${field.hues.map(([name, hue]) => rule(`.${name}`, `--_hue: ${hue}`)).join('\n')}
\`;
`;
}

/** dyes.styles.ts: the dye of each role's glyph, for the widgets that draw some. */
export function writeDyes({ color }) {
  const dyes = inOneRow('color.dye', color.dye);
  return `${HEADER}
/** The dye of each role's glyph. */
export const dyeStyles = css\`
  .dyed,
  .glyph {
    /* Without chroma it is no gray of its own but the page's ink. */
    --_dye: color-mix(
      in oklab,
      ${both(dyes, 'var(--_dye-hue)', 'var(--kith-dye, ~)')} calc(min(1, var(--kith-dye, 1) * 1000) * 100%),
      currentColor
    );
  }
${dyes.hues.map(([name, hue]) => rule(`.${name}`, `--_dye-hue: ${hue}`)).join('\n')}
\`;
`;
}

const value = ({ $value }) => $value;
const time = ({ $value }) => `${$value.value}${$value.unit}`;
const brief = (token) => hex(token).replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
const rule = (selector, declaration) => `  ${selector} {\n    ${declaration};\n  }`;
const mapValues = (group, name) =>
  Object.fromEntries(
    Object.entries(group)
      .map(([key, child]) => [key, child[name]])
      .filter(([, child]) => child),
  );

const darkened = (most) => `oklch(from var(--_accent) min(l, ${most}) min(c, c * ${most} / l) h / 1)`;
const lightened = (least) =>
  `oklch(from var(--_accent) max(l, ${least}) min(c, c * ${Number((1 - least).toFixed(4))} / (1 - l)) h / 1)`;

/** Colors that differ in hue alone, so that one rule with the hue in a property can say them all. */
function inOneRow(name, group) {
  const rows = Object.entries(group).filter(([key]) => !key.startsWith('$'));
  const lightness = (scheme) => rows.map(([, pair]) => pair[scheme].$value.components.slice(0, 2).join(' '));
  const hues = rows.map(([key, pair]) => [key, pair.light.$value.components[2], pair.dark.$value.components[2]]);
  for (const scheme of ['light', 'dark']) {
    if (new Set(lightness(scheme)).size > 1) throw new Error(`${name}: ${scheme} ones differ in more than their hue.`);
  }
  const odd = hues.find(([, light, dark]) => light !== dark);
  if (odd) throw new Error(`${name}.${odd[0]} has one hue on light and another on dark.`);
  const [light, dark] = [rows[0][1].light, rows[0][1].dark].map(({ $value }) => $value.components);
  return { light, dark, hues };
}

const both = ({ light, dark }, hue, chroma = '~') => {
  const say = ([l, c]) => `oklch(${l} ${chroma.replace('~', c)} ${hue})`;
  return `light-dark(${say(light)}, ${say(dark)})`;
};

/** What a designer's tools read: the same tokens, each color with the sRGB hex it is painted in. */
export function writeDownload(tokens) {
  return eachToken(tokens, (token, type) =>
    type === 'color' ? { ...token, $value: { ...token.$value, hex: hex(token) } } : token,
  );
}

/**
 * The same for Figma's variables, which take one file for each mode: colors in sRGB, numbers, and lengths in px; what it
 * has no variable for is left out.
 * @param {'light' | 'dark'} mode
 */
export function writeFigma(tokens, mode) {
  const root = {};
  for (const [path, { $type, $value, $description }] of listTokens(tokens)) {
    if (path.at(-1) === (mode === 'light' ? 'dark' : 'light')) continue;
    const made =
      $type === 'color'
        ? {
            $type,
            $value: { colorSpace: 'srgb', components: rgb({ $value }).map(short), alpha: 1, hex: hex({ $value }) },
          }
        : $type === 'number' || $type === 'dimension'
          ? { $type, $value }
          : $type === 'fontWeight'
            ? { $type: 'number', $value }
            : undefined;
    if (!made) continue;
    const names = path.filter((name) => name !== mode);
    const group = names.slice(0, -1).reduce((at, name) => (at[name] ??= {}), root);
    group[names.at(-1)] = { ...made, ...($description && { $description }) };
  }
  return { ...root, $extensions: { 'com.figma.modeName': mode === 'light' ? 'Light' : 'Dark' } };
}

function eachToken(group, change, inherited = undefined) {
  const type = group.$type ?? inherited;
  if ('$value' in group) return change(group, type);
  return Object.fromEntries(
    Object.entries(group).map(([name, child]) => [name, name.startsWith('$') ? child : eachToken(child, change, type)]),
  );
}

const short = (number) => Number(number.toFixed(4));

/** A color token in sRGB, 0 to 1, cut to the gamut as browsers do. */
export function rgb({ $value: { colorSpace, components } }) {
  if (colorSpace === 'srgb') return components;
  const [lightness, chroma, hue] = components;
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  // https://bottosson.github.io/posts/oklab/
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((light) => {
    const cut = Math.min(1, Math.max(0, light));
    return cut <= 0.0031308 ? 12.92 * cut : 1.055 * cut ** (1 / 2.4) - 0.055;
  });
}

/** A color token as `#rrggbb`. */
export function hex(token) {
  const pair = (channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${rgb(token).map(pair).join('')}`;
}
