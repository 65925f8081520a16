import { answersFrom, drawBadge, readDocument, sayRoles, speech, type CommunityDocument } from '@kith/core';
import { badge, banner, intro, ladder, outside, wall } from '@kith/core/strings/en';
import { drawIntro, drawLadder, drawPurpose, drawWall, pictureSnippet, toHex, type Shade } from '@kith/embed/pictures';
import { describe, expect, it } from 'vitest';
import { advance, balanced, directionOf, wrapped } from '../../packages/embed/src/pictures/lines.js';
import { riverside } from '../core/riverside.js';
import { hostileCommunity, hostileWords } from './hostile.js';
import { checkXml, fragment, shapeOf } from './parsed.js';

const spoken = speech({ badge, banner, intro, ladder, outside, wall });
const now = new Date('2026-11-22T12:00:00Z');

async function drawn(document: CommunityDocument, locale = 'en', shade: Shade = 'auto') {
  const language = await spoken.load(locale);
  const ask = answersFrom(document);
  const { roles } = ask({ kind: 'roles' });
  const whose = ask({ kind: 'member', id: 'ada' });
  return {
    wall: drawWall({ where: 'Riverside', ...ask({ kind: 'wall' }), roles }, language, now, shade),
    purpose: drawPurpose(ask({ kind: 'purpose' }), language, shade) ?? '',
    ladder: drawLadder(ask({ kind: 'ladder' }), undefined, language, now, shade) ?? '',
    climber: drawLadder(ask({ kind: 'ladder' }), 'ada', language, now, shade) ?? '',
    intro:
      drawIntro({ where: 'Riverside', ...(await ask({ kind: 'suggestions', limit: 100 })) }, language, shade) ?? '',
    badge: drawBadge({ name: 'Ada', where: 'Riverside', said: sayRoles(whose, roles, language) }, language, shade),
  };
}

const heard = (svg: string) => fragment(svg).find(({ tag }) => tag === 'desc')?.text ?? '';
const seen = (svg: string) => fragment(svg).flatMap(({ tag, text }) => (tag === 'text' ? [text] : []));

describe('a picture', () => {
  it('says to who does not see it what is on it, also what had to be cut short', async () => {
    const text = `${'A long letter. '.repeat(80)}And its end.`;
    const { wall: picture } = await drawn({ ...riverside(), recognitions: [{ id: 'r', to: ['ada'], text }] });
    expect(heard(picture)).toContain('And its end.');
    expect(seen(picture).join(' ')).not.toContain('And its end.');
    expect(seen(picture).some((line) => line.endsWith('…'))).toBe(true);
    expect(picture).toContain('<title id="t">Letters, Riverside</title>');
  });

  it('of a purpose has who stands behind it on the thread, dashed while it is proposed', async () => {
    const { purpose } = await drawn(riverside());
    expect(heard(purpose)).toContain('Everyone can fix something');
    expect(heard(purpose)).toContain('Ada Obi');
    expect(purpose).not.toContain('class="thread dashed"');
    const proposed = riverside();
    proposed.purpose = { ...proposed.purpose, statement: 'Mend', counts: { pledged: 1 } };
    expect((await drawn(proposed)).purpose).toContain('class="thread dashed"');
  });

  it('speaks of who stands on a ladder, never to the reader', async () => {
    const { climber } = await drawn(riverside());
    expect(heard(climber)).not.toMatch(/\byour?\b/i);
    expect(heard(climber)).toMatch(/Ada/);
  });

  it('of introductions has who could use a hand, on a thread whose other end is free, and how many more', async () => {
    const people = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ id: `m${i}`, name: `Member ${i} Long`, asks: ['grant writing'] }));
    const { intro: picture } = await drawn({ kith: 1, members: people(6) });
    expect(heard(picture)).toMatch(/^Who could use a hand\? Member 0 Long could use a hand with grant writing\./);
    expect(picture.match(/class="thread dashed"/g)).toHaveLength(4);
    expect(seen(picture).at(-1)).toBe('and 2 more');
    const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4);
    const one = (await drawn({ kith: 1, members: [{ id: 'a', name: long, asks: ['soldering'] }] })).intro;
    expect(seen(one).join('').replace(/\s/g, '')).toContain(long);
    expect((await drawn({ kith: 1, members: [{ id: 'a', name: 'Ada' }] })).intro).toContain(
      'Nobody here has asked for a hand',
    );
  });

  it('of introductions is nobody’s own: whom a member might meet is for them alone', async () => {
    const language = await spoken.load('en');
    const ask = answersFrom(riverside());
    const answer = await ask({ kind: 'suggestions', viewer: 'ada' });
    expect(answer.me?.id).toBe('ada');
    expect(drawIntro({ where: 'Riverside', ...answer }, language)).toBeUndefined();
  });

  it('of names and what they did has everyone in full', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff Maximiliana Konstantinopolitanska';
    const { wall: picture } = await drawn({
      kith: 1,
      members: [{ id: 'ada', name }],
      recognitions: [{ id: 'r', to: ['ada'], labels: ['code', 'documentation'] }],
    });
    expect(seen(picture).join('').replace(/\s/g, '')).toContain(name.replace(/\s/g, ''));
    expect(picture).toContain('People, Riverside');
  });

  it('is light, dark, or as its reader has it', async () => {
    for (const [name, auto] of Object.entries(await drawn(riverside()))) {
      const light = Object.entries(await drawn(riverside(), 'en', 'light')).find(([each]) => each === name)?.[1] ?? '';
      const dark = Object.entries(await drawn(riverside(), 'en', 'dark')).find(([each]) => each === name)?.[1] ?? '';
      expect(auto, name).toContain('prefers-color-scheme:dark');
      expect(light + dark, name).not.toContain('prefers-color-scheme');
      expect(light, name).toMatch(/#fff/);
      expect(dark, name).toContain('#16181d');
      expect(dark, name).not.toMatch(/#fff(fff)?[;}]/);
    }
  });

  it('holds nothing that runs, loads or asks', async () => {
    for (const svg of Object.values(await drawn(riverside())))
      expect(svg).not.toMatch(/<(script|foreignObject|image|use|a)\b|href|url\(|@import|@font-face|\son\w+=/);
  });

  it('keeps all its words inside, whoever wrote them, and is XML whatever they wrote', async () => {
    const shapes = new Map<string, string[]>();
    for (const said of hostileWords()) {
      const { document } = readDocument(hostileCommunity(said));
      for (const locale of ['en', 'ar']) {
        for (const [name, svg] of Object.entries(await drawn(document, locale))) {
          if (!svg) continue;
          expect(() => checkXml(svg), `${name}: ${said.slice(0, 80)}`).not.toThrow();
          // No words make an element that others do not.
          const kinds = new Set(shapeOf(fragment(svg)).map((shape) => shape.split(' ')[0] ?? ''));
          shapes.set(name, [...new Set([...(shapes.get(name) ?? []), ...kinds])]);
        }
      }
    }
    for (const [name, kinds] of shapes)
      expect(
        kinds.filter((kind) => !/^(svg|title|desc|style|rect|text|tspan|g|path|circle)$/.test(kind)),
        name,
      ).toEqual([]);
  });

  it('goes from right to left where its language does, and words of the other way begin at their own edge', async () => {
    const community = { ...riverside(), recognitions: [{ id: 'r', to: ['ada'], from: 'bo', text: 'In English.' }] };
    const texts = fragment((await drawn(community, 'ar')).wall).filter(({ tag }) => tag === 'text');
    const of = (words: string) => texts.find(({ text }) => text.includes(words))?.attributes;
    expect(of('In English.')).toMatchObject({ direction: 'ltr', x: '20' });
    expect(of('Ada،')).toMatchObject({ direction: 'rtl', x: '540' });
  });
});

describe('lines of a picture', () => {
  const texts = [
    'Everyone can fix something, one thing at a time',
    '日本語の文章です。'.repeat(9),
    'Wordwithoutend'.repeat(20),
  ];
  const plain = (lines: { text: string }[][]) => lines.map((line) => line.map(({ text }) => text).join(''));

  it.each(texts)('are no wider than their room, and lose nothing: %s', (text) => {
    const lines = plain(wrapped([{ text }], 16, 200));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(advance(line, 16)).toBeLessThanOrEqual(200);
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('end in three dots where there are more than find room', () => {
    const lines = plain(wrapped([{ text: 'one two three four five six seven' }], 16, 80, 2));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(advance(lines[1] ?? '', 16)).toBeLessThanOrEqual(80);
  });

  it('begin where their author began one, and never with what ends a word', () => {
    expect(plain(wrapped([{ text: 'one\ntwo' }], 16, 500))).toEqual(['one', 'two']);
    const runs = [{ text: 'Noor', own: true }, { text: ', ' }, { text: 'Tomás', own: true }, { text: ',' }];
    for (const line of plain(wrapped(runs, 16, 60))) expect(line).not.toMatch(/^[\s,]/);
  });

  it('are as even as they can be where that is wanted', () => {
    const text = 'Everyone can fix something in here';
    const lines = plain(balanced([{ text }], 40, 620));
    expect(lines).toHaveLength(2);
    expect(Math.abs(advance(lines[0] ?? '', 40) - advance(lines[1] ?? '', 40))).toBeLessThan(200);
  });

  it('tell which way a text is written', () => {
    expect(directionOf('12 - שלום', 'ltr')).toBe('rtl');
    expect(directionOf('Ada ليلى', 'rtl')).toBe('ltr');
    expect(directionOf('2026', 'rtl')).toBe('rtl');
  });
});

describe('the colors of a picture', () => {
  it('are those of the widgets, for renderers that read only plain ones', () => {
    expect([toHex(1, 0, 0), toHex(0, 0, 0), toHex(0.628, 0.2577, 29.23)]).toEqual(['#ffffff', '#000000', '#ff0000']);
  });
});

describe('the text of a picture in a README', () => {
  it('names a picture for light and one for dark, says what is on it and leads on', () => {
    const text = pictureSnippet({
      light: 'a-light.svg',
      dark: 'a-dark.svg',
      alt: 'Letters of "us"',
      width: 560,
      href: '/x',
    });
    const found = fragment(text);
    expect(found.map(({ tag }) => tag)).toEqual(['a', 'picture', 'source', 'img']);
    expect(found[2]?.attributes).toEqual({ media: '(prefers-color-scheme: dark)', srcset: 'a-dark.svg' });
    expect(found[3]?.attributes).toEqual({ src: 'a-light.svg', alt: 'Letters of "us"', width: '560' });
  });
});
