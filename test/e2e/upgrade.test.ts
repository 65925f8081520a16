import { describe, expect, it } from 'vitest';
import { stranger } from './stranger.js';

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
    expect(await badge.evaluate((tag) => tag.getAttributeNames())).toEqual(['data-onclick', 'data-onfocus']);
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
