import type { CommunityDocument } from '@kith/core';
import { newKey, type Detail, type IntentName } from '@kith/core/rules';
import { take, within } from '@kith/server';
import { village } from '../core/village.js';
import { ask, type World } from './support.js';

/** Zora's village: she does and is done to everything there is. */
export async function lived(world: World): Promise<string> {
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
