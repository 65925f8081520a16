import { ProviderError } from '@kith/core';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What is sent where something is not done, as problem details (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly reason: string,
    readonly details: { params?: Record<string, unknown>; retryAfter?: number; detail?: string } = {},
  ) {
    super(reason);
  }
}

/** The status of each reason a wish is refused for. */
const statuses: Record<string, ContentfulStatusCode> = {
  'signed-out': 401,
  'not-allowed': 403,
  'not-yours': 403,
  self: 422,
  unknown: 422,
  invalid: 400,
  'too-long': 413,
  'too-often': 422,
  gone: 404,
  'stale-purpose': 409,
  'read-only': 405,
};

/** What went wrong, as it is said outside; `undefined` for what is nobody's business but the log's. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (!(error instanceof ProviderError)) return undefined;
  const { kind, reason = kind === 'gone' ? 'gone' : 'invalid', params, retryAfter } = error;
  if (kind === 'busy') return new Problem(503, 'busy', { ...(retryAfter !== undefined && { retryAfter }) });
  return new Problem(statuses[reason] ?? 400, reason, { ...(params && { params }) });
}

/** Titles are for who reads a log; a page writes its own sentence from `reason` and `params`. */
export function answerProblem(context: Context, { status, reason, details }: Problem): Response {
  const { params, retryAfter, detail } = details;
  if (retryAfter !== undefined) context.header('retry-after', String(Math.ceil(retryAfter)));
  if (status === 401) context.header('www-authenticate', 'Bearer');
  const said = { type: 'about:blank', title: titles[status] ?? 'Not done', status, reason, detail, params };
  return context.body(JSON.stringify(said), status, { 'content-type': 'application/problem+json' });
}

const titles: Partial<Record<number, string>> = {
  400: 'Not understood',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not there',
  405: 'Read only',
  409: 'Not as it was',
  413: 'Too much',
  422: 'Not carried out',
  429: 'Too often',
  500: 'Something is wrong here',
  503: 'Busy',
};
