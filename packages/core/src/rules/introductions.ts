import { allOf, keyOf, type FactKey, type Facts, type RowChange } from './rows.js';
import { daysAfter, openDays, type Circumstances, type Rules } from './rule.js';
import type { Refusal } from './intent.js';

/**
 * Nothing is disclosed until all said yes. A no is one row that only its own author sees: to everybody else a declined
 * introduction is an unanswered one, which closes on its last day.
 */
export const introductionRules: Rules<'ask-intro' | 'introduce' | 'answer-intro' | 'pass-intro' | 'met'> = {
  'ask-intro': {
    /** Who asks somebody that asked them first says yes to it. */
    needs(detail, actor, facts) {
      const theirs = keyOf('asking', detail.with, actor);
      const first = facts.row(theirs)?.introduction;
      return [
        keyOf('member', detail.with),
        keyOf('asking', actor, detail.with),
        theirs,
        ...(first ? answerFacts(first) : []),
      ];
    },
    decide(detail, circumstances) {
      const { actor, facts, now, key } = circumstances;
      const { with: other, text } = detail;
      if (other === actor) return { reason: 'self' };
      if (facts.row(keyOf('member', other)) === null) return { reason: 'unknown' };
      const theirs = facts.row(keyOf('asking', other, actor));
      if (theirs && isOpen(theirs.at, now)) return answer(theirs.introduction, true, circumstances);
      const mine = facts.row(keyOf('asking', actor, other));
      if (mine && isOpen(mine.at, now))
        return { reason: 'too-often', params: { when: daysAfter(mine.at, openDays).toISOString() } };
      const at = now.toISOString();
      return [
        {
          put: keyOf('introduction', key),
          row: { id: key, people: [actor, other], by: actor, text: text ?? null, at },
        },
        { put: keyOf('asking', actor, other), row: { by: actor, with: other, introduction: key, at } },
      ];
    },
  },

  introduce: {
    needs: ({ people }) => people.map((id) => keyOf('member', id)),
    decide({ people: [a, b], text }, { actor, facts, now, key }) {
      if (a === b) return { reason: 'invalid', params: { field: 'people' } };
      if (actor === a || actor === b) return { reason: 'self' };
      if ([a, b].some((id) => facts.row(keyOf('member', id)) === null)) return { reason: 'unknown' };
      const row = { id: key, people: [a, b], by: actor, text, at: now.toISOString() };
      return [{ put: keyOf('introduction', key), row }];
    },
  },

  'answer-intro': {
    needs: ({ introduction }) => answerFacts(introduction),
    decide: ({ introduction, on }, circumstances) => answer(introduction, on, circumstances),
  },

  'pass-intro': {
    needs: ({ with: other }) => [keyOf('member', other)],
    decide({ with: other, until }, { actor, facts, now }) {
      if (other === actor) return { reason: 'self' };
      if (facts.row(keyOf('member', other)) === null) return { reason: 'unknown' };
      const row = { member: actor, with: other, until: until ?? daysAfter(now, 182).toISOString() };
      return [{ put: keyOf('pass', actor, other), row }];
    },
  },

  met: {
    needs: ({ introduction }) => [keyOf('introduction', introduction)],
    decide({ introduction, on }, { actor, facts, now }) {
      const row = facts.row(keyOf('introduction', introduction));
      if (row === null || (row && !(row.met && row.people.includes(actor)))) return { reason: 'unknown' };
      const meeting = { introduction, member: actor, on, at: now.toISOString() };
      return [{ put: keyOf('meeting', introduction, actor), row: meeting }];
    },
  },
};

function answerFacts(introduction: string): FactKey[] {
  return [keyOf('introduction', introduction), allOf('introduction-answer', introduction)];
}

function isOpen(at: string, now: Date): boolean {
  return daysAfter(at, openDays) > now;
}

/** Somebody's answer, and the introduction itself once everybody it is for said yes; who asked for it has. */
function answer(id: string, on: boolean, { actor, facts, now }: Circumstances): Refusal | RowChange[] {
  const row = facts.row(keyOf('introduction', id));
  // "Not yours" would say that there is one.
  if (row === null || (row && !row.people.includes(actor))) return { reason: 'unknown' };
  if (row?.met) return on ? [] : { reason: 'gone' };
  if (row?.at && !isOpen(row.at, now)) return { reason: 'gone' };
  const at = now.toISOString();
  const said: RowChange = {
    put: keyOf('introduction-answer', id, actor),
    row: { introduction: id, member: actor, on, at },
  };
  return on && everyoneElseAgreed(id, actor, facts)
    ? [said, { put: keyOf('introduction', id), row: { met: at } }]
    : [said];
}

function everyoneElseAgreed(id: string, actor: string, facts: Facts): boolean {
  const row = facts.row(keyOf('introduction', id));
  const answers = facts.rows(allOf('introduction-answer', id));
  if (!row || !answers) return false;
  const yes = new Set(answers.filter(({ on }) => on).map(({ member }) => member));
  const no = new Set(answers.filter(({ on }) => !on).map(({ member }) => member));
  return row.people.every((one) => one === actor || yes.has(one) || (one === row.by && !no.has(one)));
}
