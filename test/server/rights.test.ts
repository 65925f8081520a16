import { beforeAll, describe, expect, it } from 'vitest';
import type { CommunityDocument } from '@kith/core';
import { intentNames, newKey, type Detail, type IntentName } from '@kith/core/rules';
import { within } from '@kith/server';
import { sql } from 'kysely';
import { village } from '../core/village.js';
import { someCode } from './contract.js';
import { routesIn } from './described.js';
import { addressOf, ask, createWorld } from './support.js';

const world = createWorld();
const roles = ['anonymous', 'member', 'moderator', 'admin'] as const;
type Role = (typeof roles)[number];
/** Bo is the member, Cy the moderator, Dee the admin; Ada is the other one. */
const names: Record<Role, string | undefined> = { anonymous: undefined, member: 'bo', moderator: 'cy', admin: 'dee' };

/** What somebody gets who asks for what is theirs, and for what is another's. */
type Cells = Record<Role, { own: number; others: number }>;
const cells = (
  anonymous: number,
  member: number | [own: number, others: number],
  moderator: typeof member = member,
  admin: typeof member = member,
): Cells => {
  const cell = (said: typeof member) =>
    typeof said === 'number' ? { own: said, others: said } : { own: said[0], others: said[1] };
  return { anonymous: cell(anonymous), member: cell(member), moderator: cell(moderator), admin: cell(admin) };
};
const everyone = cells(200, 200);
const signedIn = cells(401, 200);

/** A place with everything there is to ask for, of somebody and of Ada. */
interface Place {
  community: string;
  /** Whose it is that is asked for. */
  whose: string;
  /** A letter of theirs to everyone, one of theirs to Ada or Bo, one to them, an open introduction and one that was met. */
  story: string;
  question: string;
  to: string;
  open: string;
  met: string;
}

interface Asked {
  path: (place: Place) => string;
  method?: string;
  body?: (place: Place) => unknown;
}

const get = (path: string | ((place: Place) => string)): Asked => ({
  path: typeof path === 'string' ? () => path : path,
});

/** Every route, by its method and pattern: what each may. Who is of another community is signed in here as nobody. */
const routes: Record<string, [Asked, Cells]> = {
  'GET /': [get(''), everyone],
  'GET /members': [get('/members'), everyone],
  'GET /members/{id}': [get(({ whose }) => `/members/${whose}`), everyone],
  'GET /wall': [get(({ whose }) => `/wall?member=${whose}`), everyone],
  'GET /ladders': [get('/ladders'), everyone],
  'GET /ladders/{id}': [get(({ whose }) => `/ladders/pull-up?member=${whose}`), everyone],
  'GET /suggestions': [get(({ whose }) => `/suggestions?with=${whose}`), everyone],
  'GET /introductions': [get('/introductions'), everyone],
  'GET /inbox': [get('/inbox'), everyone],
  'GET /changes': [get('/changes'), everyone],
  'GET /document': [get('/document'), everyone],
  'GET /document?archive': [get('/document?archive'), cells(401, 403, 403, 200)],
  'PUT /document': [{ path: () => '/document', method: 'PUT', body: () => village() }, cells(401, 403, 403, 200)],
  'GET /me': [get('/me'), signedIn],
  'DELETE /me': [{ path: () => '/me', method: 'DELETE' }, signedIn],
  'POST /me/guest': [{ path: () => '/me/guest', method: 'POST', body: () => ({ guest: '0'.repeat(32) }) }, signedIn],
  'POST /invites': [
    {
      path: () => '/invites',
      method: 'POST',
      body: ({ whose }) => ({ who: whose, page: 'https://site.example/' }),
    },
    cells(401, 403, 403, 201),
  ],
  // It is the code that counts, and not who shows it.
  'POST /devices': [{ path: () => '/devices', method: 'POST', body: () => ({ proof: 'none' }) }, cells(404, 404)],
  'GET /devices': [get('/devices'), signedIn],
  'DELETE /devices/{device}': [
    { path: ({ whose }) => `/devices/of-${whose}`, method: 'DELETE' },
    cells(401, [200, 404]),
  ],
  'GET /queue': [get('/queue'), cells(401, 403, 200, 200)],
  'POST /moderate': [
    {
      path: () => '/moderate',
      method: 'POST',
      body: ({ story }) => ({ recognition: story, act: 'hide', reason: 'It names a street.' }),
    },
    cells(401, 403, 200, 200),
  ],
  'POST /intents': [
    {
      path: () => '/intents',
      method: 'POST',
      body: () => ({ key: newKey(), name: 'with-us', detail: { on: true } }),
    },
    signedIn,
  ],
  // What is outside a community's own address is written out, and is the same for everyone.
  'GET /feed/{community}.json': [get(({ community }) => `//feed/${community}.json`), everyone],
  'GET /badge/{community}/{member}.svg': [get(({ community, whose }) => `//badge/${community}/${whose}.svg`), everyone],
  'GET /embed/{community}/{widget}': [get(({ community }) => `//embed/${community}/role-badge`), everyone],
  'GET /oembed': [get(({ community }) => `//oembed?url=http://localhost/embed/${community}/role-badge`), everyone],
};
/** Routes that are about no community. */
const ofNone = ['GET /v1', 'GET /v1/openapi.json', 'GET /{file}', 'GET /health', 'GET /ready'];

const reps = { ladder: 'pull-up', measure: 'reps', value: 5 };
const step = (member: string) => ({ member, ladder: 'pull-up', rung: 'five', on: true });

/** Every wish about what is one's own, and about what is Ada's. A duty lets nobody wish more. */
const wishes: { [N in IntentName]: [(place: Place) => Detail<N>, Cells] } = {
  'with-us': [() => ({ on: true }), signedIn],
  pledge: [() => ({ on: true, purposeVersion: 3 }), signedIn],
  back: [({ question }) => ({ subject: { kind: 'ask', id: question }, on: true }), cells(401, [403, 200])],
  'claim-role': [() => ({ role: 'connector', on: true }), signedIn],
  'affirm-role': [({ whose }) => ({ member: whose, role: 'connector', on: true }), cells(401, [403, 200])],
  // What nobody said of somebody there is nothing to accept of.
  'accept-role': [() => ({ role: 'connector', on: true }), cells(401, [200, 404])],
  recognize: [({ whose }) => ({ to: [whose], occasion: 'thanks', text: 'You held it.' }), cells(401, [403, 200])],
  // Dee is a host besides, who may take letters back.
  retract: [({ story }) => ({ recognition: story }), cells(401, [200, 403], [200, 403], [200, 200])],
  cheer: [({ story }) => ({ recognition: story, on: true }), cells(401, [403, 200])],
  thank: [({ to }) => ({ recognition: to, text: 'Any time.' }), cells(401, [200, 403])],
  consent: [({ to }) => ({ recognition: to, as: 'unnamed' }), cells(401, [200, 403])],
  answer: [({ question }) => ({ ask: question, text: 'I do.' }), signedIn],
  keep: [({ question }) => ({ recognition: question, on: true }), signedIn],
  report: [({ story }) => ({ recognition: story, reason: 'It names my street.' }), signedIn],
  record: [() => reps, signedIn],
  sponsor: [({ whose }) => step(whose), cells(401, [403, 200])],
  'ask-intro': [({ whose }) => ({ with: whose, reasons: [] }), cells(401, [403, 200])],
  introduce: [({ whose }) => ({ people: [whose, 'eve'], text: 'You both sew.' }), cells(401, [403, 200])],
  'answer-intro': [({ open }) => ({ introduction: open, on: true }), cells(401, [200, 403])],
  'pass-intro': [({ whose }) => ({ with: whose }), cells(401, [403, 200])],
  met: [({ met }) => ({ introduction: met, on: true }), cells(401, [200, 403])],
  profile: [() => ({ patch: { story: 'I mend lamps.' } }), signedIn],
};

const asPeople = (ids: string[]) =>
  ids.map((id) => ({ id, name: `${id} name`, visibility: 'everyone', ...(id === 'dee' && { host: true }) }));

/** A community in which somebody has everything that a wish can be about. */
async function placeOf(whose: string): Promise<Place> {
  const at = new Date().toISOString();
  const ids = { story: newKey(), question: newKey(), to: newKey(), open: newKey(), met: newKey() };
  const { story, question, to, open, met } = ids;
  const people = asPeople(['ada', 'bo', 'cy', 'dee', 'eve', 'fay']);
  const roles = [{ role: 'connector', accepted: true }];
  const letter = (id: string, more: object) => ({ id, text: 'A van.', at, state: 'shown', ...more });
  const community = await world.found(
    village({
      members: people.map((one) => (one.id === whose ? { ...one, roles } : one)),
      recognitions: [
        letter(story, { occasion: 'story', from: whose, to: [] }),
        letter(question, { occasion: 'ask', from: whose, to: [] }),
        letter(to, { occasion: 'thanks', from: 'eve', to: [whose], consents: [{ member: whose, as: 'named' }] }),
      ],
      progress: [
        { member: whose, ladder: 'pull-up', visibility: 'everyone', measures: { reps: 5 }, reached: { hang: at } },
      ],
      introductions: [
        { id: open, people: ['eve', whose], by: 'eve', state: 'asked', at },
        { id: met, people: ['fay', whose], by: 'fay', state: 'met', at },
      ],
    } as Partial<CommunityDocument>),
  );
  await within(world.db, community, async (trx) => {
    await trx
      .insertInto('duty')
      .values([
        { community, member: 'cy', duty: 'moderator' },
        { community, member: 'dee', duty: 'admin' },
      ])
      .execute();
    await trx.insertInto('origin').values({ community, origin: 'https://site.example' }).execute();
    const device = { community, id: `of-${whose}`, member: whose, print: 'none', jwk: {}, revoked_at: null };
    await trx.insertInto('device').values(device).execute();
  });
  return { community, whose, ...ids };
}

describe('who may do what', () => {
  const app = () => world.app();
  let elsewhere = '';
  beforeAll(async () => {
    elsewhere = await world.found(
      village({ members: asPeople(['ada', 'bo', 'cy', 'dee']) } as Partial<CommunityDocument>),
    );
    await within(world.db, elsewhere, (trx) =>
      trx.insertInto('duty').values({ community: elsewhere, member: 'dee', duty: 'admin' }).execute(),
    );
  });

  /** What each gets: for what is theirs, for Ada's, and with the word of another community's site. */
  async function triedBy(role: Role, asked: (place: Place) => { path: string; method: string; body?: unknown }) {
    const as = names[role];
    const status = async (place: Place) =>
      (await ask(world, app(), place.community, asked(place).path, { as, ...asked(place) })).status;
    const own = await placeOf(as ?? 'bo');
    const others = await placeOf('ada');
    const { path, method, body } = asked(others);
    const headers = { authorization: `Bearer ${await world.token(elsewhere, as ?? 'bo')}` };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const foreign = (await app().request(addressOf(others.community, path), init)).status;
    const nowhere = (await app().request(addressOf('nowhere', path.replace(others.community, 'nowhere')), init)).status;
    return { own: await status(own), others: await status(others), foreign, nowhere };
  }

  const routeNames = Object.keys(routes);
  it.each(routeNames.flatMap((name) => roles.map((role) => [role, name] as const)))('%s: %s', async (role, name) => {
    const [{ path, method = 'GET', body }, expected] = routes[name] as [Asked, Cells];
    const tried = await triedBy(role, (place) => ({ path: path(place), method, body: body?.(place) }));
    expect(tried).toEqual({ ...expected[role], foreign: 401, nowhere: 401 });
  });

  it.each(intentNames.flatMap((name) => roles.map((role) => [role, name] as const)))('%s: %s', async (role, name) => {
    const [detail, expected] = wishes[name] as [(place: Place) => unknown, Cells];
    const tried = await triedBy(role, (place) => ({
      path: '/intents',
      method: 'POST',
      body: { key: newKey(), name, detail: detail(place) },
    }));
    expect(tried).toEqual({ ...expected[role], foreign: 401, nowhere: 401 });
  });

  it('is said of every route there is', () => {
    const said = Object.keys(routes).map((name) => name.split('?')[0] ?? '');
    const there = routesIn(app()).map((route) => route.replace('/v1/{community}', '').replace(/^\w+ $/, '$&/'));
    expect([...new Set([...said, ...ofNone])].sort()).toEqual(there.sort());
  });

  it('is no matter where a route is about no community', async () => {
    const code = { code: someCode() };
    for (const route of ofNone) {
      const path = route.replace('GET ', '').replace('{file}', 'kith.js');
      for (const authorization of ['', `Bearer ${await world.token(elsewhere, 'dee')}`])
        expect((await world.app(code).request(path, { headers: { authorization } })).status, path).toBe(200);
    }
  });
});

describe('communities', () => {
  it('are apart where a query forgets whose rows it asks for, and none of it can be written over', async () => {
    const [one, other] = [await placeOf('ada'), await placeOf('bo')];
    const tables = await sql<{ table: string }>`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'community'`.execute(world.db);
    expect(tables.rows.length).toBeGreaterThan(30);
    for (const { table } of tables.rows) {
      const seen = await within(world.db, one.community, (trx) =>
        sql<{ community: string }>`select community from ${sql.table(table)}`.execute(trx),
      );
      expect(new Set(seen.rows.map(({ community }) => community)).size, table).toBeLessThanOrEqual(1);
      expect(
        seen.rows.filter(({ community }) => community !== one.community),
        table,
      ).toEqual([]);
    }
    await within(world.db, one.community, (trx) => trx.deleteFrom('recognition').execute());
    const left = await within(world.db, other.community, (trx) => trx.selectFrom('recognition').selectAll().execute());
    expect(left).toHaveLength(3);
    const forged = within(world.db, one.community, (trx) =>
      trx.insertInto('origin').values({ community: other.community, origin: 'https://evil.example' }).execute(),
    );
    await expect(forged).rejects.toThrow('row-level security');
  });

  it('answer alike to what is another’s and to what is nowhere', async () => {
    const [here, there] = [await placeOf('ada'), await placeOf('ada')];
    const app = world.app();
    const told = async (path: string, body?: object) => {
      const { status, said } = await ask(world, app, here.community, path, {
        as: 'bo',
        ...(body && { method: 'POST', body }),
      });
      return { status, said };
    };
    const wished = (name: string, detail: object) => told('/intents', { key: newKey(), name, detail });
    const nothing = newKey();
    for (const [theirs, name] of [
      [there.story, 'cheer'],
      [there.story, 'retract'],
      [there.to, 'consent'],
      [there.question, 'report'],
    ] as const) {
      const more = { cheer: { on: true }, retract: {}, consent: { as: 'named' }, report: { reason: 'x' } }[name];
      expect(await wished(name, { recognition: theirs, ...more })).toEqual(
        await wished(name, { recognition: nothing, ...more }),
      );
    }
    // An introduction of two others says no more than one that is not there, in the same community too.
    for (const name of ['answer-intro', 'met'])
      for (const introduction of [here.open, here.met, there.open])
        expect(await wished(name, { introduction, on: true })).toEqual(
          await wished(name, { introduction: nothing, on: true }),
        );
    expect(await told(`/wall?ids=${there.story}`)).toEqual(await told(`/wall?ids=${nothing}`));
  });
});

describe('a wish', () => {
  const post = (community: string, as: string, body: object) =>
    ask(world, world.app(), community, '/intents', { as, method: 'POST', body });

  it('is carried out once, however often and together it is sent, and no other under its key', async () => {
    const { community } = await placeOf('ada');
    const wish = { key: newKey(), name: 'recognize', detail: { to: [], occasion: 'story', text: 'A lamp.' } };
    const sent = await Promise.all(Array.from({ length: 50 }, () => post(community, 'bo', wish)));
    expect(new Set(sent.map(({ status, said }) => JSON.stringify([status, said]))).size).toBe(1);
    const wall = (await ask(world, world.app(), community, '/wall?member=bo')).said as { total: number };
    expect([sent[0]?.status, wall.total]).toEqual([200, 1]);
    const other = { ...wish, detail: { ...wish.detail, text: 'Another lamp.' } };
    expect(await post(community, 'bo', other)).toMatchObject({
      status: 422,
      said: { reason: 'invalid', params: { field: 'key' } },
    });
    expect(await post(community, 'cy', wish)).toMatchObject({ status: 422 });
  });

  it('says its key where the header does, and is of nobody but whom the token says', async () => {
    const { community } = await placeOf('ada');
    const wish = { key: newKey(), name: 'with-us', detail: { on: true }, actor: { member: 'ada' }, community: 'other' };
    const headers = { authorization: `Bearer ${await world.token(community, 'bo')}`, 'idempotency-key': newKey() };
    const sent = await world
      .app()
      .request(`/v1/${community}/intents`, { method: 'POST', headers, body: JSON.stringify(wish) });
    expect(sent.status).toBe(422);
    expect((await post(community, 'bo', wish)).status).toBe(200);
    const { rows } = await within(world.db, community, (trx) =>
      sql<{ who: string }>`select who from with_us`.execute(trx),
    );
    expect(rows).toEqual([{ who: 'bo' }]);
  });

  it('of one member counts once among 100 sent together, and is nobody’s for themselves', async () => {
    const { community } = await placeOf('ada');
    const affirm = () => ({
      key: newKey(),
      name: 'affirm-role',
      detail: { member: 'ada', role: 'connector', on: true },
    });
    const sent = await Promise.all(Array.from({ length: 100 }, () => post(community, 'bo', affirm())));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    const { said } = await ask(world, world.app(), community, '/members/ada');
    expect(said).toMatchObject({ member: { roles: [{ role: 'connector', affirmed: { count: 1 } }] } });
    expect(await post(community, 'ada', affirm())).toMatchObject({ status: 403, said: { reason: 'self' } });
  });
});
