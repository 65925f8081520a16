import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { widgets, type Widget } from '@kith/embed/static';
import { snippetFor, type Form, type Published, type Wanted } from '@kith/embed/snippet';
import { commandIn, openPlace, serve as serveCommunities } from '@kith/server';
import type { CommunityDocument } from '@kith/core';
import { pino } from 'pino';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { sanitizers } from '../sanitizers.js';
import { pageOf, places, publishedAt, sites, type Place } from './snippet-places.js';

/** A community of two, in which these are what people are called and what they say. */
function communityOf(ada: string, bo: string, said: (about: string) => string): CommunityDocument {
  return {
    kith: 1,
    community: { id: 'fuse', name: said('The fuse box'), url: 'https://fuse.example/', locale: 'en' },
    purpose: { version: 1, statement: said('Everyone can fix something'), counts: { pledged: 3 } },
    members: [
      {
        id: 'ada',
        name: ada,
        asks: [said('grant writing')],
        roles: [{ role: 'connector', aspires: said('I know who has which meter'), accepted: true }],
      },
      { id: 'bo', name: bo, offers: [said('soldering')] },
    ],
    recognitions: [
      {
        id: 'r1',
        occasion: 'thanks',
        from: 'bo',
        to: ['ada'],
        text: said('You held the torch'),
        at: '2026-03-01T10:00:00Z',
      },
    ],
    ladders: [
      {
        id: 'bench',
        name: said('The bench'),
        measures: [{ id: 'joints', label: said('joints') }],
        rungs: [
          { id: 'hold', name: said('Hold'), can: said('hold the lamp'), needs: [] },
          {
            id: 'solder',
            name: said('Solder'),
            can: said('close a joint'),
            needs: [{ measure: 'joints', atLeast: 5 }],
          },
        ],
      },
    ],
  } as CommunityDocument;
}

const documents = {
  small: communityOf('Ada Obi', 'Bo Nilsson', (about) => about),
  hostile: communityOf(
    `Ada "O'Hara" </script><script>alert(1)</script>`,
    'Bo <!--<script>',
    (about) =>
      `${about} </kith-recognition-wall></div>{{alert(1)}}\${alert(1)} "><img src=x onerror=alert(1)> <!-- &amp; ]]>`,
  ),
};
type Size = keyof typeof documents;

const attributes: Record<Widget, Record<string, string>> = {
  'purpose-banner': { layout: 'card' },
  'role-badge': { member: 'ada', layout: 'card' },
  'recognition-wall': { 'page-size': '40' },
  'progression-ladder': { ladder: 'bench' },
  'peer-intro': {},
};

/** What somebody must be able to read of each widget. */
function wordsOf(widget: Widget, size: Size, locale = 'en'): string[] {
  const { community: _, purpose, members = [], recognitions = [], ladders = [] } = documents[size];
  const [ada, bo] = members;
  const words = {
    'purpose-banner': [purpose?.statement],
    // What Kith itself says of a role is in the reader's language.
    'role-badge': [locale === 'en' ? 'Connector' : undefined, ada?.roles?.[0]?.aspires],
    'recognition-wall': [ada?.name, bo?.name, recognitions[0]?.text],
    'progression-ladder': ladders[0]?.rungs.map(({ can }) => can),
    'peer-intro': [ada?.asks?.[0]],
  }[widget];
  return words?.flatMap((each) => (each === undefined ? [] : [oneLine(each)])) ?? [];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

let browser: Browser;
let published: Published;
let site: Awaited<ReturnType<typeof sites>>;
let server: { url: string; stop: () => Promise<void> };

beforeAll(async () => {
  [browser, site] = await Promise.all([chromium.launch(chromiumLaunch()), sites()]);
  published = publishedAt(`${site.kit}/kith/`);
  server = await kithServer();
  for (const [name, document] of Object.entries(documents))
    site.documents.set(`/${name}.json`, JSON.stringify(document));
}, 180_000);
afterAll(() => Promise.all([browser.close(), site.stop(), server.stop()]));

/** A Kith server with both communities, which the site may ask. */
async function kithServer() {
  const folder = await mkdtemp(join(tmpdir(), 'kith-snippets-'));
  const place = { folder: join(folder, 'data') };
  const { db, close } = await openPlace(place);
  for (const [id, document] of Object.entries(documents)) {
    await writeFile(join(folder, `${id}.json`), JSON.stringify(document));
    await commandIn(['add', id, '--document', join(folder, `${id}.json`), '--origin', site.url])(db);
  }
  await close();
  const running = await serveCommunities({
    place,
    port: 0,
    hostname: '127.0.0.1',
    log: pino({ level: 'silent' }),
    development: () => {},
  });
  return {
    url: `http://${running.address}`,
    stop: async () => {
      await running.close();
      await rm(folder, { recursive: true });
    },
  };
}

type Part = 'show' | 'source' | 'mail' | 'server';

function wantedOf(widget: Widget, size: Size, part: Part, locale = 'en'): Wanted {
  const document = documents[size];
  const src = `${site.kit}/${size}.json`;
  return {
    widget,
    attributes: attributes[widget],
    people: part === 'source' ? { src, seen: document } : { document },
    part:
      part === 'mail'
        ? { mail: 'host@fuse.example' }
        : part === 'server'
          ? { server: `${server.url}/v1/${size}` }
          : 'show',
    accent: '#b4005a',
    locale,
  };
}

/** In the page: all that is seen, also in shadow roots, section by section. */
function seenInSections(): string[] {
  const seen = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || !(node instanceof HTMLElement || node instanceof SVGElement)) return '';
    if (node.matches('script, style, template')) return '';
    if (node instanceof HTMLSlotElement && node.assignedNodes().length) return node.assignedNodes().map(seen).join('');
    if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return '';
    const inside = [...(node.shadowRoot ?? node).childNodes].map(seen).join('');
    return getComputedStyle(node).display.startsWith('inline') ? inside : ` ${inside} `;
  };
  // What is folded away can be unfolded.
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  return [...document.querySelectorAll('section')].map((section) => seen(section).replace(/\s+/g, ' '));
}

interface Look {
  seen: string[];
  wrong: string[];
  asked: string[];
  /** How the tag of each section stands, and its color; '' where there is none. */
  states: string[];
}

/** In the page. */
function statesInSections(): string[] {
  const widget = (section: Element) =>
    [...section.querySelectorAll('*')].find(({ localName }) => /^kith-(?!community)/.test(localName));
  return [...document.querySelectorAll('section')].map((section) => {
    const tag = widget(section) as (Element & { status?: string }) | undefined;
    return tag ? `${tag.status} ${getComputedStyle(tag).getPropertyValue('--kith-accent')}` : '';
  });
}

let visits = 0;

/** Opens a page with these snippets as it is in a place; looks once it has what is awaited, or nothing more comes. */
async function look(place: Place, snippets: readonly string[], awaited: readonly (readonly string[])[]): Promise<Look> {
  const address = `/${(visits += 1)}.html`;
  const { html, headers } = pageOf(place, snippets, site.kit, [site.kit, server.url]);
  site.pages.set(address, { html, ...(headers && { headers }) });
  const frame = `<!doctype html><title>Around</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="800" height="4000" src="${address}"></iframe>`;
  if (place.isSandboxed) site.pages.set(`${address}?around`, { html: frame });
  const context = await browser.newContext(place.options);
  try {
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const wrong: string[] = [];
    const asked: string[] = [];
    page.on('dialog', (dialog) => (wrong.push(`ran a script: ${dialog.message()}`), void dialog.dismiss()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) wrong.push(message.text());
    });
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.url}${address}${place.isSandboxed ? '?around' : ''}`, { waitUntil: 'load' });
    const [, inner] = page.frames();
    const where = (place.isSandboxed && inner) || page.mainFrame();
    let seen = await where.evaluate(seenInSections);
    const isComplete = () => awaited.every((words, i) => words.every((each) => seen[i]?.includes(each)));
    await expect
      .poll(
        async () => {
          const settled = !place.runs || (await isSettled(where));
          seen = await where.evaluate(seenInSections);
          return settled && isComplete();
        },
        { timeout: 8_000 },
      )
      .toBe(true)
      .catch(() => undefined);
    return { seen, wrong, asked, states: place.runs ? await where.evaluate(statesInSections) : [] };
  } finally {
    await context.close();
  }
}

/** All tags are Kith's own by now, and none is still waiting for its people. */
const isSettled = (frame: ReturnType<Page['mainFrame']>) =>
  frame.evaluate(() => {
    const tags = [...document.querySelectorAll('*')].filter(({ localName }) => /^kith-(?!community)/.test(localName));
    if (document.querySelector('[data-kith]')) return false;
    return tags.every((tag) => 'status' in tag && tag.status !== 'loading');
  });

interface Case {
  widget: Widget;
  size: Size;
  form: Form;
  part: Part;
  locale?: 'en' | 'ar';
}

const sizes = ['small', 'hostile'] as const;
const parts = ['show', 'source', 'mail', 'server'] as const;
const forms = ['tag', 'inline', 'div', 'static'] as const;
/** Those of one form stand on one page, as they may on anybody's, each beside all others. */
const casesOf = (form: (typeof forms)[number]): Case[] =>
  sizes.flatMap((size) =>
    (form === 'static' ? parts.slice(0, 1) : parts).flatMap((part) =>
      widgets.map((widget) => ({ widget, size, form, part })),
    ),
  );

const snippetOf = ({ widget, size, form, part, locale }: Case) =>
  snippetFor(wantedOf(widget, size, part, locale), form, published);
const textOf = async (it: Case) => (await snippetOf(it)).text;

/** What is wrong with a page of these cases in a place; nothing where all can be read, and nothing else is done. */
async function faultsOf(place: Place, cases: readonly Case[]): Promise<string[]> {
  const wanted = cases.map(({ widget, size, locale }) => wordsOf(widget, size, locale));
  const snippets = await Promise.all(cases.map(snippetOf));
  const texts = snippets.map(({ text }) => text);
  const { seen, wrong, asked, states } = await look(place, texts, wanted);
  // Whoever takes scripts out leaves what was in them; of what is not for such places that is said before.
  const raw = cases.flatMap(({ widget, size, form, part }, i) => {
    const isSaid = form !== 'div' && form !== 'static' && /leave scripts as they are/.test(snippets[i]?.said ?? '');
    const isCleaned = sanitizers.some(({ name }) => place.name.startsWith(name));
    return seen[i]?.includes('{"kith"') && !(isSaid && isCleaned)
      ? [`${widget} (${form}, ${part}, ${size}) shows its document raw`]
      : [];
  });
  const missing = cases.flatMap(({ widget, size, form, part }, i) =>
    (wanted[i] ?? [])
      .filter((word) => !seen[i]?.includes(word))
      .map((word) => `${widget} (${form}, ${part}, ${size}) lacks “${word}” in “${seen[i]}”`),
  );
  const foreign = cases.flatMap(({ widget, form, part, locale }, i) =>
    locale === 'ar' && !/\p{Script=Arabic}/u.test(seen[i] ?? '')
      ? [`${widget} (${form}, ${part}) says nothing in Arabic: “${seen[i]}”`]
      : [],
  );
  const sources = sizes.flatMap((size) => [`${site.kit}/${size}.json`, `${server.url}/v1/${size}`]);
  const own = [`${site.url}/`, `${site.kit}/kith/`, 'data:', ...(cases[0]?.form === 'static' ? [] : sources)];
  const others = asked.filter((url) => !own.some((start) => url.startsWith(start)));
  // An opaque origin is none that a server knows; what is in the tag stays.
  const mayFail = ({ part }: Case) => place.isSandboxed && part === 'server';
  const idle = cases.flatMap((each, i) => {
    const { widget, size, form, part } = each;
    const isWell = !states[i] || states[i] === 'ready #b4005a' || (mayFail(each) && states[i].startsWith('failed'));
    return isWell ? [] : [`${widget} (${form}, ${part}, ${size}) is ${states[i]}`];
  });
  const isRun = place.runs && (place.pasted === undefined || place.name.startsWith('an editor'));
  const [form] = cases.map((each) => each.form);
  if (isRun && form !== 'static' && !states.every(Boolean)) idle.push(`not every ${form} became a tag`);
  return [...missing, ...foreign, ...raw, ...wrong, ...idle, ...others.map((url) => `asked ${url}`)];
}

describe.each(places)('in $name', (place) => {
  it.each(forms)('every snippet as %s can be read, and does nothing it should not', async (form) => {
    expect(await faultsOf(place, casesOf(form))).toEqual([]);
  });

  // Each form meets each kind of place in one of the languages: what they do to each other is in one at most.
  const inArabic = forms[places.indexOf(place) % forms.length] ?? 'tag';
  it(`every snippet as ${inArabic} speaks Arabic`, async () => {
    const cases = casesOf(inArabic).filter(({ size }) => size === 'small');
    expect(
      await faultsOf(
        place,
        cases.map((each) => ({ ...each, locale: 'ar' as const })),
      ),
    ).toEqual([]);
  });
});

describe('a frame', () => {
  it('shows each widget of the server in a page, and is kept from the page around it', async () => {
    const context = await browser.newContext({ viewport: { width: 900, height: 6000 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const texts = await Promise.all(
      widgets.map((widget) => textOf({ widget, size: 'hostile', form: 'frame', part: 'server' })),
    );
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('dialog', (dialog) => (wrong.push(dialog.message()), void dialog.dismiss()));
    site.pages.set('/frames.html', pageOf({ name: '', runs: true }, texts, site.kit, []));
    await page.goto(`${site.url}/frames.html`);
    for (const [i, widget] of widgets.entries()) {
      const frame = page.frameLocator('iframe').nth(i);
      const [words = ''] = wordsOf(widget, 'hostile').slice(-1);
      await frame.getByText(words, { exact: false }).filter({ visible: true }).first().waitFor({ timeout: 15_000 });
    }
    expect(wrong).toEqual([]);
  });

  it.each(places.filter(({ runs }) => !runs))('leaves the way there in $name', async (place) => {
    const text = await textOf({ widget: 'recognition-wall', size: 'small', form: 'frame', part: 'server' });
    const { seen } = await look(place, [text], [['The fuse box']]);
    expect(seen[0]).toContain('The fuse box');
  });
});

describe('a picture', () => {
  it.each(places)('is seen in $name, or else what it is of', async (place) => {
    for (const look of ['light', 'dark']) {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';
      site.pages.set(`/kith/recognition-wall-${look}.svg`, { html: svg });
    }
    const text = await textOf({ widget: 'recognition-wall', size: 'small', form: 'picture', part: 'show' });
    const address = `/picture-${places.indexOf(place)}.html`;
    site.pages.set(address, pageOf(place, [text], site.kit, []));
    const context = await browser.newContext({ ...place.options, colorScheme: 'dark' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${site.url}${address}`, { waitUntil: 'load' });
    const picture = page.getByRole('img', { name: 'Letters, The fuse box: You held the torch' });
    await expect.poll(() => picture.isVisible()).toBe(true);
    const allowed = place.policy?.header(site.kit) ?? '';
    const isForbidden = /default-src 'none'/.test(allowed) && !/img-src/.test(allowed);
    const width = () => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth);
    await expect.poll(width).toBe(isForbidden ? 0 : 40);
    expect(await page.getByRole('link').getAttribute('href')).toBe('https://fuse.example/');
  });
});

describe('what a snippet weighs', () => {
  const pairs = parts.flatMap((part) => widgets.map((widget) => ({ part, widget })));

  it.each(pairs)('is all that a visitor’s browser loads for it: $part, $widget', async ({ part, widget }) => {
    const it: Case = { widget, size: 'small', form: 'tag', part };
    const { asked } = await look({ name: 'a plain page', runs: true }, [await textOf(it)], [wordsOf(widget, 'small')]);
    const { files } = published;
    const names = asked.map((url) => url.split('/').pop() ?? '').filter((name) => name in files);
    // Authors are advised on their own machines alone, also on why something with `data-kith` stays one.
    const loaded = [...new Set(names)].filter((name) => !/^kith-(author-hints|check|become)-/.test(name));
    expect(loaded).toContain('kith.js');
    const weighed = async (name: string) => {
      const one = { ...published, files: { [name]: files[name] ?? { bytes: 0, integrity: '' } } };
      return (await snippetFor(wantedOf(widget, 'small', part), 'tag', one)).bytes > 0;
    };
    const isWeighed = await Promise.all(loaded.map(weighed));
    expect(loaded.filter((_, i) => !isWeighed[i])).toEqual([]);
  });
});
