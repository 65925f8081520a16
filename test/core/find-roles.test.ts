import { english, languageFor, nominationsFrom, roleQuestions, sixRoles, type Role } from '@kith/core';
import { checked } from '@kith/core/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const asked = (roles: readonly Role[], seed: string) => roleQuestions(roles, seed, english).map(({ role }) => role);
const role = (id: string): Role => ({ id, name: id });

describe('the role finder', () => {
  it('asks three short questions of the roles a community has, each once, in its order', () => {
    fc.assert(
      fc.property(fc.subarray([...sixRoles, role('tea'), role('keys')]), fc.string(), (roles, seed) => {
        const ids = roles.map(({ id }) => id);
        const questions = asked([...roles, ...roles], seed);
        expect(questions).toHaveLength(Math.min(3, roles.length));
        expect(ids.filter((id) => questions.includes(id))).toEqual(questions);
        expect(asked(roles, seed)).toEqual(questions);
      }),
    );
  });

  it('asks of each of the six in words of its own, and of a site’s own role by its name', () => {
    const all = sixRoles.map((one) => roleQuestions([one], '', english)[0]?.question);
    expect(all.slice(0, 2)).toEqual(['Who passes you the news?', 'Who introduces people?']);
    expect(new Set(all).size).toBe(6);
    for (const question of all) expect(question).toMatch(/^Who [^?]{8,40}\?$/);
    const own = [{ id: 'constructor', name: 'Keeper of the keys' }];
    expect(roleQuestions(own, '', english)[0]?.question).toBe('Who comes to mind for this: Keeper of the keys?');
  });

  it('asks in Arabic, too', async () => {
    const questions = roleQuestions(sixRoles, 'ada', await languageFor('ar'));
    for (const { question } of questions) expect(question).toMatch(/^[^a-z]+؟$/i);
  });

  it('asks of each role about as often, seed by seed', () => {
    const seeds = Array.from({ length: 2000 }, (_, i) => `2026-${i}`);
    const counts = new Map(sixRoles.map(({ id }) => [id, 0]));
    for (const id of seeds.flatMap((seed) => asked(sixRoles, seed))) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [id, count] of counts) expect(Math.abs(count - 1000), id).toBeLessThan(120);
    // Also which three go together.
    expect(new Set(seeds.map((seed) => asked(sixRoles, seed).join())).size).toBe(20);
  });

  it('goes on from the question that was asked already, where the community has that role', () => {
    fc.assert(
      fc.property(fc.subarray([...sixRoles], { minLength: 1 }), fc.string(), (roles, seed) => {
        const ids = roleQuestions(roles, seed, english, 'connector').map((one) => one.role);
        expect(ids).toHaveLength(Math.min(3, roles.length));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids[0] === 'connector').toBe(roles.some(({ id }) => id === 'connector'));
      }),
    );
  });

  it('changes one question at most where a role is added', () => {
    fc.assert(
      fc.property(fc.subarray([...sixRoles], { minLength: 1 }), fc.string(), (roles, seed) => {
        const before = asked(roles, seed);
        const after = asked([...roles, role('tea')], seed);
        expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what is answered to it', () => {
  const from = (...answers: Parameters<typeof nominationsFrom>[0]) => nominationsFrom(answers, sixRoles, 'ada');

  it('is a nomination each, with what they saw where they said so', () => {
    const wishes = from(
      { role: 'connector', member: 'bo', because: ' Found me a lathe. ' },
      { role: 'sharer', member: 'bo' },
    );
    expect(wishes).toEqual([
      { role: 'connector', member: 'bo', on: true, because: 'Found me a lathe.' },
      { role: 'sharer', member: 'bo', on: true },
    ]);
    for (const wish of wishes) expect(checked('affirm-role', wish)).toEqual({ detail: wish });
  });

  it('is none where it was passed over, is oneself, or is for a role that is none here', () => {
    expect(from({ role: 'connector' }, { role: 'sharer', member: '' }, { role: 'sharer', member: 'ada' })).toEqual([]);
    expect(from({ role: 'toString', member: 'bo' })).toEqual([]);
  });

  it('is said once of a member and a role, and takes no words back', () => {
    expect(
      from(
        { role: 'connector', member: 'bo', because: ' ' },
        { role: 'connector', member: 'bo', because: 'Later.' },
        { role: 'connector', member: 'cy' },
      ),
    ).toEqual([
      { role: 'connector', member: 'bo', on: true },
      { role: 'connector', member: 'cy', on: true },
    ]);
  });
});
