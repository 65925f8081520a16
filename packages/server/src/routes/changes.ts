import type { Change } from '@kith/core';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Serving } from '../app.js';
import type { Env } from '../asker.js';
import { changeSince, revisionOf } from '../live/since.js';
import { queries, understood } from './queries.js';

/** Milliseconds after which something is said though nothing happened, so that a lost line is noticed. */
const BEAT = 15_000;

/** What changes, as it does: kinds and ids, never contents. As JSON what changed until now. */
export function changeRoutes(community: Hono<Env>, { db, live }: Serving): void {
  community.get('/changes', async (context) => {
    const id = context.get('community');
    const after = afterIn(context);
    if (!context.req.header('accept')?.includes('text/event-stream')) {
      const revision = after ?? (await revisionOf(db, id));
      return context.json((await changeSince(db, id, revision)) ?? { revision, touched: [] });
    }
    const line = createLine();
    const { revision, stop } = await live.listen(id, after, line.push);
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      stream.onAbort(line.end);
      live.closing.addEventListener('abort', line.end);
      await stream.writeSSE({ event: 'here', id: String(revision), data: String(revision) });
      for await (const change of line.all(BEAT)) {
        if (!change) await stream.write(': still here\n\n');
        else await stream.writeSSE({ id: String(change.revision), data: JSON.stringify(change) });
      }
      live.closing.removeEventListener('abort', line.end);
      stop();
    });
  });
}

/** What a listener has heard of: where they come back, and where they say it. */
function afterIn(context: Context): number | undefined {
  const after = context.req.header('last-event-id') ?? context.req.query('after');
  return understood(queries.changes, after === undefined ? {} : { after }).after;
}

/** What waits for one listener: however slow they are, it is one change. */
function createLine() {
  let waiting: Change | undefined;
  let isOver = false;
  let stir = () => undefined as void;

  return {
    push(change: Change) {
      waiting = waiting ? merged(waiting, change) : change;
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

function merged(before: Change, { revision, touched }: Change): Change {
  const pieces = new Map([...before.touched, ...touched].map((piece) => [`${piece.kind} ${piece.id}`, piece]));
  return { revision, touched: [...pieces.values()] };
}
