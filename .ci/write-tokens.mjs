/** `npm run tokens`: the styles that are generated from the design tokens. A test compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { writeDyes, writeStyles } from './tokens.mjs';

const SOURCES = new URL('../packages/elements/src/', import.meta.url);
const tokens = JSON.parse(readFileSync(new URL('tokens/kith.tokens.json', SOURCES), 'utf8'));

/** The generated files: each with its place, and its text as it should be. */
export async function generated() {
  const files = { 'styles/tokens.styles.ts': writeStyles(tokens), 'styles/dyes.styles.ts': writeDyes(tokens) };
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const place = new URL(name, SOURCES);
      return { name, place, text: await format(text, { ...(await resolveConfig(place)), parser: 'typescript' }) };
    }),
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const { place, text } of await generated()) writeFileSync(place, text);
}
