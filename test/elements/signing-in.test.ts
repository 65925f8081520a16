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
  let asked: {
    path: string;
    method: string;
    by: string | null;
    body: string;
    redirect?: RequestRedirect | undefined;
  }[] = [];
  let refused = new Set<string>();
  /** What another site was sent. */
  let strangers: string[] = [];

  beforeEach(() => {
    asked = [];
    refused = new Set();
    strangers = [];
    window.fetch = async (address, init) => {
      const { href } = new URL(String(address));
      if (/evil|\/own\//.test(href)) {
        if (init?.method === 'POST') strangers.push(String(init.body));
        return Response.json({ reason: 'gone' }, { status: 404 });
      }
      if (!href.startsWith(url)) return fetch(address, init);
      const path = href.slice(url.length).replace(/^\/|\?.*$/g, '');
      const by = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? null;
      asked.push({ path, method: init?.method ?? 'GET', by, body: String(init?.body ?? ''), redirect: init?.redirect });
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

  it('takes a personal link’s code out of the address, and signs its member in, now and later', async () => {
    history.replaceState({ mine: 1 }, '', '#kith-invite=riverside.good');
    const community = pageWith();
    await shownTo(community, 'ada');
    expect([location.hash, history.state]).to.deep.equal(['', { mine: 1 }]);
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

  describe('with two communities of one name on two sites', () => {
    const evil = 'https://evil.example/v1/riverside';
    const both = async (
      hash: string,
      theirs: string,
      mine = `<kith-community provider="server" src="${url}" hold>`,
    ) => {
      history.replaceState(null, '', hash);
      const place = fixtureSync<HTMLElement>('<div></div>');
      place.innerHTML = `<kith-community ${theirs} provider="server" src="${evil}"></kith-community>${mine}</kith-community>`;
      const [other, own] = [...place.querySelectorAll<Community>('kith-community')];
      await shownTo(other as Community, undefined);
      own?.release();
      return own;
    };
    const given = () => asked.some(({ path, method }) => path === 'devices' && method === 'POST');

    it('gives a code to the server that the link names, and says so to the author of the other', async () => {
      await shownTo((await both('#kith-invite=riverside.good&at=kith.example', '')) as Community, 'ada');
      expect(location.hash).to.equal('');
      expect(heard().join()).to.include('which is not for evil.example');
      expect(strangers).to.deep.equal([]);
    });

    it('gives none to another, whoever wrote it', async () => {
      await both('#kith-invite=riverside.good&at=other.example', '');
      let told = '';
      const isTold = () => ['not for kith.example', 'not for evil.example'].every((each) => told.includes(each));
      await until(() => ((told += heard().join()), isTold()), 'both are told of');
      expect([location.hash, given(), strangers]).to.deep.equal([
        '#kith-invite=riverside.good&at=other.example',
        false,
        [],
      ]);
    });

    it('gives that of a link of old to the one its page’s author wrote, and not to what a div stands for', async () => {
      await shownTo((await both('#kith-invite=riverside.good', 'data-kith-was="div"')) as Community, 'ada');
      expect(heard().join()).to.include('which is not for evil.example');
      expect(strangers).to.deep.equal([]);
    });
  });

  for (const at of ['', `&at=${encodeURIComponent(location.host)}`])
    it(`gives the code to no div of the page’s own site that has the name of what the author wrote${at && ', though the link names it'}`, async () => {
      history.replaceState(null, '', `#kith-invite=riverside.good${at}`);
      const place = fixtureSync<HTMLElement>('<div></div>');
      place.innerHTML = `<kith-community data-kith-was="div" provider="server" src="/own/uploads/riverside"></kith-community>
        <kith-community provider="server" src="${url}" hold></kith-community>`;
      await until(() => heard().join().includes(`not for ${location.host}`), 'its author is told');
      place.querySelector<Community>('[hold]')?.release();
      const isOver = () => (at ? heard().join().includes('not for kith.example') : location.hash === '');
      await until(isOver, 'the author’s own has it, or says that it is not for that either');
      expect(strangers).to.deep.equal([]);
    });

  it('gives the code to a div of the same address as the author’s own', async () => {
    history.replaceState(null, '', '#kith-invite=riverside.good');
    const place = fixtureSync<HTMLElement>('<div></div>');
    place.innerHTML = `<kith-community data-kith-was="div" provider="server" src="${url}/"></kith-community>
      <kith-community provider="server" src="${url}" hold></kith-community>`;
    await shownTo(place.querySelector('kith-community') as Community, 'ada');
    expect(location.hash).to.equal('');
  });

  for (const at of ['127.0.0.1%3A8443', '127.0.0.1:8443', '[::1]:8443', '%5B%3A%3A1%5D%3A8443'])
    it(`knows the server a link names, as it was written and as a mail program decodes it: ${at}`, async () => {
      history.replaceState(null, '', `#kith-invite=riverside.good&at=${at}`);
      const place = fixtureSync<HTMLElement>('<div></div>');
      place.innerHTML = `<kith-community provider="server" src="https://${decodeURIComponent(at)}/own/riverside"></kith-community>`;
      await until(() => strangers.length, 'it is sent its code');
      await shownTo(place.querySelector('kith-community') as Community, undefined);
      expect(location.hash).to.equal('');
    });

  for (const hash of [
    '#kith-invite=riverside',
    '#kith-invite=riverside.good&at=%E0',
    '#kith-invite=riverside.good&x=1',
  ])
    it(`says of a link that cannot be read that it is none: ${hash}`, async () => {
      history.replaceState(null, '', hash);
      await shownTo(pageWith(), undefined);
      const said = heard().join();
      expect(said).to.include('cannot be read').and.not.to.include('good');
    });

  it('sends the code to no address that its server sends on to', async () => {
    history.replaceState(null, '', '#kith-invite=riverside.good');
    await shownTo(pageWith(), 'ada');
    expect(asked.find(({ path, method }) => path === 'devices' && method === 'POST')?.redirect).to.equal('error');
  });

  it('signs in at a server that answers under the page’s own name, whatever it is called elsewhere', async () => {
    history.replaceState(null, '', '#kith-invite=riverside.good&at=kith.example');
    const place = fixtureSync<HTMLElement>('<div></div>');
    place.innerHTML = '<kith-community provider="server" src="/own/v1/riverside"></kith-community>';
    await until(() => location.hash === '', 'its code is taken');
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
