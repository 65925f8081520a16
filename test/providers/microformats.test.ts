import { readdirSync, readFileSync } from 'node:fs';
import { microformats } from '@kith/providers/microformats';
import { describe, expect, it } from 'vitest';
import { nodesOf } from '../html-nodes.js';
import { shared } from '../shared.js';

const folder = shared('data/microformats');
const cases = folder ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];

describe('microformats', () => {
  it.skipIf(!folder).each(cases)('are read from %s as the tests of microformats say', (name) => {
    const [text, json] = ['', 'json'].map((ending) =>
      readFileSync(`${folder}/${ending ? name.replace('html', ending) : name}`, 'utf8'),
    );
    const { items } = JSON.parse(json ?? '') as { items: unknown };
    expect(microformats(nodesOf(text ?? ''), 'http://example.com/')).toEqual(items);
  });
});
