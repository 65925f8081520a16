import { expect, fixtureSync } from '@open-wc/testing';
import '@kith/elements/define';
import { blank, defined, early, trickle } from './pages.js';
import { heard, until } from './support.js';

describe('a <div data-kith> of a page that comes slowly', () => {
  it('becomes the tag once it is whole', async () => {
    const page = blank();
    page.write(early);
    await defined(page);
    const letters = Array.from({ length: 12 }, (_, i) => `<p>Letter ${i}</p>`).join('');
    await trickle(page, `<div data-kith="recognition-wall" data-hold>${letters}</div><p>After it</p>`);
    page.end();
    const wall = await until(() => page.document.querySelector('kith-recognition-wall'), 'it is the tag');
    expect(wall.querySelectorAll(':scope > p')).to.have.length(12);
    expect(wall.nextElementSibling?.textContent).to.equal('After it');
    expect(page.lines).to.deep.equal([]);
  });
});

describe('what a <div data-kith> has become', () => {
  const { fetch } = window;
  let reached: string[] = [];
  beforeEach(() => {
    reached = [];
    window.fetch = async (address, init) => {
      const { pathname, host } = new URL(String(address));
      if (!pathname.startsWith('/go/')) return fetch(address, init);
      if (init?.redirect === 'error') throw new TypeError('It sends on.');
      reached.push(host);
      return Response.json({ kith: 1, revision: 1, purpose: { version: 1, statement: 'Buy from us' } });
    };
  });
  afterEach(() => {
    window.fetch = fetch;
  });

  for (const [provider, src] of [
    ['json', '/go/1?u=https://evil.example/x.json'],
    ['mail', '/go/2?u=https://evil.example/x.json'],
    ['server', '/go/3/https://evil.example/v1/x'],
  ] as const)
    it(`follows no page of its site that sends on, with provider="${provider}"; what the author wrote does`, async () => {
      const place = fixtureSync<HTMLElement>('<div></div>');
      const of = (more: string) =>
        `<kith-community ${more} to="ada@site.example" provider="${provider}" src="${src}"><kith-purpose-banner></kith-purpose-banner></kith-community>`;
      place.innerHTML = of('data-kith-was="div"');
      const [theirs] = place.querySelectorAll('kith-purpose-banner');
      await until(() => theirs?.status === 'failed', 'it is not there');
      expect(reached).to.deep.equal([]);
      place.insertAdjacentHTML('beforeend', of(''));
      await until(() => reached.length, 'the author’s is asked for');
      // What comes is a server's answer to none of its questions, which is said.
      const [, ours] = place.querySelectorAll('kith-purpose-banner');
      await until(() => ours?.status === (provider === 'server' ? 'failed' : 'ready'), 'the author’s has its answer');
      heard();
    });
});
