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
  /** The oldest revision that anything shown is of. */
  let first: number | undefined;

  /** Asks with a token where there is one. One that is refused is forgotten, by whoever is refused first. */
  async function ask(path: string, init: RequestInit, guest?: string): Promise<Response> {
    const given = (token ??= getToken?.());
    const bearer = await tokenIn(given);
    const authorization = bearer ? `Bearer ${bearer}` : guest && `Kith-Guest ${guest}`;
    const headers = { ...(init.headers as Record<string, string>), ...(authorization && { authorization }) };
    const response = await fetched(new URL(path, base).href, { ...init, headers });
    if (response.status === 401 && token === given) token = undefined;
    return response;
  }

  /** Reads; with a token that is not good any more, once more with a new one, which all who wait for it share. */
  async function askAnew(path: string, init: RequestInit, guest?: string): Promise<Response> {
    const response = await ask(path, init, guest);
    return response.status === 401 && getToken ? ask(path, init, guest) : response;
  }

  /** A site that gives no token now may give one the next time. */
  async function tokenIn(given: Promise<string> | undefined): Promise<string | undefined> {
    try {
      return await given;
    } catch (cause) {
      if (token === given) token = undefined;
      throw new ProviderError('busy', { message: 'The page gave no token.', cause });
    }
  }

  async function fetched(address: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(address, { ...init, credentials: 'omit' });
    } catch (cause) {
      init.signal?.throwIfAborted();
      throw new ProviderError('offline', { message: `${address} could not be reached.`, cause });
    }
  }

  async function json(path: string, asked: Promise<Response>): Promise<unknown> {
    const response = await asked;
    if (!response.ok) throw await answerError(path, response);
    return JSON.parse(await bodyOf(path, response, mostBytes)) as unknown;
  }

  return {
    name: 'server',
    takes: new Set(intentNames),
    place: `server:${base.href}`,
    async read<Q extends Query>(query: Q, signal: AbortSignal): Promise<Answer<Q>> {
      const path = addressOf(query);
      if (path === undefined) throw new ProviderError('invalid', { message: `Nobody asks about "${query.kind}".` });
      const [, guest] = query.viewer?.split('guest ') ?? [];
      const said = (await json(path, askAnew(path, { signal }, guest))) as Answer<Q>;
      first ??= said.revision;
      return { ...blanks[query.kind], ...said };
    },
    async send({ key, name, detail, actor }: Intent, signal: AbortSignal): Promise<Receipt> {
      const init = post({ key, name, detail }, signal, { 'idempotency-key': key });
      const guest = actor && 'guest' in actor ? actor.guest : undefined;
      return (await json('intents', ask('intents', init, guest))) as Receipt;
    },
    ...(getToken && {
      renew: () => tokenIn((token ??= getToken())),
      merge: (guest: string, signal: AbortSignal) => json('me/guest', askAnew('me/guest', post({ guest }, signal))),
    }),
    watch(changed: (change: Change) => void) {
      let stop: (() => void) | undefined;
      let isOver = false;
      // Only who listens needs it. Without it what is read is as good as it was read.
      import('./live.js').then(
        ({ listenTo }) => {
          if (!isOver) stop = listenTo({ url: new URL('changes', base).href, fetch, from: () => first }, changed);
        },
        () => undefined,
      );
      return () => {
        isOver = true;
        stop?.();
      };
    },
  };
}

function post(body: object, signal: AbortSignal, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** What an answer says that there is not: JSON leaves it out. */
const blanks: Partial<Record<Query['kind'], object>> = {
  community: { community: undefined },
  purpose: { community: undefined, purpose: undefined },
  member: { member: undefined },
  ladder: { ladder: undefined },
};

/** Where an answer is, from the community's own address; `undefined` where that is no question. */
function addressOf(query: Query): string | undefined {
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
    default:
      return undefined;
  }
}

function withSearch(path: string, said: object): string {
  const entries = Object.entries(said).filter(([, value]) => value !== undefined) as [string, string][];
  return entries.length ? `${path}?${new URLSearchParams(entries).toString()}` : path;
}
