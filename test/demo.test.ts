import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  countGraphemes,
  IntroductionSchema,
  known,
  kinds,
  occasions,
  readAsIs,
  type CommunityDocument,
} from '@kith/core';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const community = readAsIs(read('demo/public/community.json')) as CommunityDocument;
const { members = [], recognitions = [], ladders = [], progress = [] } = community;
const ids = new Set(members.map(({ id }) => id));

describe('the demo’s community', () => {
  it('has at least 24 people, in several scripts', () => {
    expect(members.filter(({ kind }) => known(kind, kinds, 'person') === 'person').length).toBeGreaterThanOrEqual(24);
    const names = members.map(({ name }) => name).join();
    for (const script of ['Latin', 'Arabic', 'Devanagari', 'Han']) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
  });

  it('has at least 40 letters, of every occasion, short ones and long ones', () => {
    expect(recognitions.length).toBeGreaterThanOrEqual(40);
    expect(new Set(recognitions.map(({ occasion }) => occasion))).toEqual(new Set(occasions));
    const lengths = recognitions.map(({ text = '' }) => countGraphemes(text));
    expect(lengths.filter((length) => length < 60).length).toBeGreaterThanOrEqual(8);
    expect(lengths.filter((length) => length > 400).length).toBeGreaterThanOrEqual(4);
  });

  it('has no praise and no exclamation marks, and speaks only of people it has', () => {
    const words = recognitions.map(({ text = '' }) => text).join('\n');
    expect(words).not.toMatch(/!|\b(amazing|awesome|great|wonderful|incredible|fantastic|outstanding)\b/i);
    const spoken = recognitions.flatMap(({ from, to = [], cheers }) => [from, ...to, ...(cheers?.by ?? [])]);
    expect(spoken.filter((id) => id !== undefined && !ids.has(id))).toEqual([]);
  });

  it('has one letter about a failure, kept for what came after it', () => {
    expect(recognitions.find(({ id }) => id === 'the-radio')?.kept?.because).toContain('after a mistake');
  });

  it('has eight pictures of its own, each in words too', () => {
    const pictures = recognitions.flatMap(({ evidence = [] }) => evidence);
    expect(pictures.map(({ src }) => src).sort()).toEqual(
      readdirSync('demo/public/pictures')
        .map((file) => `/pictures/${file}`)
        .sort(),
    );
    expect(pictures.length).toBe(8);
    expect(pictures.filter(({ alt }) => !alt?.startsWith('Line drawing: '))).toEqual([]);
  });

  it('has roles that are hoped for, affirmed with a because, and shown', () => {
    const held = members.flatMap(({ id, roles = [] }) => roles.map((role) => ({ id, ...role })));
    expect(held.filter(({ aspires }) => aspires).length).toBeGreaterThanOrEqual(12);
    expect(held.filter(({ shown }) => shown).length).toBeGreaterThanOrEqual(12);
    expect(new Set(held.map(({ role }) => role)).size).toBe(6);
    const affirmed = held.flatMap(({ id, affirmed }) => (affirmed?.by ?? []).map((by) => ({ id, ...by })));
    expect(affirmed.length).toBeGreaterThanOrEqual(24);
    expect(affirmed.filter(({ because }) => !because)).toEqual([]);
    expect(affirmed.filter(({ id, member }) => id === member || !ids.has(member))).toEqual([]);
  });

  it('has ladders on which people of its own stand, each with a step true on day one and with things that open', () => {
    expect(ladders.length).toBeGreaterThanOrEqual(2);
    for (const { id, measures = [], rungs } of ladders) {
      expect(rungs[0]?.needs, id).toEqual([]);
      expect(rungs.filter(({ unlocks }) => unlocks?.length).length, id).toBeGreaterThanOrEqual(3);
      expect(measures.filter(({ act, unit }) => !act?.includes('{n}') || !unit)).toEqual([]);
      const here = progress.filter(({ ladder }) => ladder === id);
      expect(here.length, id).toBeGreaterThanOrEqual(5);
      expect(here.map(({ member }) => member)).toContain('yuki');
      for (const { member, reached = {}, records = [], cheers = [] } of here) {
        const joined = members.find(({ id }) => id === member)?.joinedAt ?? 'nobody';
        const climbed = rungs.map(({ id }) => reached[id]);
        expect(climbed.filter((at) => at !== undefined)).toEqual(climbed.slice(0, Object.keys(reached).length));
        expect([...climbed.slice(0, Object.keys(reached).length)].sort()).toEqual(Object.values(reached));
        const [first = ''] = Object.values(reached);
        expect(first.slice(0, 10) >= joined.slice(0, 10), `${member} on ${id}`).toBe(true);
        expect(records.filter(({ measure }) => !measures.some(({ id }) => id === measure))).toEqual([]);
        expect(cheers.flatMap(({ by = [] }) => by).filter((by) => by === member || !ids.has(by))).toEqual([]);
      }
    }
  });

  it('has introductions, kept apart from what is public', () => {
    const introductions = v.parse(v.array(IntroductionSchema), read('demo/introductions.json'));
    expect(introductions.length).toBeGreaterThanOrEqual(5);
    expect(introductions.flatMap(({ people }) => people).filter((id) => !ids.has(id))).toEqual([]);
    expect(community.introductions).toBeUndefined();
  });

  it('has mail for Ada, and none about people who have met', () => {
    const introductions = v.parse(v.array(IntroductionSchema), read('demo/introductions.json'));
    const waiting = introductions.filter(
      ({ people, by, state }) => people.includes('ada') && by !== 'ada' && state === 'asked',
    );
    expect(waiting.map(({ people, text }) => [people, Boolean(text)])).toEqual([[['ada', 'bo'], true]]);
    expect(introductions.filter(({ people }) => people.includes('yuki'))).toEqual([]);
  });
});

describe('the demo’s hosts', () => {
  const pages = ['index.html', 'choir.html', 'project.html', 'ar.html'];
  const html = Object.fromEntries(pages.map((page) => [page, readFileSync(`demo/${page}`, 'utf8')]));
  const tags = (text = '') => [...new Set([...text.matchAll(/<(kith-[a-z-]+)/g)].map(([, tag]) => tag))].sort();

  it.each(pages)('%s has the same five tags, on the same document', (page) => {
    expect(tags(html[page])).toEqual([
      'kith-community',
      'kith-peer-intro',
      'kith-progression-ladder',
      'kith-purpose-banner',
      'kith-recognition-wall',
      'kith-role-badge',
    ]);
    expect([...(html[page] ?? '').matchAll(/\bsrc="([^"]*)"/g)].map(([, src]) => src)).toEqual([
      '/kith.js',
      './around.ts',
      '/community.json',
    ]);
  });

  it.each(pages)(
    '%s speaks only of people and ladders the document has, and has a place for each of its links',
    (page) => {
      const text = html[page] ?? '';
      const named = (attribute: string) =>
        [...text.matchAll(new RegExp(`\\s${attribute}="([^"]+)"`, 'g'))].map(([, id]) => id);
      expect(named('member').filter((id = '') => !ids.has(id))).toEqual([]);
      expect(named('ladder').filter((wanted) => !ladders.some(({ id }) => id === wanted))).toEqual([]);
      expect(named('data-eyes').filter((id = '') => !ids.has(id))).toEqual([]);
      const places = named('id');
      expect(new Set(places).size).toBe(places.length);
      const links = [...named('href'), community.purpose?.made?.href, community.purpose?.invitation?.href];
      expect(links.filter((href = '') => href.startsWith('#') && !places.includes(href.slice(1)))).toEqual([]);
    },
  );

  it('say who made them in the same words, each marking itself', () => {
    const strip = (page: string) => (/<aside class="around"[^]*?<\/aside>/.exec(html[page] ?? '') ?? [''])[0];
    const [one, ...others] = ['index.html', 'choir.html', 'project.html'].map((page) =>
      strip(page).replace(' aria-current="page"', ''),
    );
    expect(others).toEqual([one, one]);
    const marked = pages.map((page) => /href="([^"]*)" aria-current="page"/.exec(strip(page))?.[1]);
    expect(marked).toEqual(['./', './choir.html', './project.html', './ar.html']);
  });
});
