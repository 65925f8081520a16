import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync('packages/server/PROMISES.md', 'utf8');
const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, promise = '', file = '', title = '']) => (file.startsWith('`') ? [{ promise, file, title }] : []));

/** The source of a test file as the page calls it. */
function sourceOf(file: string): string {
  const name = file.replaceAll('`', '');
  const path = `test/${name.includes('/') ? name : `server/${name}`}.test.ts`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

it('the page of promises names only tests that there are, and each promise of the server', () => {
  expect(rows.length).toBeGreaterThan(50);
  const unkept = rows.filter(({ file, title }) => !sourceOf(file).includes(`'${title}'`));
  expect(unkept).toEqual([]);
  const numbers = [...page.matchAll(/\*\*S(\d+) /g)].map(([, number]) => Number(number));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
