import { build } from 'vite';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${top}node_modules/.cache/kith/bench-postgres`;

/** A PostgreSQL of its own, as the tests start it. */
export async function startPostgres() {
  await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    build: { ssr: true, outDir: folder, rolldownOptions: { input: [`${top}test/server/postgres.ts`] } },
  });
  return (await import(`${folder}/postgres.js`)).startPostgres();
}
