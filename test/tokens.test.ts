import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hex, listTokens, rgb, writeDownload, writeFigma } from '../.ci/tokens.mjs';
import { generated } from '../.ci/write-tokens.mjs';

const folder = 'packages/elements/src/';
const tokens = JSON.parse(readFileSync(`${folder}tokens/kith.tokens.json`, 'utf8'));

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isMeasure = (value: { value?: unknown; unit?: string }, units: string[]) =>
  isNumber(value?.value) && units.includes(value.unit ?? '');

/** What the format allows of each type: https://www.designtokens.org/TR/2025.10/format/#types */
const types: Record<string, (value: never) => boolean> = {
  color: ({ colorSpace, components, hex = '#000000' }: { colorSpace: string; components: number[]; hex?: string }) =>
    ['srgb', 'oklch'].includes(colorSpace) &&
    components.length === 3 &&
    components.every(isNumber) &&
    /^#[\da-f]{6}$/.test(hex),
  number: isNumber,
  dimension: (value) => isMeasure(value, ['px', 'rem']),
  duration: (value) => isMeasure(value, ['ms', 's']),
  fontWeight: (value) => isNumber(value) && value >= 1 && value <= 1000,
  cubicBezier: (value: number[]) => value.length === 4 && value.every(isNumber),
};

const wrong = (file: object) =>
  listTokens(file).filter(([path, { $type, $value }]) => {
    const named = path.every((name) => !/^\$|[{}.]/.test(name));
    return !named || !types[$type as string]?.($value as never);
  });

describe('the design tokens', () => {
  it('are in the format of the Design Tokens Community Group', () => {
    expect(listTokens(tokens).length).toBeGreaterThan(80);
    expect(wrong(tokens)).toEqual([]);
  });

  it('are in it when they are taken along, too, each color with its hex', () => {
    const download = writeDownload(tokens);
    expect(wrong(download)).toEqual([]);
    expect(listTokens(download)).toHaveLength(listTokens(tokens).length);
    const colors = listTokens(download).filter(([, { $type }]) => $type === 'color');
    expect(colors.every(([, { $value }]) => /^#[\da-f]{6}$/.test($value.hex))).toBe(true);
  });

  it.each(['light', 'dark'] as const)('are variables of Figma’s, in a file for its mode %s', (mode) => {
    const figma = writeFigma(tokens, mode);
    expect(wrong(figma)).toEqual([]);
    const names = listTokens(figma).map(([path]) => path.join('/'));
    expect(names).toContain('color/dye/sharer');
    expect(names).toEqual(
      listTokens(writeFigma(tokens, mode === 'light' ? 'dark' : 'light')).map(([path]) => path.join('/')),
    );
    const spaces = listTokens(figma).flatMap(([, { $type, $value }]) => ($type === 'color' ? [$value.colorSpace] : []));
    expect(new Set(spaces)).toEqual(new Set(['srgb']));
  });

  it('are painted as a browser paints them', () => {
    const paint = (colorSpace: string, ...components: number[]) => hex({ $value: { colorSpace, components } });
    expect(paint('oklch', 0.628, 0.2577, 29.23)).toBe('#ff0000');
    expect(paint('oklch', 0.452, 0.3132, 264.05)).toBe('#0000ff');
    expect(paint('oklch', 1, 0, 0)).toBe('#ffffff');
    expect(rgb({ $value: { colorSpace: 'oklch', components: [0.9, 0.4, 150] } })[0]).toBe(0);
  });
});

describe('the styles', () => {
  it('are what the tokens give (npm run tokens writes them)', async () => {
    for (const { name, text } of await generated()) expect(readFileSync(folder + name, 'utf8'), name).toBe(text);
  });

  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.styles.ts'),
  );
  const given = ['styles/tokens.styles.ts', 'styles/dyes.styles.ts'];

  it.each(sheets.filter((name) => !given.includes(name)))('in %s take from the tokens what the tokens give', (name) => {
    const text = readFileSync(folder + name, 'utf8');
    const byHand =
      /(font-size: (0\.88|1\.14|1\.6)em|var\(--_space\) \* (0\.35|0\.7|1\.1|2\.6)\)|\b34em|light-dark\(|oklch\(|(160|400|600)ms|cubic-bezier|#[\da-f]{6})/g;
    expect(text.match(byHand) ?? []).toEqual([]);
  });

  it('use no private property that is nowhere given', () => {
    const text = sheets.map((name) => readFileSync(folder + name, 'utf8')).join('\n');
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(folder + name, 'utf8'))
      .join('\n');
    const used = new Set([...text.matchAll(/var\((--_[\w-]+)/g)].map(([, name = '']) => name));
    const missing = [...used].filter((name) => !new RegExp(`['\\s]${name}['"]?[:\\]]|'${name}'`).test(source));
    expect(missing).toEqual([]);
  });

  it('are given no private property that none of them reads', () => {
    const text = sheets.map((name) => readFileSync(folder + name, 'utf8')).join('\n');
    const given = [...text.matchAll(/(--_[\w-]+):/g)].map(([, name = '']) => name);
    expect(given.filter((name) => !text.includes(`var(${name}`))).toEqual([]);
  });
});
