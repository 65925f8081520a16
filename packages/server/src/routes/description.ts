import type { Hono } from 'hono';
import type { Env } from '../asker.js';
import { description } from '../openapi/description.js';
import { pageOf, pagePolicy } from '../openapi/page.js';

/** That of the package. */
export const version = '0.1.0';

const described = description(version);
const page = pageOf(described);

/** What can be asked here: for programs, and for who writes them. */
export function descriptionRoutes(app: Hono<Env>): void {
  // It stands where communities stand, and none is called so. By another name than theirs no quick router would take it.
  app.get('/v1/:community', async (context, next) =>
    context.req.param('community') === 'openapi.json' ? context.json(described) : next(),
  );
  app.get('/v1', (context) => {
    context.header('content-security-policy', pagePolicy);
    return context.html(page);
  });
}
