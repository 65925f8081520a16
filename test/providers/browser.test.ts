import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProviderError, type Change, type CommunityDocument } from '@kith/core';
import { browser, type BrowserOptions } from '@kith/providers/browser';
import { createShelf } from '@kith/providers/shelf';
import { riverside } from '../core/riverside.js';
import { village } from '../core/village.js';
import { providerContract } from './contract.js';
import { intent } from './tries.js';

let made = 0;
const fresh = () => `community ${made++}`;

providerContract('browser', (document) => browser({ document }, { name: fresh() }), {
  writes: 'itself',
  reopen: ({ place }) => browser({ document: { kith: 1 } }, { name: place.replace('browser:', '') }),
});

const signal = () => new AbortController().signal;
const counted = () => intent('ada', 'with-us', { on: true });
const purpose = async (provider: ReturnType<typeof browser>) =>
  (await provider.read({ kind: 'purpose' }, signal())).purpose;
type Browser = ReturnType<typeof browser>;
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

/** What a site answers with, and how often it was asked. */
function site(document: CommunityDocument) {
  const fetch = vi.fn(() => Promise.resolve(Response.json(document)));
  return { fetch, options: { fetch: fetch as typeof globalThis.fetch } };
}

/** Lets messages of other tabs arrive: one that is sent now comes after them. */
async function delivered(): Promise<void> {
  const [here, there] = [new BroadcastChannel('test'), new BroadcastChannel('test')];
  await new Promise((resolve) => {
    there.onmessage = resolve;
    here.postMessage('');
  });
  here.close();
  there.close();
}

afterEach(() => vi.unstubAllGlobals());

describe('browser', () => {
  describe('until somebody acts', () => {
    it('stores nothing, and is what its source says', async () => {
      const name = fresh();
      const provider = browser({ document: riverside() }, { name });
      const stop = provider.watch(() => undefined);
      expect((await purpose(provider))?.statement).toBe('Everyone can fix something');
      stop();
      expect(await databases()).not.toContain(`kith browser:${name}`);
      await provider.send(counted(), signal());
      expect(await databases()).toContain(`kith browser:${name}`);
    });

    it('reads an address once, as everyone may see what is there', async () => {
      const { fetch, options } = site(village({ members: [{ id: 'ada', name: 'Ada' }] }));
      const report = vi.fn();
      const provider = browser({ url: 'https://site.example/c.json' }, { ...options, report, name: fresh() });
      expect((await provider.read({ kind: 'members' }, signal())).total).toBe(0);
      await purpose(provider);
      expect(fetch).toHaveBeenCalledTimes(1);
      expect(report.mock.calls).toEqual([[expect.stringContaining('is an archive')]]);
    });

    it('takes a document of the page’s own with what in it is somebody’s', async () => {
      const introductions = [{ id: 'i1', people: ['ada', 'bo'], by: 'ada', state: 'asked' }];
      const provider = browser({ document: { ...riverside(), introductions } }, { name: fresh() });
      const asked = await provider.read({ kind: 'introductions', viewer: 'bo' }, signal());
      expect(asked.introductions).toMatchObject([{ id: 'i1' }]);
      expect((await provider.read({ kind: 'introductions' }, signal())).introductions).toEqual([]);
    });

    it('fails as its source does', async () => {
      const fetch = () => Promise.resolve(new Response('', { status: 404 }));
      const provider = browser({ url: 'https://site.example/none.json' }, { fetch, name: fresh() });
      await expect(purpose(provider)).rejects.toMatchObject({ kind: 'gone' });
      await expect(provider.send(counted(), signal())).rejects.toMatchObject({ kind: 'gone' });
    });
  });

  it('is, once somebody acted, what members made of it, whatever becomes of the source', async () => {
    const name = fresh();
    const { options } = site(riverside());
    await browser({ url: 'https://site.example/c.json' }, { ...options, name }).send(counted(), signal());
    const later = site({ kith: 1, purpose: { statement: 'Something else' } });
    const provider = browser({ url: 'https://site.example/c.json' }, { ...later.options, name });
    expect(await purpose(provider)).toMatchObject({
      statement: 'Everyone can fix something',
      counts: { withUs: riverside().purpose?.by?.includes('ada') ? 412 : 413 },
    });
    expect(later.fetch).not.toHaveBeenCalled();
  });

  it('keeps the source’s, where the first act was refused', async () => {
    const name = fresh();
    const first = browser({ document: village() }, { name }).send(intent('zed', 'with-us', { on: true }), signal());
    await expect(first).rejects.toMatchObject({ reason: 'not-allowed' });
    const provider = browser({ document: { kith: 1, purpose: { statement: 'Something else' } } }, { name });
    expect((await purpose(provider))?.statement).toBe('Something else');
  });

  it('keeps the order of a document', async () => {
    const provider = browser({ document: riverside() }, { name: fresh() });
    const all = async () => [
      (await provider.read({ kind: 'members' }, signal())).members.map(({ id }) => id),
      (await provider.read({ kind: 'wall' }, signal())).letters.map(({ id }) => id),
    ];
    const before = await all();
    await provider.send(counted(), signal());
    await provider.send(intent('bo', 'profile', { patch: { story: 'Came for a drill.' } }), signal());
    expect(await all()).toEqual(before);
  });

  it('tells communities apart by the address of their source, else by the page’s and by their id', () => {
    const place = (...[source, options]: Parameters<typeof browser>) => browser(source, options).place;
    expect(place({ url: 'https://site.example/c.json#top' })).toBe('browser:https://site.example/c.json');
    expect(place({ url: new URL('https://site.example/c.json') })).toBe('browser:https://site.example/c.json');
    expect(place({ document: village() }, { name: 'mine' })).toBe('browser:mine');
    vi.stubGlobal('location', new URL('https://site.example/about?x#y'));
    expect(place({ url: 'c.json' })).toBe('browser:https://site.example/c.json');
    expect(place({ document: village() })).toBe('browser:https://site.example/about?x village');
    expect(place({ text: JSON.stringify(village()) })).toBe(place({ document: village() }));
    expect(place({ text: '{' })).toBe('browser:https://site.example/about?x ');
  });

  describe('in several tabs', () => {
    function tabs(options: BrowserOptions = {}) {
      const all = { ...options, name: fresh() };
      const [one, other] = [browser({ document: village() }, all), browser({ document: village() }, all)];
      const heard: Change[] = [];
      return { one, other, heard, stop: other.watch((change) => heard.push(change)) };
    }

    it('tells the others what changed, never to what', async () => {
      const { one, other, heard, stop } = tabs();
      await one.send(counted(), signal());
      await purpose(other);
      await delivered();
      heard.length = 0;
      const receipt = await one.send(intent('ada', 'profile', { patch: { story: 'SECRET' } }), signal());
      await delivered();
      expect(heard).toEqual([{ ...receipt, touched: [{ kind: 'member', id: 'ada' }] }]);
      await one.send(intent('ada', 'ask-intro', { with: 'bo', reasons: [], text: 'SECRET' }), signal());
      await delivered();
      expect(heard[1]?.touched).toEqual([]);
      stop();
    });

    it('has them read anew where a message was missed', async () => {
      const { one, other, heard, stop } = tabs();
      await one.send(counted(), signal());
      await purpose(other);
      await delivered();
      stop();
      await one.send(intent('bo', 'with-us', { on: true }), signal());
      await delivered();
      heard.length = 0;
      const stopAgain = other.watch((change) => heard.push(change));
      const { revision } = await one.send(intent('ada', 'profile', { patch: { story: 'Hm.' } }), signal());
      await delivered();
      expect(heard).toEqual([{ revision, touched: [{ kind: 'community', id: '' }] }]);
      stopAgain();
    });

    it('has them read anew where one finds by reading what it was not told', async () => {
      const { one, other, heard, stop } = tabs();
      await one.send(counted(), signal());
      await purpose(other);
      await delivered();
      heard.length = 0;
      vi.stubGlobal('BroadcastChannel', undefined);
      const { revision } = await one.send(intent('bo', 'with-us', { on: true }), signal());
      await purpose(other);
      await purpose(other);
      expect(heard).toEqual([{ revision, touched: [{ kind: 'community', id: '' }] }]);
      vi.unstubAllGlobals();
      stop();
    });

    it('looks again when the page is seen again, and holds nothing open while it is not', async () => {
      const page = new EventTarget();
      vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
      vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
      const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
      vi.stubGlobal('document', document);
      const open = new Set<object>();
      class Counted extends BroadcastChannel {
        constructor(name: string) {
          super(name);
          open.add(this);
        }
        override close() {
          open.delete(this);
          super.close();
        }
      }
      vi.stubGlobal('BroadcastChannel', Counted);
      const { one, other, heard, stop } = tabs();
      expect(open.size).toBe(1);
      await one.send(counted(), signal());
      await purpose(other);
      // In this order, when it goes to rest.
      page.dispatchEvent(new Event('pagehide'));
      document.visibilityState = 'hidden';
      document.dispatchEvent(new Event('visibilitychange'));
      expect(open.size).toBe(0);
      await one.send(intent('bo', 'with-us', { on: true }), signal());
      heard.length = 0;
      const stopToo: (() => void)[] = [];
      const told = new Promise((resolve) => stopToo.push(other.watch(resolve)));
      document.visibilityState = 'visible';
      page.dispatchEvent(new Event('pageshow'));
      expect(open.size).toBe(1);
      await told;
      expect(heard).toHaveLength(1);
      [stop, ...stopToo].forEach((each) => each());
      expect(open.size).toBe(0);
      page.dispatchEvent(new Event('pageshow'));
      expect(open.size).toBe(0);
    });
  });

  describe('as an archive', () => {
    it('is taken along to another device, with all that is anybody’s', async () => {
      const first = browser({ document: village() }, { name: fresh() });
      await first.send(intent('bo', 'recognize', { to: ['ada'], occasion: 'thanks', text: 'You held it.' }), signal());
      await first.send(intent('ada', 'ask-intro', { with: 'bo', reasons: [] }), signal());
      const archive = await first.exportArchive();
      expect(archive.archive).toBe(true);
      archive.members?.splice(0);
      const second = browser({ document: riverside() }, { name: fresh() });
      expect(await second.importArchive(structuredClone(await first.exportArchive()))).toEqual([]);
      for (const kind of ['wall', 'members', 'purpose', 'inbox', 'introductions'] as const) {
        const { revision: _, ...here } = await first.read({ kind, viewer: 'ada' }, signal());
        expect(await second.read({ kind, viewer: 'ada' }, signal())).toMatchObject(here);
      }
    });

    it('of a public document takes along whom it names and does not list, and no number it did not tell', async () => {
      const open = { ...village(), archive: false, purpose: { statement: 'x', by: ['somebody'] } };
      const letter = { id: 'r1', to: ['ada'], unnamed: 4, from: 'somebody', text: 'You held it.', at: '2026-10-01' };
      const first = browser({ document: { ...open, recognitions: [letter] } }, { name: fresh() });
      const second = browser({ document: riverside() }, { name: fresh() });
      await second.importArchive(await first.exportArchive());
      const { purpose } = await second.read({ kind: 'purpose' }, signal());
      expect(purpose).toEqual((await first.read({ kind: 'purpose' }, signal())).purpose);
      expect((await second.read({ kind: 'wall' }, signal())).letters).toMatchObject([letter]);
    });

    it('names nobody’s device, and counts it all the same', async () => {
      const here = browser({ document: village() }, { name: fresh() });
      const guest = { ...counted(), key: 'g1', actor: { guest: 'a1b2c3' } };
      await here.send(guest, signal());
      await here.send(counted(), signal());
      const archive = await here.exportArchive();
      expect(JSON.stringify(archive)).not.toContain('a1b2c3');
      const there = browser({ document: { kith: 1 } }, { name: fresh() });
      await there.importArchive(archive);
      expect((await purpose(there))?.counts?.withUs).toBe(2);
      expect(await there.exportArchive()).toEqual(archive);
      // The device it was done on knows it still.
      expect((await here.read({ kind: 'purpose', viewer: 'guest a1b2c3' }, signal())).purpose?.mine).toEqual({
        withUs: true,
      });
    });

    it('is changed with all that other tabs wrote until then', async () => {
      const name = fresh();
      const [here, there] = [1, 2].map(() => browser({ document: village() }, { name })) as [Browser, Browser];
      const changes: Change[] = [];
      const stop = here.watch((change) => changes.push(change));
      const wish = there.send(counted(), signal());
      await here.change((archive) => ({ ...archive, introductions: [] }));
      await wish;
      expect(await there.exportArchive()).toMatchObject({ introductions: [], purpose: { counts: { withUs: 1 } } });
      await delivered();
      stop();
      const known = (await purpose(here))?.counts?.withUs;
      expect(known).toBe(1);
    });

    it('is not stored for being changed to what it is', async () => {
      const name = fresh();
      const provider = browser({ document: village() }, { name });
      await provider.change((archive) => ({ ...archive }));
      expect(await databases()).not.toContain(`kith browser:${name}`);
      expect((await provider.exportArchive()).members).toHaveLength(4);
    });

    it('tells what was set aside, and every tab that all is different', async () => {
      const name = fresh();
      const [one, other] = [browser({ document: village() }, { name }), browser({ document: village() }, { name })];
      const before = await purpose(other);
      expect(before?.version).toBe(3);
      const heard: Change[] = [];
      const stop = other.watch((change) => heard.push(change));
      const aside = await one.importArchive({ kith: 1, members: [{ id: 'zoe', name: 'Zoe' }, { id: 'no name' }] });
      expect(aside).toMatchObject([{ path: 'members[1]' }]);
      expect((await one.read({ kind: 'members' }, signal())).members).toMatchObject([{ id: 'zoe' }]);
      await delivered();
      expect(heard.at(-1)?.touched.length).toBeGreaterThan(0);
      expect((await other.read({ kind: 'members' }, signal())).total).toBe(1);
      stop();
    });

    it('that is none changes nothing', async () => {
      const provider = browser({ document: village() }, { name: fresh() });
      await provider.send(counted(), signal());
      const before = await provider.exportArchive();
      for (const bad of [undefined, 7, [], {}, { kith: 2 }])
        await expect(provider.importArchive(bad)).rejects.toMatchObject({ kind: 'invalid' });
      expect(await provider.exportArchive()).toEqual(before);
    });

    it('can be put in where the source cannot be read, and a wish from before counts no second time', async () => {
      const name = fresh();
      const fetch = () => Promise.resolve(new Response('', { status: 500 }));
      const provider = browser({ url: 'https://site.example/c.json' }, { fetch, name });
      await provider.importArchive(village());
      const wished = intent('bo', 'recognize', { to: [], occasion: 'story', text: 'The tent flew.' });
      await provider.send(wished, signal());
      await provider.importArchive(village());
      await provider.send(wished, signal());
      expect((await provider.read({ kind: 'wall' }, signal())).total).toBe(0);
    });
  });

  describe('where the browser keeps nothing', () => {
    const broken: [string, () => IDBFactory | undefined][] = [
      ['has no database', () => undefined],
      [
        'forbids to look for one',
        () => {
          throw new DOMException('No.', 'SecurityError');
        },
      ],
      ['does not say which there are', () => ({ databases: () => Promise.reject(new Error('No.')) }) as never],
      ['opens none', () => ({ databases: () => Promise.resolve([]), open: () => indexedDB.open('x', 0.5) }) as never],
    ];

    it.each(broken)('because it %s, works as long as the page lives, and says so once', async (_, factory) => {
      const name = fresh();
      const report = vi.fn();
      const provider = browser({ document: village() }, { name, report, shelf: createShelf(name, factory) });
      const heard: Change[] = [];
      const stop = provider.watch((change) => heard.push(change));
      const wishes = ['ada', 'bo', 'ada'].map((by) => provider.send(intent(by, 'with-us', { on: true }), signal()));
      const receipts = await Promise.all(wishes);
      const { revision, purpose: now } = await provider.read({ kind: 'purpose' }, signal());
      expect(now?.counts?.withUs).toBe(2);
      expect(revision).toBe(Math.max(...receipts.map((receipt) => receipt.revision)));
      expect(heard.at(-1)?.revision).toBe(revision);
      expect(provider.reach).toBe('page');
      expect(report.mock.calls).toEqual([
        ['This browser keeps nothing. What members do here is lost when the page is left.'],
      ]);
      stop();
    });

    it('any more, goes on from what it kept', async () => {
      const name = fresh();
      const report = vi.fn();
      const provider = browser({ document: village() }, { name, report });
      await provider.send(counted(), signal());
      expect(provider.reach).toBe('device');
      const full = new DOMException('Full.', 'QuotaExceededError');
      const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore) {
        const { transaction } = this;
        Object.defineProperty(transaction, 'error', { value: full });
        transaction.abort();
        throw full;
      });
      await provider.send(intent('bo', 'with-us', { on: true }), signal());
      add.mockRestore();
      expect((await purpose(provider))?.counts?.withUs).toBe(2);
      expect(provider.reach).toBe('page');
      expect(report.mock.calls).toEqual([
        ['This browser keeps no more. What members do here is lost when the page is left.'],
      ]);
      const kept = browser({ document: { kith: 1 } }, { name });
      expect((await purpose(kept))?.counts?.withUs).toBe(1);
    });
  });

  it('keeps in a browser that cannot list what it keeps, and makes nothing by looking there', async () => {
    const name = fresh();
    const unlisted = { open: indexedDB.open.bind(indexedDB) } as IDBFactory;
    const report = vi.fn();
    const open = () => {
      const shelf = createShelf(`kith browser:${name}`, () => unlisted);
      return browser({ document: village() }, { name, shelf, report });
    };
    const provider = open();
    await purpose(provider);
    expect(await databases()).not.toContain(`kith browser:${name}`);
    await provider.send(counted(), signal());
    expect((await purpose(open()))?.counts?.withUs).toBe(1);
    expect([provider.reach, report.mock.calls]).toEqual(['device', []]);
  });

  it('is busy where what is kept cannot be read just now, and shows nothing else for it', async () => {
    const name = fresh();
    await browser({ document: village() }, { name }).send(counted(), signal());
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('The disk says nothing.', 'UnknownError');
    });
    const error = await purpose(browser({ document: village() }, { name })).catch((reason: unknown) => reason);
    open.mockRestore();
    expect(error).toBeInstanceOf(ProviderError);
    expect(error).toMatchObject({ kind: 'busy' });
  });
});
