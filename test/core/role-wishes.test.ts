import { describe, expect, it } from 'vitest';
import {
  english,
  sayRole,
  sayRoles,
  type Answer,
  type Detail,
  type HeldRole,
  type Intent,
  type IntentName,
  type Member,
  type Query,
  type RoleSaid,
} from '@kith/core';
import { createCommons, newKey } from '../../packages/core/src/rules/index.js';
import { viewWith } from '../../packages/core/src/view/view.js';
import { village } from './village.js';

const connector: HeldRole = { role: 'connector', aspires: 'I know who has a van.', accepted: true };
const seenBy = (...ids: string[]) => ({
  count: ids.length,
  by: ids.map((member) => ({ member, because: `${member} saw` })),
});

/** What somebody wished, and what everyone who asks is told before, meanwhile and after. */
async function wish<N extends IntentName>(
  by: string,
  roles: HeldRole[],
  name: N,
  detail: Detail<N>,
  more: Partial<Member> = {},
) {
  const plainVillage = village();
  const commons = createCommons({
    ...plainVillage,
    members: plainVillage.members?.map((each) => (each.id === 'ada' ? { ...each, ...more, roles } : each)),
  });
  const at = new Date().toISOString();
  const intent = { key: newKey(), name, detail, actor: { member: by }, community: 'village', at } as Intent;
  const read = async <Q extends Query>(query: Q): Promise<Answer<Q>> => commons.read({ ...query, viewer: by });
  const all = async () => ({
    member: await read({ kind: 'member', id: 'ada' }),
    me: await read({ kind: 'member', id: by }),
    holders: await read({ kind: 'members', role: 'connector', limit: 6 }),
    roles: (await read({ kind: 'roles' })).roles,
  });
  type Told = Awaited<ReturnType<typeof all>>;
  const view = viewWith([{ intent, kept: true }], by);
  const say = ({ member, me, holders, roles: known }: Told) => {
    const reader = { viewer: by, me: me.member, isAsked: true };
    // Of the people only who they are is drawn.
    const drawn = (said: RoleSaid) => ({ ...said, people: said.people.map(({ id }) => id) });
    return {
      theirs: sayRoles(member, known, english, reader).map(drawn),
      itself: drawn(sayRole('connector', known, holders, english, reader)),
    };
  };
  const before = await all();
  const meanwhile: Told = {
    ...before,
    member: view.answer({ kind: 'member', id: 'ada' }, before.member),
    me: view.answer({ kind: 'member', id: by }, before.me),
    holders: view.answer({ kind: 'members', role: 'connector', limit: 6 }, before.holders),
  };
  commons.take(intent);
  const after = await all();
  return { before: say(before), meanwhile: say(meanwhile), after: say(after) };
}

describe('what is wished of a role', () => {
  it.each<[string, string, HeldRole[], IntentName, object, Partial<Member>?]>([
    ['seen', 'bo', [connector], 'affirm-role', { member: 'ada', role: 'connector', on: true }],
    [
      'seen, with words',
      'bo',
      [connector],
      'affirm-role',
      { member: 'ada', role: 'connector', on: true, because: 'x' },
    ],
    [
      'seen, after others',
      'bo',
      [{ ...connector, affirmed: seenBy('cy', 'dee') }],
      'affirm-role',
      { member: 'ada', role: 'connector', on: true },
    ],
    [
      'seen again, with words',
      'bo',
      [{ ...connector, affirmed: seenBy('bo', 'cy') }],
      'affirm-role',
      { member: 'ada', role: 'connector', on: true, because: 'x' },
    ],
    [
      'seen again, without words',
      'bo',
      [{ ...connector, affirmed: seenBy('bo', 'cy') }],
      'affirm-role',
      { member: 'ada', role: 'connector', on: true },
    ],
    [
      'seen again, the words taken back',
      'bo',
      [{ ...connector, affirmed: seenBy('bo', 'cy') }],
      'affirm-role',
      { member: 'ada', role: 'connector', on: true, because: '' },
    ],
    [
      'taken back',
      'bo',
      [{ ...connector, affirmed: seenBy('bo', 'cy') }],
      'affirm-role',
      { member: 'ada', role: 'connector', on: false },
    ],
    [
      'taken back, the only one',
      'bo',
      [{ ...connector, affirmed: seenBy('bo') }],
      'affirm-role',
      { member: 'ada', role: 'connector', on: false },
    ],
    ['taken back, never said', 'bo', [connector], 'affirm-role', { member: 'ada', role: 'connector', on: false }],
    ['suggested', 'bo', [], 'affirm-role', { member: 'ada', role: 'connector', on: true, because: 'x' }],
    ['suggested no more', 'bo', [], 'affirm-role', { member: 'ada', role: 'connector', on: false }],
    ['claimed', 'ada', [], 'claim-role', { role: 'connector', on: true }],
    ['claimed again', 'ada', [connector], 'claim-role', { role: 'connector', on: true }],
    ['claimed, in words', 'ada', [], 'claim-role', { role: 'connector', on: true, aspires: 'x' }],
    [
      'claimed while others think of them for it',
      'ada',
      [{ role: 'connector', affirmed: seenBy('bo') }],
      'claim-role',
      { role: 'connector', on: true },
    ],
    ['withdrawn', 'ada', [{ ...connector, affirmed: seenBy('bo') }], 'claim-role', { role: 'connector', on: false }],
    [
      'accepted',
      'ada',
      [{ role: 'connector', affirmed: seenBy('bo') }],
      'accept-role',
      { role: 'connector', on: true },
    ],
    [
      'declined',
      'ada',
      [{ role: 'connector', affirmed: seenBy('bo') }],
      'accept-role',
      { role: 'connector', on: false },
    ],
    [
      'claimed by somebody nobody else sees',
      'ada',
      [],
      'claim-role',
      { role: 'connector', on: true },
      { visibility: 'nobody' },
    ],
  ])('shows at once as it then is: %s', async (_, by, roles, name, detail, more) => {
    const { meanwhile, after } = await wish(by, roles, name, detail as Detail<typeof name>, more);
    expect(meanwhile).toEqual(after);
  });

  it('is another’s own to see where it suggests them: nothing changes for whoever does', async () => {
    const { before, meanwhile } = await wish('bo', [], 'affirm-role', { member: 'ada', role: 'connector', on: true });
    expect(meanwhile).toEqual(before);
  });

  it('keeps what was said with it before', async () => {
    const seen = { ...connector, affirmed: seenBy('bo') };
    const again = await wish('bo', [seen], 'affirm-role', { member: 'ada', role: 'connector', on: true });
    expect(again.meanwhile.theirs[0]?.mine).toEqual({ act: 'affirm', on: true, words: 'bo saw' });
    const claimed = await wish('ada', [connector], 'claim-role', { role: 'connector', on: true });
    expect(claimed.meanwhile.theirs[0]?.mine?.words).toBe('I know who has a van.');
  });

  it('says whose part is whose', async () => {
    const affirmed = { ...connector, affirmed: seenBy('bo', 'cy') };
    const taken = await wish('bo', [affirmed], 'affirm-role', { member: 'ada', role: 'connector', on: false });
    expect(taken.before.theirs[0]?.mine).toEqual({ act: 'affirm', on: true, words: 'bo saw' });
    expect(taken.after.theirs[0]?.mine).toEqual({ act: 'affirm', on: false, words: '' });
    const left = await wish('ada', [affirmed], 'claim-role', { role: 'connector', on: false });
    expect(left.before.theirs[0]?.mine).toEqual({ act: 'claim', on: true, words: 'I know who has a van.' });
    expect(left.after.theirs).toEqual([]);
    expect(left.after.itself.mine).toEqual({ act: 'claim', on: false, words: '' });
  });
});
