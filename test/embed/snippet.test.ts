import type { CommunityDocument } from '@kith/core';
import { editors, forms, snippetFor, type Form, type Published, type Wanted } from '@kith/embed/snippet';
import { widgets } from '@kith/embed/static';
import { readHtml, html as htmlProvider } from '@kith/providers/html';
import fc from 'fast-check';
import { parseFragment, type ChildNode, type Element } from 'parse5';
import { describe, expect, it } from 'vitest';
import { nodesOf } from '../html-nodes.js';

const document = {
  kith: 1,
  community: { id: 'fuse', name: 'The fuse box', url: 'https://fuse.example/' },
  purpose: { version: 1, statement: 'Everyone can fix something' },
  members: [
    { id: 'ada', kind: 'person', name: 'Ada Obi' },
    { id: 'bo', kind: 'person', name: 'Bo Nilsson' },
  ],
  recognitions: [{ id: 'r1', occasion: 'thanks', from: 'bo', to: ['ada'], text: 'You held the torch.' }],
} as CommunityDocument;
const wall: Wanted = {
  widget: 'recognition-wall',
  attributes: { layout: 'grid', compose: '' },
  people: { document },
  accent: '#b4005a',
  part: 'show',
  locale: 'en',
};
const pinned: Published = {
  base: 'https://cdn.example/kith/0.1.0/',
  version: '0.1.0',
  files: { 'kith.js': { bytes: 40, integrity: 'sha384-a' }, 'kith.css': { bytes: 2, integrity: 'sha384-b' } },
};
const textOf = async (wanted: Partial<Wanted>, form: Form, published = pinned) =>
  (await snippetFor({ ...wall, ...wanted }, form, published)).text;

function elements(html: string): Element[] {
  const within = (node: ChildNode): Element[] => ('tagName' in node ? [node, ...node.childNodes.flatMap(within)] : []);
  return parseFragment(html).childNodes.flatMap(within);
}
const named = (html: string, name: string) => elements(html).filter(({ tagName }) => tagName === name);
const attributesIn = ({ attrs }: Element) => Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

describe('a snippet’s code', () => {
  it('is sealed where its address names a version, and is not where it goes on', async () => {
    const sealed = await textOf({}, 'tag');
    const [script] = named(sealed, 'script').map(attributesIn);
    expect(script).toEqual({
      type: 'module',
      src: 'https://cdn.example/kith/0.1.0/kith.js',
      integrity: 'sha384-a',
      crossorigin: '',
    });
    expect(named(sealed, 'link').map(attributesIn)[0]).toMatchObject({ rel: 'stylesheet', integrity: 'sha384-b' });
    const moving = await textOf({}, 'tag', { ...pinned, base: 'https://cdn.example/kith/0/' });
    expect(named(moving, 'script').map(attributesIn)).toEqual([
      { type: 'module', src: 'https://cdn.example/kith/0/kith.js' },
    ]);
  });

  it('is in no snippet that is HTML alone, or a picture; those weigh nothing', async () => {
    for (const form of ['static', 'picture'] as const) {
      const { text, bytes } = await snippetFor(wall, form, pinned);
      expect(named(text, 'script')).toEqual([]);
      expect(bytes).toBe(0);
    }
  });
});

describe('what a frame weighs', () => {
  const one = { bytes: 1, integrity: '' };
  const weigh = (part: Wanted['part'], name: string) =>
    snippetFor({ ...wall, part }, 'frame', { ...pinned, files: { [name]: one } }).then(({ bytes }) => bytes);

  it('is its page’s code on a server, in a folder what tells its height, and what hears that', async () => {
    const server = { server: 'https://kith.example/v1/fuse' };
    expect([await weigh(server, 'frame.js'), await weigh(server, 'fit.js')]).toEqual([1, 1]);
    expect([await weigh(server, 'kith.js'), await weigh(server, 'tell-height.js')]).toEqual([1, 0]);
    expect([await weigh('show', 'frame.js'), await weigh('show', 'kith.js')]).toEqual([0, 0]);
    expect([await weigh('show', 'fit.js'), await weigh('show', 'tell-height.js')]).toEqual([1, 1]);
  });
});

describe('a snippet’s tag', () => {
  it('says what was chosen, in attributes that editors leave and strict policies allow', async () => {
    const [tag] = named(await textOf({}, 'tag'), 'kith-recognition-wall').map(attributesIn);
    expect(tag).toEqual({ provider: 'html', layout: 'grid', compose: '', accent: '#b4005a', lang: 'en' });
    const [div] = named(await textOf({ locale: 'ar' }, 'div'), 'div').map(attributesIn);
    expect(div).toEqual({
      'data-kith': 'recognition-wall',
      'data-provider': 'html',
      'data-layout': 'grid',
      'data-compose': '',
      'data-accent': '#b4005a',
      lang: 'ar',
      dir: 'rtl',
    });
  });

  it('leaves out what would run, style or lead elsewhere', async () => {
    const attributes = { onclick: 'go()', style: 'x', src: '/other.json', 'Bad Name': 'x', layout: 'list' };
    const [tag] = named(await textOf({ attributes }, 'tag'), 'kith-recognition-wall').map(attributesIn);
    expect(tag).toEqual({ provider: 'html', layout: 'list', accent: '#b4005a', lang: 'en' });
  });

  it('finds its people at an address, on a server, or in a community that writes by mail', async () => {
    const people = { src: '/people.json', seen: document };
    const tagOf = async (wanted: Partial<Wanted>) =>
      named(await textOf({ attributes: {}, ...wanted }, 'tag'), 'kith-recognition-wall').map(attributesIn)[0];
    expect(await tagOf({ people })).toMatchObject({ src: '/people.json' });
    const part = { server: 'https://kith.example/v1/fuse' };
    expect(await tagOf({ part })).toMatchObject({ src: part.server, provider: 'server' });
    const written = await textOf({ people, part: { mail: 'host@fuse.example' } }, 'tag');
    expect(named(written, 'kith-community').map(attributesIn)).toEqual([
      { provider: 'mail', to: 'host@fuse.example', src: '/people.json' },
    ]);
  });

  it('holds what was there to be seen; at an address that nobody looked at, the way there', async () => {
    const lineOf = async (wanted: Partial<Wanted>) => {
      const text = await textOf(wanted, 'tag');
      const [link] = named(text, 'a').map(attributesIn);
      return [/<p>(.*)<\/p>/.exec(text)?.[1]?.replace(/<[^>]+>/g, ''), link?.['href']];
    };
    const people = { src: 'https://fuse.example/p.json' };
    expect(await lineOf({ people })).toEqual(['What stands here comes from fuse.example.', people.src]);
    const [arabic = ''] = await lineOf({ people, locale: 'ar' });
    expect(arabic).toMatch(/^ما يظهر هنا يأتي من fuse/);
    // A server has a page of it, which can be read as it is.
    const part = { server: 'https://kith.example/at/v1/fuse' };
    const [said, href = ''] = await lineOf({ people, part, attributes: {}, accent: '' });
    expect(said).toBe('What stands here comes from kith.example.');
    expect(href).toBe('https://kith.example/at/embed/fuse/recognition-wall?locale=en');
    const javascript = await textOf({ people: { src: 'javascript:alert(1)' } }, 'tag');
    expect(named(javascript, 'a')).toEqual([]);
  });

  it('cannot be written where what it needs is missing, and says what that is', async () => {
    const people = { src: '/people.json' };
    await expect(textOf({ people }, 'inline')).rejects.toMatchObject({
      message: expect.stringMatching(/nobody has looked at \/people\.json yet\. See that it opens/),
      params: { at: 'people.seen' },
    });
    await expect(textOf({ part: { server: 'javascript:alert(1)//v1/x' } }, 'frame')).rejects.toMatchObject({
      message: expect.stringMatching(/“javascript:alert\(1\)\/\/v1\/x” is none\. Copy it/),
      params: { at: 'part.server' },
    });
    await expect(textOf({ hosted: 'javascript:alert(1)' }, 'picture')).rejects.toMatchObject({
      message: expect.stringMatching(/no address of the web\. Say in which folder/),
      params: { at: 'hosted' },
    });
  });

  it('names no attribute that the tag has not: it may mean something to a page, or to a framework', async () => {
    const attributes = { 'v-html': 'x', ref: 'x', id: 'x', onclick: 'x()', layout: 'grid' };
    for (const form of forms.filter((each) => each !== 'picture' && each !== 'frame')) {
      const text = await textOf({ attributes }, form);
      expect(text, form).not.toMatch(/v-html|\bref=|\bid="x|onclick/);
      expect(text, form).toContain('grid');
    }
  });

  it('holds back what a document does, also where that is no archive', async () => {
    const hidden = { id: 'r9', occasion: 'thanks', text: 'Not for here.', to: ['ada'], state: 'hidden' };
    const recognitions = [...(document.recognitions ?? []), hidden];
    for (const form of forms.filter((each) => each !== 'picture' && each !== 'frame'))
      expect(
        await textOf({ people: { document: { ...document, recognitions } as CommunityDocument } }, form),
      ).not.toContain('Not for here.');
  });

  it('shows everyone only what everyone may see of an archive', async () => {
    const hidden = { id: 'r2', occasion: 'thanks', from: 'bo', to: ['ada'], text: 'Not yet.', state: 'asked' };
    const archive = { ...document, archive: true, recognitions: [hidden] } as CommunityDocument;
    for (const form of [
      'tag',
      'inline',
      'div',
      'static',
      'react',
      'vue',
      'svelte',
      'angular',
      'solid',
      'astro',
    ] as const)
      expect(await textOf({ people: { document: archive } }, form)).not.toContain('Not yet.');
  });
});

describe('a snippet that is its own source', () => {
  const many = {
    ...document,
    members: Array.from({ length: 25 }, (_, i) => ({
      id: `m${i}`,
      kind: 'person',
      name: `Ada ${i}`,
      asks: [`ask ${i}.`],
    })),
    recognitions: Array.from({ length: 25 }, (_, i) => ({
      id: `r${i}`,
      occasion: 'thanks',
      from: 'm0',
      to: ['m1'],
      text: `Letter ${i}.`,
    })),
  } as CommunityDocument;
  const letters = many.recognitions?.map(({ text = '' }) => text) ?? [];
  const asks = many.members?.flatMap(({ asks = [] }) => asks) ?? [];
  const of = (text: string, words: readonly string[]) => words.filter((each) => text.includes(each)).length;
  const people = { document: many };

  it.each(['tag', 'div', 'static', 'astro'] as const)('holds every letter there is as %s', async (form) => {
    const text = await textOf({ people, attributes: {} }, form);
    expect(of(text, letters)).toBe(25);
    expect((await readHtml(nodesOf(text))).document.recognitions).toHaveLength(25);
  });

  it('holds every letter also where few are seen at once, which the tag still says', async () => {
    const text = await textOf({ people, attributes: { 'page-size': '5' } }, 'tag');
    expect(of(text, letters)).toBe(25);
    expect(named(text, 'kith-recognition-wall').map(attributesIn)[0]).toMatchObject({ 'page-size': '5' });
    expect(of(await textOf({ people, attributes: { 'page-size': '5' } }, 'static'), letters)).toBe(5);
  });

  it('is cut where the tag has another source', async () => {
    expect(of(await textOf({ people: { src: '/people.json', seen: many }, attributes: {} }, 'tag'), letters)).toBe(20);
  });

  it.each(['tag', 'div', 'static', 'astro'] as const)('holds all who could use a hand as %s', async (form) => {
    const text = await textOf({ widget: 'peer-intro', people, attributes: {} }, form);
    expect(of(text, asks)).toBe(25);
    const { signal } = new AbortController();
    const page = htmlProvider(nodesOf(text));
    const { suggestions: all } = await page.read({ kind: 'suggestions', limit: 25 }, signal);
    expect(all).toHaveLength(25);
    const { suggestions } = await page.read({ kind: 'suggestions', limit: 3 }, signal);
    const first = (member: { name: string }) => text.indexOf(`>${member.name}<`);
    const before = all.filter(({ member }) => first(member) < first(suggestions[2]?.member ?? { name: '' }));
    expect(before).toHaveLength(2);
  });
});

describe('a snippet with a document in a script', () => {
  const part = { mail: 'host@fuse.example' };
  const written = (wanted: Partial<Wanted>, form: Form) => snippetFor({ ...wall, ...wanted }, form, pinned);

  it('is for places that leave scripts, and says so', async () => {
    for (const [wanted, form] of [
      [{}, 'inline'],
      [{ part }, 'tag'],
    ] as const)
      expect((await written(wanted, form)).said).toMatch(/leave scripts as they are/);
    expect(await written({}, 'tag')).not.toHaveProperty('said');
    expect(await written({ part, people: { src: '/people.json', seen: document } }, 'tag')).not.toHaveProperty('said');
  });

  it('as a div of another site’s people says the line that an administrator adds, and else none', async () => {
    const src = 'https://people.example/us.json';
    const { text, said = '' } = await written({ people: { src, seen: document } }, 'div');
    const [script] = named(text, 'script').map(attributesIn);
    expect(script).toMatchObject({ 'data-sources': src });
    expect(named(said, 'script').map(attributesIn)).toEqual([script]);
    expect(said).toMatch(/administrator/);
    expect(await written({ people: { src, seen: document } }, 'tag')).not.toHaveProperty('said');
    expect(await written({ people: { src: '/people.json', seen: document } }, 'div')).not.toHaveProperty('said');
    expect(await written({}, 'div')).not.toHaveProperty('said');
  });

  it('is none as a div: who would write reads, and it says so', async () => {
    const { text, said, bytes } = await written({ part }, 'div');
    expect(text).not.toContain('{"kith"');
    expect(named(text, 'div').map(attributesIn)[0]).toMatchObject({ 'data-provider': 'html' });
    expect(said).toMatch(/only read/);
    expect(bytes).toBe((await written({}, 'div')).bytes);
    const { text: at, ...rest } = await written({ part, people: { src: '/people.json', seen: document } }, 'div');
    expect(at).toContain('data-to="host@fuse.example"');
    expect(at).toContain(' data-sources="mailto:host@fuse.example"');
    const away = await written({ part, people: { src: 'https://fuse.example/p.json?x', seen: document } }, 'div');
    expect(away.text).toContain(' data-sources="https://fuse.example/p.json mailto:host@fuse.example"');
    expect(rest.said).toMatch(/an administrator adds one line[^]* data-sources="mailto:host@fuse\.example"/);
  });
});

describe('a picture', () => {
  const altOf = async (wanted: Partial<Wanted>) =>
    named(await textOf(wanted, 'picture'), 'img').map(attributesIn)[0]?.['alt'];
  const bare = (more: Partial<CommunityDocument>) => ({ document: { kith: 1, ...more } as CommunityDocument });

  it('says what it shows', async () => {
    expect(await altOf({})).toBe('Letters, The fuse box: You held the torch.');
    expect(await altOf({ widget: 'purpose-banner' })).toBe('What The fuse box stands for: Everyone can fix something');
    expect(await altOf({ widget: 'role-badge', attributes: { member: 'ada' } })).toBe('Roles of Ada Obi, The fuse box');
    expect(await altOf({ widget: 'peer-intro' })).toBe('The fuse box: Who could use a hand?');
  });

  it('says so too where no community has a name, in the reader’s language', async () => {
    const { community: _, ...nameless } = document;
    const people = { document: nameless as CommunityDocument };
    expect(await altOf({ people })).toBe('Letters: You held the torch.');
    expect(await altOf({ people, locale: 'ar' })).toBe('رسائل: You held the torch.');
    expect(await altOf({ people, widget: 'purpose-banner' })).toBe('Everyone can fix something');
    for (const widget of widgets) {
      for (const nobody of [bare({}), { src: '/people.json' }]) {
        const alt = await altOf({ people: nobody, widget, attributes: {} });
        expect(alt).toMatch(/\w/);
        expect(alt).not.toContain('Kith');
      }
    }
  });

  it('is told of in few words, and tells nothing of an archive that nobody may see', async () => {
    const long = { ...document, recognitions: [{ id: 'r1', to: ['ada'], text: 'You held the torch. '.repeat(40) }] };
    const alt = await altOf({ people: { document: long as CommunityDocument } });
    expect(alt?.length).toBeLessThanOrEqual(200);
    expect(alt).toMatch(/^Letters, The fuse box: You held .* \w+…$/);
    const hidden = { id: 'r2', occasion: 'thanks', from: 'bo', to: ['ada'], text: 'Not yet.', state: 'asked' };
    const archive = { ...document, archive: true, recognitions: [hidden] } as CommunityDocument;
    expect(await altOf({ people: { document: archive } })).toBe('Letters, The fuse box');
  });
});

describe('a frame', () => {
  it('is the server’s page of a widget, sandboxed, with the way there beneath it', async () => {
    const html = await textOf({ part: { server: 'https://kith.example/at/v1/fuse' } }, 'frame');
    const [frame] = named(html, 'iframe').map(attributesIn);
    const address = new URL(frame?.['src'] ?? '');
    expect(address.pathname).toBe('/at/embed/fuse/recognition-wall');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ locale: 'en', layout: 'grid' });
    expect(frame).toMatchObject({ title: 'Letters, The fuse box', loading: 'lazy', referrerpolicy: 'no-referrer' });
    expect(frame?.['sandbox']?.split(' ')).not.toContain('allow-top-navigation');
    expect(named(html, 'a').map(attributesIn)).toEqual([{ href: frame?.['src'] }]);
    expect(named(html, 'script').map(attributesIn)).toEqual([{ async: '', src: 'https://kith.example/fit.js' }]);
  });

  it('is the page of a widget in a folder that was rendered, with what fits it from there', async () => {
    for (const [hosted, at] of [
      ['https://site.example/people', 'https://site.example/people/'],
      [undefined, 'kith/'],
    ]) {
      const html = await textOf({ part: 'show', ...(hosted && { hosted }) }, 'frame');
      expect(named(html, 'iframe').map((each) => attributesIn(each)['src'])).toEqual([`${at}recognition-wall.html`]);
      expect(named(html, 'script').map(attributesIn)).toEqual([{ async: '', src: `${at}fit.js` }]);
    }
  });
});

describe('every snippet', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '</script><script>alert(1)</script>',
      '<!--<script>',
      '"><img src=x onerror=alert(1)>',
      "'`${x}{{y}}",
      'a\n\nb',
    ),
  );
  const htmlForms = forms.slice(0, forms.indexOf('frame'));

  it('is the same few elements whatever is said in it, and has no empty line', async () => {
    const shape = (html: string) =>
      named(html, 'script').length + named(html, 'img').length + named(html, 'iframe').length;
    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.constantFrom(...htmlForms),
        fc.constantFrom(...widgets),
        async (said, form, widget) => {
          const saying = (text: string) =>
            textOf(
              {
                widget,
                attributes: { layout: text },
                accent: text || 'red',
                locale: 'en',
                people: {
                  document: {
                    ...document,
                    community: { id: 'fuse', name: text },
                    purpose: { version: 1, statement: text },
                    members: [
                      { id: 'ada', kind: 'person', name: text },
                      { id: 'bo', kind: 'person', name: 'Bo' },
                    ],
                    recognitions: [{ id: 'r1', occasion: 'thanks', from: 'bo', to: ['ada'], text }],
                  } as CommunityDocument,
                },
              },
              form,
            );
          const html = await saying(said);
          expect(shape(html)).toBe(shape(await saying('x')));
          expect(html).not.toMatch(/\n\s*\n/);
          // A purpose that says nothing is set aside, as every reader does.
          if (form === 'inline' && said.trim()) {
            const [, data] = named(html, 'script');
            const [text] = data?.childNodes ?? [];
            expect(JSON.parse(text && 'value' in text ? text.value : '').purpose.statement).toBe(said);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the editors', () => {
  it('are six, each with a form there is and steps that end with it in the page', () => {
    expect(editors.map(({ id }) => id)).toEqual(['wordpress', 'squarespace', 'wix', 'ghost', 'readme', 'html']);
    for (const { form, steps, unless } of editors) {
      expect(forms).toContain(form);
      expect(steps.length).toBeGreaterThan(2);
      if (!unless) continue;
      expect(unless.question).toMatch(/\?$/);
      expect(forms).toContain(unless.form);
      expect(unless.steps.length).toBeGreaterThan(1);
      expect(unless.steps).not.toEqual(steps);
    }
  });
});
