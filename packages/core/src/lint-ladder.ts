import type { Ladder, Rung } from './document.js';
import { nextAct } from './ladder.js';

/** What an author may mend on a ladder: a code for machines, which step, the words it is about, and a sentence for people. */
export interface LadderObjection {
  code: 'empty' | 'begins' | 'reward' | 'rank' | 'form' | 'gap' | 'easier' | 'measure';
  /** The id of the step; undefined where there is none. */
  rung: string | undefined;
  words: string[];
  sentence: string;
}

/** One of the three; so if there are no objections. */
export interface LadderFinding {
  ok: boolean;
  objections: LadderObjection[];
}

/** Whether a ladder is one people can climb, and if not, why. */
export interface LadderFindings {
  /** Its first step is true on day one. */
  begun: LadderFinding;
  /** Each step says what one can do. */
  able: LadderFinding;
  /** No step is too far from the one below. */
  near: LadderFinding;
}

/**
 * The widest step there may be: from nothing to a hundred, else to ten times as many. Wider than the widest of Discourse's
 * trust levels, 10 to 60 minutes read.
 */
const WIDEST = { first: 100, times: 10 };

/**
 * Advice to the author of a ladder, never shown to visitors. Begun: the first step needs nothing. Able: each step says an
 * ability that reads on in "You can already …", no reward (that is what `unlocks` are for) and no rank. Near: of a measure
 * no step asks for more than ten times what the one below did, nor for less, nor for a measure the ladder does not count.
 * Rewards, ranks and forms are known in English only. Doubtful words pass.
 */
export function lintLadder({ rungs, measures = [] }: Pick<Ladder, 'rungs' | 'measures'>): LadderFindings {
  const counted = new Set(measures.map(({ id }) => id));
  return {
    begun: finding(beginning(rungs[0])),
    able: finding(rungs.flatMap(abilities)),
    near: finding(gaps(rungs, counted)),
  };
}

type Rule = readonly [code: LadderObjection['code'], sentence: string, ...patterns: RegExp[]];

const rewards =
  'badges?|points?|coins?|stars?|medals?|troph(?:y|ies)|prizes?|rewards?|gifts?|t-?shirts?|mugs?|stickers?|swag|discounts?|vouchers?|coupons?|certificates?|titles?|perks?|(?:early )?access';
const metals = 'bronze|silver|gold|platinum|diamond';

/* Each leaves room for what people can do: "unlock the workshop door", "win an argument", "pour bronze". */
const rules: readonly Rule[] = [
  [
    'reward',
    'This is something one gets. Say what one can do; what it opens stands beside it.',
    new RegExp(
      `^(?:get|receive|earn|win|collect|claim|redeem|unlock|gain|have)\\b(?: [\\w'’-]+){0,4} (?:${rewards})\\b`,
      'i',
    ),
  ],
  [
    'rank',
    'This is a place above others. Say what one can do that one could not do before.',
    /^(?:be|become|reach|attain|hit|make it to)\b.* ?\b(?:levels?|ranks?|tiers?|leagues?|elite|vip|leaderboards?|champions?|number one|top (?:\d+|ten|three|contributors?|members?))\b/i,
    new RegExp(
      `^(?:be|become|reach|attain) (?:an? )?(?:${metals}|experts?|masters?|legends?|gurus?|ninjas?|heroe?s?)\\b`,
      'i',
    ),
    /^(?:rank|place) (?:among|above|in|first|second|third)\b|^(?:beat|outrank|overtake) (?:others|everyone|(?:the|other|all) )/i,
  ],
  [
    'form',
    'This does not read on in "You can already …". Begin with what one does: "hang from the bar".',
    /^(?:you |one |they )?can\b|^(?:you|they|i|we)\b|^to \w+|^(?:be )?able to\b/i,
    /^\p{Nd}/u,
    // "Hang", but not "HTML" nor a language that writes its verbs or nouns large.
    /^(?:Hang|Read|Write|Do|Make|Take|Give|Help|Open|Run|Hold|Teach|Mend|Build|Tell|Lead|Join|Sing|Play|Ask|Answer|Use|Move|Host|Post|Bring|Keep|Find|Show|Pull|Walk|Lift|Coach|Fix|Learn)(?= |$)/,
    /^(?!(?:bring|sing|swing|spring|string|sting|fling|cling|sling|wing|ping|ring|wring|king|ding)\b)[a-z]{2,}ing\b/i,
  ],
];

/** A name alone that says a rank. */
const rankName = new RegExp(
  `^(?:level|rank|tier|grade|league) ?\\p{N}+$|^(?:${metals})(?: (?:level|tier|league|member))?$`,
  'iu',
);

function beginning(first: Rung | undefined): LadderObjection[] {
  if (!first) return [{ code: 'empty', rung: undefined, words: [], sentence: 'There is no step here yet.' }];
  if (!nextAct(first, undefined)) return [];
  const sentence = 'Nobody stands here on day one. Let the first step be what everyone can do who has just come.';
  return [{ code: 'begins', rung: first.id, words: [first.name], sentence }];
}

function abilities({ id, name, can }: Rung): LadderObjection[] {
  const text = can.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const found = rules.flatMap(([code, sentence, ...patterns]): LadderObjection[] => {
    const words = patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
    return words.length ? [{ code, rung: id, words, sentence }] : [];
  });
  if (!text) {
    found.push({ code: 'empty', rung: id, words: [], sentence: 'This does not say yet what one can do here.' });
  }
  if (rankName.test(name.trim()) && !found.some(({ code }) => code === 'rank')) {
    const sentence = 'This is called as a rank is. Call it by what one does there.';
    found.push({ code: 'rank', rung: id, words: [name], sentence });
  }
  return found;
}

function gaps(rungs: readonly Rung[], counted: ReadonlySet<string>): LadderObjection[] {
  const below = new Map<string, number>();
  return rungs.flatMap(({ id, needs = [] }) =>
    needs.flatMap((need): LadderObjection[] => {
      if (!('measure' in need)) return [];
      const { measure, atLeast } = need;
      const object = (code: LadderObjection['code'], sentence: string) => [
        { code, rung: id, words: [measure], sentence },
      ];
      if (!counted.has(measure))
        return object('measure', `Nobody can write up "${measure}": this ladder does not count it.`);
      const before = below.get(measure) ?? 0;
      below.set(measure, Math.max(before, atLeast));
      if (atLeast < before)
        return object('easier', `This asks for ${atLeast}, where a step below asks for ${before} already.`);
      const most = before > 0 ? before * WIDEST.times : WIDEST.first;
      return atLeast > most
        ? object(
            'gap',
            `From ${before} to ${atLeast} is a long way. Put a step in between that somebody can take soon.`,
          )
        : [];
    }),
  );
}

function finding(objections: LadderObjection[]): LadderFinding {
  return { ok: objections.length === 0, objections };
}
