import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

/** A folder that goes when its test ends. */
export function temporary(name: string): string {
  return temporaryFolder(name, (remove) => onTestFinished(remove, 60_000));
}

/** A folder that goes when whoever makes it says. */
export function temporaryFolder(name: string, atEnd: (remove: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), `kith-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program to its end; gives what it printed, and rejects with what it complained of. */
export async function run(program: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { stdout } = await promisify(execFile)(program, args, { ...options, maxBuffer: 1e8 });
  return stdout;
}

/** A server as a process of its own. */
export interface Running {
  url: string;
  child: ChildProcess;
  /** What it logged, line by line. */
  logged: { msg: string; address?: string }[];
  /** Its exit code, once it ended. */
  ended: Promise<number | null>;
}

/** Starts one for one test, and waits until it says where it is. Rejects with what it said where it does not. */
export function start(program: string, args: string[], env: NodeJS.ProcessEnv, options = {}): Promise<Running> {
  return begin(program, args, env, options, onTestFinished);
}

/** The same, for whoever ends it. */
export async function begin(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  options = {},
  atEnd?: (stop: () => void) => void,
): Promise<Running> {
  const child = spawn(program, args, {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...options,
  });
  atEnd?.(() => void child.kill('SIGKILL'));
  const logged: Running['logged'] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let rest = '';
    child.once('error', reject);
    child.stderr?.on('data', (text) => {
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (!line.startsWith('{')) continue;
        const said = JSON.parse(line) as Running['logged'][number];
        logged.push(said);
        if (said.address) resolve(said.address);
      }
    });
    void ended.then((code) => reject(new Error(`It ended with ${code}: ${rest}`)));
  });
  return { url: `http://${address}`, child, logged, ended };
}
