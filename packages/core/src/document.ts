import * as v from 'valibot';
import { least, patterns } from './shape.js';

/**
 * The community document: one JSON document that can carry a whole community.
 * The schemas below are the one source of the types, of the check at run time
 * (`readDocument`), of its brief form (`npm run shape`) and of the published JSON Schema.
 */

// A message says what is wrong, after the place: "members[3].hours[0]: should be …".
const id = v.pipe(v.string(), v.regex(patterns.id, 'should be 1 to 128 characters without spaces, controls or "/"'));
const words = v.pipe(v.string(), v.regex(patterns.words, 'is empty'));
const date = v.pipe(v.string(), v.regex(patterns.date, 'should be a date like 2026-03-01 or 2026-03-01T10:00:00Z'));
const whole = v.integer('should be a whole number');
const count = v.pipe(v.number(), whole, v.minValue(least.count, 'should not be below zero'));
const positive = v.pipe(v.number(), whole, v.minValue(least.positive, 'should be at least 1'));
const hours = v.pipe(v.string(), v.regex(patterns.hours, 'should be hours like 18:00-21:00'));

const list = <S extends v.GenericSchema>(piece: S) => v.optional(v.array(piece));
const maybe = <S extends v.GenericSchema>(piece: S) => v.optional(piece);

/** How many did a thing, whether the viewer did, and those who may be named. */
const tally = v.looseObject({ count, mine: maybe(v.boolean()), by: list(id) });
const link = v.looseObject({ label: words, href: maybe(v.string()) });
/** What somebody elsewhere wrote, in a shape that is not ours: whoever reads it looks for themselves. */
const foreign = v.looseObject({});
const evidence = list(
  v.looseObject({
    kind: v.string(),
    src: v.string(),
    alt: maybe(v.string()),
    // Of the kind "badge": the Open Badge itself, and the status lists of its issuer as they were when it was put here.
    credential: maybe(foreign),
    lists: list(foreign),
  }),
);
const saying = v.looseObject({
  id: maybe(id),
  member: maybe(id),
  text: words,
  lang: maybe(v.string()),
  evidence,
  at: maybe(date),
});

export const CommunitySchema = v.looseObject({
  id,
  name: words,
  url: maybe(v.string()),
  locale: maybe(v.string()),
});

export const PurposeSchema = v.looseObject({
  version: maybe(positive),
  statement: words,
  threshold: maybe(positive),
  made: maybe(v.looseObject({ count, unit: words, href: maybe(v.string()) })),
  invitation: maybe(link),
  counts: maybe(v.looseObject({ withUs: maybe(count), pledged: maybe(count), active: maybe(count) })),
  // The viewer's own part: whether they are counted in, and which wording their name stands on.
  mine: maybe(v.looseObject({ withUs: maybe(v.boolean()), pledged: maybe(positive) })),
  by: list(id),
  lines: list(
    v.looseObject({
      id,
      member: maybe(id),
      text: words,
      lang: maybe(v.string()),
      backed: maybe(tally),
      at: maybe(date),
    }),
  ),
  // The wordings before this one: a name stays on the wording it was put to.
  earlier: list(v.looseObject({ version: positive, statement: words, until: maybe(date) })),
  decisions: list(
    v.looseObject({ title: words, because: maybe(v.string()), href: maybe(v.string()), at: maybe(date) }),
  ),
});

export const RoleSchema = v.looseObject({
  id,
  name: words,
  description: maybe(v.string()),
  needs: maybe(v.string()),
});

const heldRole = v.looseObject({
  role: id,
  aspires: maybe(v.string()),
  accepted: maybe(v.boolean()),
  affirmed: maybe(
    v.looseObject({
      count,
      mine: maybe(v.boolean()),
      by: list(v.looseObject({ member: id, because: maybe(v.string()), at: maybe(date) })),
    }),
  ),
  shown: maybe(count),
});

export const MemberSchema = v.looseObject({
  id,
  kind: maybe(v.string()),
  name: words,
  called: maybe(words),
  host: maybe(v.boolean()),
  pronouns: maybe(v.string()),
  title: maybe(v.string()),
  headline: maybe(v.string()),
  story: maybe(v.string()),
  url: maybe(v.string()),
  labels: list(words),
  picture: maybe(v.looseObject({ src: v.string(), alt: maybe(v.string()) })),
  timeZone: maybe(v.string()),
  hours: list(hours),
  languages: list(words),
  offers: list(words),
  asks: list(words),
  topics: list(words),
  joinedAt: maybe(date),
  standing: maybe(v.string()),
  standingSince: maybe(date),
  visibility: maybe(v.string()),
  roles: list(heldRole),
});

export const RecognitionSchema = v.looseObject({
  id,
  occasion: maybe(v.string()),
  from: maybe(id),
  to: list(id),
  unnamed: maybe(count),
  text: maybe(words),
  lang: maybe(v.string()),
  labels: list(words),
  role: maybe(id),
  reward: maybe(v.string()),
  need: maybe(v.string()),
  evidence,
  at: maybe(date),
  askedAt: maybe(date),
  deliveredAt: maybe(date),
  shippedAt: maybe(date),
  heardBy: maybe(v.looseObject({ member: id, at: maybe(date), did: maybe(v.string()) })),
  bornFrom: maybe(id),
  answers: list(saying),
  kept: maybe(v.looseObject({ by: id, because: maybe(v.string()) })),
  try: maybe(v.string()),
  measure: maybe(v.string()),
  result: maybe(v.string()),
  cheers: maybe(tally),
  // Who would say that too, of an ask or an idea.
  backed: maybe(tally),
  replies: list(saying),
  state: maybe(v.string()),
  consents: list(v.looseObject({ member: id, as: v.string(), at: maybe(date) })),
});

const need = v.union(
  [
    v.looseObject({ measure: id, atLeast: v.number() }),
    v.looseObject({ sponsors: positive }),
    v.looseObject({ manual: v.literal(true) }),
  ],
  'should be { measure, atLeast }, { sponsors } or { manual: true }',
);

const reward = v.looseObject({ reward: maybe(v.string()), label: words, href: maybe(v.string()) });

export const LadderSchema = v.looseObject({
  id,
  name: words,
  // The label is said of many, the unit of one; the act has "{n}" for how many are missing.
  measures: list(v.looseObject({ id, label: words, unit: maybe(v.string()), act: maybe(v.string()) })),
  rungs: v.array(v.looseObject({ id, name: words, can: words, needs: list(need), unlocks: list(reward) })),
});

export const ProgressSchema = v.looseObject({
  member: id,
  ladder: id,
  visibility: maybe(v.string()),
  measures: maybe(v.record(v.string(), v.number())),
  reached: maybe(v.record(v.string(), v.string())),
  sponsors: maybe(v.record(v.string(), v.array(id))),
  records: list(v.looseObject({ measure: id, value: v.number(), at: date })),
  cheers: list(v.looseObject({ rung: id, count, mine: maybe(v.boolean()), by: list(id) })),
});

export const IntroductionSchema = v.looseObject({
  id,
  people: v.array(id),
  by: maybe(id),
  text: maybe(v.string()),
  state: v.string(),
  at: maybe(date),
});

export const DocumentSchema = v.looseObject({
  kith: v.literal(1),
  archive: maybe(v.boolean()),
  // Of an archive that began as a public document: behind its names and numbers are people it does not list.
  partial: maybe(v.boolean()),
  community: maybe(CommunitySchema),
  purpose: maybe(PurposeSchema),
  roles: list(RoleSchema),
  members: list(MemberSchema),
  recognitions: list(RecognitionSchema),
  ladders: list(LadderSchema),
  progress: list(ProgressSchema),
  introductions: list(IntroductionSchema),
});

/** What the schema knows of a piece, without the keys that merely survive. */
type Known<T> = T extends readonly (infer U)[]
  ? Known<U>[]
  : T extends object
    ? { [K in keyof T as string extends K ? (unknown extends T[K] ? never : K) : K]: Known<T[K]> }
    : T;
type Piece<S extends v.GenericSchema> = Known<v.InferOutput<S>>;

export type CommunityDocument = Piece<typeof DocumentSchema>;
export type Community = Piece<typeof CommunitySchema>;
export type Purpose = Piece<typeof PurposeSchema>;
export type Role = Piece<typeof RoleSchema>;
export type Member = Piece<typeof MemberSchema>;
export type HeldRole = Piece<typeof heldRole>;
export type Recognition = Piece<typeof RecognitionSchema>;
export type Ladder = Piece<typeof LadderSchema>;
export type Progress = Piece<typeof ProgressSchema>;
export type Introduction = Piece<typeof IntroductionSchema>;
export type Tally = Piece<typeof tally>;
export type Need = Piece<typeof need>;
export type Line = NonNullable<Purpose['lines']>[number];
export type Measure = NonNullable<Ladder['measures']>[number];
export type Rung = Ladder['rungs'][number];
