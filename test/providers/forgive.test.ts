import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forgive } from '../../packages/providers/src/forgive.js';
import { json } from '../../packages/providers/src/json.js';
import { shared } from '../shared.js';

const meant = {
  kith: 1,
  purpose: { statement: 'Everyone can “fix” something, she said' },
  members: [{ id: 'ada', name: 'Ada' }],
};
const written = JSON.stringify(meant, null, 2);
const entities = (text: string) => text.replace(/"/g, '&quot;');
/** As a typesetter of quotes would, which knows of no JSON. */
const typeset = (text: string) => text.replace(/(^|[\s{[,:])"/g, '$1“').replace(/"/g, '”');

const changes: Record<string, [string, string]> = {
  'line breaks between its lines': [written.replace(/\n/g, '<br />\n'), 'paragraphs and line breaks'],
  'paragraphs around its lines': [`<p>${written.replace(/\n/g, '</p>\n<p>')}</p>`, 'paragraphs and line breaks'],
  'quotes as entities': [entities(written), 'entities'],
  'quotes as numbers': [written.replace(/"/g, '&#34;'), 'entities'],
  'typographic quotes': [typeset(written), 'typographic quotes'],
  'German quotes': [written.replace(/"([^"]*)"/g, '„$1“'), 'typographic quotes'],
  'French quotes': [written.replace(/"([^"]*)"/g, '«$1»'), 'typographic quotes'],
  'typographic quotes as numbers': [
    typeset(written).replace(/“/g, '&#8220;').replace(/”/g, '&#8221;'),
    'typographic quotes',
  ],
  'no-break spaces': [typeset(written).replace(/ {2}/g, '&nbsp; '), 'typographic quotes'],
  'CDATA around it': [`// <![CDATA[\n${written}\n// ]]>`, 'CDATA'],
  'a comment around it': [`<!--\n${written}\n-->`, 'comments'],
  'all of it at once': [
    `<p>${typeset(written).replace(/“/g, '&ldquo;').replace(/\n/g, '<br>')}</p>`,
    'typographic quotes',
  ],
};

describe('a document an editor got hold of', () => {
  it.each(Object.entries(changes))('is read as it was meant: %s', (_, [changed, what]) => {
    const forgiven = forgive(changed);
    expect(JSON.parse(forgiven?.text ?? '""')).toEqual(meant);
    expect(forgiven?.done.join()).toContain(what);
  });

  it('keeps what somebody quotes within a text', () => {
    const text = '{“kith”: 1, “name”: “She said “yes”, and left: “so be it””, “n”: 7, “a”: [“x”, “y”]}';
    expect(JSON.parse(forgive(text)?.text ?? '""')).toEqual({
      kith: 1,
      name: 'She said “yes”, and left: “so be it”',
      n: 7,
      a: ['x', 'y'],
    });
  });

  it.each(['{"kith": 1,}', '{kith: 1}', '{"kith": 1', '', 'nothing', "{'kith': 1}", '<p></p>', '{"kith": 1<br>,}'])(
    'is not read where no editor did it: %s',
    (text) => expect(forgive(text)).toBe(undefined),
  );

  it('is read by its provider, which says in one line what was done to it', async () => {
    const lines: string[] = [];
    const { signal } = new AbortController();
    const provider = json({ text: changes['all of it at once']?.[0] ?? '' }, { report: (line) => lines.push(line) });
    const answer = await provider.read({ kind: 'purpose' }, signal);
    expect(JSON.stringify(answer)).toContain('Everyone can “fix” something, she said');
    expect(lines).toEqual([
      'An editor changed the document inside (paragraphs and line breaks in it, characters written as entities, typographic quotes); it is read as it was meant.',
    ]);
  });

  it('is forgiven to no file, which no editor changes', async () => {
    const fetch = () => Promise.resolve(new Response(changes['typographic quotes']?.[0]));
    const { signal } = new AbortController();
    await expect(
      json({ url: 'https://x.example/a.json' }, { fetch }).read({ kind: 'purpose' }, signal),
    ).rejects.toThrow('This is not JSON');
  });
});

describe('what is not JSON', () => {
  const place = shared('corpora/json/JSONTestSuite/test_parsing');
  it.skipIf(!place || !existsSync(place))('is not made so (needs corpora/json in KITH_SHARED)', () => {
    const names = readdirSync(place ?? '').filter((name) => name.startsWith('n_'));
    expect(names.length).toBeGreaterThan(180);
    expect(names.filter((name) => forgive(readFileSync(`${place}/${name}`, 'utf8')))).toEqual([]);
  });
});
