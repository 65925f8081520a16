import type { Progress, Rung } from '../document.js';
import { standing, wayBack, type Climb } from '../ladder.js';
import { cheerLetter } from './letters.js';
import { undated } from './place.js';
import { allOf, keyOf, type FactKey, type Facts, type RowChange, type Tables } from './rows.js';
import { toggled, type Rules } from './rule.js';

export const ladderRules: Rules<'record' | 'sponsor' | 'cheer'> = {
  /** Keeps the best of a measure: a try that was worse never counts against anybody. Who rested is back with it. */
  record: {
    needs: ({ ladder }, actor) => [...climbFacts(actor, ladder), keyOf('member', actor)],
    decide({ ladder: id, measure, value, at = '' }, { actor, facts, now, key }) {
      const ladder = facts.row(keyOf('ladder', id));
      if (ladder === null) return { reason: 'unknown' };
      if (ladder && !ladder.measures?.some((each) => each.id === measure))
        return { reason: 'invalid', params: { field: 'measure' } };
      const when = at ? new Date(at) : now;
      if (when > now) return { reason: 'invalid', params: { field: 'at' } };
      const climb = facts.row(keyOf('climb', actor, id));
      const measures = { ...climb?.measures, [measure]: Math.max(value, climb?.measures?.[measure] ?? 0) };
      const row = { id: key, member: actor, ladder: id, measure, value, at: when.toISOString() };
      const climbed = climbWith(actor, id, facts, { measures });
      return [
        { put: keyOf('record', actor, id, key), row },
        // What else was measured is only known where the climb is.
        ...(climb === undefined
          ? []
          : [{ put: keyOf('climb', actor, id), row: { ...begun(actor, id, climb), measures } } as const]),
        ...newlyReached(climbed, when),
        ...backFromRest(climbed, facts.row(keyOf('member', actor)), when),
      ];
    },
  },

  /** A host's word also settles a step that a host goes through with somebody. */
  sponsor: {
    needs: ({ member, ladder }, actor) => [
      ...climbFacts(member, ladder),
      keyOf('member', member),
      keyOf('member', actor),
    ],
    decide({ member, ladder: id, rung: rungId, on }, { actor, facts, now }) {
      if (member === actor) return { reason: 'self' };
      if (facts.row(keyOf('member', member)) === null) return { reason: 'unknown' };
      const ladder = facts.row(keyOf('ladder', id));
      const rung = ladder?.rungs.find((each) => each.id === rungId);
      if (ladder === null || (ladder && !rung)) return { reason: 'unknown' };
      if (rung && !rung.needs?.some((need) => 'sponsors' in need || 'manual' in need))
        return { reason: 'invalid', params: { field: 'rung' } };
      const isHost = facts.row(keyOf('member', actor))?.host === true;
      if (rung && !rung.needs?.some((need) => 'sponsors' in need) && !isHost) return { reason: 'not-allowed' };
      const at = now.toISOString();
      const row = { member, ladder: id, rung: rungId, by: actor, ...(isHost && { settled: true as const }), at };
      const changes = toggled(on, { put: keyOf('sponsorship', member, id, rungId, actor), row });
      if (!on) return changes;
      // Somebody's first word for them begins their climb.
      const first: RowChange[] =
        facts.row(keyOf('climb', member, id)) === null
          ? [{ put: keyOf('climb', member, id), row: begun(member, id) }]
          : [];
      return [...first, ...changes, ...newlyReached(climbWith(member, id, facts, { sponsor: row }), now)];
    },
  },

  cheer: {
    needs: (detail, actor, facts) =>
      'rung' in detail
        ? [keyOf('climb', detail.member, detail.ladder), keyOf('ladder', detail.ladder)]
        : cheerLetter.needs(detail, actor, facts),
    decide(detail, circumstances) {
      if (!('rung' in detail)) return cheerLetter.decide(detail, circumstances);
      const { member, ladder, rung, on } = detail;
      const { actor, facts, now } = circumstances;
      if (member === actor) return { reason: 'self' };
      if (on && facts.row(keyOf('climb', member, ladder)) === null) return { reason: 'unknown' };
      const rungs = facts.row(keyOf('ladder', ladder))?.rungs;
      if (on && rungs && !rungs.some(({ id }) => id === rung)) return { reason: 'unknown' };
      const row = { member, ladder, rung, by: actor, at: now.toISOString() };
      return toggled(on, { put: keyOf('rung-cheer', member, ladder, rung, actor), row });
    },
  },
};

/** A climb that begins is its climber's own until they show it. */
function begun(member: string, ladder: string, before: Tables['climb'] | null = null): Tables['climb'] {
  return { member, ladder, ...(!before && { visibility: 'nobody' }) };
}

function climbFacts(member: string, ladder: string): FactKey[] {
  return [
    keyOf('ladder', ladder),
    keyOf('climb', member, ladder),
    allOf('reached', member, ladder),
    allOf('sponsorship', member, ladder),
  ];
}

interface News {
  measures?: Record<string, number>;
  sponsor?: Tables['sponsorship'];
}

interface Climbed {
  progress: Progress;
  reached: readonly Tables['reached'][];
  climb: Climb;
}

/** Where somebody stands with what is new; undefined where a fact is unknown. */
function climbWith(member: string, id: string, facts: Facts, { measures, sponsor }: News): Climbed | undefined {
  const [ladder, climb] = [facts.row(keyOf('ladder', id)), facts.row(keyOf('climb', member, id))];
  const reached = facts.rows(allOf('reached', member, id));
  const known = facts.rows(allOf('sponsorship', member, id));
  if (!ladder || climb === undefined || !reached || !known) return undefined;
  const sponsorships = sponsor ? [...known, sponsor] : known;
  const progress: Progress = {
    member,
    ladder: id,
    measures: measures ?? climb?.measures ?? {},
    reached: Object.fromEntries(reached.map((row) => [row.rung, row.at])),
    sponsors: byRung(sponsorships),
  };
  const settled = new Set(sponsorships.filter((row) => row.settled).map((row) => row.rung));
  const rungs = ladder.rungs.map((rung) => (settled.has(rung.id) ? withoutHost(rung) : rung));
  return { progress, reached, climb: standing({ ...ladder, rungs }, progress) };
}

/** The steps that come with what is new. */
function newlyReached(climbed: Climbed | undefined, at: Date): RowChange[] {
  if (!climbed) return [];
  const { progress, reached, climb } = climbed;
  const { member, ladder } = progress;
  return climb.reached
    .filter(({ id: rung }) => !reached.some((row) => row.rung === rung))
    .map(({ id: rung }) => ({
      put: keyOf('reached', member, ladder, rung),
      row: { member, ladder, rung, at: at.toISOString() },
    }));
}

/** Who rests is back once nothing of the step they hold is left behind; what was before the rest does not end it. */
function backFromRest(climbed: Climbed | undefined, who: Tables['member'] | null | undefined, at: Date): RowChange[] {
  if (!climbed || who?.standing !== 'resting' || at < new Date(who.standingSince ?? undated)) return [];
  const { climb, progress } = climbed;
  if (wayBack(climb, progress)) return [];
  return [{ put: keyOf('member', progress.member), row: { standing: 'active', standingSince: null } }];
}

function withoutHost({ needs = [], ...rung }: Rung): Rung {
  return { ...rung, needs: needs.filter((need) => !('manual' in need)) };
}

function byRung(sponsorships: readonly Tables['sponsorship'][]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const { rung, by } of sponsorships) (all[rung] ??= []).push(by);
  return all;
}
