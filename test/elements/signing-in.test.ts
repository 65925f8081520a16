import { expect, fixtureSync } from '@open-wc/testing';
import type { Community } from '@kith/elements';
import { heard, until } from './support.js';

const url = 'https://kith.example/v1/riverside';
const banner = '<kith-purpose-banner></kith-purpose-banner>';

/** A token as a site mints it, as far as a page looks into it. */
const tokenOf = (sub: string) => `e30.${btoa(JSON.stringify({ sub })).replace(/=/g, '')}.x`;

/** A page with a community on a server. */
function pageWith(getToken?: () => Promise<string>, attributes = ''): Community {
  const place = fixtureSync<HTMLElement>('<div></div>');
  place.innerHTML = `<kith-community provider="server" src="${url}" ${attributes} hold>${banner}</kith-community>`;
  const community = place.querySelector('kith-community') as Community;
  if (getToken) community.getToken = getToken;
  community.release();
  return community;
}

const shownTo = (community: Community, viewer: string | undefined) =>
  until(() => community.store && community.store.viewer === viewer && community.store, `it is shown to ${viewer}`);

describe('signing in to <kith-community provider="server">', () => {
  const { fetch } = window;
  let asked: { path: string; method: string; by: string | null; body: string }[] = [];
  let refused = new Set<string>();

  beforeEach(() => {
    asked = [];
    refused = new Set();
    window.fetch = async (address, init) => {
      const { href } = new URL(String(address));
      if (!href.startsWith(url)) return fetch(address, init);
      const path = href.slice(url.length).replace(/^\/|\?.*$/g, '');
      const by = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? null;
      asked.push({ path, method: init?.method ?? 'GET', by, body: String(init?.body ?? '') });
      const json = (body: object, status = 200) => Response.json(body, { status });
      if (by !== null && refused.has(by)) return json({ reason: 'signed-out' }, 401);
      if (path === 'devices' && init?.method === 'POST') {
        const [, claims = ''] = (JSON.parse(String(init.body)) as { proof: string }).proof.split('.');
        const { code } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as { code: string };
        return code === 'good' ? json({ device: 'd1', member: 'ada' }, 201) : json({ reason: 'gone' }, 404);
      }
      if (path === 'changes') return json({ revision: 1, touched: [] });
      return json({
        revision: 1,
        purpose: { version: 1, statement: 'Everyone can fix something' },
        roles: [],
        members: 0,
        people: [],
      });
    };
  });
  afterEach(async () => {
    window.fetch = fetch;
    localStorage.removeItem(`kith-member ${url}/`);
    indexedDB.deleteDatabase('kith-devices');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('reads as a visitor where nobody is signed in, and keeps nothing', async () => {
    const community = pageWith();
    await until(() => asked.some(({ path }) => path === ''), 'it is read');
    expect(community.store?.viewer).to.equal(undefined);
    expect(asked.map(({ by }) => by)).to.deep.equal(asked.map(() => null));
    expect(localStorage.getItem(`kith-member ${url}/`)).to.equal(null);
  });

  it('reads as whom the page’s token names, which is asked for once, and as a visitor again after signing out', async () => {
    let times = 0;
    const community = pageWith(async () => (times++, tokenOf('ada')));
    await shownTo(community, 'ada');
    await until(() => asked.some(({ path }) => path === ''), 'it is read');
    expect(times).to.equal(1);
    expect(asked.filter(({ path }) => path === '').every(({ by }) => by === tokenOf('ada'))).to.equal(true);
    community.getToken = async () => tokenOf('bo');
    await shownTo(community, 'bo');
    await community.signOut();
    await shownTo(community, undefined);
    expect(community.getToken).to.equal(undefined);
  });

  it('says in one line what is wrong where the page gives no token, and shows what everyone may read', async () => {
    const community = pageWith(() => Promise.reject(new Error('The session is over')));
    await shownTo(community, undefined);
    expect(heard().join()).to.include('getToken gave no token: The session is over');
  });

  it('takes a personal link’s code out of the address at once, and signs its member in, now and later', async () => {
    history.replaceState({ mine: 1 }, '', '#kith-invite=riverside.good');
    const community = pageWith();
    await community.updateComplete;
    expect([location.hash, history.state]).to.deep.equal(['', { mine: 1 }]);
    await shownTo(community, 'ada');
    const again = pageWith();
    await shownTo(again, 'ada');
    expect(asked.filter(({ path, method }) => path === 'devices' && method === 'POST')).to.have.length(1);
    for (const { path } of asked) expect(path).not.to.include('good');
    await again.signOut();
    await shownTo(again, undefined);
    expect(asked.some(({ path, method }) => path === 'devices/d1' && method === 'DELETE')).to.equal(true);
    expect(localStorage.getItem(`kith-member ${url}/`)).to.equal(null);
  });

  it('leaves the address alone where the link is another community’s', async () => {
    history.replaceState(null, '', '#kith-invite=village.good');
    const community = pageWith();
    await shownTo(community, undefined);
    expect(location.hash).to.equal('#kith-invite=village.good');
  });

  const deadLink = 'This link was opened before, or it is too old. Ask whoever sent it for another.';
  const said = (community: Community) => {
    const line = community.previousElementSibling;
    return line?.getAttribute('role') === 'status' ? line.textContent : undefined;
  };

  it('tells whoever opens a link that is not good any more, and shows what everyone may read', async () => {
    history.replaceState(null, '', '#kith-invite=riverside.used');
    const community = pageWith();
    await shownTo(community, undefined);
    expect(location.hash).to.equal('');
    await until(() => said(community) === deadLink, 'it is said before what they came for');
  });

  it('tells them so in the language of the page', async () => {
    history.replaceState(null, '', '#kith-invite=riverside.used');
    const community = pageWith(undefined, 'lang="ar"');
    await until(() => String(said(community)).startsWith('فُتح هذا الرابط'), 'it is said in Arabic');
    expect((community.previousElementSibling as HTMLElement).dir).to.equal('rtl');
  });

  it('says nothing of an old link to who is signed in on this device', async () => {
    history.replaceState(null, '', '#kith-invite=riverside.good');
    await shownTo(pageWith(), 'ada');
    history.replaceState(null, '', '#kith-invite=riverside.used');
    const community = pageWith();
    await shownTo(community, 'ada');
    expect(said(community)).to.equal(undefined);
  });

  it('says that a viewer is nobody’s to choose where a token says who reads', async () => {
    const community = pageWith(async () => tokenOf('ada'), 'viewer="bo"');
    await shownTo(community, 'ada');
    expect(heard().join()).to.include('viewer is not used');
  });
});
