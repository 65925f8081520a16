import type { Context, Hono, MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import type { Serving } from '../app.js';
import type { Env } from '../asker.js';
import { looking } from '../db/database.js';
import type { Within } from '../db/schema.js';
import type { OriginsOf } from '../origins.js';
import { badgeOf, badgePolicy } from '../outward/badge.js';
import { embedQuery, frameOf, framePolicy, widgets } from '../outward/embed.js';
import { feedOf } from '../outward/feed.js';
import { frameAt, oembedOf, oembedQuery } from '../outward/oembed.js';
import { Problem } from '../problem.js';
import { OpenAnswers } from '../read/open-answers.js';
import { about } from './about.js';
import { askedIn } from './queries.js';

/** What others show of a community: what everyone may see of it, whoever asks. */
export function outwardRoutes(
  app: Hono<Env>,
  { db, now, live, url }: Serving,
  asker: MiddlewareHandler<Env>,
  originsOf: OriginsOf,
): void {
  const open = new OpenAnswers(live, () => now().getTime());
  const baseOf = (context: Context) => url ?? new URL(context.req.url).origin;
  const within = (place: Parameters<typeof about>[0]) => [etag(), about(place), asker] as const;
  const inPath = (ending: string) => (context: Context<Env>) =>
    (context.req.param('community') ?? '').slice(0, ending ? -ending.length : undefined);

  /** Answers with what was found a moment ago, as long as nothing is known to have changed. */
  async function answer(context: Context<Env>, type: string, find: (trx: Within) => Promise<string>) {
    const community = context.get('community');
    const { pathname, search } = new URL(context.req.url);
    const text = await open.get(community, baseOf(context) + pathname + search, () => looking(db, community, find));
    return context.body(text, 200, { 'content-type': type, 'cache-control': 'no-cache' });
  }
  const asJson = async (said: Promise<object>) => JSON.stringify(await said);

  app.get('/feed/:community{[^/]+\\.json}', ...within(inPath('.json')), (context) => {
    const address = new URL(`/feed/${encodeURIComponent(context.get('community'))}.json`, baseOf(context)).href;
    return answer(context, 'application/feed+json', (trx) =>
      asJson(feedOf(trx, context.get('community'), address, now())),
    );
  });

  app.get('/badge/:community/:member{[^/]+\\.svg}', ...within(inPath('')), (context) => {
    const member = context.req.param('member').slice(0, -'.svg'.length);
    context.header('content-security-policy', badgePolicy);
    return answer(context, 'image/svg+xml', (trx) => badgeOf(trx, context.get('community'), member, now()));
  });

  app.get('/embed/:community/:widget', ...within(inPath('')), async (context) => {
    const community = context.get('community');
    const { widget } = context.req.param();
    if (!Object.hasOwn(widgets, widget)) throw new Problem(404, 'gone');
    const frame = { community, widget, asked: askedIn(context, embedQuery), base: baseOf(context) };
    const page = await answer(context, 'text/html; charset=utf-8', (trx) => frameOf(trx, frame, now()));
    page.headers.set('content-security-policy', framePolicy(await originsOf(community)));
    return page;
  });

  const framed = (context: Context<Env>) => frameAt(askedIn(context, oembedQuery).url, baseOf(context));
  app.get('/oembed', ...within((context) => framed(context).community), (context) => {
    const { format = 'json', ...size } = askedIn(context, oembedQuery);
    if (format !== 'json') throw new Problem(501, 'read-only', { detail: 'It is told as JSON.' });
    return answer(context, 'application/json', (trx) => asJson(oembedOf(trx, framed(context), size, now())));
  });
}
