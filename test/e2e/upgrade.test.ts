import { describe, expect, it } from 'vitest';
import { stranger, type Visited } from './stranger.js';

const visit = stranger();
const module = '<script type="module" src="/kith.js"></script>';
const page = (body: string, head = module) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mine</title>${head}<body>${body}`;
const letter = '<p class="first">Read <b>before</b></p>';

describe('a <div data-kith>', () => {
  it('becomes the tag, with what the tag knows of its attributes, and keeps its name, class, language, place and content', async () => {
    const visited = await visit({
      html: page(`<main><i></i><div data-kith="recognition-wall" data-src="/community.json" data-layout="grid"
        data-page-size="2" id="letters" class="wide ours" lang="de" dir="ltr" slot="x" style="margin: 3px" data-own="1"
        aria-label="Letters" hidden>${letter}</div><u></u></main>`),
    });
    const wall = visited.page.locator('#letters');
    await expect.poll(() => wall.evaluate(({ localName }) => localName)).toBe('kith-recognition-wall');
    const attributes = await wall.evaluate((tag) =>
      Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value])),
    );
    expect(attributes).toEqual({
      src: '/community.json',
      layout: 'grid',
      'page-size': '2',
      id: 'letters',
      class: 'wide ours',
      lang: 'de',
      dir: 'ltr',
      slot: 'x',
      style: 'margin: 3px',
      'data-own': '1',
      'aria-label': 'Letters',
      hidden: '',
      'data-kith-was': 'div',
    });
    expect(await wall.evaluate((tag) => tag.innerHTML)).toBe(letter);
    const around = await wall.evaluate((tag) => [
      tag.previousElementSibling?.localName,
      tag.nextElementSibling?.localName,
    ]);
    expect(around).toEqual(['i', 'u']);
    expect([visited.uncaught, visited.said]).toEqual([[], []]);
  });

  it.each([
    'purpose-banner',
    'kith-role-badge',
    ' Recognition-Wall ',
    'KITH-PROGRESSION-LADDER',
    'peer-intro',
    'community',
  ])('is each of the six, with kith- before it or without: %s', async (name) => {
    const visited = await visit({ html: page(`<div data-kith="${name}"></div>`) });
    const tag = `kith-${name.trim().toLowerCase().replace('kith-', '')}`;
    await visited.page.locator(tag).waitFor({ state: 'attached' });
    expect(await visited.page.locator('[data-kith]').count()).toBe(0);
  });

  it('is a community for those in it, and draws what it has', async () => {
    const visited = await visit({
      html: page(`<div data-kith="community" data-src="/community.json">
        <section><div data-kith="purpose-banner">${letter}</div></section></div>`),
    });
    await visited.page.getByRole('heading', { name: 'Everyone can fix something' }).waitFor();
    expect(await visited.page.locator('kith-community kith-purpose-banner .first').count()).toBe(1);
  });

  it('comes later, too, and becomes the tag once, however often it is moved', async () => {
    const visited = await visit({ html: page('<div id="a"></div><div id="b"></div>') });
    await visited.page.waitForFunction(() => customElements.get('kith-role-badge'));
    await visited.page.evaluate(() => {
      const later = document.createElement('div');
      later.append(Object.assign(document.createElement('div'), { id: 'x' }));
      (later.firstChild as HTMLElement).dataset['kith'] = 'role-badge';
      document.getElementById('a')?.append(later);
    });
    await visited.page.locator('#a kith-role-badge#x').waitFor({ state: 'attached' });
    await visited.page.evaluate(() =>
      document.getElementById('b')?.append(document.getElementById('x') as HTMLElement),
    );
    await visited.page.locator('#b > kith-role-badge').waitFor({ state: 'attached' });
    await visited.page.evaluate(() =>
      (document.getElementById('a') as HTMLElement).setAttribute('data-kith', 'role-badge'),
    );
    await visited.page.locator('kith-role-badge#a').waitFor({ state: 'attached' });
    expect(await visited.page.locator('kith-role-badge').count()).toBe(2);
  });

  it('is whole where the script comes before it', async () => {
    const letters = Array.from({ length: 400 }, (_, i) => `<p>Letter ${i}</p>`).join('');
    const visited = await visit({
      html: page(`<div data-kith="recognition-wall">${letters}</div>`, '<script src="/kith.js"></script>'),
    });
    await visited.page.locator('kith-recognition-wall').waitFor();
    expect(await visited.page.locator('kith-recognition-wall > p').count()).toBe(400);
  });

  it('stays as it is where its name is none, and one line says what and where', async () => {
    const visited = await visit({ html: page('<div id="here" data-kith="wall" data-src="/x.json">Letters</div>') });
    await visited.page.waitForFunction(() => customElements.get('kith-role-badge'));
    await expect
      .poll(() => visited.said)
      .toEqual([
        '<div id="here" data-kith="wall" data-src="/x.json"></div>: there is no kith-wall, so it stays as it is.',
      ]);
    expect(await visited.page.locator('#here').textContent()).toBe('Letters');
  });

  it('stays as it is while somebody edits the page it stands in', async () => {
    const visited = await visit({
      html: page(
        '<article contenteditable><div data-kith="role-badge">Mine</div></article><div data-kith="role-badge"></div>',
      ),
    });
    await visited.page.locator('kith-role-badge').waitFor({ state: 'attached' });
    expect(await visited.page.locator('article').innerHTML()).toBe('<div data-kith="role-badge">Mine</div>');
  });

  it('makes of nothing it says a script', async () => {
    const visited = await visit({
      html: page(
        '<div data-kith="role-badge" data-onclick="globalThis.ran = 1" data-onfocus="globalThis.ran = 1">x</div>',
      ),
    });
    const badge = visited.page.locator('kith-role-badge');
    await badge.waitFor();
    expect(await badge.evaluate((tag) => tag.getAttributeNames())).toEqual([
      'data-onclick',
      'data-onfocus',
      'data-kith-was',
    ]);
    await badge.click();
    expect(await visited.page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });

  it('moves nothing of the page when it becomes the tag', async () => {
    const visited = await visit({
      html: page(
        `<div data-kith="recognition-wall" data-hold>${letter}</div><div data-kith="purpose-banner" data-hold>${letter}</div><p id="after">After</p>`,
        `<link rel="stylesheet" href="/kith.css"><style>body { line-height: 1.5 }</style><script>shifts = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifts += value })
          .observe({ type: 'layout-shift', buffered: true })</script>
        <script type="module">await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
          globalThis.before = document.getElementById('after').getBoundingClientRect().top; import('/kith.js')</script>`,
      ),
    });
    await visited.page.locator('kith-purpose-banner:state(ready)').waitFor();
    const [before, after, shifts] = await visited.page.evaluate(() => [
      (globalThis as never as { before: number }).before,
      document.getElementById('after')?.getBoundingClientRect().top,
      (globalThis as never as { shifts: number }).shifts,
    ]);
    expect(await visited.page.getByText('Read before').count()).toBe(2);
    expect([after, shifts]).toEqual([before, 0]);
  });
});

describe('a <div data-kith> that a stranger placed', () => {
  const away = 'https://evil.example/x.json';
  const theirs = (attributes: string, name = 'recognition-wall') =>
    `<div id="theirs" data-kith="${name}" ${attributes}><p>What they wrote</p></div>`;
  const left = async ({ page }: Visited) => {
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#theirs').evaluate(({ localName }) => localName)).toBe('div');
    expect(await page.getByText('What they wrote').isVisible()).toBe(true);
  };

  it.each([
    `data-src="${away}"`,
    `src="${away}"`,
    `data-src="/community.json" src="${away}"`,
    `sdata-rc="${away}" data-src=" HTTPS:\\\\evil.example/x.json"`,
    'data-src="//evil.example/x.json"',
    `data-src="https://site.example@evil.example/x.json"`,
    'data-src="http://site.example/x.json"',
    'data-src="data:application/json,{&quot;kith&quot;:1}"',
    `data-src="${away}" data-provider="server"`,
  ])('asks no other site for anything, stays, and one line says why: %s', async (attributes) => {
    const visited = await visit({ html: page(theirs(attributes)) });
    await expect.poll(() => visited.said.length).toBe(1);
    await left(visited);
    expect(visited.said).toEqual([expect.stringMatching(/^<div id="theirs".+another site's.+data-sources/)]);
    expect(visited.asked).not.toContain('/x.json');
  });

  it.each([
    ['an address', 'https://other.example/mine/a.json'],
    ['what lies above it', 'https://cdn.example/x/ https://other.example/mine/'],
    ['all of a site', 'https://other.example'],
  ])('but of a site that the script names it is the tag: %s', async (_, sources) => {
    const visited = await visit({
      html: page(
        `<div data-kith="recognition-wall" data-src="https://other.example/mine/a.json">${letter}</div>
        <div data-kith="recognition-wall" data-src="https://other.example.evil.example/mine/a.json">${letter}</div>`,
        `<script type="module" src="/kith.js" data-sources="${sources}"></script>`,
      ),
      files: { '/mine/a.json': '{ "kith": 1, "recognitions": [{ "id": "r", "text": "Held the torch" }] }' },
    });
    await visited.page.getByRole('listitem').filter({ hasText: 'Held the torch' }).waitFor();
    expect(await visited.page.locator('kith-recognition-wall').count()).toBe(1);
  });

  it.each([
    'data-to="evil@x.example"',
    'to="evil@x.example"',
    'data-to="host@site.example, evil@x.example"',
    'data-to="host@site.example.evil.example"',
  ])('has nobody write to whom no script names, stays, and one line says why: %s', async (to) => {
    const visited = await visit({
      html: page(
        `<div id="theirs" data-kith="community" data-src="/community.json" data-provider="mail" ${to}><p>What they wrote</p></div>`,
        '<script type="module" src="/kith.js" data-sources="/ mailto:host@site.example mailto:site.example"></script>',
      ),
    });
    await expect.poll(() => visited.said).toEqual([expect.stringMatching(/letters would go to .+ data-sources/)]);
    await left(visited);
  });

  it('but to whom the script names they write', async () => {
    const visited = await visit({
      html: page(
        `<div data-kith="community" data-src="/community.json" data-provider="mail" data-to="Host@site.example, two@site.example">
          <div data-kith="recognition-wall" data-compose></div></div>`,
        '<script type="module" src="/kith.js" data-sources="mailto:host@site.example https://x.example mailto:two@site.example"></script>',
      ),
    });
    await visited.page.getByRole('button', { name: 'Write to them' }).waitFor();
    expect([visited.said, visited.uncaught]).toEqual([[], []]);
  });

  it.each(['matches', 'querySelectorAll', 'closest', 'attributes', 'dataset', 'cloneNode'])(
    'throws nothing where a form has a field called %s, and what else comes becomes the tag',
    async (name) => {
      const visited = await visit({ html: page(`<form data-kith="role-badge"><input name="${name}"></form>`) });
      await visited.page.waitForFunction(() => customElements.get('kith-role-badge'));
      await visited.page.evaluate((own) => {
        const form = document.createElement('form');
        const field = Object.assign(document.createElement('input'), { name: own });
        form.append(field, Object.assign(document.createElement('div'), { id: 'late' }));
        (form.lastChild as HTMLElement).dataset['kith'] = 'role-badge';
        document.body.append(form);
      }, name);
      await visited.page.locator('kith-role-badge#late').waitFor({ state: 'attached' });
      await visited.page.waitForLoadState('networkidle');
      expect(visited.uncaught).toEqual([]);
    },
  );

  it.each([
    '<div id="comments">…</div>',
    '<ol><li class="comment even" id="comment-7">…</li></ol>',
    '<article class="comment-content">…</article>',
    '<div class="h-entry"><div class="p-comment h-cite">…</div></div>',
    '<div itemscope itemtype="https://schema.org/Comment">…</div>',
    '<section data-kith-off>…</section>',
  ])('stays where a page says that visitors write, whatever it names: %s', async (around) => {
    const visited = await visit({ html: page(around.replace('…', theirs('data-src="/community.json"'))) });
    await expect.poll(() => visited.said).toEqual([expect.stringContaining('it stands in what visitors write')]);
    await left(visited);
  });

  it('is no community for the page, only for what stands in it or names it', async () => {
    const mine = (more: string) => `<kith-purpose-banner ${more}><p>Mine</p></kith-purpose-banner>`;
    const visited = await visit({
      html: page(`<div data-kith="community" data-src="/theirs.json" id="theirs">
          <div data-kith="purpose-banner"></div></div>${mine('id="alone"')}
        <div data-kith="community" data-src="/theirs.json" id="ours"></div>
        ${mine('community="ours" id="named"')}<kith-community id="ours" src="/community.json"></kith-community>`),
      files: { '/theirs.json': '{ "kith": 1, "purpose": { "statement": "Buy from us" } }' },
    });
    const said = visited.page.getByRole('heading');
    await expect
      .poll(() => said.allTextContents())
      .toEqual(['Buy from us', ...Array(2).fill('Everyone can fix something')]);
  });

  it('holds no document as mere text', async () => {
    const json = '{ "kith": 1, "purpose": { "statement": "Buy from us" } }';
    const visited = await visit({
      html: page(`<div data-kith="purpose-banner">${json}</div><kith-purpose-banner>${json}</kith-purpose-banner>`),
    });
    await visited.page.getByRole('heading', { name: 'Buy from us' }).waitFor();
    expect(await visited.page.getByRole('heading').count()).toBe(1);
  });
});
