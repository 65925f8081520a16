import { ProviderError, type ProviderErrorKind } from '@kith/core';
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

/** What went wrong, as it is said outside; `undefined` for what is nobody's business but the log's. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (!(error instanceof ProviderError)) return undefined;
  const { kind, reason = kind === 'gone' ? 'gone' : 'invalid', params, retryAfter } = error;
  return new Problem(statusOf(kind, reason), kind === 'busy' ? 'busy' : reason, {
    ...(params && { params }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** The status that means to the `server` provider what the error did here. */
function statusOf(kind: ProviderErrorKind, reason: string): ContentfulStatusCode {
  if (kind === 'gone') return 404;
  if (kind === 'invalid') return 422;
  if (kind !== 'refused') return 503;
  return reason === 'signed-out' ? 401 : 403;
}

/** Titles are for who reads a log; a page writes its own sentence from `reason` and `params`. */
export function answerProblem(context: Context, { status, reason, details }: Problem): Response {
  const { params, retryAfter, detail } = details;
  if (retryAfter !== undefined) context.header('retry-after', String(Math.ceil(retryAfter)));
  if (status === 401) context.header('www-authenticate', 'Bearer');
  const said = { type: 'about:blank', title: titles[status] ?? 'Not done', status, reason, detail, params };
  return context.body(JSON.stringify(said), status, { 'content-type': 'application/problem+json' });
}

/** What each status is called. */
export const titles: Partial<Record<number, string>> = {
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
  501: 'Not told so',
  503: 'Busy',
};
