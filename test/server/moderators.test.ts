import { describe, expect, it } from 'vitest';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { village } from '../core/village.js';
import { ask, createWorld } from './support.js';

const world = createWorld();

describe('moderators', () => {
  const post = (app: ReturnType<typeof world.app>, community: string, as: string, path: string, body: object) =>
    ask(world, app, community, path, { as, method: 'POST', body });
  const recognize = (to: string[], key = newKey()) => ({
    key,
    name: 'recognize',
    detail: { to, occasion: to.length ? 'thanks' : 'story', text: 'You held it.' },
  });
  const wall = async (app: ReturnType<typeof world.app>, community: string) =>
    ((await ask(world, app, community, '/wall')).said as { total: number }).total;
  async function moderated(settings: object = {}) {
    const community = await world.found(village(), settings);
    await within(world.db, community, (trx) =>
      trx.insertInto('duty').values({ community, member: 'dee', duty: 'moderator' }).execute(),
    );
    return community;
  }

  it('take down what was reported, with a reason that is kept, and let it stand again', async () => {
    const community = await moderated();
    const app = world.app();
    const story = recognize([]);
    await post(app, community, 'bo', '/intents', story);
    const queue = async () =>
      ((await ask(world, app, community, '/queue', { as: 'dee' })).said as { waiting: object[] }).waiting;
    expect(await queue()).toEqual([]);
    const report = { key: newKey(), name: 'report', detail: { recognition: story.key, reason: 'It names my street.' } };
    await post(app, community, 'cy', '/intents', report);
    expect(await queue()).toMatchObject([
      { letter: { id: story.key, text: 'You held it.' }, isFirst: false, reports: [{ reason: 'It names my street.' }] },
    ]);
    expect(JSON.stringify(await queue())).not.toContain('cy');
    const ruling = (act: string, reason = 'It names a street.') =>
      post(app, community, 'dee', '/moderate', { recognition: story.key, act, reason });
    expect((await ruling('hide', ' ')).status).toBe(422);
    expect((await ruling('hide')).status).toBe(200);
    expect([await wall(app, community), await queue()]).toEqual([0, []]);
    const pledged = { key: newKey(), name: 'cheer', detail: { recognition: story.key, on: true } };
    expect(await post(app, community, 'ada', '/intents', pledged)).toMatchObject({ status: 404 });
    await ruling('show', 'It was another street.');
    expect([await wall(app, community), await queue()]).toEqual([1, []]);
    const audit = await within(world.db, community, (trx) =>
      trx.selectFrom('audit').selectAll().orderBy('at').execute(),
    );
    expect(audit).toMatchObject([
      { by: 'dee', act: 'hide', subject: story.key, reason: 'It names a street.' },
      { by: 'dee', act: 'show', subject: story.key, reason: 'It was another street.' },
    ]);
  });

  it('are not told who said no to what was reported', async () => {
    const community = await moderated();
    const app = world.app();
    const letter = recognize(['ada']);
    await post(app, community, 'dee', '/intents', letter);
    const report = {
      key: newKey(),
      name: 'report',
      detail: { recognition: letter.key, reason: 'It names my street.' },
    };
    await post(app, community, 'cy', '/intents', report);
    const queue = async () => (await ask(world, app, community, '/queue', { as: 'dee' })).said;
    const unanswered = await queue();
    const consent = { key: newKey(), name: 'consent', detail: { recognition: letter.key, as: 'hidden' } };
    await post(app, community, 'ada', '/intents', consent);
    expect(await queue()).toEqual(unanswered);
  });

  it('never show what its people did not agree to', async () => {
    const community = await moderated();
    const app = world.app();
    const letter = recognize(['ada']);
    await post(app, community, 'bo', '/intents', letter);
    await post(app, community, 'dee', '/moderate', { recognition: letter.key, act: 'show', reason: 'Fine.' });
    expect(await wall(app, community)).toBe(0);
    const cheer = { key: newKey(), name: 'cheer', detail: { recognition: letter.key, on: true } };
    expect(await post(app, community, 'cy', '/intents', cheer)).toMatchObject({ status: 404 });
    await post(app, community, 'dee', '/moderate', { recognition: letter.key, act: 'hide', reason: 'Not fine.' });
    const consent = { key: newKey(), name: 'consent', detail: { recognition: letter.key, as: 'named' } };
    await post(app, community, 'ada', '/intents', consent);
    expect(await wall(app, community)).toBe(0);
    await post(app, community, 'dee', '/moderate', { recognition: letter.key, act: 'show', reason: 'Fine after all.' });
    expect(await wall(app, community)).toBe(1);
  });

  it('look at a member’s first letter before anyone, where the community wants that, and at no other', async () => {
    const community = await moderated({ review: 'first' });
    const app = world.app();
    const first = recognize(['ada']);
    await post(app, community, 'bo', '/intents', first);
    const inboxOf = async (as: string) =>
      (await ask(world, app, community, '/inbox', { as })).said as Record<'letters' | 'written' | 'people', object[]>;
    const inbox = async () => (await inboxOf('ada')).letters;
    expect(await inboxOf('ada')).toMatchObject({ letters: [], written: [], people: [] });
    expect((await inboxOf('bo')).written).toMatchObject([{ id: first.key, to: ['ada'], state: 'review' }]);
    expect((await ask(world, app, community, '/queue', { as: 'dee' })).said).toMatchObject({
      waiting: [{ letter: { id: first.key }, isFirst: true, reports: [] }],
    });
    await post(app, community, 'dee', '/moderate', { recognition: first.key, act: 'show', reason: 'Welcome.' });
    expect(await inbox()).toMatchObject([{ id: first.key }]);
    expect((await inboxOf('bo')).written).toMatchObject([{ id: first.key, state: 'asked' }]);
    await post(app, community, 'bo', '/intents', recognize(['ada']));
    expect(await inbox()).toHaveLength(2);
    const own = recognize([]);
    await post(app, community, 'dee', '/intents', own);
    expect(
      await post(app, community, 'dee', '/moderate', { recognition: own.key, act: 'show', reason: 'Mine.' }),
    ).toMatchObject({ status: 403, said: { reason: 'self' } });
  });
});
