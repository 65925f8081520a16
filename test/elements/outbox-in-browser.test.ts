import { expect } from '@open-wc/testing';
import { aloneInBrowser } from '../../packages/core/src/outbox/alone-in-browser.js';
import { guestsInBrowser } from '../../packages/core/src/outbox/guests.js';
import type { Keep, Kept } from '../../packages/core/src/outbox/keep.js';
import { keptInBrowser } from '../../packages/core/src/outbox/kept-in-browser.js';
import { keptInTab } from '../../packages/core/src/outbox/kept-in-tab.js';
import { pauseInBrowser } from '../../packages/core/src/outbox/pause-in-browser.js';
import type { Actor } from '../../packages/core/src/rules/intent.js';

const kept = (
  key: string,
  place = 'village',
  about = 'purpose',
  actor: Actor | undefined = { member: 'ada' },
): Kept => ({
  place,
  about,
  intent: { key, name: 'with-us', detail: { on: true }, actor, community: 'village', at: '2026-11-01' },
});
const nobodys = (key: string): Kept => ({ ...kept(key), intent: { ...kept(key).intent, actor: undefined } });
const keys = async (found: Promise<Kept[]>) => (await found).map(({ intent }) => intent.key);
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const request = <T>(asked: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
/** A browser that keeps nothing, in the ways there are. */
const refusing = { databases: () => indexedDB.databases(), open: () => indexedDB.open('kith-outbox', -1) };
const silent = {
  databases: () => Promise.resolve([{ name: 'kith-outbox', version: 1 }]),
  open: () => ({}),
};
const options = (factory: object) => ({ factory: factory as IDBFactory, patience: 10 });

afterEach(async () => {
  sessionStorage.clear();
  await request(indexedDB.deleteDatabase('kith-outbox'));
});

describe('what an outbox keeps in the browser', () => {
  it('is there for the next page, in the order it was made, until it is removed', async () => {
    const { put, remove } = keptInBrowser();
    await put(kept('2', 'village', 'letter r1'));
    await put(kept('1', 'village', 'purpose'));
    await put(kept('3', 'elsewhere'));
    expect(await keptInBrowser().all('village')).to.deep.equal([kept('1'), kept('2', 'village', 'letter r1')]);
    await remove('1');
    expect(await keys(keptInBrowser().all('village'))).to.deep.equal(['2']);
  });

  it('is found by what it is about', async () => {
    const { put, about } = keptInBrowser();
    const rows = [kept('3'), kept('1'), kept('2', 'village', 'letter r1'), kept('4', 'elsewhere')];
    for (const row of rows) await put(row);
    expect(await keys(about('village', 'purpose'))).to.deep.equal(['1', '3']);
    expect(await keys(about('village', 'letter'))).to.deep.equal([]);
  });

  it('is found at once among a thousand', async () => {
    const { put, about } = keptInBrowser();
    await put(kept('0', 'village', 'letter 0'));
    const opened = await request(indexedDB.open('kith-outbox'));
    const rows = opened.transaction('waiting', 'readwrite').objectStore('waiting');
    await Promise.all(
      Array.from({ length: 1000 }, (_, i) => request(rows.put(kept(`k${i}`, 'village', `letter ${i}`)))),
    );
    opened.close();
    const read: number[] = [];
    const getAll = IDBIndex.prototype.getAll;
    IDBIndex.prototype.getAll = function (...args) {
      const asked = getAll.apply(this, args);
      asked.addEventListener('success', () => read.push(asked.result.length));
      return asked;
    };
    expect(await keys(about('village', 'letter 999'))).to.deep.equal(['k999']);
    IDBIndex.prototype.getAll = getAll;
    expect(read).to.deep.equal([1]);
  });

  it('makes no database by looking, nor opens one', async () => {
    let opened = 0;
    const open = (name: string) => {
      opened++;
      return indexedDB.open(name);
    };
    const factory = { databases: () => indexedDB.databases(), open } as IDBFactory;
    const { all, about, remove } = keptInBrowser({ factory });
    expect(await all('village')).to.deep.equal([]);
    expect(await about('village', 'purpose')).to.deep.equal([]);
    await remove('1');
    expect(await guestsInBrowser({ factory }).of('village')).to.equal(undefined);
    expect(opened).to.equal(0);
    expect(await databases()).not.to.include('kith-outbox');
    expect(sessionStorage.length).to.equal(0);
  });

  it('makes none in browsers that cannot list theirs, either', async () => {
    const { all } = keptInBrowser({ factory: { open: indexedDB.open.bind(indexedDB) } as IDBFactory });
    expect(await all('village')).to.deep.equal([]);
    let before: number | undefined;
    const asked = indexedDB.open('kith-outbox');
    asked.onupgradeneeded = (event) => (before = event.oldVersion);
    (await request(asked)).close();
    expect(before).to.equal(0);
  });

  it('says where the browser keeps nothing, or its database says nothing', async () => {
    for (const factory of [refusing, silent]) {
      expect(await failure(keptInBrowser(options(factory)).put(kept('1')))).to.be.instanceOf(Error);
    }
    const { put, all } = keptInBrowser(options(silent));
    expect(await failure(all('village'))).to.be.instanceOf(Error);
    await put(nobodys('2'));
    expect(await keys(all('village'))).to.deep.equal(['2']);
  });

  it('is not written after it was said that it is not', async () => {
    await keptInBrowser().put(kept('1'));
    let open = () => {};
    const late = {
      databases: () => indexedDB.databases(),
      open: () => {
        const asked = {} as IDBOpenDBRequest;
        open = () => {
          const real = indexedDB.open('kith-outbox');
          real.onsuccess = () => {
            Object.assign(asked, { result: real.result });
            asked.onsuccess?.(new Event('success'));
          };
        };
        return asked;
      },
    };
    expect(await failure(keptInBrowser(options(late)).put(kept('2')))).to.be.instanceOf(Error);
    open();
    await keptInBrowser().put(kept('3'));
    expect(await keys(keptInBrowser().all('village'))).to.deep.equal(['1', '3']);
  });

  it('says why it was refused, until it is not any more, and is not brought back by that', async () => {
    const { put, mark, has, remove, all } = keptInBrowser();
    const refused = { ...kept('1'), refusal: { reason: 'gone' } as const };
    await put(kept('1'));
    await put(kept('2'));
    await mark(refused);
    expect(await all('village')).to.deep.equal([refused, kept('2')]);
    await mark(kept('1'));
    expect(await all('village')).to.deep.equal([kept('1'), kept('2')]);
    await mark(refused);
    expect(await has('1')).to.equal(true);
    await remove('1');
    expect(await has('1')).to.equal(false);
    await mark(refused);
    expect(await has('1')).to.equal(false);
    expect(await all('village')).to.deep.equal([kept('2')]);
    await put({ ...refused, intent: { ...refused.intent, key: '3' } });
    expect((await all('village'))[1]).to.deep.include({ refusal: refused.refusal });
  });

  it('is there or not there only where that can be looked up', async () => {
    const { put, has } = keptInBrowser();
    expect(await failure(has('1'))).to.be.instanceOf(Error);
    expect(await failure(keptInBrowser(options(refusing)).has('1'))).to.be.instanceOf(Error);
    await put(nobodys('1'));
    expect(await has('1')).to.equal(true);
  });

  it('may come late to a disk that is busy, which is no error', async () => {
    const { put, all } = keptInBrowser();
    await put(kept('1'));
    const opened = await request(indexedDB.open('kith-outbox'));
    const busy = opened.transaction('waiting', 'readwrite').objectStore('waiting');
    let isBusy = true;
    const work = () => isBusy && (busy.count().onsuccess = work);
    work();
    const errors: unknown[] = [];
    const listen = ({ message }: ErrorEvent) => errors.push(message);
    addEventListener('error', listen);
    const reported = window.onerror;
    window.onerror = null;
    expect(await failure(keptInBrowser({ patience: 50 }).put(kept('2')))).to.be.instanceOf(Error);
    isBusy = false;
    expect(await keys(all('village'))).to.deep.equal(['1', '2']);
    removeEventListener('error', listen);
    window.onerror = reported;
    opened.close();
    expect(errors).to.deep.equal([]);
  });

  it('is in nobody’s way: another version of Kith can upgrade, and what it made is used', async () => {
    const { put, all } = keptInBrowser();
    await put(kept('1'));
    const newer = await request(indexedDB.open('kith-outbox', 2));
    await put(kept('2'));
    expect(await keys(all('village'))).to.deep.equal(['1', '2']);
    newer.close();
  });

  it('stays in the tab where nobody has signed in, until somebody has', async () => {
    const { put, remove, all, about } = keptInBrowser();
    await put(nobodys('1'));
    expect(await databases()).not.to.include('kith-outbox');
    expect(await keys(all('village'))).to.deep.equal(['1']);
    expect(await keys(about('village', 'purpose'))).to.deep.equal(['1']);
    await put(kept('1'));
    expect(await all('village')).to.deep.equal([kept('1')]);
    expect(sessionStorage.length).to.equal(0);
    await put(nobodys('2'));
    await remove('2');
    expect(await keys(all('village'))).to.deep.equal(['1']);
  });

  it('is nothing where the tab keeps nothing or what is in it is not Kith’s', async () => {
    const none = keptInTab(() => {
      throw new DOMException('Access is denied.', 'SecurityError');
    });
    const keep: Keep = keptInBrowser({}, none);
    expect(await failure(keep.put(nobodys('1')))).to.be.instanceOf(Error);
    await keep.put(kept('2'));
    await keep.remove('2');
    expect(await keep.all('village')).to.deep.equal([]);
    sessionStorage.setItem('kith-wish 3', '{');
    expect(await keptInTab().all('village')).to.deep.equal([]);
  });
});

describe('a guest', () => {
  it('is one for each place, the same in every tab and on every page', async () => {
    const [one, other] = await Promise.all([guestsInBrowser().make('village'), guestsInBrowser().make('village')]);
    expect(one).to.match(/^[0-9a-f]{32}$/);
    expect(other).to.equal(one);
    expect(await guestsInBrowser().of('village')).to.equal(one);
    expect(await guestsInBrowser().make('elsewhere')).not.to.equal(one);
  });

  it('lasts as long as the page where the browser keeps nothing', async () => {
    const guests = guestsInBrowser(options(refusing));
    const [one, other] = await Promise.all([guests.make('village'), guests.make('village')]);
    expect(one).to.match(/^[0-9a-f]{32}$/);
    expect(other).to.equal(one);
    expect(await guests.of('village')).to.equal(one);
  });
});

describe('one tab at a time', () => {
  it('acts, and the next once it has', async () => {
    const order: string[] = [];
    let end = () => {};
    const first = aloneInBrowser('village')(async () => {
      order.push('first');
      await new Promise<void>((resolve) => (end = resolve));
      order.push('ended');
    });
    const second = aloneInBrowser('village')(async () => void order.push('second'));
    await aloneInBrowser('elsewhere')(async () => void order.push('elsewhere'));
    end();
    await Promise.all([first, second]);
    expect(order).to.deep.equal(['first', 'elsewhere', 'ended', 'second']);
    expect((await navigator.locks.query()).held).to.deep.equal([]);
  });

  it('acts all the same where another stands frozen, and where there are no locks', async () => {
    let end = () => {};
    const frozen = aloneInBrowser('village')(() => new Promise<void>((resolve) => (end = resolve)));
    let acted = 0;
    await aloneInBrowser('village', navigator.locks, 10)(async () => void acted++);
    expect((await navigator.locks.query()).pending).to.deep.equal([]);
    const refused = { request: () => Promise.reject(new DOMException('', 'SecurityError')) } as unknown as LockManager;
    await aloneInBrowser('village', refused)(async () => void acted++);
    expect(acted).to.equal(2);
    end();
    await frozen;
  });
});

describe('a pause', () => {
  const hours = 3_600_000;

  /** Whether it is over, once everything else has had its turn. */
  async function isOver(pause: Promise<void>): Promise<boolean> {
    let over = false;
    void pause.then(() => (over = true));
    await new Promise((resolve) => setTimeout(resolve));
    return over;
  }

  it('ends when its time is over', () => pauseInBrowser(1, 0));

  it('ends when the network is back, the page is seen again or the provider is reached, not when the page is hidden', async () => {
    for (const [target, event] of [
      [window, 'online'],
      [window, 'pageshow'],
      [document, 'visibilitychange'],
    ] as const) {
      const pause = pauseInBrowser(hours, 0);
      expect(await isOver(pause)).to.equal(false);
      target.dispatchEvent(new Event(event));
      await pause;
    }
    const reached = new AbortController();
    const waiting = pauseInBrowser(hours, 0, reached.signal);
    reached.abort();
    await waiting;
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    const pause = pauseInBrowser(hours, 0);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await isOver(pause)).to.equal(false);
    delete (document as { hidden?: boolean }).hidden;
    document.dispatchEvent(new Event('visibilitychange'));
    await pause;
  });

  it('lasts as long as the provider asked, whatever happens meanwhile', async () => {
    const pause = pauseInBrowser(hours, hours);
    dispatchEvent(new Event('online'));
    expect(await isOver(pause)).to.equal(false);
    const short = pauseInBrowser(hours, 1);
    dispatchEvent(new Event('online'));
    await short;
  });

  it('is a minute at least while the page is hidden and has no network', async () => {
    const waits: unknown[] = [];
    const { setTimeout: real } = window;
    window.setTimeout = ((act: () => void, wait: number) => {
      waits.push(wait);
      return real(act, wait);
    }) as typeof setTimeout;
    const set = (isHidden: boolean, isOnline: boolean) => {
      Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
      Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true });
    };
    const pauses: Promise<void>[] = [];
    for (const [isHidden, isOnline] of [
      [true, false],
      [false, false],
      [true, true],
    ] as const) {
      set(isHidden, isOnline);
      pauses.push(pauseInBrowser(1000, 0));
    }
    delete (document as { hidden?: boolean }).hidden;
    delete (navigator as { onLine?: boolean }).onLine;
    window.setTimeout = real;
    dispatchEvent(new Event('online'));
    await Promise.all(pauses);
    expect(waits).to.deep.equal([60_000, 1000, 1000]);
  });

  it('leaves nothing that listens', async () => {
    let listening = 0;
    for (const target of [window, document]) {
      const add = target.addEventListener.bind(target);
      target.addEventListener = (type: string, act: EventListener, how?: AddEventListenerOptions) => {
        listening++;
        how?.signal?.addEventListener('abort', () => listening--);
        add(type, act, how);
      };
    }
    const pause = pauseInBrowser(hours, 0);
    expect(listening).to.equal(3);
    dispatchEvent(new Event('online'));
    await pause;
    expect(listening).to.equal(0);
    for (const target of [window, document]) delete (target as { addEventListener?: unknown }).addEventListener;
  });
});
