import { markup, occasions, openFirst, rewards, terms, type Markup, type WallFilters } from '@kith/core';
import { numberOf, textOf, wordOf } from './attributes.js';
import { heading, line, whole, type Drawing } from './draw.js';
import { drawLetter, type Wall } from './letter.js';

const widget = 'recognition-wall';

/** What members wrote to each other, as letters. */
export async function recognitionWall(drawing: Drawing): Promise<Markup> {
  const { attributes, read, language } = drawing;
  const { words } = language;
  const filters = filtersOf(attributes);
  const limit = numberOf(attributes, 'page-size', 20, 1, 10_000);
  const [{ letters, people }, { roles }] = await Promise.all([
    read({ kind: 'wall', filters, limit }),
    read({ kind: 'roles' }),
  ]);
  if (!letters.length) {
    const nobody = Object.keys(filters).length ? words.nothingFits : words.nobodyThanked;
    return whole(widget, drawing, line(nobody));
  }
  const here = new Map(letters.map((each) => [each.id, each]));
  const wanted = letters.flatMap(({ bornFrom }) => (bornFrom !== undefined && !here.has(bornFrom) ? [bornFrom] : []));
  if (wanted.length) {
    const origins = await read({ kind: 'wall', filters, ids: wanted, limit: wanted.length });
    for (const each of origins.letters) here.set(each.id, each);
  }
  const byId = new Map(people.map((each) => [each.id, each]));
  const wall: Wall = { ...drawing, people: byId, roles, letters: here };
  const inOrder = filters.occasion === 'ask' ? openFirst(letters, (id) => byId.get(id)) : letters;
  const drawn = inOrder.map((each) => drawLetter(each, wall));
  const list = markup`\n<ul aria-label="${words.letters}">${drawn}</ul>`;
  const isGrid = wordOf(attributes, 'layout', ['list', 'grid']) === 'grid';
  const inside = [heading(drawing, [], words.letters, 'kith-unseen'), list];
  return whole(widget, drawing, inside, [terms.letters, isGrid && 'kith-grid']);
}

/** What a wall is to show of all letters. */
export function filtersOf(attributes: Drawing['attributes']): WallFilters {
  const filters = {
    member: textOf(attributes, 'member'),
    role: textOf(attributes, 'filter-role'),
    reward: wordOf(attributes, 'filter-reward', ['', ...rewards]),
    occasion: wordOf(attributes, 'filter-occasion', ['', ...occasions]),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
}
