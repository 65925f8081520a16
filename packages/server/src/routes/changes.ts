import type { HttpBindings } from '@hono/node-server';
import type { Change } from '@kith/core';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Serving } from '../app.js';
import type { Env } from '../asker.js';
import { Lines } from '../live/lines.js';
import { changeSince, merged, revisionOf } from '../live/since.js';
import { queries, understood } from './queries.js';

/** Milliseconds after which something is said though nothing happened, so that a lost line is noticed. */
const BEAT = 15_000;

/** What changes, as it does: kinds and ids, never contents. As JSON what changed until now. */
export function changeRoutes(community: Hono<Env>, { db, live, limits, patience }: Serving): void {
  const lines = new Lines(limits.lines);

  community.get('/changes', async (context) => {
    const id = context.get('community');
    const after = afterIn(context);
    if (!context.req.header('accept')?.includes('text/event-stream')) {
      const revision = after ?? (await revisionOf(db, id));
      return context.json((await changeSince(db, id, revision)) ?? { revision, touched: [] });
    }
    const { member, address } = context.get('asker');
    const close = lines.open(member === undefined ? address : `${id} ${member}`);
    const line = createLine(id);
    const { revision, stop } = await live.listen(id, after, line.push).catch((error: unknown) => {
      close();
      throw error;
    });
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      stream.onAbort(line.end);
      live.closing.addEventListener('abort', line.end);
      if (live.closing.aborted) line.end();
      const say = async (text: string) => {
        if (await isTaken(stream.write(text), patience)) return;
        line.end();
        stream.abort();
        (context.env as Partial<HttpBindings> | undefined)?.outgoing?.destroy();
      };
      await say(`event: here\ndata: ${revision}\nid: ${revision}\n\n`);
      for await (const change of line.all(BEAT))
        await say(change ? `data: ${JSON.stringify(change)}\nid: ${change.revision}\n\n` : ': still here\n\n');
      live.closing.removeEventListener('abort', line.end);
      stop();
      close();
    });
  });
}

/** Whether something was taken within so many milliseconds. */
function isTaken(written: Promise<unknown>, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    void written.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** What a listener has heard of: where they come back, and where they say it. */
function afterIn(context: Context): number | undefined {
  const after = context.req.header('last-event-id') ?? context.req.query('after');
  return understood(queries.changes, after === undefined ? {} : { after }).after;
}

/** What waits for one listener: however slow they are, it is one change. */
function createLine(community: string) {
  let waiting: Change | undefined;
  let isOver = false;
  let stir = () => undefined as void;

  return {
    push(change: Change) {
      const touched = merged(community, [...(waiting?.touched ?? []), ...change.touched]);
      waiting = { revision: change.revision, touched };
      stir();
    },
    end() {
      isOver = true;
      stir();
    },
    /** Each change there is; `undefined` where for so long there was none. */
    async *all(milliseconds: number): AsyncGenerator<Change | undefined> {
      while (!isOver) {
        if (!waiting) {
          let timer: NodeJS.Timeout | undefined;
          await new Promise<void>((resolve) => {
            stir = resolve;
            timer = setTimeout(resolve, milliseconds);
          });
          clearTimeout(timer);
        }
        const change = waiting;
        waiting = undefined;
        if (!isOver) yield change;
      }
    },
  };
}
