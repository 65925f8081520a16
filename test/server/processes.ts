import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { build, defaultServerConditions } from 'vite';

/** A server that runs as its own process, as `npx @kith/server` does. */
export interface Running {
  /** Where it answers; `undefined` where it ended before it did. */
  base: string | undefined;
  /** Milliseconds from its start until it was ready. */
  took: number;
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** How a process ended, after how many milliseconds, and what it complained of. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  took: number;
  complaints: string;
}

type Env = Record<string, string>;

/**
 * The program, or another that serves, built from the sources for the tests of a file; all that it began is ended after
 * them.
 */
export function createProgram(source = 'packages/server/src/main.ts') {
  const begun = new Set<ChildProcess>();
  let folder = '';

  beforeAll(async () => {
    // Beside the packages that it imports.
    mkdirSync('node_modules/.cache/kith', { recursive: true });
    folder = mkdtempSync(resolve('node_modules/.cache/kith/program-'));
    const conditions = ['kith-source', ...defaultServerConditions];
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { resolve: { conditions }, noExternal: [/^@kith\//] },
      build: {
        ssr: source,
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'main.js' } },
      },
    });
  }, 60_000);
  afterAll(async () => {
    await Promise.all([...begun].map((child) => killed(child)));
    rmSync(folder, { recursive: true, force: true });
  });

  function start(args: string[], env: Env) {
    const from = performance.now();
    const child = spawn(process.execPath, [join(folder, 'main.js'), ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    begun.add(child);
    let complaints = '';
    child.stderr.on('data', (text) => (complaints += text));
    const ended = new Promise<Ended>((done) =>
      child.once('close', (code, signal) => {
        begun.delete(child);
        done({ code, signal, took: performance.now() - from, complaints });
      }),
    );
    return { child, ended, from };
  }

  return {
    /** Runs a command to its end. */
    run: (args: string[], env: Env): Promise<Ended> => {
      const { child, ended } = start(args, env);
      child.stdout.resume();
      return ended;
    },

    /** Serves until it is ended; settles when it is ready, or ended before. */
    async serve(env: Env): Promise<Running> {
      const { child, ended, from } = start([], { PORT: '0', ...env });
      const address = new Promise<string>((tell) => {
        let printed = '';
        child.stderr.on('data', (text) => {
          printed += text;
          const [, said] = /"address":"([^"]+)"/.exec(printed) ?? [];
          if (!said) return;
          tell(`http://${said}`);
          printed = '';
        });
      });
      const base = await Promise.race([address, ended.then(() => undefined)]);
      if (base) await (await fetch(`${base}/ready`)).arrayBuffer();
      return { base, took: performance.now() - from, child, ended };
    },
  };
}

export type Program = ReturnType<typeof createProgram>;

/** Ends a process at once, whatever it is at; settles when it is gone. */
export function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGKILL');
  return gone;
}
