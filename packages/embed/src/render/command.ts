import { ProviderError } from '@kith/core';
import { widgets } from '../static/shown.js';
import { askedIn } from './asked.js';
import { gather } from './gather.js';
import { help } from './help.js';
import { Mistake } from './mistake.js';
import { namesOf, render } from './render.js';
import { builtScripts, scriptsIn } from './scripts.js';
import { providerOf } from './source.js';
import { filesIn, PartlyWritten, removeFiles, writeFiles } from './write.js';

/** What a process has that a test has too. */
export interface Surroundings {
  args: readonly string[];
  print: (text: string) => void;
  complain: (text: string) => void;
  stdin: () => Promise<string>;
  /** When it is, where nobody says. */
  clock: () => Date;
  fetch?: typeof globalThis.fetch;
  /** Folder of the pages' scripts. Default: where `@kith/embed` is built. */
  scripts?: string;
}

/** A source that says nothing for so long will not. */
const PATIENCE = 60_000;

/** Does what is asked for; gives the exit code: 0 done, 1 a source or a folder that fails, 2 a command that is none. */
export async function command(surroundings: Surroundings): Promise<number> {
  const { args, print, complain, stdin, clock, fetch, scripts = builtScripts() } = surroundings;
  if (args.includes('--help') || args.includes('-h')) {
    print(help);
    return 0;
  }
  try {
    const asked = askedIn(args, clock);
    const provider = await providerOf({ ...asked, report: complain, stdin, fetch });
    const gathered = await gather(provider, asked.limit, AbortSignal.timeout(PATIENCE));
    const rendered = await render(gathered, asked);
    const files = new Map([...rendered.files, ...(await scriptsIn(scripts))]);
    await writeFiles(asked.out, files);
    print(told(asked.out, [...files.keys()]));
    rendered.without.forEach(print);
    // What was drawn when there still was a yes is not to stay.
    const gone = [...asked.widgets.keys()].flatMap(namesOf).filter((path) => !files.has(path));
    const removed = await removeFiles(asked.out, gone);
    if (removed.length) print(`Removed what there is no more of: ${removed.join(', ')}.`);
    const others = widgets.filter((widget) => !asked.widgets.has(widget)).flatMap(namesOf);
    const old = await filesIn(asked.out, others);
    if (old.length) print(`As another command wrote them, and as old: ${old.join(', ')}.`);
    const left = gathered.letters - (gathered.document.recognitions?.length ?? 0);
    if (left > 0) print(`The newest ${asked.limit} of ${gathered.letters} letters; --limit says how many.`);
    return 0;
  } catch (error) {
    complain(sentenceOf(error));
    return error instanceof Mistake ? 2 : 1;
  }
}

function told(folder: string, paths: readonly string[]): string {
  return `Wrote ${paths.length} files to ${folder}: ${paths.join(', ')}.`;
}

function sentenceOf(error: unknown): string {
  if (error instanceof Mistake || error instanceof PartlyWritten) return error.message;
  const why =
    error instanceof ProviderError
      ? error.message
      : (error as Error).name === 'TimeoutError'
        ? 'The source did not answer within a minute.'
        : (error as Error).message;
  return `${why} Nothing was written.`;
}
