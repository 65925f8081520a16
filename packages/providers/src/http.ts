import { ProviderError, type ProviderErrorDetails, type ProviderErrorKind } from '@kith/core';

/** What a status means where the answer itself gives no reason. Those that are not here say that the question was wrong. */
const meanings: Readonly<Record<number, [ProviderErrorKind, reason?: string]>> = {
  401: ['refused', 'signed-out'],
  403: ['refused', 'not-allowed'],
  404: ['gone'],
  405: ['refused', 'read-only'],
  408: ['busy'],
  410: ['gone'],
  413: ['invalid', 'too-long'],
  425: ['busy'],
  429: ['busy'],
  501: ['refused', 'read-only'],
};

/** What an answer means that is no success; `reason` and `params` are those of its problem details (RFC 9457). */
export async function answerError(url: string, response: Response): Promise<ProviderError> {
  const { status, headers } = response;
  const [kind, reason] = meanings[status] ?? [status < 500 ? 'invalid' : 'busy'];
  const retryAfter = kind === 'busy' ? secondsUntil(headers.get('retry-after')) : undefined;
  return new ProviderError(kind, {
    message: `${url} answered ${status}.`,
    ...(reason && { reason }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(await problemOf(url, response)),
  });
}

async function problemOf(url: string, response: Response): Promise<Pick<ProviderErrorDetails, 'reason' | 'params'>> {
  if (!/^application\/(problem\+)?json\b/i.test(response.headers.get('content-type') ?? '')) return {};
  try {
    const said = JSON.parse(await bodyOf(url, response, 100_000)) as { reason?: unknown; params?: unknown } | null;
    const { reason, params } = said ?? {};
    if (typeof reason !== 'string') return {};
    const isObject = typeof params === 'object' && params !== null && !Array.isArray(params);
    return { reason, ...(isObject && { params: params as Record<string, unknown> }) };
  } catch {
    return {};
  }
}

/** `Retry-After` is seconds or a date. */
function secondsUntil(retryAfter: string | null): number | undefined {
  if (!retryAfter) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const seconds = Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(seconds, 0);
}

/** The text of an answer, of so many bytes at most. */
export async function bodyOf(url: string, response: Response, mostBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > mostBytes) {
      void reader.cancel().catch(() => undefined);
      throw new ProviderError('invalid', {
        message: `${url} is larger than ${mostBytes / 1e6} MB, which is too much for a page.`,
      });
    }
    text += decoder.decode(value, { stream: true });
  }
}
