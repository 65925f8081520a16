import type { Answer, Query } from '@kith/core';
import {
  CommunitySchema,
  DocumentSchema,
  IntroductionSchema,
  LadderSchema,
  MemberSchema,
  ProgressSchema,
  PurposeSchema,
  RecognitionSchema,
  RoleSchema,
  reasonKinds,
} from '@kith/core';
import { details, intentNames } from '@kith/core/rules';
import * as v from 'valibot';
import { intentShape } from '../routes/wishes.js';
import { guestShape } from '../routes/mine.js';
import { rulingShape } from '../routes/moderation.js';
import { inviteShape, proofShape } from '../routes/personal.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const people = v.array(MemberSchema);
const revision = v.pipe(count, v.description('Of two answers the one with the higher revision is the newer.'));
const cursor = v.exactOptional(v.pipe(v.string(), v.description('Where the next page begins, where there is one.')));
const page = { after: cursor, total: count, revision };
const purpose = {
  purpose: v.optional(PurposeSchema),
  community: v.optional(CommunitySchema),
  members: count,
  people,
};
const reason = v.strictObject({ kind: v.picklist(reasonKinds), words: v.string() });

/** What questions are answered with. */
export const answers = {
  community: v.strictObject({ ...purpose, roles: v.array(RoleSchema), ladders: v.array(LadderSchema), revision }),
  members: v.strictObject({ members: people, ...page }),
  member: v.strictObject({ member: v.optional(MemberSchema), people, revision }),
  wall: v.strictObject({ letters: v.array(RecognitionSchema), people, ...page }),
  ladder: v.strictObject({
    ladder: v.optional(LadderSchema),
    ladders: v.exactOptional(v.array(v.strictObject({ id: v.string(), name: v.string() }))),
    progress: v.array(ProgressSchema),
    people,
    revision,
  }),
  suggestions: v.strictObject({
    me: v.optional(MemberSchema),
    suggestions: v.array(v.strictObject({ member: MemberSchema, reasons: v.array(reason) })),
    people,
    revision,
  }),
  introductions: v.strictObject({
    introductions: v.array(v.looseObject({ ...IntroductionSchema.entries, reasons: v.exactOptional(v.array(reason)) })),
    people,
    revision,
  }),
  inbox: v.strictObject({
    letters: v.array(RecognitionSchema),
    written: v.exactOptional(v.array(RecognitionSchema)),
    people,
    revision,
  }),
};

type Kind = Exclude<keyof typeof answers, 'community'>;
/** Each kind of answer that its schema would not take. */
type Untold = {
  [K in Kind]: Answer<Extract<Query, { kind: K }>> extends v.InferInput<(typeof answers)[K]> ? never : K;
}[Kind];
/** Does not compile where an answer has what its description lacks. */
export const untold: [Untold] extends [never] ? true : Untold = true;

const touched = v.array(v.strictObject({ kind: v.string(), id: v.string(), gone: v.exactOptional(v.literal(true)) }));

/** What is said once and by its name everywhere else. */
export const named = {
  Community: CommunitySchema,
  Purpose: PurposeSchema,
  Role: RoleSchema,
  Ladder: LadderSchema,
  Member: MemberSchema,
  Recognition: RecognitionSchema,
  Progress: ProgressSchema,
  Document: DocumentSchema,
  Change: v.strictObject({ revision, touched }),
  Receipt: v.strictObject({ revision }),
  Copy: v.strictObject({
    kith: v.literal(1),
    community: v.string(),
    member: v.optional(MemberSchema),
    rows: v.record(v.string(), v.array(v.looseObject({}))),
  }),
  Queue: v.strictObject({
    waiting: v.array(
      v.strictObject({
        letter: v.partial(RecognitionSchema),
        isFirst: v.boolean(),
        reports: v.array(v.strictObject({ reason: v.string(), at: v.string() })),
      }),
    ),
  }),
  Ruling: rulingShape,
  Guest: guestShape,
  Invite: inviteShape,
  Link: v.strictObject({ link: v.pipe(v.string(), v.url()) }),
  Proof: proofShape,
  Admitted: v.strictObject({ device: v.string(), member: v.string() }),
  Devices: v.strictObject({ devices: v.array(v.strictObject({ id: v.string(), at: v.string() })) }),
  Ended: v.strictObject({ ended: count }),
  Intent: v.variant(
    'name',
    intentNames.map((name) => v.object({ key: intentShape.entries.key, name: v.literal(name), detail: details[name] })),
  ),
  Problem: v.strictObject({
    type: v.literal('about:blank'),
    title: v.string(),
    status: v.pipe(v.number(), v.integer()),
    reason: v.pipe(
      v.picklist([
        'signed-out',
        'not-allowed',
        'not-yours',
        'self',
        'unknown',
        'invalid',
        'too-long',
        'too-often',
        'gone',
        'stale-purpose',
        'read-only',
        'busy',
      ]),
      v.description('What a page writes its sentence from.'),
    ),
    detail: v.exactOptional(v.string()),
    params: v.exactOptional(v.record(v.string(), v.unknown())),
  }),
  Alive: v.strictObject({ ok: v.literal(true) }),
} satisfies Record<string, v.GenericSchema>;
