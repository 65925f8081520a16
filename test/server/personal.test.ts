import { describe, expect, it } from 'vitest';
import { within } from '@kith/server';
import { SignJWT } from 'jose';
import { codeIn, createDevice, open } from './device.js';
import { linksIn, page } from './links.js';
import { ask, createWorld } from './support.js';

const world = createWorld();
const day = 86_400_000;
const { inboxBy, invited, linkFor, placed } = linksIn(world);

describe('a personal link', () => {
  it('leads to a page of the community’s own, with a code that no server is told of by opening it', async () => {
    const community = await placed();
    const link = new URL(await linkFor(community, 'ada'));
    expect(link.origin + link.pathname + link.search).toBe(page);
    expect(link.hash).toMatch(new RegExp(`^#kith-invite=${community}\\.[\\w-]{22}$`));
    const named = await invited(
      community,
      { who: 'ada' },
      'dee',
      world.app({ url: 'https://kith.example:8443/kith/' }),
    );
    expect((named.said as { link: string }).link).toMatch(/#kith-invite=[^.]+\.[\w-]{22}&at=kith\.example%3A8443$/);
    for (const odd of ['https://evil.example/', 'http://site.example/', 'javascript:alert(1)', 'members', ''])
      expect(await invited(community, { who: 'ada', page: odd }), odd).toMatchObject({
        status: 422,
        said: { params: { field: 'page' } },
      });
    for (const who of ['', ' ', 'x'.repeat(81), '👩🏽‍🚀'.repeat(81), 'a\nb'])
      expect(await invited(community, { who }), who).toMatchObject({ said: { params: { field: 'who' } } });
    for (const who of ['👩🏽‍🚀'.repeat(80), 'x'.repeat(80)])
      expect(await invited(community, { who }), who).toMatchObject({ status: 201 });
    for (const days of [0, 91, 1.5, -1]) expect((await invited(community, { who: 'ada', days })).status).toBe(422);
    expect((await invited(community, { who: 'ada', duty: 'owner' })).status).toBe(422);
  });

  it('signs a member in on the device it is opened on, for as long as nobody signs out', async () => {
    const community = await placed({ joining: 'listed' });
    const device = await createDevice();
    const { status, said } = await open(
      world.app(),
      community,
      await device.proof(community, codeIn(await linkFor(community, 'ada'))),
    );
    expect([status, said]).toMatchObject([201, { member: 'ada' }]);
    const app = world.app();
    expect(await inboxBy(community, await device.token(community, said), app)).toBe(200);
    const devices = await app.request(`/v1/${community}/devices`, {
      headers: { authorization: `Bearer ${await device.token(community, said)}` },
    });
    expect(await devices.json()).toMatchObject({ devices: [{ id: said.device }] });
  });

  it('makes whoever opens it a member by the name it was made for, also where only who is listed is one, and nobody before', async () => {
    const community = await placed({ joining: 'listed' });
    const names = ['Zoë Ælfric Obi', 'Zoë Ælfric Obi', 'アダ', '!!!'];
    const ids = [];
    for (const name of names) {
      const link = await linkFor(community, name, name === '!!!' ? { duty: 'moderator' } : {});
      expect(
        JSON.stringify((await ask(world, world.app(), community, '/document?archive', { as: 'dee' })).said),
      ).not.toContain(ids.length ? '!!!' : name);
      const device = await createDevice();
      const { said } = await open(world.app(), community, await device.proof(community, codeIn(link)));
      ids.push(said.member);
      const queue = await world.app().request(`/v1/${community}/queue`, {
        headers: { authorization: `Bearer ${await device.token(community, said)}` },
      });
      expect(queue.status).toBe(name === '!!!' ? 200 : 403);
    }
    expect(ids).toEqual(['zoë-ælfric-obi', 'zoë-ælfric-obi-2', 'アダ', 'member']);
  });

  it('is kept as a hash, and stands in no log', async () => {
    const community = await placed();
    const code = codeIn(await linkFor(community, 'ada'));
    const device = await createDevice();
    const proof = await device.proof(community, code);
    const { said } = await open(world.app(), community, proof);
    const token = await device.token(community, said);
    await inboxBy(community, token);
    const kept = await within(world.db, community, async (trx) =>
      JSON.stringify([
        await trx.selectFrom('invite').selectAll().execute(),
        await trx.selectFrom('device').selectAll().execute(),
      ]),
    );
    for (const secret of [code, proof.slice(-40), token.slice(-40)]) {
      expect(kept).not.toContain(secret);
      for (const line of world.logged) expect(line).not.toContain(secret);
    }
    expect(kept).not.toMatch(/"d":/);
  });

  it('is good once: from a second device neither is believed, which cannot both be its member', async () => {
    const community = await placed();
    const code = codeIn(await linkFor(community, 'ada'));
    const [first, second] = [await createDevice(), await createDevice()];
    const app = world.app();
    const mine = await open(app, community, await first.proof(community, code));
    // An answer that was lost is asked for again by the same device.
    expect(await open(app, community, await first.proof(community, code))).toEqual(mine);
    expect((await open(app, community, await second.proof(community, code))).status).toBe(404);
    const later = world.app({ now: () => new Date(Date.now() + 60_000) });
    const iat = Math.floor(Date.now() / 1000) + 60;
    expect(await inboxBy(community, await first.token(community, mine.said, { iat, exp: iat + 60 }), later)).toBe(401);
    expect((await open(app, community, await first.proof(community, code))).status).toBe(404);
  });

  it('is one device’s, also where several open it at the same moment', async () => {
    const community = await placed();
    const code = codeIn(await linkFor(community, 'Eve'));
    const devices = await Promise.all(Array.from({ length: 8 }, createDevice));
    const app = world.app();
    const opened = await Promise.all(
      devices.map(async (each) => open(app, community, await each.proof(community, code))),
    );
    expect(opened.filter(({ status }) => status === 201)).toHaveLength(1);
    const { said } = await ask(world, app, community, '/document?archive', { as: 'dee' });
    expect((said as { members: { name: string }[] }).members.filter(({ name }) => name === 'Eve')).toHaveLength(1);
  });

  it('is refused in the same words where it is too late, another community’s, nobody’s, or not shown by its own device', async () => {
    const [community, other] = [await placed(), await placed()];
    const code = codeIn(await linkFor(community, 'ada', { days: 1 }));
    const [device, thief] = [await createDevice(), await createDevice()];
    const app = world.app();
    const late = world.app({ now: () => new Date(Date.now() + day + 1000) });
    const nobodys = await open(app, community, await device.proof(community, 'A'.repeat(22)));
    expect(nobodys.status).toBe(404);
    const same = async (proof: string, where = community, of = app) =>
      expect(await open(of, where, proof)).toEqual(nobodys);
    await same(await device.proof(community, code), community, late);
    await same(await device.proof(other, code), other);
    await same(await device.proof(community, code), other);
    await same(await device.proof(other, code), community);
    await same(await device.proof('nowhere', code), 'nowhere');
    // Signed by another key than the one that is shown; by a secret; by none.
    await same(await thief.proof(community, code, { jwk: device.jwk }));
    const claims = new SignJWT({ code }).setAudience(community);
    await same(await claims.setProtectedHeader({ alg: 'HS256', jwk: device.jwk }).sign(new Uint8Array(32)));
    await same('x');
    await same(await device.proof(community, ['a'] as unknown as string));
    // None of that used it up.
    expect((await open(app, community, await device.proof(community, code))).status).toBe(201);
    expect((await app.request(`/v1/${community}/devices`, { method: 'POST', body: '{}' })).status).toBe(422);
  });

  it('takes the place of an earlier one for the same member that nobody opened', async () => {
    const community = await placed();
    const [before, after] = [codeIn(await linkFor(community, 'ada')), codeIn(await linkFor(community, 'ada'))];
    const another = codeIn(await linkFor(community, 'bo'));
    const device = await createDevice();
    const app = world.app();
    expect((await open(app, community, await device.proof(community, before))).status).toBe(404);
    expect((await open(app, community, await device.proof(community, after))).said.member).toBe('ada');
    const third = await createDevice();
    expect((await open(app, community, await third.proof(community, another))).said.member).toBe('bo');
  });

  it('makes nobody of a member who left meanwhile', async () => {
    const community = await placed();
    const code = codeIn(await linkFor(community, 'ada'));
    await within(world.db, community, (trx) =>
      trx
        .deleteFrom('member')
        .where('id' as never, '=', 'ada' as never)
        .execute(),
    );
    const device = await createDevice();
    expect((await open(world.app(), community, await device.proof(community, code))).status).toBe(404);
  });
});
