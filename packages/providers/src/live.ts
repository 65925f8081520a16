import type { Change } from '@kith/core';

export interface LiveOptions {
  /** Where changes are told, as a stream of events or at once as JSON. */
  url: string;
  fetch: typeof globalThis.fetch;
  /** The revision from which on changes are news; `undefined` while nothing was read. */
  from: () => number | undefined;
  locks?: LockManager | undefined;
}

/** Milliseconds: the longest wait before it is tried again, and the longest silence of a line that is not lost. */
const LONGEST = 30_000;
const SILENCE = 40_000;

/**
 * Tells what changes on a server, from when it was last read, however often the line is lost. A browser has one line a
 * community: its tabs tell each other. Where no line holds it is asked for now and then. A page nobody sees is quiet.
 */
export function listenTo({ url, fetch, from, ...options }: LiveOptions, changed: (change: Change) => void): () => void {
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
  let at: number | undefined;
  let open: AbortController | undefined;

  function hear(change: Change): void {
    at = change.revision;
    changed(change);
  }

  async function run(signal: AbortSignal): Promise<void> {
    at ??= from();
    if (!locks || !globalThis.BroadcastChannel) return keepLine(signal, hear);
    const name = `kith-live ${url}`;
    const channel = new BroadcastChannel(name);
    signal.addEventListener('abort', () => channel.close());
    channel.onmessage = ({ data }: MessageEvent<Change>) => hear(at === data.revision - 1 ? data : anything(data));
    const held = await locks.request(name, { ifAvailable: true }, (lock) => lock && leading(signal, channel));
    if (held === null && !signal.aborted) {
      // What was told before this tab listened it asks for itself.
      await look(signal).catch(() => undefined);
      await locks.request(name, { signal }, () => leading(signal, channel));
    }
  }

  function leading(signal: AbortSignal, channel: BroadcastChannel): Promise<true> {
    const tell = (change: Change) => {
      if (!signal.aborted) channel.postMessage(change);
      hear(change);
    };
    return keepLine(signal, tell).then(() => true);
  }

  async function keepLine(signal: AbortSignal, tell: (change: Change) => void): Promise<void> {
    for (let tries = 0; !signal.aborted; tries++) {
      const isHeard = await followed(signal, tell).catch(() => false);
      if (isHeard) tries = 0;
      else await look(signal, tell).catch(() => undefined);
      // Nothing but chance keeps all pages of a site from coming back at once.
      await pause(Math.random() * Math.min(LONGEST, 1000 * 2 ** tries), signal);
    }
  }

  /** Follows one line until it ends; whether anything was heard on it. */
  async function followed(signal: AbortSignal, tell: (change: Change) => void): Promise<boolean> {
    const silent = new AbortController();
    const stop = AbortSignal.any([signal, silent.signal]);
    let timer = setTimeout(() => silent.abort(), SILENCE);
    const headers = { accept: 'text/event-stream', ...(at !== undefined && { 'last-event-id': String(at) }) };
    let isHeard = false;
    try {
      const response = await fetch(url, { headers, signal: stop, credentials: 'omit', cache: 'no-store' });
      if (!response.ok || !response.body) return false;
      for await (const { name, text } of eventsIn(response.body)) {
        isHeard = true;
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), SILENCE);
        if (name === 'here') at ??= Number(text);
        else if (name === 'message') tell(JSON.parse(text) as Change);
      }
    } catch {
      return isHeard;
    } finally {
      clearTimeout(timer);
    }
    return isHeard;
  }

  /** Asks once. */
  async function look(signal: AbortSignal, tell = hear): Promise<void> {
    const query = at === undefined ? '' : `?after=${at}`;
    const response = await fetch(url + query, { headers: { accept: 'application/json' }, signal, credentials: 'omit' });
    if (!response.ok) return;
    const change = (await response.json()) as Change;
    const isNews = at !== undefined && change.revision !== at;
    at ??= change.revision;
    if (isNews) tell(change);
  }

  function begin(): void {
    if (open || globalThis.document?.visibilityState === 'hidden') return;
    open = new AbortController();
    run(open.signal).catch(() => undefined);
  }

  function end(): void {
    open?.abort();
    open = undefined;
  }

  const turn = () => (globalThis.document.visibilityState === 'hidden' ? end() : begin());
  const over = new AbortController();
  // A page with an open line could not rest in the back-forward cache.
  globalThis.addEventListener?.('pagehide', end, { signal: over.signal });
  globalThis.addEventListener?.('pageshow', begin, { signal: over.signal });
  globalThis.document?.addEventListener('visibilitychange', turn, { signal: over.signal });
  begin();
  return () => {
    over.abort();
    end();
  };
}

/** What was missed may have been anything. */
function anything({ revision }: Change): Change {
  return { revision, touched: [{ kind: 'community', id: '' }] };
}

/** The events of a stream; a comment is one without a name. */
async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<{ name: string; text: string }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield eventIn(block);
  }
}

function eventIn(block: string): { name: string; text: string } {
  const fields = block.split(/\r?\n/).map((line) => /^(\w+): ?(.*)$/.exec(line) ?? []);
  const said = (field: string) => fields.flatMap(([, name, value]) => (name === field ? [value ?? ''] : []));
  const text = said('data').join('\n');
  return { name: said('event')[0] ?? (text ? 'message' : ''), text };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
  });
}
