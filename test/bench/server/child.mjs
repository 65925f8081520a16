import { fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, defaultServerConditions } from 'vite';

const top = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${top}node_modules/.cache/kith/bench-server`;

/** As it is published: from the sources, what others publish beside it. */
export async function buildServing() {
  await mkdir(folder, { recursive: true });
  await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    resolve: { conditions: ['kith-source', ...defaultServerConditions] },
    ssr: { noExternal: [/^@kith\//], resolve: { conditions: ['kith-source', ...defaultServerConditions] } },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: [`${top}test/bench/server/serving.ts`] },
    },
  });
}

/** Starts what is measured. `tell` does an act there and gives what it said. */
export async function start(env = {}) {
  const begun = performance.now();
  const child = fork(`${folder}/serving.js`, {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    execArgv: ['--expose-gc', ...(process.env.BENCH_EXEC?.split(' ') ?? [])],
  });
  const waiting = new Map();
  let n = 0;
  const opened = new Promise((resolve, reject) => waiting.set(0, { resolve, reject }));
  child.on('message', ({ id, said, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(said);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`It ended with ${code}.`));
  });
  await opened;
  return {
    started: (performance.now() - begun) / 1000,
    tell: (act, rest = {}) =>
      new Promise((resolve, reject) => {
        waiting.set(++n, { resolve, reject });
        child.send({ id: n, act, ...rest });
      }),
    stop: () => new Promise((resolve) => child.once('exit', resolve).kill('SIGTERM')),
  };
}
