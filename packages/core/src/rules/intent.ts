import * as v from 'valibot';
import { safeUrl } from '../links.js';
import { audiences, occasions, reasonKinds, rewards } from '../words.js';

/**
 * Every wish a member can have, with what it says. The schemas are the one source of the types, of the check wherever an
 * intent is taken, and of what the server publishes. Limits are in graphemes.
 */
const id = v.pipe(v.string(), v.regex(/^[^\s/\p{Cc}]{1,128}$/u));
const on = v.boolean();
const said = v.pipe(v.string(), v.trim(), v.nonEmpty());
const text = v.pipe(said, v.maxGraphemes(1000));
const line = v.pipe(said, v.maxGraphemes(280));
/** Words beside a wish: empty ones take back what was said before, where none leave it as it was. */
const aside = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxGraphemes(most)));
const word = v.pipe(said, v.maxGraphemes(80));
const words = v.pipe(v.array(word), v.maxLength(50));
const link = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check((href) => !!safeUrl(href)),
);
const at = v.pipe(v.string(), v.isoTimestamp());
const maybe = <S extends v.GenericSchema>(piece: S) => v.optional(piece);
const evidence = v.pipe(
  v.array(v.strictObject({ kind: v.picklist(['image', 'link']), src: link, alt: maybe(line) })),
  v.maxLength(8),
);
const hours = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/));
const reason = v.strictObject({ kind: v.picklist(reasonKinds), words: line });

export const details = {
  'with-us': v.strictObject({ on }),
  pledge: v.strictObject({ on, purposeVersion: v.pipe(v.number(), v.integer(), v.minValue(1)), line: maybe(line) }),
  back: v.strictObject({ subject: v.strictObject({ kind: v.picklist(['line', 'ask', 'idea']), id }), on }),
  'claim-role': v.strictObject({ role: id, on, aspires: aside(280) }),
  'affirm-role': v.strictObject({ member: id, role: id, on, because: aside(1000) }),
  'accept-role': v.strictObject({ role: id, on }),
  recognize: v.strictObject({
    to: v.pipe(v.array(id), v.maxLength(50)),
    occasion: v.picklist(occasions),
    text,
    role: maybe(id),
    reward: maybe(v.picklist(rewards)),
    need: maybe(line),
    evidence: maybe(evidence),
  }),
  retract: v.strictObject({ recognition: id }),
  cheer: v.union([v.strictObject({ recognition: id, on }), v.strictObject({ member: id, ladder: id, rung: id, on })]),
  thank: v.strictObject({ recognition: id, text, evidence: maybe(evidence) }),
  consent: v.strictObject({ recognition: id, as: v.picklist(['named', 'unnamed', 'hidden']) }),
  answer: v.strictObject({ ask: id, text }),
  keep: v.strictObject({ recognition: id, on, because: aside(280) }),
  report: v.strictObject({ recognition: id, reason: text }),
  record: v.strictObject({
    ladder: id,
    measure: id,
    value: v.pipe(v.number(), v.finite(), v.minValue(0)),
    at: maybe(at),
  }),
  sponsor: v.strictObject({ member: id, ladder: id, rung: id, on }),
  'ask-intro': v.strictObject({ with: id, text: maybe(text), reasons: v.pipe(v.array(reason), v.maxLength(12)) }),
  introduce: v.strictObject({ people: v.strictTuple([id, id]), text }),
  'answer-intro': v.strictObject({ introduction: id, on }),
  'pass-intro': v.strictObject({ with: id, until: maybe(at) }),
  met: v.strictObject({ introduction: id, on }),
  profile: v.strictObject({
    patch: v.partial(
      v.strictObject({
        offers: words,
        asks: words,
        topics: words,
        languages: words,
        story: v.pipe(v.string(), v.maxGraphemes(1000)),
        hours: v.pipe(v.array(hours), v.maxLength(7)),
        timeZone: word,
        visibility: v.picklist(audiences),
        // Who sees where they stand on one ladder.
        progress: v.strictObject({ ladder: id, visibility: v.picklist(audiences) }),
      }),
    ),
  }),
} as const;

export type IntentName = keyof typeof details;
export type Detail<N extends IntentName> = v.InferOutput<(typeof details)[N]>;

/** Who wishes: a member of the community, or a guest's device where no account is needed. */
export type Actor = { readonly member: string } | { readonly guest: string };

/** One wish, as plain data. `key` is a UUIDv7 made once; what the wish creates has it as its id. */
export type Intent<N extends IntentName = IntentName> = {
  [K in N]: { key: string; name: K; detail: Detail<K>; actor: Actor | undefined; community: string; at: string };
}[N];

/** Why a wish is not carried out; the widget writes the sentence. */
export interface Refusal {
  reason:
    | 'signed-out'
    | 'not-allowed'
    | 'not-yours'
    | 'self'
    | 'unknown'
    | 'invalid'
    | 'too-long'
    | 'too-often'
    | 'gone'
    | 'stale-purpose'
    | 'read-only';
  params?: Record<string, string | number>;
}

/** What an intent says, checked: what is wrong with it, or its detail without what nobody asked for. */
export function checked<N extends IntentName>(name: N, detail: unknown): Refusal | { detail: Detail<N> } {
  if (!Object.hasOwn(details, name)) return { reason: 'invalid', params: { field: 'name' } };
  const result = v.safeParse(details[name] as v.GenericSchema<unknown, Detail<N>>, detail);
  if (result.success) return { detail: result.output };
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'detail';
  if (issue.type !== 'max_graphemes') return { reason: 'invalid', params: { field } };
  return {
    reason: 'too-long',
    params: { field, n: Number(issue.received) - Number(issue.expected?.replace(/\D/g, '')) },
  };
}
