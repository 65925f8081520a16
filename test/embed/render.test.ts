import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProviderError, readDocument, type CommunityDocument, type Provider } from '@kith/core';
import { pageCss } from '@kith/embed/page';
import { widgets } from '@kith/embed/static';
import { command, gather } from '@kith/embed/render';
import { json } from '@kith/providers/json';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { help } from '../../packages/embed/src/render/help.js';
import { optionNames } from '../../packages/embed/src/render/asked.js';
import { riverside } from '../core/riverside.js';
import { village } from '../core/village.js';
import { shared } from '../shared.js';
import { hostileCommunity, hostileWords } from './hostile.js';
import { checkXml, page, shapeOf } from './parsed.js';

let folder: string;
let out: string;
/** Where the pages' scripts would lie once they are built. */
let scripts: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-render-'));
  out = join(folder, 'out');
  scripts = join(folder, 'built');
  mkdirSync(scripts);
  for (const name of ['tell-height.js', 'fit.js']) writeFileSync(join(scripts, name), `// ${name}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a command prints, or complains of, after its exit code. */
async function run(args: readonly string[], stdin = ''): Promise<string> {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const clock = () => new Date('2026-11-22T12:00:00Z');
  const code = await command({ args, print: say, complain: say, stdin: () => Promise.resolve(stdin), clock, scripts });
  return `${code} ${said.join('\n')}`;
}

const render = (document: unknown, ...args: string[]) =>
  run(['render', '-', '--out', out, ...args], typeof document === 'string' ? document : JSON.stringify(document));
const written = (path: string) => readFileSync(join(out, path), 'utf8');
const parsed = (path: string) => JSON.parse(written(path)) as Record<string, unknown>;
const everything = () =>
  Object.fromEntries(
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((path) => lstatSync(join(out, path)).isFile())
      .sort()
      .map((path) => [path, written(path)]),
  );

/** Letters enough for several pages. */
const crowd = (n: number): CommunityDocument => ({
  kith: 1,
  members: [{ id: 'ada', name: 'Ada' }],
  recognitions: Array.from({ length: n }, (_, i) => ({
    id: `r${i}`,
    to: ['ada'],
    text: `Letter ${i}.`,
    at: new Date(Date.UTC(2020, 0, 1 + i)).toISOString(),
  })),
});

describe('kith-embed render', () => {
  it('writes a page, each widget to be pasted, pictures, feeds and counts, and says so', async () => {
    expect(await render(riverside(), '--widget', 'all', '--member', 'ada')).toMatch(/^0 Wrote 41 files to /);
    expect(Object.keys(everything())).toMatchObject(
      expect.arrayContaining([
        'index.html',
        'page.css',
        'community.json',
        'feed.json',
        'oembed.json',
        'shields/letters.json',
        'tell-height.js',
        'fit.js',
      ]) as [],
    );
    expect(written('recognition-wall.tag.html')).toMatch(/^<kith-recognition-wall member="ada">/);
    expect(page(written('purpose-banner.picture.html')).map(({ tag }) => tag)).toContain('picture');
    expect(parsed('feed.json')['title']).toBe('Riverside Tool Library');
    expect(readDocument(parsed('community.json')).aside).toEqual([]);
    for (const name of widgets)
      for (const shade of ['', '-light', '-dark']) expect(() => checkXml(written(`${name}${shade}.svg`))).not.toThrow();
  });

  it('gives a page that says of itself what it is, where it is told of and whose it is', async () => {
    await render(riverside(), '--widget', 'banner,wall', '--url', 'https://site.example/kith', '--code', '/kith/0');
    const found = page(written('index.html'));
    const content = (property: string) =>
      found.find(({ attributes: a }) => a['property'] === property)?.attributes['content'];
    expect(content('og:title')).toBe('Riverside Tool Library');
    expect(content('og:description')).toBe('Everyone can fix something');
    expect(content('og:url')).toBe('https://site.example/kith/');
    const link = (type: string) => found.find(({ attributes: a }) => a['type'] === type)?.attributes['href'];
    expect(link('application/json+oembed')).toBe('https://site.example/kith/oembed.json');
    expect(link('application/feed+json')).toBe('https://site.example/kith/feed.json');
    expect(parsed('oembed.json')).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 360 });
    expect(page(String(parsed('oembed.json')['html'])).find(({ tag }) => tag === 'iframe')?.attributes['src']).toBe(
      'https://site.example/kith/index.html',
    );
    expect(parsed('feed.json')['feed_url']).toBe('https://site.example/kith/feed.json');
    expect(written('recognition-wall.tag.html')).toContain('src="https://site.example/kith/community.json"');
    expect(
      found.filter(({ tag, attributes: a }) => tag === 'script' && a['src']).map(({ attributes: a }) => a['src']),
    ).toEqual(['/kith/0/kith.js', 'tell-height.js']);
    expect(found.find(({ tag }) => tag === 'kith-recognition-wall')?.attributes['src']).toBe('community.json');
    expect(found.filter(({ tag }) => tag === 'h1').map(({ text }) => text)).toEqual(['Riverside Tool Library']);
  });

  it('gives each widget a page of its own, for a frame: all of it, alone, and told what it is', async () => {
    await render(
      crowd(70),
      '--widget',
      'wall',
      '--url',
      'https://site.example/kith/',
      '--code',
      '/kith/0/',
      '--theme',
      'dark',
    );
    const found = page(written('recognition-wall.html'));
    expect(found.filter(({ tag }) => tag === 'h1' || tag === 'header')).toEqual([]);
    expect(found[0]?.attributes).toMatchObject({ lang: 'en-GB', dir: 'ltr', class: 'framed dark' });
    expect(found.filter(({ attributes: a }) => /h-entry/.test(a['class'] ?? ''))).toHaveLength(70);
    // Where it may ask nobody it has what it shows.
    expect(found.find(({ tag }) => tag === 'kith-recognition-wall')?.attributes).toEqual({ theme: 'dark' });
    expect(found.flatMap(({ tag, attributes: a }) => (tag === 'script' ? [a['src']] : []))).toEqual([
      '/kith/0/kith.js',
      'tell-height.js',
    ]);
    expect(found.find(({ attributes: a }) => a['rel'] === 'canonical')?.attributes['href']).toBe(
      'https://site.example/kith/recognition-wall.html',
    );
  });

  it('names a picture for previews of links where it is given one, by its whole address', async () => {
    const named = async (...args: string[]) => {
      const said = await render(riverside(), '--widget', 'banner', ...args);
      if (!said.startsWith('0 ')) return said;
      return page(written('index.html')).find(({ attributes: a }) => a['property'] === 'og:image')?.attributes[
        'content'
      ];
    };
    const url = ['--url', 'https://site.example/kith/'];
    expect(await named(...url)).toBeUndefined();
    expect(await named('--image', 'https://pictures.example/a.png')).toBe('https://pictures.example/a.png');
    expect(await named('--image', 'card.png', ...url)).toBe('https://site.example/kith/card.png');
    expect(await named('--image', '/card.png', ...url)).toBe('https://site.example/card.png');
    expect(await named('--image', 'card.png')).toMatch(/^2 --image: "card\.png" is no whole address; with --url/);
    for (const address of ['javascript:alert(1)', 'http://pictures.example/a.png', '//pictures.example:x/'])
      expect(await named('--image', address, ...url)).toMatch(/^2 --image: .* is no address of a picture/);
    expect(await named('--image', 'recognition-wall.svg', ...url)).toMatch(/^2 --image: .* is an SVG/);
  });

  it('keeps to a strict policy: no script, style or handler stands in the page itself', async () => {
    await render(riverside(), '--widget', 'all', '--member', 'ada', '--code', 'https://code.example/kith/');
    const found = page(written('index.html'));
    const policy = found.find(({ attributes: a }) => a['http-equiv'])?.attributes['content'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'self' https:\/\/code\.example; script-src 'self' https:/);
    expect(policy).not.toMatch(/unsafe|\*/);
    await render(riverside(), '--widget', 'wall');
    expect(page(written('index.html')).find(({ attributes: a }) => a['http-equiv'])?.attributes['content']).toContain(
      "script-src 'self';",
    );
    expect(found.filter(({ tag }) => tag === 'style')).toEqual([]);
    expect(found.flatMap(({ attributes: a }) => Object.keys(a)).filter((name) => /^on|^style$/.test(name))).toEqual([]);
    for (const { tag, attributes: a } of found)
      if (tag === 'script' && !a['src']) expect(a['type']).toBe('application/ld+json');
  });

  it('has looks for what is there, and for nothing that is not', async () => {
    const demo: unknown = JSON.parse(readFileSync('demo/public/community.json', 'utf8'));
    await render(demo, '--widget', 'all', '--member', 'yuki');
    const pages = [written('index.html')];
    const rows = { contributors: [{ login: 'ada', contributions: ['code'] }] };
    await render(rows, '--widget', 'wall');
    const there = new Set(
      page([...pages, written('index.html')].join('\n')).flatMap(({ attributes: a }) =>
        (a['class'] ?? '').split(/[\s=]/),
      ),
    );
    const named = [...pageCss.matchAll(/\.([a-z]+-[a-z-]+)|class\*='([a-z-]+)=/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !there.has(name))).toEqual([]);
  });

  it('has every letter where nothing brings more, and the first of them where something does', async () => {
    const letters = () =>
      page(written('index.html')).filter(({ attributes: a }) => / ?h-entry/.test(a['class'] ?? '')).length;
    await render(crowd(70), '--widget', 'wall');
    expect(letters()).toBe(70);
    await render(crowd(70), '--widget', 'wall', '--code', '/');
    expect(letters()).toBe(20);
    await render(crowd(70), '--widget', 'wall', '--page-size', '5');
    expect(letters()).toBe(5);
    expect((parsed('community.json')['recognitions'] as unknown[]).length).toBe(70);
  });

  it('reads the newest letters as far as it is told to, and says what it left', async () => {
    expect(await render(crowd(30), '--widget', 'wall', '--limit', '12')).toMatch(
      /The newest 12 of 30 letters; --limit says how many\.$/,
    );
    const kept = parsed('community.json')['recognitions'] as { id: string }[];
    expect(kept.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, i) => `r${29 - i}`));
    // What is left out is still counted.
    expect(parsed('shields/letters.json')['message']).toBe('30');
  });

  it('gives the same files for the same source and time', async () => {
    const args = ['--widget', 'all', '--member', 'ada', '--now', '2026-03-01'];
    await render(riverside(), ...args);
    const once = everything();
    await render(riverside(), ...args);
    expect(everything()).toEqual(once);
  });

  it('publishes of an archive what everyone may see, and of who took their yes back nothing', async () => {
    const archive = village({
      members: [
        { id: 'ada', name: 'Ada Unseen', visibility: 'nobody', asks: ['secret help'] },
        { id: 'bo', name: 'Bo', visibility: 'everyone' },
      ],
      recognitions: [
        {
          id: 'r1',
          from: 'bo',
          to: ['ada'],
          text: 'For one who said no.',
          state: 'shown',
          consents: [{ member: 'ada', as: 'hidden' }],
        },
        { id: 'r2', from: 'bo', to: ['ada'], text: 'Held back.', state: 'asked' },
      ],
    });
    await render(archive, '--widget', 'all');
    const all = Object.values(everything()).join('\n');
    expect(all).not.toMatch(/Unseen|secret help|For one who|Held back|"archive"/);
  });

  it('removes what was drawn of whoever takes their yes back, and names what another command left', async () => {
    const named = riverside();
    const [ada] = named.members ?? [];
    await render(named, '--widget', 'all', '--member', ada?.id ?? '');
    expect(written('role-badge.svg')).toContain(ada?.name);
    const without = { ...named, members: named.members?.filter((each) => each !== ada) };
    const said = await render(without, '--widget', 'badge', '--widget', 'wall', '--member', ada?.id ?? '');
    expect(said).toContain('Removed what there is no more of: role-badge.svg, role-badge-light.svg');
    expect(said).toMatch(/^As another command wrote them, and as old: purpose-banner\.html, /m);
    expect(readdirSync(out)).not.toContain('role-badge.picture.html');
    expect(readdirSync(out)).toContain('purpose-banner.svg');
    const again = await render(without, '--widget', 'all');
    expect(again).not.toMatch(/As another command/);
    expect(JSON.stringify(everything())).not.toContain(ada?.name);
  });

  it('goes from right to left in Arabic, the page and its pictures', async () => {
    await render(riverside(), '--widget', 'wall', '--locale', 'ar');
    expect(page(written('index.html'))[0]?.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(written('recognition-wall.svg')).toContain('direction="rtl"');
  });

  it('says of what there is no picture, and why', async () => {
    const said = await render({ kith: 1 }, '--widget', 'all');
    expect(said).toContain('No picture of <kith-purpose-banner>: the source states no purpose.');
    expect(said).toContain('No picture of <kith-role-badge>: say whose: --member.');
    expect(said).toContain('No picture of <kith-progression-ladder>: the source has no such ladder.');
    expect(await render(riverside(), '--widget', 'badge', '--member', 'nobody')).toContain('no member "nobody"');
  });

  it('keeps hostile words words, in every file', async () => {
    const shape = async (words: string) => {
      await render(
        hostileCommunity(words),
        '--widget',
        'all',
        '--member',
        'ada',
        '--locale',
        'en',
        '--now',
        '2026-03-01',
      );
      return shapeOf(page(written('index.html'))).filter((each) =>
        /^(script|style|iframe|object|embed|svg|link|meta|base)/.test(each),
      );
    };
    const plain = await shape('Mending');
    for (const words of hostileWords()) {
      expect(await shape(words), words.slice(0, 60)).toEqual(plain);
      for (const [path, text] of Object.entries(everything())) {
        if (path.endsWith('.json')) JSON.parse(text);
        if (path.endsWith('.svg')) checkXml(text);
      }
    }
  }, 120_000);
});

describe('what a command cannot be', () => {
  it.each([
    [[], /^2 Say what to do/],
    [['draw', 'x'], /^2 There is no command "draw"/],
    [['render'], /^2 Say what to render/],
    [['render', 'a', 'b', '--out', 'o', '--widget', 'wall'], /^2 One source at a time: "b"/],
    [['render', 'a', '--widget', 'wall'], /^2 Say where it goes: --out/],
    [['render', 'a', '--out', 'o'], /^2 Say which widget/],
    [['render', 'a', '--out', 'o', '--widget', 'store'], /^2 --widget: there is no "store"\. There are wall, banner/],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--wigdet', 'x'], /^2 Unknown option '--wigdet'/],
    [
      ['render', 'a', '--out', 'o', '--widget', 'wall', '--layout', 'round'],
      /^2 --layout: "round" .* <kith-recognition-wall> takes list, grid/,
    ],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--page-size', '0'], /^2 --page-size: "0" .* takes 1 to 10000/],
    [
      ['render', 'a', '--out', 'o', '--widget', 'badge', '--page-size', '5'],
      /^2 --page-size: <kith-role-badge> has no such attribute/,
    ],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--locale', 'not a language'], /^2 --locale: /],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--now', 'yesterday'], /^2 --now: "yesterday" is no date/],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--limit', '0'], /^2 --limit: /],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--url', 'javascript:alert(1)'], /^2 --url: /],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--code', 'javascript:alert(1)'], /^2 --code: /],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--provider', 'mail'], /^2 --provider: there is no "mail"/],
    [['render', 'a', '--out', 'o', '--widget', 'wall', '--provider', 'server'], /^2 --provider server: .* an address/],
  ])('%j is told what and where', async (args, said) => {
    expect(await run(args)).toMatch(said);
    expect(existsSync('o')).toBe(false);
  });

  it('is told by --help, with every option there is', async () => {
    expect(await run(['--help'])).toBe(`0 ${help}`);
    for (const name of optionNames) expect(help).toContain(`--${name}`);
    expect(help).toContain('takes their yes back');
  });
});

describe('a source that fails', () => {
  it.each([
    ['is no JSON', '{ "kith": 1,', /^1 What was piped in: This is not JSON.*Nothing was written\.$/],
    ['is a page', '<!doctype html>', /looks like a web page/],
    ['is empty', '', /This is empty/],
    ['is of another version', '{"kith":2}', /^1 /],
  ])('because it %s leaves what was written before', async (_, text, said) => {
    await render(riverside(), '--widget', 'wall');
    const before = everything();
    expect(await render(text, '--widget', 'wall')).toMatch(said);
    expect(everything()).toEqual(before);
  });

  it('because there is no such file says which', async () => {
    expect(await run(['render', join(folder, 'none.json'), '--widget', 'wall', '--out', out])).toMatch(
      /^1 .*none\.json: There is no such file\. Nothing was written\.$/,
    );
    expect(existsSync(out)).toBe(false);
  });

  it('on its second page writes nothing of the first', async () => {
    const provider = json({ document: crowd(800) });
    const failing: Provider = {
      ...provider,
      read: (query, signal) =>
        query.kind === 'wall' && query.after
          ? Promise.reject(new ProviderError('busy', { message: 'Later.' }))
          : provider.read(query, signal),
    };
    await expect(gather(failing, 1000, new AbortController().signal)).rejects.toThrow('Later.');
    const { document } = await gather(provider, 1000, new AbortController().signal);
    expect(document.recognitions).toHaveLength(800);
  });

  it('whose pages never end is told so', async () => {
    const provider = json({ document: crowd(3) });
    const endless: Provider = {
      ...provider,
      read: async (query, signal) => {
        const first = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'after')) as typeof query;
        return { ...(await provider.read(first, signal)), after: 'again' };
      },
    };
    await expect(gather(endless, 1000, new AbortController().signal)).rejects.toThrow(/again and again/);
  });

  it('is written nowhere but in its folder, also where a link leads out of it', async () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(out);
    symlinkSync(elsewhere, join(out, 'shields'));
    expect(await render(riverside(), '--widget', 'wall')).toMatch(/^1 .*is a link to elsewhere/);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(readdirSync(out)).toEqual(['shields']);
  });

  it('whose scripts were never built says so', async () => {
    rmSync(join(scripts, 'fit.js'));
    expect(await render(riverside(), '--widget', 'wall')).toMatch(/^1 There is no fit\.js in .*Nothing was written\.$/);
    expect(existsSync(out)).toBe(false);
  });

  it('whose folder is a file says so', async () => {
    writeFileSync(out, 'mine');
    expect(await render(riverside(), '--widget', 'wall')).toMatch(/^1 .*out is no folder: .* Nothing was written\.$/);
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('that cannot be written whole is not written in part', async () => {
    await render(riverside(), '--widget', 'wall');
    rmSync(join(out, 'page.css'));
    mkdirSync(join(out, 'page.css'));
    const before = everything();
    expect(await render(crowd(3), '--widget', 'wall')).toMatch(/^1 .*page\.css is a folder.* Nothing was written\.$/);
    expect(everything()).toEqual(before);
  });

  it('puts a file in the place of a link, and leaves what the link led to', async () => {
    mkdirSync(out);
    const own = join(folder, 'own.txt');
    writeFileSync(own, 'mine');
    symlinkSync(own, join(out, 'index.html'));
    expect(await render(riverside(), '--widget', 'wall')).toMatch(/^0 /);
    expect(readFileSync(own, 'utf8')).toBe('mine');
    expect(written('index.html')).toContain('<!doctype html>');
  });
});

describe('a source at an address', () => {
  let site: Server;
  let base: string;
  beforeAll(async () => {
    site = createServer(({ url = '' }, response) => {
      if (url.endsWith('.all-contributorsrc'))
        response.end(JSON.stringify({ contributors: [{ login: 'ada', contributions: ['code'] }] }));
      else if (url.startsWith('/v1/riverside/')) response.writeHead(404).end();
      else if (url === '/community.json') response.end(JSON.stringify(riverside()));
      else response.writeHead(503).end();
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => site.close(resolve)));

  const from = (address: string) => run(['render', address, '--widget', 'wall', '--out', out]);

  it('is read by what its name says it is', async () => {
    expect(await from(`${base}/community.json`)).toMatch(/^0 /);
    expect(await from(`${base}/.all-contributorsrc`)).toMatch(/^0 /);
    expect(written('recognition-wall.tag.html')).toContain('ada');
  });

  it('is asked as a Kith server where it is one’s', async () => {
    expect(await from(`${base}/v1/riverside`)).toMatch(/^1 .*answered 404/);
  });

  it('that is not there says so, and leaves what was written before', async () => {
    await from(`${base}/community.json`);
    const before = everything();
    expect(await from(`${base}/busy.json`)).toMatch(/^1 .*answered 503\. Nothing was written\.$/);
    expect(await from('http://127.0.0.1:9/x.json')).toMatch(/^1 .*could not be reached/);
    expect(everything()).toEqual(before);
  });
});

const contributors = shared('data/all-contributors/all-contributors.all-contributorsrc.json');
describe.skipIf(!contributors)(`a real list of contributors${contributors ? '' : ' (absent: KITH_SHARED)'}`, () => {
  it('has everyone in the page, each once, and a picture of the first', async () => {
    expect(await run(['render', contributors ?? '', '--widget', 'wall', '--out', out])).toMatch(/^0 /);
    const { contributors: rows } = JSON.parse(readFileSync(contributors ?? '', 'utf8')) as { contributors: object[] };
    const entries = page(written('index.html')).filter(({ attributes: a }) => (a['class'] ?? '').startsWith('h-entry'));
    expect(entries).toHaveLength(rows.length);
    expect(() => checkXml(written('recognition-wall.svg'))).not.toThrow();
    expect(written('recognition-wall.svg')).toContain(`and ${rows.length - 48} more`);
    expect(parsed('shields/people.json')['message']).toBe('117');
    // Whoever reads the page asks nobody else.
    expect(written('index.html')).not.toMatch(/<img|avatars/);
  });
});
