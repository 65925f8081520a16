import { allOf, keyOf, type Consent, type Tables } from './rows.js';
import { inWords, toggled, type Rules } from './rule.js';
import { toAll } from '../words.js';

export const letterRules: Rules<'recognize' | 'retract' | 'thank' | 'consent' | 'answer' | 'keep' | 'report'> = {
  recognize: {
    needs: ({ to, role }) => [...to.map((id) => keyOf('member', id)), ...(role ? [keyOf('role', role)] : [])],
    decide({ to, role, ...letter }, { actor, facts, now, key }) {
      const people = [...new Set(to)];
      if (people.includes(actor)) return { reason: 'self' };
      if (!people.length && !toAll.includes(letter.occasion)) return { reason: 'invalid', params: { field: 'to' } };
      if (people.some((id) => facts.row(keyOf('member', id)) === null)) return { reason: 'unknown' };
      if (role && facts.row(keyOf('role', role)) === null) return { reason: 'unknown' };
      const state = people.length ? 'asked' : 'shown';
      const row = { ...letter, ...(role && { role }), id: key, from: actor, to: people, at: now.toISOString(), state };
      return [{ put: keyOf('recognition', key), row }];
    },
  },

  retract: {
    needs: ({ recognition }, actor) => [keyOf('recognition', recognition), keyOf('member', actor)],
    decide({ recognition }, { actor, facts }) {
      const letter = facts.row(keyOf('recognition', recognition));
      if (letter === null) return { reason: 'gone' };
      const isHost = facts.row(keyOf('member', actor))?.host === true;
      if (letter && letter.from !== actor && !isHost) return { reason: 'not-yours' };
      return [{ remove: keyOf('recognition', recognition) }];
    },
  },

  consent: {
    needs: ({ recognition }) => [keyOf('recognition', recognition), allOf('consent', recognition)],
    decide({ recognition, as }, { actor, facts, now }) {
      const letter = facts.row(keyOf('recognition', recognition));
      if (letter === null) return { reason: 'gone' };
      if (letter && !letter.to?.includes(actor)) return { reason: 'not-yours' };
      const answer = { recognition, member: actor, as, at: now.toISOString() };
      const others = facts.rows(allOf('consent', recognition))?.filter(({ member }) => member !== actor);
      const state = letter && others && stateOf(letter, [...others, answer]);
      return [
        { put: keyOf('consent', recognition, actor), row: answer },
        ...(state ? [{ put: keyOf('recognition', recognition), row: { state } }] : []),
      ];
    },
  },

  /** Who thanks back in public says that the letter was to them: that takes their yes to being named. */
  thank: {
    needs: ({ recognition }, actor) => [keyOf('recognition', recognition), keyOf('consent', recognition, actor)],
    decide({ recognition, ...said }, { actor, facts, now, key }) {
      const letter = facts.row(keyOf('recognition', recognition));
      if (letter === null) return { reason: 'gone' };
      if (letter && !letter.to?.includes(actor)) return { reason: 'not-yours' };
      const consent = facts.row(keyOf('consent', recognition, actor));
      if (consent !== undefined && consent?.as !== 'named') return { reason: 'not-allowed' };
      const row = { id: key, recognition, member: actor, ...said, at: now.toISOString() };
      return [{ put: keyOf('reply', recognition, key), row }];
    },
  },

  answer: {
    needs: ({ ask }) => [keyOf('recognition', ask)],
    decide({ ask, text }, { actor, facts, now, key }) {
      const letter = facts.row(keyOf('recognition', ask));
      if (!maybeShown(letter)) return { reason: 'gone' };
      if (letter && letter.occasion !== 'ask') return { reason: 'invalid', params: { field: 'ask' } };
      const row = { id: key, recognition: ask, member: actor, text, at: now.toISOString() };
      return [{ put: keyOf('answer', ask, key), row }];
    },
  },

  /** Who keeps a letter first has kept it. */
  keep: {
    needs: ({ recognition }, actor) => [
      keyOf('recognition', recognition),
      keyOf('keeping', recognition),
      keyOf('member', actor),
    ],
    decide({ recognition, on, because }, { actor, facts, now }) {
      const letter = facts.row(keyOf('recognition', recognition));
      if (letter === null || (on && !maybeShown(letter))) return { reason: 'gone' };
      const kept = facts.row(keyOf('keeping', recognition));
      const isAnothers = kept && kept.by !== actor;
      if (isAnothers && on) return [];
      if (isAnothers && facts.row(keyOf('member', actor))?.host !== true) return { reason: 'not-yours' };
      const row = { recognition, by: actor, ...inWords(because), at: now.toISOString() };
      return toggled(on, { put: keyOf('keeping', recognition), row });
    },
  },

  report: {
    needs: ({ recognition }) => [keyOf('recognition', recognition)],
    decide({ recognition, reason }, { actor, facts, now }) {
      if (facts.row(keyOf('recognition', recognition)) === null) return { reason: 'gone' };
      const row = { recognition, by: actor, reason, at: now.toISOString() };
      return [{ put: keyOf('report', recognition, actor), row }];
    },
  },
};

/** Shown once one of those it is to says yes; hidden once all of them said no. What a host took down stays down. */
function stateOf({ to = [], state }: Tables['recognition'], answers: { member: string; as: Consent }[]): string {
  if (state !== undefined && !['asked', 'shown', 'hidden'].includes(state)) return state;
  const said = new Map(answers.map(({ member, as }) => [member, as]));
  if (to.some((id) => (said.get(id) ?? 'hidden') !== 'hidden')) return 'shown';
  return to.every((id) => said.has(id)) ? 'hidden' : 'asked';
}

/** Whether a letter stands, as far as that is known: nothing is said to one that nobody sees. */
function maybeShown(letter: Tables['recognition'] | null | undefined): boolean {
  return letter !== null && (letter?.state ?? 'shown') === 'shown';
}

/** A cheer for a letter, or for somebody's step: see `ladders.ts`. */
export const cheerLetter: Rules<'cheer'>['cheer'] = {
  needs: (detail) => ('recognition' in detail ? [keyOf('recognition', detail.recognition)] : []),
  decide(detail, { actor, facts, now }) {
    if (!('recognition' in detail)) return [];
    const { recognition, on } = detail;
    const letter = facts.row(keyOf('recognition', recognition));
    if (on && !maybeShown(letter)) return { reason: 'gone' };
    if (on && (letter?.from === actor || letter?.to?.includes(actor))) return { reason: 'self' };
    const row = { recognition, by: actor, at: now.toISOString() };
    return toggled(on, { put: keyOf('cheer', recognition, actor), row });
  },
};
