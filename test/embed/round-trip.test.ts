import { readFileSync } from 'node:fs';
import { languages, type Provider, type CommunityDocument, type Recognition } from '@kith/core';
import { staticHtml, type Shown } from '@kith/embed/static';
import { html, readHtml } from '@kith/providers/html';
import { allContributors } from '@kith/providers/all-contributors';
import { json } from '@kith/providers/json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizers } from '../sanitizers.js';
import { nodesOf } from '../html-nodes.js';
import { shared } from '../shared.js';
import { communities } from './communities.js';

const riverside = JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as CommunityDocument;
const lists = shared('data/all-contributors/all-contributors.all-contributorsrc.json');
const all = json({ document: riverside });
const now = new Date('2026-11-20T12:00:00Z');

const draw = async (provider: Provider, shown: Omit<Shown, 'now'>) =>
  (await staticHtml(provider, { ...shown, now })).text;
const drawAgain = (text: string, shown: Omit<Shown, 'now'>) =>
  draw(html(nodesOf(text), { report: (line) => expect.fail(line) }), shown);
const readBack = async (text: string) => {
  const { document, aside } = await readHtml(nodesOf(text));
  expect(aside).toEqual([]);
  return document;
};

/** As it is pasted, and as each editor leaves it. */
const ways = [
  ['nobody', (html: string) => html] as const,
  ...sanitizers.map(({ name, sanitize }) => [name, sanitize] as const),
];

/** Every language Kith speaks. */
const locales = [...languages];

const shown: Record<string, Omit<Shown, 'now'>[]> = {
  'a purpose': ['band', 'card', 'line'].map((layout) => ({ widget: 'purpose-banner', attributes: { layout } })),
  'the letters': [
    { widget: 'recognition-wall', attributes: { 'page-size': '100' } },
    { widget: 'recognition-wall', attributes: { 'page-size': '100', pictures: 'allow' } },
    { widget: 'recognition-wall', attributes: { 'filter-occasion': 'ask' } },
    { widget: 'recognition-wall', attributes: { layout: 'grid' } },
  ],
  'the roles there are': ['chip', 'card', 'glyph'].map((layout) => ({ widget: 'role-badge', attributes: { layout } })),
  'the roles of each member': (riverside.members ?? []).flatMap(({ id }) => [
    { widget: 'role-badge', attributes: { member: id } },
    { widget: 'role-badge', attributes: { member: id, layout: 'card' } },
    { widget: 'role-badge', attributes: { member: id, layout: 'glyph' } },
  ]),
  'the steps of each who climbs': (riverside.progress ?? []).flatMap(({ member, ladder }) => [
    { widget: 'progression-ladder', attributes: { member, ladder } },
    { widget: 'progression-ladder', attributes: { member, ladder, layout: 'list' } },
  ]),
  'the steps of nobody': [{ widget: 'progression-ladder', attributes: { ladder: 'pull-up' } }],
  'who could use a hand': [{ widget: 'peer-intro', attributes: { limit: '20' } }],
};

/** What the wall says of a letter in its static HTML, and nothing else of it. */
function saidOf(letter: Recognition, names: ReadonlySet<string>) {
  const { id, occasion, from, to = [], text, lang, role, reward, need, at, kept, bornFrom, answers, replies } = letter;
  const { try: tried, measure, result, cheers, backed, askedAt, deliveredAt, shippedAt, heardBy } = letter;
  const named = to.filter((each) => names.has(each));
  const unnamed = (letter.unnamed ?? 0) + to.length - named.length;
  const reply = ({ id, member, text, lang, at }: NonNullable<Recognition['replies']>[number]) => ({
    id,
    member,
    text,
    lang,
    at,
  });
  return JSON.parse(
    JSON.stringify({
      ...{ id, occasion, from, to: named, unnamed, text, role, reward, need, at, askedAt, deliveredAt, shippedAt },
      ...{ kept, bornFrom, try: tried, measure, result, heardBy, lang },
      ...{ answers: (answers ?? []).map(reply), replies: (replies ?? []).map(reply) },
      ...{ cheers: cheers?.count ?? 0, backed: backed?.count ?? 0 },
    }),
  ) as object;
}

/** A community drawn by lot has its first member `a`, its first role `r` and its first ladder `l`. */
const any: Omit<Shown, 'now'>[] = [
  { widget: 'purpose-banner' },
  { widget: 'recognition-wall', attributes: { 'page-size': '100' } },
  { widget: 'role-badge', attributes: { member: 'a' } },
  { widget: 'role-badge' },
  { widget: 'progression-ladder', attributes: { member: 'a' } },
  { widget: 'progression-ladder', attributes: { member: 'a', layout: 'list' } },
  { widget: 'peer-intro' },
];

describe.each(ways)('static HTML after %s cleaned it', (_, clean) => {
  describe.each(locales)('in the language %s', (locale) => {
    it.each(Object.entries(shown))('says the same of %s once it is read and written again', async (_, some) => {
      for (const each of some) {
        const text = await draw(all, { ...each, locale });
        expect(await drawAgain(clean(text), { ...each, locale })).toBe(text);
      }
    });
  });

  it.each(locales)(
    'holds each letter, in the language %s: its ids, words, dates, counts and answers',
    async (locale) => {
      const text = await draw(all, { widget: 'recognition-wall', attributes: { 'page-size': '100' }, locale });
      const read = await readBack(clean(text));
      const names = new Set(riverside.members?.map(({ id }) => id));
      const byId = new Map(riverside.recognitions?.map((each) => [each.id, each]));
      expect(read.recognitions).toHaveLength(byId.size);
      for (const each of read.recognitions ?? [])
        expect(saidOf(each, names)).toEqual(saidOf(byId.get(each.id) as Recognition, names));
    },
  );

  it.skipIf(!lists)('says the same of the people of a repository', async () => {
    const people = allContributors({ text: readFileSync(lists ?? '', 'utf8') });
    const each: Omit<Shown, 'now'> = { widget: 'recognition-wall', attributes: { 'page-size': '200' } };
    const text = await draw(people, each);
    expect(text).toContain('h-card');
    expect(await drawAgain(clean(text), each)).toBe(text);
  });

  it('says the same of any community', async () => {
    await fc.assert(
      fc.asyncProperty(communities, fc.constantFrom(...locales), async (document, locale) => {
        for (const each of any) {
          const text = await draw(json({ document }), { ...each, locale });
          expect(await drawAgain(clean(text), { ...each, locale })).toBe(text);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
