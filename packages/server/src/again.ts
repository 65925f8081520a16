import type { Logger } from 'pino';
import type { Gate, Heard, Said } from './gate.js';
import { Held } from './held.js';
import type { Live } from './live/live.js';

/** Milliseconds for which an answer holds where no news of a change came. */
const HOLDS = 2000;
/** Most answers that are held, and the longest one. */
const MOST = 500;
const LONGEST = 300_000;

type Fetch = (request: Request, heard?: Heard) => Response | Promise<Response>;

/** An answer as it is given again: to anyone who asks the same. */
interface Given {
  text: string;
  headers: Record<string, string>;
  said: Said | undefined;
}

interface Answering {
  fetch: Fetch;
  gate: Gate;
  live: Live;
  log: Logger;
  now: () => Date;
}

/**
 * Gives what everyone gets again for as long as nothing is known to have changed, without any of what it takes to find
 * it; who asks meanwhile waits for the same answer. One that was begun before a change is given to nobody who asks after
 * it, and what somebody gets who says who they are to nobody else.
 */
export function givingAgain({ fetch, gate, live, log, now }: Answering): Fetch {
  const held = new Held<Given | undefined>(HOLDS, () => now().getTime(), MOST);

  return (request, heard = {}) => {
    const begun = performance.now();
    const asked = questionIn(request, heard);
    if (!asked || live.closing.aborted) return fetch(request, heard);
    const key = `${live.news(asked.community)} ${asked.origin} ${asked.path}`;
    const again = (given: Given | undefined) => {
      if (!given || gate.spend(gate.addressOf(heard, asked.forwarded)) > 0) return fetch(request, heard);
      log.info({ ...given.said, status: 200, ms: Math.round(performance.now() - begun) }, 'Answered.');
      return answerWith(given);
    };
    const ready = held.at(key);
    return ready ? again(ready) : found(key, request, heard, again);
  };

  async function found(
    key: string,
    request: Request,
    heard: Heard,
    again: (given: Given | undefined) => Response | Promise<Response>,
  ): Promise<Response> {
    let own: Response | undefined;
    const given = await held.get(key, async () => {
      own = await fetch(request, heard);
      const fresh = await givenIn(own, heard);
      if (!fresh || fresh.text.length > LONGEST) held.forget(key);
      return fresh;
    });
    if (own) return given ? answerWith(given) : own;
    return again(given);
  }
}

/** What of a request an answer hangs on, where it may be everyone's. */
function questionIn(request: Request, { incoming }: Heard) {
  // What Node has read already need not be made into headers of the web.
  const said = (name: string) =>
    (incoming ? incoming.headers[name]?.toString() : request.headers.get(name)) ?? undefined;
  if (request.method !== 'GET' || said('authorization') !== undefined) return undefined;
  const [, path = '', name = ''] = /^https?:\/\/[^/]+(\/v1\/([^/?]+)[^#]*)/.exec(request.url) ?? [];
  const community = decoded(name);
  if (!community) return undefined;
  return { path, community, origin: said('origin') ?? '', forwarded: said('x-forwarded-for') };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What can be given again of an answer: nothing of a problem, nor of what goes on, as a line of changes does. */
async function givenIn(answer: Response, { said }: Heard): Promise<Given | undefined> {
  if (!answer.headers.get('content-type')?.startsWith('application/json')) return undefined;
  return { text: await answer.text(), headers: Object.fromEntries(answer.headers), said };
}

function answerWith({ text, headers }: Given): Response {
  return new Response(text, { headers });
}
