import { describe, expect, it } from 'vitest';
import type { CommunityDocument, Purpose, Receipt } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { plain } from '../core/rules/plain.js';
import { lived } from './lived.js';
import { ask, createWorld } from './support.js';

const world = createWorld();

describe('a community as one document', () => {
  it('is what everyone may see, save for who sees to it', async () => {
    const community = await lived(world);
    await within(world.db, community, (trx) =>
      trx.insertInto('duty').values({ community, member: 'dee', duty: 'admin' }).execute(),
    );
    const app = world.app();
    const open = (await ask(world, app, community, '/document')).said as CommunityDocument;
    expect(open).not.toHaveProperty('archive');
    expect(open).not.toHaveProperty('introductions');
    expect(open.recognitions).toHaveLength(3);
    expect((await ask(world, app, community, '/document?archive', { as: 'ada' })).status).toBe(403);
    const whole = (await ask(world, app, community, '/document?archive', { as: 'dee' })).said as CommunityDocument;
    expect(whole).toMatchObject({ archive: true });
    expect(whole.introductions).toHaveLength(3);

    const put = (as: string, body: unknown) => ask(world, app, community, '/document', { as, method: 'PUT', body });
    expect((await put('dee', whole)).status).toBe(200);
    const again = (await ask(world, app, community, '/document?archive', { as: 'dee' })).said;
    expect(plain(again)).toEqual(plain(whole));
    expect((await ask(world, app, community, '/document')).said).toEqual(open);
    expect((await put('ada', whole)).status).toBe(403);
    expect(await put('dee', { ...whole, members: [{ id: 'x y' }] })).toMatchObject({ status: 422 });
    expect(await put('dee', { ...whole, members: [] })).toMatchObject({
      status: 422,
      said: { params: { field: 'members' } },
    });
    const renamed = { ...whole, purpose: { ...whole.purpose, statement: 'Everyone can mend' } };
    const { revision } = (await put('dee', renamed)).said as Receipt;
    const [change] = await within(world.db, community, (trx) =>
      trx.selectFrom('change').selectAll().where('revision', '=', revision).execute(),
    );
    expect(change?.touched).toEqual([{ kind: 'purpose', id: 'purpose' }]);
  });

  it('keeps the wording that was, for whoever signed it, when another is put in its place', async () => {
    const community = await lived(world);
    await within(world.db, community, (trx) =>
      trx.insertInto('duty').values({ community, member: 'dee', duty: 'admin' }).execute(),
    );
    const app = world.app();
    const read = async (as?: string) =>
      ((await ask(world, app, community, '', as === undefined ? {} : { as })).said as CommunityDocument).purpose;
    const { version = 1, statement } = (await read()) as Purpose;
    const body = { key: newKey(), name: 'pledge', detail: { on: true, purposeVersion: version } };
    expect((await ask(world, app, community, '/intents', { as: 'ada', method: 'POST', body })).status).toBe(200);
    const whole = (await ask(world, app, community, '/document?archive', { as: 'dee' })).said as CommunityDocument;
    const next = { ...whole, purpose: { ...whole.purpose, version: version + 1, statement: 'Everyone can mend' } };
    expect((await ask(world, app, community, '/document', { as: 'dee', method: 'PUT', body: next })).status).toBe(200);
    const earlier = [{ version, statement, until: expect.any(String) as string }];
    expect(await read()).toMatchObject({ version: version + 1, statement: 'Everyone can mend', earlier });
    expect(await read('ada')).toMatchObject({ earlier, mine: { pledged: version } });
  });
});
