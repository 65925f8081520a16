import { expect } from '@open-wc/testing';
import type { CommunityDocument } from '@kith/core';
import type { PurposeBanner } from '@kith/elements';
import { isAuthors, isOwnMachine } from '../../packages/elements/src/advise.js';
import { community, show, until } from './support.js';

const { info } = console;
let advice: string[] = [];
const purpose = (statement: string, pieces: Partial<CommunityDocument> = {}) =>
  community({ purpose: { statement }, ...pieces });
const banner = '<kith-purpose-banner></kith-purpose-banner>';
const ladderTag = '<kith-progression-ladder></kith-progression-ladder>';
let year = 1900;
/** Advises whoever comes after it has surely advised of what came before. */
const advised = async (markup: string, source?: CommunityDocument) => {
  await show(markup, source);
  await show(`<kith-purpose-banner statement="We do it by ${++year}"></kith-purpose-banner>`);
  await until(() => advice.some((line) => line.includes(String(year))), 'the last is advised');
  return advice.filter((line) => !line.includes('A year passes'));
};

describe('on their own machine, an author', () => {
  beforeEach(() => {
    advice = [];
    console.info = (...said: unknown[]) => void advice.push(said.join(' '));
  });
  afterEach(() => void Object.assign(console, { info }));

  it('reads in one line what of a purpose may be mended, with a reason each', async () => {
    const acme = { community: { id: 'acme', name: 'Acme' } };
    await show(banner, purpose('Be the #1 smartphone brand in Europe by 2027', acme));
    await until(() => advice.length, 'it is advised');
    expect(advice).to.have.length(1);
    expect(advice[0])
      .to.match(/^<kith-purpose-banner>: This is a place in a contest\. .+“#1”/)
      .and.to.match(/A year passes\. .+“2027”/);
  });

  it('reads where it names whose it is', async () => {
    await show(banner, purpose('Riverside mends', { community: { id: 'riverside', name: 'Riverside' } }));
    await until(() => advice.length, 'it is advised');
    expect(advice[0]).to.include('This names who says it.').and.to.include('“Riverside”');
  });

  it('is told to write a purpose where there is none', async () => {
    await show(banner, community());
    await until(() => advice.length, 'it is advised');
    expect(advice).to.deep.equal(['<kith-purpose-banner>: Write the sentence your people would wear on a T-shirt.']);
  });

  it('reads of a ladder which step may be mended, and why', async () => {
    const rungs = [{ id: 'gold', name: 'Gold member', can: 'get a mug', needs: [{ measure: 'visits', atLeast: 900 }] }];
    const ladders = [{ id: 'mending', name: 'Mending', measures: [{ id: 'visits', label: 'visits' }], rungs }];
    await show(ladderTag, community({ ladders }));
    await until(() => advice.length, 'it is advised');
    expect(advice).to.have.length(1);
    expect(advice[0]).to.match(/^<kith-progression-ladder>: gold: .+ gold: /);
  });

  it('reads it once, however often it is drawn and by however many tags', async () => {
    const widget = await show<PurposeBanner>('<kith-purpose-banner statement="Second to none"></kith-purpose-banner>');
    widget.layout = 'card';
    await widget.updateComplete;
    const all = await advised('<kith-purpose-banner statement="Second to none"></kith-purpose-banner>');
    expect(all).to.have.length(1);
  });

  it('reads nothing where there is nothing to mend, and nothing of a tag on hold', async () => {
    expect(await advised(banner, purpose('Everyone a changemaker'))).to.deep.equal([]);
    expect(await advised(banner, purpose('Innovation everyone can enjoy'))).to.deep.equal([]);
    const held = '<kith-purpose-banner hold statement="Our most trusted brand"></kith-purpose-banner>';
    expect(await advised(held)).to.deep.equal([]);
  });

  describe('is told from a visitor by the address', () => {
    const browser = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36';
    const electron = 'Mozilla/5.0 (X11; Linux x86_64) shop/1.0 Chrome/156.0.0.0 Electron/40.0.0 Safari/537.36';
    for (const [address, isOwn, userAgent = browser, globals = {}] of [
      ['http://localhost/', true],
      ['http://localhost:8080/shop', true],
      ['https://localhost:8443/', true],
      ['http://shop.localhost:3000/', true],
      ['http://127.0.0.1:4173/', true],
      ['http://127.1.2.3/', true],
      ['http://[::1]:4173/', true],
      ['https://[::1]:4173/', true],
      ['file:///home/mine.html', true],
      ['https://tools.example/', false],
      ['https://tools.example:8443/localhost:80/', false],
      ['http://localhost.example/', false],
      ['http://localhost:80@tools.example/', false],
      ['http://notlocalhost/', false],
      ['http://127.example/', false],
      ['http://10.0.0.1:8080/', false],
      // Apps, which carry their pages along.
      ['https://localhost/', false],
      ['https://[::1]/', false],
      ['capacitor://localhost/', false],
      ['ionic://localhost/', false],
      ['tauri://localhost/', false],
      ['app://shop/index.html', false],
      ['http://localhost/', false, browser, { Capacitor: {} }],
      ['file:///android_asset/www/index.html', false, browser, { cordova: {} }],
      ['file:///opt/shop/index.html', false, electron],
      ['http://localhost:3000/', false, electron],
    ] as [string, boolean, string?, object?][])
      it(`${address} is ${isOwn ? 'theirs' : 'anybody’s'}${userAgent === electron ? ' in Electron' : ''}${Object.keys(globals).join()}`, () => {
        const page = { location: new URL(address), navigator: { userAgent }, ...globals } as never;
        expect(isOwnMachine(page)).to.equal(isOwn);
      });
  });

  it('is told from a visitor by the address of a preview, by the editor around it, and by what the address asks', () => {
    const pageAt = (address: string, referrer = '') => {
      const parent = referrer ? {} : globalThis;
      return { location: new URL(address), navigator, document: { referrer }, parent, self: globalThis } as never;
    };
    const own = [
      pageAt('https://a.example/?p=7&preview=true'),
      pageAt('https://a.example/?customize_changeset_uuid=1-2'),
      pageAt('https://a.example/?elementor-preview=12&ver=3'),
      pageAt('https://a.example/', 'https://a.example/wp-admin/post.php?post=7'),
      pageAt('https://a.example/', 'https://mine.squarespace.com/config/pages'),
      pageAt('file:///home/mine.html'),
      pageAt('http://localhost:8080/'),
    ];
    const others = [
      pageAt('https://a.example/'),
      pageAt('https://a.example/?preview=no&q=wp-admin'),
      pageAt('https://a.example/wp-admin/'),
      pageAt('https://a.example/', 'https://other.example/'),
    ];
    expect([...own, ...others].filter(isAuthors)).to.deep.equal(own);
  });
});
