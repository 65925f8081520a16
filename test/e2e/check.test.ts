import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stranger, type Visited } from './stranger.js';

const visit = stranger();
const script = '<script type="module" src="/kith.js"></script>';
const page = (body: string, { head = script, lang = 'en' } = {}) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Mine</title><link rel="stylesheet" href="/kith.css">${head}<body>${body}`;
const local = 'http://localhost';

const notes = ({ page }: Visited) => page.getByRole('note');
const isChecking = (path: string) => /kith-check-/.test(path);
/** What a broken tag's author reads beside it. */
const broken: Record<string, [string, RegExp, Record<string, string>?]> = {
  'has no source and holds nothing': [
    '<kith-recognition-wall></kith-recognition-wall>',
    /Nothing says where its people are/,
  ],
  'names a file that is not there': [
    '<kith-recognition-wall src="/none.json"></kith-recognition-wall>',
    /There is no file at http:\/\/localhost\/none\.json/,
  ],
  'names a web page': [
    '<kith-recognition-wall src="/page.html" provider="json"></kith-recognition-wall>',
    /page\.html is a web page and not a file of Kith’s/,
    { '/page.html': '<!doctype html><title>Not found</title>' },
  ],
  'names a file that is no JSON': [
    '<kith-recognition-wall src="/wrong.json"></kith-recognition-wall>',
    /cannot be read\. This is not JSON \(line 1/,
    { '/wrong.json': '{ "kith": 1, }' },
  ],
  'says a word that is none of its words': [
    '<kith-recognition-wall src="/community.json" layout="masonry"></kith-recognition-wall>',
    /layout="masonry" is none of its words\. They are: list, grid\./,
  ],
  'has a document of which a piece is set aside': [
    '<kith-purpose-banner src="/aside.json"></kith-purpose-banner>',
    /1 piece was set aside of .*roles: should be a list/,
    { '/aside.json': '{ "kith": 1, "purpose": { "statement": "Here" }, "roles": 7 }' },
  ],
  'holds what an editor changed': [
    '<kith-purpose-banner><p><script type="application/json">{ "kith": 1, "purpose": { "statement": "Here" } }</script></p></kith-purpose-banner>',
    /An editor left the document inside in an element of its own; it is read as it was meant/,
  ],
};

describe('on their own machine, an author reads on the page what is wrong with a tag', () => {
  it.each(Object.entries(broken))('that %s', async (_, [html, said, files = {}]) => {
    const visited = await visit({ html: page(html), files, origin: local });
    await notes(visited).getByText(said).waitFor();
    expect(await notes(visited).count()).toBe(1);
    // Beside the tag it is about.
    const before = await visited.page.locator('.kith-check').evaluate((note) => note.previousElementSibling?.localName);
    expect(before).toMatch(/^kith-/);
    await visited.page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => notes(visited).count()).toBe(0);
    expect(visited.uncaught).toEqual([]);
  });

  it('that another site lets nobody read, or the page’s own policy', async () => {
    const html = page('<kith-recognition-wall src="https://other.example/a.json"></kith-recognition-wall>');
    const headers = { 'content-security-policy': "connect-src 'self'" };
    const bound = await visit({ html, headers, origin: local });
    await notes(bound).getByText('Content-Security-Policy lets nothing be read from https://other.example').waitFor();
    const away = await visit({ html, origin: local, away: ['/a.json'] });
    await notes(away).getByText('https://other.example/a.json did not answer.').waitFor();
  });

  it('in their language', async () => {
    const visited = await visit({
      html: page(broken['names a file that is not there']?.[0] ?? '', { lang: 'ar' }),
      origin: local,
    });
    await notes(visited).getByText('لا ملفّ في \u2066http://localhost/none.json\u2069').waitFor();
    expect(await notes(visited).getAttribute('dir')).toBe('rtl');
  });

  it('and no more once it is mended', async () => {
    const visited = await visit({
      html: page('<kith-recognition-wall src="/none.json"></kith-recognition-wall>'),
      origin: local,
    });
    await notes(visited).waitFor();
    await visited.page.locator('kith-recognition-wall').evaluate((tag) => tag.setAttribute('src', '/community.json'));
    await visited.page.getByRole('listitem').first().waitFor();
    await expect.poll(() => notes(visited).count()).toBe(0);
  });

  it('under a strict policy, too', async () => {
    const headers = {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
    };
    const visited = await visit({
      html: page('<kith-recognition-wall></kith-recognition-wall>').replace(/<link[^>]*>/, ''),
      headers,
      origin: local,
    });
    await notes(visited).getByText('Nothing says where its people are').waitFor();
    expect(visited.refused).toEqual([]);
  });
});

describe('a visitor', () => {
  it.each(Object.keys(broken))('neither sees nor loads any of it where a tag %s', async (what) => {
    const [html = '', , files = {}] = broken[what] ?? [];
    const visited = await visit({ html: page(html), files, origin: 'https://site.example' });
    await visited.page.waitForLoadState('networkidle');
    await visited.page.waitForFunction(() => customElements.get('kith-recognition-wall'));
    expect(await notes(visited).count()).toBe(0);
    expect(visited.asked.filter(isChecking)).toEqual([]);
  });
});

describe('in an editor’s preview', () => {
  it.each(['/?p=7&preview=true', '/?customize_changeset_uuid=a-b', '/?page_id=2&elementor-preview=2'])(
    'an author reads it: %s',
    async (path) => {
      const visited = await visit({ html: page('<kith-recognition-wall></kith-recognition-wall>'), path });
      await notes(visited).getByText('Nothing says where its people are').waitFor();
    },
  );

  it('an author reads it in a frame of the editor', async () => {
    const frame = '<iframe src="/" referrerpolicy="unsafe-url"></iframe>';
    const visited = await visit({
      html: page('<kith-recognition-wall></kith-recognition-wall>'),
      files: { '/wp-admin/post.html': frame },
      path: '/wp-admin/post.html',
    });
    await visited.page.frameLocator('iframe').getByRole('note').waitFor();
  });
});

describe('#kith-check', () => {
  const path = '/#kith-check';
  const five =
    '<kith-recognition-wall src="/community.json" page-size="12"></kith-recognition-wall><kith-purpose-banner src="/community.json"></kith-purpose-banner>';

  it('says that all is well, and of how much', async () => {
    const visited = await visit({ html: page(five), path });
    await notes(visited).getByText('All well: 2 widgets, 12 letters, from community.json.').waitFor();
    expect(await notes(visited).getByRole('listitem').count()).toBe(0);
  });

  it('counts a letter once, on however many walls of one source it stands', async () => {
    const wall = '<kith-recognition-wall src="/community.json" page-size="12"></kith-recognition-wall>';
    const other = wall.replace('12', '8').replace('community', 'other');
    const files = { '/other.json': readFileSync('demo/public/community.json', 'utf8') };
    const visited = await visit({ html: page(wall + wall.replace('12', '14') + other), files, path });
    await notes(visited).getByText('All well: 3 widgets, 22 letters, from community.json, other.json.').waitFor();
  });

  it('names what is still loading, and what waits, and calls nothing well that nobody has seen', async () => {
    const visited = await visit({
      html: page(`${five}<kith-role-badge id="slow" src="/slow.json"></kith-role-badge>
        <kith-peer-intro hold src="/community.json"></kith-peer-intro>
        <kith-community id="later" hold src="/community.json"></kith-community>
        <kith-progression-ladder community="later"></kith-progression-ladder>`),
      silent: ['/slow.json'],
      path,
    });
    await notes(visited).getByText('Well so far: 2 widgets, 12 letters, from community.json.').waitFor();
    const lines = notes(visited).getByRole('listitem');
    expect(await lines.allTextContents()).toEqual([
      '<kith-role-badge id="slow"> is still loading from https://site.example/slow.json. If this line stays, nothing answers there.',
      '<kith-peer-intro> waits, as hold is written on it or on its community.',
      '<kith-progression-ladder> waits, as hold is written on it or on its community.',
    ]);
  });

  it('says how it stands where nothing is ever drawn', async () => {
    const html = page('<kith-recognition-wall src="/slow.json"></kith-recognition-wall>');
    const visited = await visit({ html, silent: ['/slow.json'], path });
    await notes(visited).getByText('Well so far: 0 widgets.').waitFor();
    await notes(visited).getByText('<kith-recognition-wall> is still loading').waitFor();
  });

  it('says why a <div data-kith> stays one', async () => {
    const visited = await visit({
      html: page(`${five}<div data-kith="role-badge" data-src="https://other.example/a.json">Read</div>
        <div data-kith="community" data-to="ada@other.example">Read</div>
        <div class="comment"><div data-kith="role-badge">Read</div></div>`),
      path,
    });
    await notes(visited).getByText('What stands on this page is well, but for 3 things:').waitFor();
    expect(await notes(visited).getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('write data-sources="https://other.example/a.json"'),
      expect.stringContaining('write data-sources="mailto:ada@other.example"'),
      expect.stringContaining('stands in what visitors write'),
    ]);
  });

  it('says that there is no tag, where the editor took it out', async () => {
    const visited = await visit({ html: page('<p>Letters we wrote</p>'), path });
    await notes(visited).getByText('there is no tag of Kith’s on this page').waitFor();
  });

  it('says how many tags are to be mended, and what is beside each', async () => {
    const visited = await visit({ html: page(`${five}<kith-role-badge src="/none.json"></kith-role-badge>`), path });
    await notes(visited).getByText('1 of 3 to mend.').waitFor();
    await notes(visited).getByText('There is no file at').waitFor();
  });

  it('says what of the page is to be mended: scripts twice or held back, no kith.css, a misspelled name', async () => {
    const twice = `${script}<script type="module" src="/kith.js?2"></script><script type="text/plain" data-src="/kith.js"></script>`;
    const visited = await visit({
      html: page(`${five}<div data-kith="recogniton-wall"></div>`, { head: twice }).replace(/<link[^>]*>/, ''),
      path,
    });
    const lines = notes(visited).getByRole('listitem');
    await expect
      .poll(() => lines.allTextContents())
      .toEqual([
        expect.stringContaining('more than once'),
        expect.stringContaining('plugin holds a script tag'),
        expect.stringContaining('kith.css is not on this page'),
        expect.stringContaining('data-kith="recogniton-wall" is no widget'),
      ]);
    await notes(visited).getByText('What stands on this page is well, but for 4 things:').waitFor();
    expect(await notes(visited).getByText('All well').count()).toBe(0);
  });
});
