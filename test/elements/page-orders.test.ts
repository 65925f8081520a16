import { expect } from '@open-wc/testing';
import { createStore } from '@kith/core';
import type { KithElement } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { blank, defined, early, KITH, open, script, trickle, type Opened } from './pages.js';
import { addressOf, inline, letters, read, says, until } from './support.js';

const source = {
  ...letters('You held the lamp.', { text: 'You drew bench 2.', from: 'cy' }),
  purpose: { statement: 'Everyone can fix something', counts: { pledged: 7 } },
};
const src = addressOf(source);
const community = `<kith-community src="${src}"></kith-community>`;
const banner = '<kith-purpose-banner><h1>Before it is here</h1></kith-purpose-banner>';
const wall = '<kith-recognition-wall><p>Before they are here</p></kith-recognition-wall>';

const expected = [
  'Everyone can fix something Shared by 7 of us.',
  /^Letters Ada, You held the lamp\. Bo Lind .+ Ada, You drew bench 2\. Cy Tan .+$/,
] as const;

/** What the page's widgets say in the end, whatever happened before. */
async function saysIt(page: Opened): Promise<void> {
  const widgets = () => [...page.document.querySelectorAll<KithElement>('kith-purpose-banner, kith-recognition-wall')];
  await until(
    () => widgets().length === 2 && widgets().every(({ status }) => status === 'ready'),
    'both widgets are ready',
  );
  await until(() => widgets().every((widget) => !read(widget).includes('Before')), 'both are drawn');
  const [said, written] = widgets().map(read);
  expect(said).to.equal(expected[0]);
  expect(written).to.match(expected[1]);
  expect(page.lines).to.deep.equal([]);
}

describe('a page with Kith', () => {
  for (const [order, html] of [
    ['its script first', script + community + banner + wall],
    ['its script last', community + banner + wall + script],
    ['its script between the tags', banner + script + community + wall],
    ['its script whenever it comes', script.replace('script ', 'script async ') + community + banner + wall],
    ['the community last', script + banner + wall + community],
    ['the community around the tags', `${script}${community.replace('</', `${banner}${wall}</`)}`],
    [
      'the document written into the community',
      `${script}<kith-community>${inline(source)}${banner}${wall}</kith-community>`,
    ],
    [
      'the document written at the end of the community',
      `${script}<kith-community>${banner}${wall}${inline(source)}</kith-community>`,
    ],
    [
      'the document written at the very end',
      `${script}${banner}${wall}<kith-community>${inline(source)}</kith-community>`,
    ],
    ['a src in each tag', `${script}${banner.replace('>', ` src="${src}">`)}${wall.replace('>', ` src="${src}">`)}`],
    [
      'a document in each tag',
      `${banner.replace('</k', `${inline(source)}</k`)}${wall.replace('</k', `${inline(source)}</k`)}${script}`,
    ],
  ] as const) {
    it(`says the same with ${order}`, async () => {
      await saysIt(await open(html));
    });
  }

  it('says the same when its script comes after everything else', async () => {
    const page = await open(community + banner + wall);
    expect(read(page.document.body), 'what is read without Kith').to.equal('Before it is here Before they are here');
    const late = page.document.createElement('script');
    Object.assign(late, { type: 'module', src: KITH });
    page.document.body.append(late);
    await saysIt(page);
  });

  it('says the same when each tag is defined by itself, the community last', async () => {
    const page = await open(banner + wall + community);
    for (const name of ['recognition-wall', 'purpose-banner', 'community']) {
      const late = page.document.createElement('script');
      Object.assign(late, { type: 'module', src: `/packages/elements/src/define/${name}.ts` });
      page.document.body.append(late);
      await until(() => page.window.customElements.get(`kith-${name}`), `kith-${name} is defined`);
    }
    await saysIt(page);
  });

  it('says the same when it arrives piece by piece', async () => {
    const page = blank();
    page.write(early);
    await defined(page);
    const html = `<main><kith-community><p>Hello</p>${inline(source)}</kith-community>${banner}${wall}</main><footer>End</footer>`;
    await trickle(page, html);
    page.end();
    await saysIt(page);
  });

  it('says the same when documents in its tags arrive piece by piece', async () => {
    const page = blank();
    page.write(early);
    await defined(page);
    const html = banner.replace('</k', `${inline(source)}</k`) + wall.replace('</k', `${inline(source)}</k`);
    await trickle(page, html);
    page.end();
    await saysIt(page);
  });

  it('says the same after its tags were moved', async () => {
    const page = await open(`${script}<header>${banner}</header><main>${wall}</main><footer>${community}</footer>`);
    await saysIt(page);
    const [header, main, footer] = ['header', 'main', 'footer'].map(
      (name) => page.document.querySelector(name) as HTMLElement,
    );
    header?.append(footer?.firstElementChild as Element);
    main?.prepend(header?.firstElementChild as Element);
    footer?.append(main?.lastElementChild as Element);
    await saysIt(page);
  });

  it('says of two communities what each holds', async () => {
    const other = addressOf(letters('Thanks for the alto line.'));
    const page = await open(`${script}${wall}<section><kith-community src="${src}">${wall}</kith-community></section>
      <section><kith-community id="choir" src="${other}">${wall}</kith-community></section>
      <kith-recognition-wall community="choir"></kith-recognition-wall>`);
    const walls = () => [...page.document.querySelectorAll('kith-recognition-wall')];
    await until(() => walls().every((each) => each.matches(':state(ready)')), 'all walls are ready');
    expect(walls().map((each) => /lamp|alto/.exec(read(each))?.[0])).to.deep.equal(['lamp', 'lamp', 'alto', 'alto']);
    const [first] = walls();
    page.document.getElementById('choir')?.prepend(first as Element);
    await says(first as Element, 'Thanks for the alto line.');
  });

  it('never says what no one knows yet', async () => {
    const page = blank();
    page.write(early);
    await defined(page);
    page.write('<kith-recognition-wall></kith-recognition-wall><p>More of the page</p>');
    const widget = page.document.querySelector('kith-recognition-wall') as KithElement;
    await widget.updateComplete;
    expect(widget.status).to.equal('loading');
    page.write(`<kith-community src="${src}"></kith-community>`);
    page.end();
    await says(widget, 'You held the lamp.');
  });
});

describe('a page with Kith on hold', () => {
  const kit = /\/(packages|node_modules|__web-dev-server)|\.well-known/;
  const loaded = ({ window }: Opened) => window.performance.getEntriesByType('resource');

  it('asks for nothing but the kit’s own files, and for no language, until it is released', async () => {
    const held = banner.replace('>', ` hold locale="ar" src="${src}">`);
    const page = await open(script + held);
    await defined(page);
    const widget = page.document.querySelector('kith-purpose-banner') as KithElement;
    await widget.updateComplete;
    expect(read(widget)).to.equal('Before it is here');
    const released = page.window.performance.now();
    widget.release();
    await until(() => widget.shadowRoot?.querySelector('[dir=rtl]'), 'it speaks Arabic');
    await says(widget, 'Everyone can fix something');
    // What was asked for too early may have arrived only now.
    const early = loaded(page).filter(({ startTime }) => startTime < released);
    expect(
      early.map(({ name }) => name).filter((name) => !kit.test(name) || name.includes('strings/ar')),
    ).to.deep.equal([]);
    const late = loaded(page).filter(({ startTime }) => startTime >= released);
    expect(late.map(({ name }) => name).filter((name) => name.includes('strings/ar'))).to.have.length(1);
  });
});

describe('a page in Arabic', () => {
  it('loads its words, and shows none of another language before they are here', async () => {
    const page = await open(`<html lang="ar">${script}<main></main>`);
    await defined(page);
    const main = page.document.querySelector('main') as HTMLElement;
    main.innerHTML = '<kith-purpose-banner></kith-purpose-banner>';
    const widget = main.firstElementChild as KithElement;
    // What there is to say is here long before the words are.
    widget.store = createStore(memory(source));
    const drawn: string[] = [];
    const note = () => drawn.push(widget.shadowRoot?.querySelector('[part=provenance]')?.textContent ?? '');
    new MutationObserver(note).observe(widget.shadowRoot as ShadowRoot, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    await until(() => drawn.at(-1), 'it says whose the purpose is');
    expect(new Set(drawn.filter(Boolean))).to.deep.equal(
      new Set([widget.shadowRoot?.querySelector('[part=provenance]')?.textContent]),
    );
    expect(drawn.at(-1)).to.include('يتشاركها');
    expect(page.lines).to.deep.equal([]);
  });

  it('goes on in the language before while the words of another are on their way', async () => {
    const page = await open(`<html lang="en">${script}${banner.replace('</k', `${inline(source)}</k`)}`);
    const widget = page.document.querySelector('kith-purpose-banner') as KithElement;
    await says(widget, 'Shared by 7 of us.');
    const statuses = new Set<string>();
    const said = new Set<string>();
    new MutationObserver(() => said.add(read(widget))).observe(widget.shadowRoot as ShadowRoot, {
      attributes: true,
      childList: true,
      subtree: true,
      characterData: true,
    });
    widget.locale = 'ar';
    await until(() => statuses.add(widget.status) && widget.shadowRoot?.querySelector('[dir=rtl]'), 'it speaks Arabic');
    expect([...statuses]).to.deep.equal(['ready']);
    for (const each of said) expect(each).to.include('Everyone can fix something');
  });
});
