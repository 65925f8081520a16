import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { widgets } from '@kith/embed/static';
import { askedElsewhere, fieldsIn, type Manifest } from '../../../demo/builder/fields.js';

const manifest = JSON.parse(readFileSync('packages/elements/custom-elements.json', 'utf8')) as Manifest;
const tags = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);

describe('the builder’s fields', () => {
  it('have a label and a help for each attribute of each of the six elements', () => {
    expect(tags).toHaveLength(6);
    const bare = tags.flatMap(({ tagName, attributes = [] }) =>
      attributes.flatMap(({ name, label, help }) =>
        label && /^[A-Z].*\.$/.test(help ?? '') ? [] : [`${tagName} ${name}`],
      ),
    );
    expect(bare).toEqual([]);
  });

  it('are the attributes of the manifest, all but those asked for in other ways', () => {
    const fields = fieldsIn(manifest);
    expect(Object.keys(fields).sort()).toEqual([...widgets].sort());
    for (const { tagName = '', attributes = [] } of tags.filter(({ tagName }) => tagName !== 'kith-community')) {
      const names = fields[tagName.slice(5) as (typeof widgets)[number]].map(({ name }) => name);
      expect([...names, ...askedElsewhere].sort(), tagName).toEqual(attributes.map(({ name }) => name).sort());
    }
  });

  it('have one label each within a widget', () => {
    for (const fields of Object.values(fieldsIn(manifest)))
      expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
  });

  it('begin with the usual choice', () => {
    const { 'purpose-banner': banner, 'recognition-wall': wall } = fieldsIn(manifest);
    const layout = banner.find(({ name }) => name === 'layout');
    expect(layout).toMatchObject({ kind: 'choice', usual: 'band', choices: ['band', 'card', 'line'] });
    expect(wall.find(({ name }) => name === 'page-size')).toMatchObject({ kind: 'number', usual: '20' });
    expect(wall.find(({ name }) => name === 'compose')).toMatchObject({ kind: 'switch' });
    expect(wall.find(({ name }) => name === 'member')).toMatchObject({ kind: 'words' });
  });

  it('refuse an attribute that nobody said what it is', () => {
    const modules = [{ declarations: [{ tagName: 'kith-new', attributes: [{ name: 'odd' }] }] }];
    expect(() => fieldsIn({ modules })).toThrow('<kith-new> says no @label and @help of odd');
  });
});
