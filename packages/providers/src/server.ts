import { ProviderError, type Answer, type Change, type Provider, type Query, type Receipt } from '@kith/core';
import { intentNames, type Intent } from '@kith/core/rules';
import { answerError, bodyOf } from './http.js';

export interface ServerOptions {
  /** A token of the site's backend that says who reads and writes; asked for anew when the server wants another. */
  getToken?: (() => Promise<string>) | undefined;
  fetch?: typeof globalThis.fetch;
}

const mostBytes = 20_000_000;

/** A community on a Kith server, by its address: `https://kith.example/v1/riverside`. */
export function server(url: string | URL, { getToken, fetch = globalThis.fetch }: ServerOptions = {}): Provider {
  const base = new URL(url, globalThis.document?.baseURI);
  base.pathname = base.pathname.replace(/\/*$/, '/');
  let token: Promise<string> | undefined;

  /** Asks with a token where there is one; where it is not good any more, once more with a new one. */
  async function ask(path: string, init: RequestInit, again = true): Promise<Response> {
    token ??= getToken?.();
    const bearer = await token;
    const headers = {
      ...(init.headers as Record<string, string>),
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    };
    const response = await fetched(new URL(path, base).href, { ...init, headers });
    if (response.status !== 401 || !getToken || !again) return response;
    token = undefined;
    return ask(path, init, false);
  }

  async function fetched(address: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(address, { ...init, credentials: 'omit' });
    } catch (cause) {
      init.signal?.throwIfAborted();
      throw new ProviderError('offline', { message: `${address} could not be reached.`, cause });
    }
  }

  async function json(path: string, init: RequestInit): Promise<unknown> {
    const response = await ask(path, init);
    if (!response.ok) throw await answerError(path, response);
    return JSON.parse(await bodyOf(path, response, mostBytes)) as unknown;
  }

  return {
    name: 'server',
    takes: new Set(intentNames),
    place: `server:${base.href}`,
    async read<Q extends Query>(query: Q, signal: AbortSignal): Promise<Answer<Q>> {
      return (await json(addressOf(query), { signal })) as Answer<Q>;
    },
    async send(intent: Intent, signal: AbortSignal): Promise<Receipt> {
      const { key, name, detail } = intent;
      return (await json('intents', {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ key, name, detail }),
      })) as Receipt;
    },
    watch(changed: (change: Change) => void) {
      void changed;
      return () => undefined;
    },
  };
}

/** Where an answer is, from the community's own address. */
function addressOf(query: Query): string {
  const { kind, viewer: _, ...said } = query as Query & Record<string, unknown>;
  switch (kind) {
    case 'community':
    case 'purpose':
    case 'roles':
      return '.';
    case 'members':
    case 'suggestions':
    case 'introductions':
    case 'inbox':
      return withSearch(kind, said);
    case 'member':
      return `members/${encodeURIComponent(String(said.id))}`;
    case 'wall': {
      const { filters, ids, ...page } = said as { filters?: object; ids?: string[] };
      return withSearch('wall', { ...filters, ...page, ids: ids?.join(' ') });
    }
    case 'ladder': {
      const { id, ...more } = said as { id?: string };
      return withSearch(id === undefined ? 'ladders' : `ladders/${encodeURIComponent(id)}`, more);
    }
  }
}

function withSearch(path: string, said: object): string {
  const entries = Object.entries(said).filter(([, value]) => value !== undefined) as [string, string][];
  return entries.length ? `${path}?${new URLSearchParams(entries).toString()}` : path;
}
