/** `npm run shape`: the brief form of the community document's schema, for pages. A test compares. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const sources = fileURLToPath(new URL('../packages/core/src/', import.meta.url));
const load = async (name) => (await runnerImport(`${sources}${name}.ts`)).module;

const [{ DocumentSchema }, { shapeOf }] = [await load('document'), await load('shape-of')];
const text = `// Written by npm run shape from document.ts; a change there is a change here.
import type { Shape } from './shape.js';

/** The community document's schema in brief. */
export const documentShape: Shape = ${JSON.stringify(shapeOf(DocumentSchema))};
`;
const place = `${sources}document-shape.ts`;
writeFileSync(place, await format(text, { ...(await resolveConfig(place)), parser: 'typescript' }));
