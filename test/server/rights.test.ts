import { beforeAll, describe, expect, it } from 'vitest';
import type { CommunityDocument } from '@kith/core';
import { intentNames, newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { village } from '../core/village.js';
import { asPeople, placeOf, type Place } from './belongings.js';
import { someCode } from './contract.js';
import { routesIn } from './described.js';
import { names, ofNone, roles, routes, wishes, type Asked, type Cells, type Role } from './rights.js';
import { addressOf, ask, createWorld } from './support.js';

const world = createWorld();

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
    const own = await placeOf(world, as ?? 'bo');
    const others = await placeOf(world, 'ada');
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
      const path = route.replace('GET ', '').replace('{version}', '0').replace('{file}', 'kith.js');
      for (const authorization of ['', `Bearer ${await world.token(elsewhere, 'dee')}`])
        expect((await world.app(code).request(path, { headers: { authorization } })).status, path).toBe(200);
    }
  });
});
