import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { backup, restore } from './backup.js';
import { commandIn } from './community.js';
import { settingsIn, type Env } from './environment.js';
import { help } from './help.js';
import { openLog } from './log.js';
import { Mistake } from './mistake.js';
import { openPlace } from './place.js';
import { serve } from './serve.js';

/** What a process has that a test has too. */
export interface Surroundings {
  args: readonly string[];
  env: Env;
  print: (text: string) => void;
  complain: (text: string) => void;
  /** Settles when it is time to stop. */
  stop: Promise<unknown>;
  log?: Logger;
}

/** The commands there are, by their first word. */
const commands: Record<string, (surroundings: Surroundings, args: string[]) => Promise<void>> = {
  async serve({ env, complain, stop, log }, args) {
    const { values } = parseArgs({ args, options: { 'development-identity': { type: 'boolean' } } });
    const { level, ...settings } = settingsIn(env);
    const development = values['development-identity'] ? complain : undefined;
    const { close } = await serve({ ...settings, env, development, log: log ?? openLog(level) });
    await stop;
    await close();
  },

  async community({ env, print }, args) {
    const { place, url } = settingsIn(env);
    const act = commandIn(args, url);
    const { db, close } = await openPlace(place);
    try {
      print(await act(db));
    } finally {
      await close();
    }
  },

  async backup({ env, print }, args) {
    const file = fileIn(args);
    await backup(settingsIn(env).place, file, new Date());
    print(`Everything is in "${file}". Keep it where nobody else reads it: keys and answers are in it.`);
  },

  async restore({ env, print }, args) {
    const file = fileIn(args);
    await restore(settingsIn(env).place, file);
    print(`All that was in "${file}" is here now.`);
  },
};

/** Does what is asked for; gives the exit code. */
export async function main(surroundings: Surroundings): Promise<number> {
  const { args, print, complain } = surroundings;
  if (args.includes('--help') || args.includes('-h')) {
    print(help);
    return 0;
  }
  try {
    const [first = 'serve', ...rest] = args;
    const act = Object.hasOwn(commands, first) ? commands[first] : undefined;
    if (!act) throw new Mistake(`There is no command "${first}". See --help.`);
    await act(surroundings, rest);
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function fileIn([file, ...more]: string[]): string {
  if (!file || file.startsWith('-') || more.length) throw new Mistake('Say which file, and nothing else.');
  return file;
}
