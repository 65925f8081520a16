import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Files } from './write.js';

/** Where Kith's scripts lie once they are built. */
export function builtScripts(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@kith/embed/package.json')), 'dist');
}

/**
 * What stands beside the pages: what tells in them how high they are, and what hears it in a page around them. Throws
 * where they were not built.
 */
export async function scriptsIn(folder: string): Promise<Files> {
  const read = async (name: string) => {
    const text = await readFile(join(folder, name), 'utf8').catch((cause: unknown) => {
      throw new Error(`There is no ${name} in ${folder}: npm run build makes it.`, { cause });
    });
    return [name, text] as const;
  };
  return new Map(await Promise.all(['tell-height.js', 'fit.js'].map(read)));
}
