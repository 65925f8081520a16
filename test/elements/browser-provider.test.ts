import { expect } from '@open-wc/testing';
import type { Change, CommunityDocument } from '@kith/core';
import { newKey, type Intent } from '@kith/core/rules';
import { browser, type BrowserProvider } from '@kith/providers/browser';
import { createShelf } from '@kith/providers/shelf';
import { village } from '../core/village.js';

// What the contract suite says of it in Node, on a database made for tests, is said here again of the browser's own as
// far as the two could differ.

const signal = () => new AbortController().signal;
const wished = (member: string, name: string, detail: object, key = newKey()) =>
  ({ key, name, detail, actor: { member }, community: 'village', at: new Date().toISOString() }) as Intent;
const send = (provider: BrowserProvider, ...wish: Parameters<typeof wished>) =>
  provider.send(wished(...wish), signal());
const withUs = async (provider: BrowserProvider) =>
  (await provider.read({ kind: 'purpose' }, signal())).purpose?.counts?.withUs;

const drop = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    // Somebody holds it open.
    request.onblocked = () => reject(new Error(`${name} is open.`));
  });

let made = 0;
const names: string[] = [];
function open(document: CommunityDocument = village(), name = `test ${Date.now()} ${made++}`): BrowserProvider {
  names.push(`kith browser:${name}`);
  return browser({ document }, { name });
}
const again = ({ place }: BrowserProvider) => open({ kith: 1 }, place.replace('browser:', ''));

describe('the browser provider, in a browser', () => {
  afterEach(() => Promise.all(names.splice(0).map(drop)));

  it('stores nothing by reading and watching, and makes one database with the first act', async () => {
    const provider = open();
    const all = async () => (await indexedDB.databases()).map(({ name }) => name);
    const before = [await all(), localStorage.length, document.cookie];
    const stop = provider.watch(() => undefined);
    await withUs(provider);
    expect([await all(), localStorage.length, document.cookie]).to.deep.equal(before);
    await send(provider, 'ada', 'with-us', { on: true });
    expect(await all()).to.include(`kith ${provider.place}`);
    stop();
  });

  it('holds no database open between operations', async () => {
    const provider = open();
    await send(provider, 'ada', 'with-us', { on: true });
    await withUs(provider);
    await drop(`kith ${provider.place}`);
    expect(await withUs(provider)).to.equal(undefined);
  });

  it('has what was done when it is opened again, and counts it once', async () => {
    const provider = open();
    const wish = wished('bo', 'recognize', { to: [], occasion: 'story', text: 'The night the tent flew.' });
    const receipt = await provider.send(wish, signal());
    const next = again(provider);
    expect((await next.read({ kind: 'wall' }, signal())).letters.map(({ id }) => id)).to.deep.equal([wish.key]);
    expect(await next.send(wish, signal())).to.deep.equal(receipt);
    expect((await provider.read({ kind: 'wall' }, signal())).total).to.equal(1);
  });

  it('counts once what several are sent at once', async () => {
    const one = open();
    await send(one, 'dee', 'with-us', { on: true });
    const others = [one, again(one), again(one)];
    const wishes = ['ada', 'bo', 'cy', 'ada', 'bo', 'cy'].map((by) => wished(by, 'with-us', { on: true }));
    const receipts = await Promise.all(
      wishes.map((wish) => Promise.all(others.map((each) => each.send(wish, signal())))),
    );
    for (const [first, ...rest] of receipts) for (const each of rest) expect(each).to.deep.equal(first);
    for (const each of others) expect(await withUs(each)).to.equal(4);
  });

  it('undoes all of what is refused', async () => {
    const provider = open();
    const refused = await send(provider, 'ada', 'pledge', { on: true, purposeVersion: 1 }).catch((error) => error);
    expect(refused).to.include({ name: 'ProviderError', kind: 'refused', reason: 'stale-purpose' });
    expect((await provider.read({ kind: 'purpose' }, signal())).revision).to.equal(1);
    await send(provider, 'ada', 'pledge', { on: true, purposeVersion: 3 });
    expect(await withUs(provider)).to.equal(1);
  });

  it('tells another page of the site what changed, and never to what', async () => {
    const provider = open();
    await send(provider, 'ada', 'with-us', { on: true });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const there = frame.contentWindow as Window & typeof globalThis;
    const channel = new there.BroadcastChannel(`kith ${provider.place}`);
    const told = new Promise<Change>((resolve) => (channel.onmessage = ({ data }) => resolve(data as Change)));
    const receipt = await send(provider, 'ada', 'profile', { patch: { story: 'SECRET' } });
    expect(await told).to.deep.equal({ ...receipt, touched: [{ kind: 'member', id: 'ada' }] });
    channel.close();
    frame.remove();
  });

  it('hears of a change in another tab, and then reads it', async () => {
    const one = open();
    await send(one, 'ada', 'with-us', { on: true });
    const other = again(one);
    expect(await withUs(other)).to.equal(1);
    const heard = new Promise<Change>((resolve) => {
      const stop = other.watch((change) => {
        stop();
        resolve(change);
      });
    });
    const { revision } = await send(one, 'bo', 'with-us', { on: true });
    expect((await heard).revision).to.equal(revision);
    expect(await withUs(other)).to.equal(2);
  });

  it('puts an archive in the place of all there is', async () => {
    const provider = open();
    await send(provider, 'ada', 'ask-intro', { with: 'bo', reasons: [] });
    const archive = await provider.exportArchive();
    const other = open({ kith: 1 });
    expect(await other.importArchive(archive)).to.deep.equal([]);
    const { introductions } = await again(other).read({ kind: 'introductions', viewer: 'bo' }, signal());
    expect(introductions.map(({ by }) => by)).to.deep.equal(['ada']);
  });

  it('works where nothing is kept, and says that it will be lost', async () => {
    const lines: string[] = [];
    const shelf = createShelf('none', () => undefined);
    const provider = browser({ document: village() }, { name: 'none', shelf, report: (line) => lines.push(line) });
    await send(provider, 'ada', 'with-us', { on: true });
    expect(await withUs(provider)).to.equal(1);
    expect(provider.reach).to.equal('page');
    expect(lines).to.have.length(1);
  });
});
