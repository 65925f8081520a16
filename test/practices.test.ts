import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guides, later, practices } from '../stories/practices.js';
import { shared } from './shared.js';

const product = shared('PRODUCT.md');

/** The sources of the stories, by the title they have. */
const stories = new Map(
  readdirSync('stories')
    .filter((file) => file.endsWith('.stories.ts'))
    .map((file) => readFileSync(`stories/${file}`, 'utf8'))
    .map((source) => [source.match(/title: '([^']+)'/)?.[1], source]),
);

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the page of practices', () => {
  it('names for each practice a test that there is', () => {
    const missing = practices.flatMap(({ proved }) =>
      proved.filter(([file, test]) => {
        const path = `test/${file}.test.ts`;
        return !existsSync(path) || !readFileSync(path, 'utf8').includes(`'${test}'`);
      }),
    );
    expect(missing).toEqual([]);
    expect(practices.filter(({ proved }) => !proved.length)).toEqual([]);
  });

  it('leads to a state of a story that there is', () => {
    const missing = practices.flatMap(({ seen }) =>
      seen.filter(
        ([title, state]) =>
          !new RegExp(
            guides[state] ? `: Story = \\{ name: '${quoted(state)}'` : `^\\s+(['"]?)${quoted(state)}\\1:`,
            'm',
          ).test(stories.get(title) ?? ''),
      ),
    );
    expect(missing).toEqual([]);
    expect(practices.filter(({ seen }) => !seen.length)).toEqual([]);
  });

  const absent = product ? '' : ' (absent: ../shared/PRODUCT.md)';
  it.skipIf(!product)(`has a row for each of the product’s, or says that it is not there yet${absent}`, () => {
    const [, table = ''] = readFileSync(product ?? '', 'utf8').split('| Practice ');
    const rows = [...table.matchAll(/^\| ([^|(]+?) (?:\([^|]*\) )?\|/gm)].map(([, name = '']) => name);
    expect(rows).toHaveLength(16);
    const said = [...practices.map(({ name }) => name), ...Object.keys(later)];
    expect([...said].sort()).toEqual([...rows].sort());
  });
});
