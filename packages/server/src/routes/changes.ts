import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Serving } from '../app.js';
import type { Env } from '../asker.js';
import { createLine } from '../live/line.js';
import { Lines } from '../live/lines.js';
import { changeSince, revisionOf } from '../live/since.js';
import { queries, understood } from './queries.js';

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
    const leave = lines.open(member === undefined ? address : `${id} ${member}`);
    let stop = () => undefined as void;
    const line = createLine({
      community: id,
      patience,
      left() {
        live.closing.removeEventListener('abort', line.end);
        stop();
        leave();
      },
      cut: () => (context.env as Partial<HttpBindings> | undefined)?.outgoing?.destroy(),
    });
    const listening = await live.listen(id, after, line.push).catch((error: unknown) => {
      leave();
      throw error;
    });
    ({ stop } = listening);
    if (live.closing.aborted) line.end();
    else live.closing.addEventListener('abort', line.end);
    context.header('content-type', 'text/event-stream');
    context.header('x-accel-buffering', 'no');
    return context.body(line.open(listening.revision));
  });
}

/** What a listener has heard of: where they come back, and where they say it. */
function afterIn(context: Context): number | undefined {
  const after = context.req.header('last-event-id') ?? context.req.query('after');
  return understood(queries.changes, after === undefined ? {} : { after }).after;
}
