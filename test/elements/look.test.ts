import { expect } from '@open-wc/testing';
import type { KithElement } from '@kith/elements';
import { blank, defined, early, KITH, open, script, type Opened } from './pages.js';
import { part, read, until } from './support.js';

const banner = '<kith-purpose-banner statement="Everyone can fix something"></kith-purpose-banner>';

const bannerOf = (page: Opened) => page.document.querySelector('kith-purpose-banner') as KithElement;

/** The type a statement and the page's own heading are set in. */
function types(page: Opened) {
  const type = (element: Element) => {
    const { fontFamily, fontWeight, textTransform } = page.window.getComputedStyle(element);
    return { fontFamily, fontWeight, textTransform };
  };
  return {
    statement: type(part(bannerOf(page), 'statement')),
    heading: type(page.document.querySelector('h2') as Element),
  };
}

async function drawn(page: Opened): Promise<Opened> {
  await until(() => bannerOf(page).shadowRoot && read(bannerOf(page)), 'the banner is drawn');
  await bannerOf(page).updateComplete;
  return page;
}

// Real host stylesheets, which lie outside the project.
const folder = '/shared/corpora/host-css/';
const found = await fetch(folder);
const sheets: string[] = found.ok ? ((await found.json()) as string[]).filter((name) => name.endsWith('.css')) : [];

describe(`a banner in a real host page${sheets.length ? '' : ' (needs corpora/host-css in KITH_SHARED)'}`, () => {
  before(function () {
    // Others' files, which are not ours to commit; without them the run counts these as skipped.
    if (!sheets.length) this.skip();
  });

  it('has host pages to be tried in', () => {
    expect(sheets).to.have.length.at.least(31);
  });

  for (const sheet of sheets) {
    it(`is set as the page’s own heading: ${sheet}`, async () => {
      const page = await drawn(
        await open(`<link rel="stylesheet" href="${folder}${sheet}" />${script}<h2>Ours</h2>${banner}`),
      );
      const { statement, heading } = types(page);
      expect(statement).to.deep.equal(heading);
    });
  }
});

describe('the page’s look', () => {
  const style = '<style>h2 { font: 300 2em/1 "Georgia", serif; text-transform: uppercase }</style>';

  it('is the heading’s, whatever the page does to it', async () => {
    const page = await drawn(await open(`${style}${script}<h2>Ours</h2>${banner}`));
    const { statement, heading } = types(page);
    expect(heading).to.deep.include({ fontWeight: '300', textTransform: 'uppercase' });
    expect(statement).to.deep.equal(heading);
  });

  it('gives way to what the author sets', async () => {
    const own = '<style>kith-purpose-banner { --kith-heading-font: monospace; --kith-heading-weight: 900 }</style>';
    const page = await drawn(await open(`${style}${own}${script}<h2>Ours</h2>${banner}`));
    expect(types(page).statement).to.deep.include({ fontFamily: 'monospace', fontWeight: '900' });
  });

  it('has the edge of the page’s buttons; one of neither fill nor edge is no look of a button', async () => {
    const worn = async (css: string) => {
      const page = await drawn(await open(`<style>button { ${css} }</style>${script}${banner}`));
      const look = page.window.getComputedStyle(bannerOf(page));
      return ['--_page-button', '--_page-button-edge'].map((name) => look.getPropertyValue(name));
    };
    expect(await worn('background: none; border: 2px dotted rgb(1, 2, 3)')).to.deep.equal([
      'rgba(0, 0, 0, 0)',
      '2px dotted rgb(1, 2, 3)',
    ]);
    expect(await worn('background: none; border: 0; appearance: none')).to.deep.equal(['', '']);
  });

  it('is read once, however many tags there are, and leaves nothing behind', async () => {
    const page = blank();
    page.write(`${style}<div>${banner.repeat(3)}<kith-recognition-wall><p>Ours</p></kith-recognition-wall></div>`);
    const put: Node[] = [];
    new page.window.MutationObserver((changes) =>
      put.push(...changes.flatMap(({ addedNodes }) => [...addedNodes])),
    ).observe(page.document.querySelector('div') as Element, { childList: true, subtree: true });
    const before = page.document.querySelector('div')?.innerHTML;
    page.write(`${script}<p>End</p>`);
    page.end();
    await defined(page);
    await drawn(page);
    page.document.querySelector('div')?.append(page.document.createElement('kith-purpose-banner'));
    await (page.document.querySelector('div')?.lastElementChild as KithElement).updateComplete;
    page.document.querySelector('div')?.lastElementChild?.remove();
    expect(put.filter((node) => (node as Element).querySelector?.('h2, a, button'))).to.have.length(1);
    expect(page.document.querySelector('div')?.innerHTML).to.equal(before);
  });

  it('is not read under hold, but when that ends', async () => {
    const page = await open(`${style}${script}<h2>Ours</h2>${banner.replace(' ', ' hold ')}`);
    await defined(page);
    const widget = bannerOf(page);
    let changes = 0;
    new page.window.MutationObserver(() => changes++).observe(widget, { childList: true });
    await widget.updateComplete;
    page.document.documentElement.className = 'changed';
    await new Promise((go) => setTimeout(go));
    await widget.updateComplete;
    expect(changes).to.equal(0);
    expect(types(page).statement.fontWeight).not.to.equal('300');
    widget.release();
    await widget.updateComplete;
    expect(types(page).statement.fontWeight).to.equal('300');
  });

  it('is not read under a hold that was set before Kith came', async () => {
    const page = await open(`${style}<h2>Ours</h2>${banner}`);
    const widget = bannerOf(page);
    let changes = 0;
    new page.window.MutationObserver(() => changes++).observe(widget, { childList: true });
    widget.hold = true;
    page.document.body.append(Object.assign(page.document.createElement('script'), { type: 'module', src: KITH }));
    await defined(page);
    await widget.updateComplete;
    expect(changes).to.equal(0);
  });

  it('is followed when the page’s styles come after the tag', async () => {
    const page = blank();
    page.write(`${early}<h2>Ours</h2>${banner}<p>More</p>`);
    await defined(page);
    await drawn(page);
    expect(types(page).statement.fontWeight).to.equal('700');
    page.write(`${style}<p>End</p>`);
    page.end();
    await until(() => types(page).statement.fontWeight === '300', 'the statement has the weight of the page’s heading');
    expect(types(page).statement).to.deep.equal(types(page).heading);
  });

  it('is followed when the page changes its own', async () => {
    const page = await drawn(
      await open(`<style>h2 { font-weight: 400 } .bold h2 { font-weight: 900 }</style>${script}<h2>Ours</h2>${banner}`),
    );
    expect(types(page).statement.fontWeight).to.equal('400');
    page.document.documentElement.className = 'bold';
    await until(() => types(page).statement.fontWeight === '900', 'the statement has the new weight');
  });
});

describe('a dark page', () => {
  const dark = [
    '#eee',
    'rgb(238 238 238 / 0.9)',
    'oklch(0.9 0.02 250)',
    'color(display-p3 0.9 0.9 0.9)',
    'lab(90 0 0)',
    'hsl(0 0% 93%)',
  ];
  const light = ['#111', 'rgb(17 17 17)', 'oklch(0.2 0.02 250)', 'color(srgb 0.1 0.1 0.1)', 'lab(10 0 0)', 'black'];

  for (const color of [...dark, ...light]) {
    const isDark = dark.includes(color);
    it(`is told ${isDark ? '' : 'from a light one '}by its text, which is ${color}`, async () => {
      const page = await drawn(
        await open(`<style>body { color: ${color}; background: gray }</style>${script}${banner}`),
      );
      expect(bannerOf(page).matches(':state(dark)')).to.equal(isDark);
      expect(page.window.getComputedStyle(bannerOf(page)).colorScheme).to.equal(isDark ? 'dark' : 'light');
    });
  }

  it('is not asked where the author says which it is', async () => {
    const page = await drawn(
      await open(`<style>body { color: #eee }</style>${script}${banner.replace(' ', ' theme="light" ')}`),
    );
    const widget = bannerOf(page);
    expect(widget.matches(':state(dark)')).to.equal(false);
    widget.theme = 'dark';
    await widget.updateComplete;
    expect(widget.matches(':state(dark)')).to.equal(true);
    widget.removeAttribute('theme');
    await widget.updateComplete;
    expect(widget.theme).to.equal('auto');
    expect(widget.matches(':state(dark)')).to.equal(true);
  });

  it('is noticed when the page turns dark', async () => {
    const page = await drawn(await open(`<style>.dark body { color: #eee }</style>${script}${banner}`));
    expect(bannerOf(page).matches(':state(dark)')).to.equal(false);
    page.document.documentElement.className = 'dark';
    await until(() => bannerOf(page).matches(':state(dark)'), 'it is dark');
  });
});
