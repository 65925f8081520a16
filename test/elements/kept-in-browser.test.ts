import { expect } from '@open-wc/testing';
import { keptInBrowser } from '../../packages/core/src/outbox/kept-in-browser.js';
import type { Kept } from '../../packages/core/src/outbox/outbox.js';

const kept = (key: string, place = 'village'): Kept => ({
  place,
  intent: {
    key,
    name: 'with-us',
    detail: { on: true },
    actor: { member: 'ada' },
    community: 'village',
    at: '2026-11-01',
  },
});
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

describe('what an outbox keeps in the browser', () => {
  afterEach(() => new Promise<unknown>((resolve) => (indexedDB.deleteDatabase('kith-outbox').onsuccess = resolve)));

  it('is there for the next page, in the order it was made, until it is removed', async () => {
    const { put, remove } = keptInBrowser();
    await put(kept('2'));
    await put(kept('1'));
    await put(kept('3', 'elsewhere'));
    expect(await keptInBrowser().all('village')).to.deep.equal([kept('1'), kept('2')]);
    await remove('1');
    expect(await keptInBrowser().all('village')).to.deep.equal([kept('2')]);
  });

  it('makes no database by looking', async () => {
    expect(await keptInBrowser().all('village')).to.deep.equal([]);
    expect(await databases()).not.to.include('kith-outbox');
  });

  it('says where the browser keeps nothing', async () => {
    const refusing = { open: () => indexedDB.open('kith-outbox', -1) } as unknown as IDBFactory;
    const said = await keptInBrowser(refusing)
      .put(kept('1'))
      .catch((error: unknown) => error);
    expect(said).to.be.instanceOf(Error);
  });
});
