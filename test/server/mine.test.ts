import { describe, expect, it } from 'vitest';
import type { CommunityDocument, Receipt } from '@kith/core';
import { newKey, type Detail, type IntentName } from '@kith/core/rules';
import { take, within } from '@kith/server';
import { sql } from 'kysely';
import { plain } from '../core/rules/plain.js';
import { village } from '../core/village.js';
import { ask, createWorld } from './support.js';

const world = createWorld();

/** Zora's village: she does and is done to everything there is. */
async function lived(): Promise<string> {
  const [zora] = village().members ?? [];
  const letter = {
    id: 'heard',
    occasion: 'ask',
    from: 'ada',
    to: [],
    text: 'A van?',
    state: 'shown',
    at: '2026-01-01',
  };
  const community = await world.found(
    village({
      members: [...(village().members ?? []), { ...zora, id: 'zora', name: 'Zora' }],
      recognitions: [{ ...letter, heardBy: { member: 'zora', at: '2026-01-02', did: 'Lent hers.' } }],
    } as Partial<CommunityDocument>),
  );
  const wish = async <N extends IntentName>(by: string, name: N, detail: Detail<N>) => {
    const key = newKey();
    const intent = { key, name, detail, actor: { member: by }, community, at: new Date().toISOString() };
    await within(world.db, community, (trx) => take(trx, community, intent as never, new Date()));
    return key;
  };
  const reps = { ladder: 'pull-up', measure: 'reps', value: 5 };
  const step = (member: string) => ({ member, ladder: 'pull-up', rung: 'five', on: true });
  const thanks = { occasion: 'thanks', text: 'You held the ladder.' } as const;
  await wish('zora', 'profile', { patch: { topics: ['how zora sews'] } });
  await wish('zora', 'with-us', { on: true });
  await wish('zora', 'pledge', { on: true, purposeVersion: 3, line: 'My kettle.' });
  const question = await wish('bo', 'recognize', { to: [], occasion: 'ask', text: 'Who has a saw?' });
  await wish('zora', 'back', { subject: { kind: 'ask', id: question }, on: true });
  await wish('zora', 'answer', { ask: question, text: 'I do.' });
  await wish('zora', 'keep', { recognition: question, on: true });
  await wish('zora', 'claim-role', { role: 'connector', on: true });
  await wish('ada', 'affirm-role', { member: 'zora', role: 'connector', on: true });
  await wish('ada', 'claim-role', { role: 'connector', on: true });
  await wish('zora', 'affirm-role', { member: 'ada', role: 'connector', on: true });
  const mine = await wish('zora', 'recognize', { ...thanks, to: ['ada'] });
  await wish('ada', 'consent', { recognition: mine, as: 'hidden' });
  const ours = await wish('ada', 'recognize', { ...thanks, to: ['zora', 'bo'] });
  await wish('zora', 'consent', { recognition: ours, as: 'named' });
  await wish('zora', 'thank', { recognition: ours, text: 'Any time.' });
  await wish('bo', 'consent', { recognition: ours, as: 'named' });
  const theirs = await wish('ada', 'recognize', { ...thanks, to: ['bo'] });
  await wish('bo', 'consent', { recognition: theirs, as: 'named' });
  await wish('zora', 'cheer', { recognition: theirs, on: true });
  await wish('zora', 'report', { recognition: theirs, reason: 'It names my street.' });
  await wish('zora', 'record', reps);
  await wish('ada', 'record', reps);
  for (const [by, of] of [
    ['ada', 'zora'],
    ['bo', 'zora'],
    ['zora', 'ada'],
  ] as const) {
    await wish(by, 'sponsor', step(of));
    await wish(by, 'cheer', { ...step(of), rung: 'hang' }).catch(() => undefined);
  }
  const meeting = await wish('zora', 'ask-intro', { with: 'bo', reasons: [] });
  await wish('bo', 'answer-intro', { introduction: meeting, on: true });
  await wish('zora', 'met', { introduction: meeting, on: true });
  const asked = await wish('ada', 'ask-intro', { with: 'zora', reasons: [] });
  await wish('zora', 'answer-intro', { introduction: asked, on: false });
  await wish('zora', 'introduce', { people: ['ada', 'bo'], text: 'You both sew.' });
  await wish('zora', 'pass-intro', { with: 'dee' });
  await wish('dee', 'pass-intro', { with: 'zora' });
  await within(world.db, community, async (trx) => {
    await trx.insertInto('duty').values({ community, member: 'zora', duty: 'moderator' }).execute();
    const device = { community, id: 'd1', member: 'zora', print: 'none', jwk: {}, revoked_at: null };
    await trx.insertInto('device').values(device).execute();
    const until = new Date(Date.now() + 86_400_000);
    const invite = { community, code: 'none', member: 'zora', name: null, duty: null, until, device: null };
    await trx.insertInto('invite').values(invite).execute();
  });
  await ask(world, world.app(), community, '/moderate', {
    as: 'zora',
    method: 'POST',
    body: { recognition: theirs, act: 'hide', reason: 'It names a street.' },
  });
  return community;
}

/** Tables of the database in whose columns a word stands. */
async function tablesNaming(word: string): Promise<string[]> {
  const { rows } = await sql<{ table: string }>`
    select distinct table_name as table from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%'`.execute(world.db);
  const found: string[] = [];
  for (const { table } of rows) {
    const said = await sql`select from ${sql.table(table)} t where to_jsonb(t)::text like ${`%${word}%`}`.execute(
      world.db,
    );
    if (said.rows.length) found.push(table);
  }
  return found.sort();
}

/** Columns in which no member is named, whatever happens: of all others it is to be seen that they are reached. */
const silent = new Set(
  `audit.act audit.reason audit.subject change.touched departed.who home.frame home.settings
  holding.role affirmation.role introduction.id introduction_answer.introduction meeting.introduction
  ladder.id ladder.body line.id member.search origin.origin purpose.id purpose.body reached.ladder reached.rung
  recognition.id recognition.occasion recognition.reward record.id record.ladder reply.id reply.recognition
  role.id role.body rung_cheer.ladder rung_cheer.rung sponsorship.ladder sponsorship.rung taken.key taken.said
  with_us.kind with_us.body backing.kind backing.id cheer.recognition climb.ladder community.id community.body
  consent.recognition answer.id answer.recognition keeping.recognition report.recognition duty.duty
  signing_key.kid signing_key.issuer signing_key.algorithm signing_key.jwk device.id device.jwk device.print
  invite.code invite.device invite.duty invite.name member.visibility party.recognition
  introduction.asked recognition.role tally.facets tally.kind mark.kind`.split(/\s+/),
);

/** Columns that can hold a name, and in which none stands. */
async function columnsWithout(word: string): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' and column_name <> 'community'
      and data_type in ('text', 'jsonb', 'ARRAY', 'character varying', 'json')`.execute(world.db);
  const found: string[] = [];
  for (const { table, column } of rows) {
    const said = await sql`
      select from ${sql.table(table)} where to_jsonb(${sql.ref(column)})::text like ${`%${word}%`}`.execute(world.db);
    if (!said.rows.length) found.push(`${table}.${column}`);
  }
  return found.sort();
}

/** Tables that name members to tell everyone what changed, or to find them or their letters by: nothing that is not elsewhere. */
const telling = ['change', 'ending', 'mark', 'party', 'tag'];

describe('what there is of a member', () => {
  it('is theirs to keep, whichever column of whichever table it is in, and then to delete to the last', async () => {
    const community = await lived();
    const named = await tablesNaming('zora');
    // All tables there are but these name her: nothing is left out of the try.
    const { rows } = await sql<{ table: string }>`
      select table_name as table from information_schema.tables
      where table_schema = 'public' and table_name not like 'kysely%'`.execute(world.db);
    const nameNobody = ['community', 'departed', 'home', 'ladder', 'origin', 'purpose', 'role', 'signing_key', 'tally'];
    expect(
      rows
        .map(({ table }) => table)
        .filter((table) => !named.includes(table))
        .sort(),
    ).toEqual(nameNobody);

    expect((await columnsWithout('zora')).filter((column) => !silent.has(column))).toEqual([]);

    const app = world.app();
    const before = await world.token(community, 'zora');
    const { said } = await ask(world, app, community, '/me', { as: 'zora' });
    const copy = said as { rows: Record<string, object[]>; member: object };
    expect(copy.member).toMatchObject({ id: 'zora', name: 'Zora' });
    const copied = Object.keys(copy.rows).filter((table) => copy.rows[table]?.length);
    expect([...copied, ...telling].sort()).toEqual(named);
    // What others keep to themselves is not hers: who passed her, who said no, who else was asked.
    expect(copy.rows.pass).toMatchObject([{ member: 'zora', with: 'dee' }]);
    expect(JSON.stringify(copy)).not.toContain('"hidden"');

    const gone = await ask(world, app, community, '/me', { as: 'zora', method: 'DELETE' });
    expect(gone.status).toBe(200);
    expect(await tablesNaming('zora')).toEqual([]);
    const [change] = await within(world.db, community, (trx) =>
      trx
        .selectFrom('change')
        .selectAll()
        .where('revision', '=', (gone.said as Receipt).revision)
        .execute(),
    );
    expect(change?.touched).toContainEqual({ kind: 'community', id: community });
    for (const as of [undefined, 'ada', 'bo', 'dee'])
      for (const path of ['', '/members', '/wall', '/ladders', '/suggestions', '/introductions', '/inbox', '/document'])
        expect(JSON.stringify((await ask(world, app, community, path, { as })).said), path).not.toMatch(/zora/i);

    const again = await app.request(`/v1/${community}/me`, { headers: { authorization: `Bearer ${before}` } });
    expect(again.status).toBe(401);
    const later = world.app({ now: () => new Date(Date.now() + 5000) });
    const iat = Math.floor(Date.now() / 1000) + 5;
    const headers = { authorization: `Bearer ${await world.token(community, 'zora', { iat, exp: iat + 60 })}` };
    const anew = (await (await later.request(`/v1/${community}/me`, { headers })).json()) as typeof copy;
    expect(Object.keys(anew.rows).filter((table) => anew.rows[table]?.length)).toEqual(['member']);
  }, 60_000);

  it('says nothing of who cheered them and shows themselves to nobody', async () => {
    const [ada, bo] = village().members ?? [];
    const members = [ada, { ...bo, visibility: 'nobody' }];
    const progress = [{ member: 'ada', ladder: 'pull-up', visibility: 'everyone', measures: { reps: 1 }, reached: {} }];
    const community = await world.found(village({ members, progress } as Partial<CommunityDocument>));
    const detail = { member: 'ada', ladder: 'pull-up', rung: 'first', on: true };
    const cheer = { method: 'POST', body: { key: newKey(), name: 'cheer', detail } };
    expect((await ask(world, world.app(), community, '/intents', { as: 'bo', ...cheer })).status).toBe(200);
    const copyOf = async (as: string) => (await ask(world, world.app(), community, '/me', { as })).said;
    expect(JSON.stringify(await copyOf('ada'))).not.toContain('bo');
    expect(await copyOf('bo')).toMatchObject({ rows: { rung_cheer: [{ member: 'ada', by: 'bo' }] } });
  });

  it('leaves to others what they wrote to others too', async () => {
    const community = await lived();
    const app = world.app();
    await ask(world, app, community, '/me', { as: 'zora', method: 'DELETE' });
    const { said } = await ask(world, app, community, '/wall');
    expect((said as { letters: object[] }).letters).toMatchObject([
      { from: 'ada', to: ['bo'], state: 'shown' },
      { occasion: 'ask', from: 'bo' },
      { id: 'heard', from: 'ada' },
    ]);
  });
});

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

describe('a community as one document', () => {
  it('is what everyone may see, save for who sees to it', async () => {
    const community = await lived();
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
});
