import { ProviderError } from '@kith/core';
import type { Context } from 'hono';
import * as v from 'valibot';

/** Most rows of a page. */
const MOST = 1000;

const text = v.exactOptional(v.string());
const whole = v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number), v.number(), v.integer());
/** Where a page begins, as the one before it said, and how many are on it: 20 unless said, 1000 at most. */
const page = {
  after: text,
  limit: v.exactOptional(
    v.pipe(
      whole,
      v.transform((size) => Math.min(size, MOST)),
    ),
  ),
};

/** What each address may ask, in words: what the app reads it by is what is said of it. */
export const queries = {
  members: v.object({ q: text, role: text, ...page }),
  wall: v.object({
    member: text,
    role: text,
    reward: text,
    occasion: text,
    kept: v.exactOptional(
      v.pipe(
        v.picklist(['true', 'false']),
        v.transform((word) => word === 'true'),
      ),
    ),
    ids: v.exactOptional(
      v.pipe(
        v.string(),
        v.transform((ids) => ids.split(' ').filter(Boolean).slice(0, MOST)),
      ),
    ),
    ...page,
  }),
  ladder: v.object({ member: text }),
  suggestions: v.object({ with: text, ...page }),
  document: v.object({ archive: text }),
  changes: v.object({ after: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))) }),
};

/** What an address asks. Throws a `ProviderError` that names what of it cannot be understood. */
export function askedIn<S extends v.GenericSchema>(context: Context, schema: S): v.InferOutput<S> {
  return understood(schema, context.req.query());
}

/** The same of what was said in other places. */
export function understood<S extends v.GenericSchema>(schema: S, said: Record<string, string>): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, said);
  if (success) return output;
  throw new ProviderError('invalid', { reason: 'invalid', params: { field: v.getDotPath(issues[0]) ?? 'query' } });
}
