import { randomBytes } from 'node:crypto';
import { lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** A file's text, by its path below the folder. */
export type Files = ReadonlyMap<string, string>;

/** Some files are new and others as they were: its message says which, and why. */
export class PartlyWritten extends Error {}

/**
 * Writes files into a folder, which is made where there is none: all beside their places first, then each put in its
 * place at once, so that who reads never finds half of one, and a disk that is full leaves what was there. Throws where a
 * place lies outside the folder, also by a link; and `PartlyWritten` where only some could be put in their places.
 */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(plainly);
  const top = await realpath(folder);
  const places = [...files].map(([path, text]) => ({ path, text, place: join(top, path) }));
  const stamp = randomBytes(6).toString('hex');
  const beside = (place: string) => `${place}.${stamp}.tmp`;
  try {
    for (const { path, text, place } of places) {
      await makeWithin(top, dirname(place), path);
      if (await isFolder(place)) throw new Error(`${place} is a folder: no file can take its place.`);
      await writeFile(beside(place), text, { flag: 'wx' }).catch(plainly);
    }
    for (const [i, { place }] of places.entries())
      await rename(beside(place), place).catch((error: unknown) => {
        const paths = places.map(({ path }) => path);
        if (!i) return plainly(error);
        throw new PartlyWritten(
          `${saidOf(error)} New are ${paths.slice(0, i).join(', ')}; as before are ${paths.slice(i).join(', ')}.`,
          { cause: error },
        );
      });
  } finally {
    for (const { place } of places) await rm(beside(place), { force: true });
  }
}

/** Those of these files that are in a folder. */
export async function filesIn(folder: string, paths: readonly string[]): Promise<string[]> {
  const there = await Promise.all(paths.map((path) => lstat(join(folder, path)).catch(() => undefined)));
  return paths.filter((_, i) => there[i]?.isFile());
}

/** Takes files out of a folder once all else is written; gives which were there. Throws `PartlyWritten` where one stays. */
export async function removeFiles(folder: string, paths: readonly string[]): Promise<string[]> {
  const there = await filesIn(folder, paths);
  for (const path of there)
    await rm(join(folder, path), { force: true }).catch((error: unknown) => {
      throw new PartlyWritten(`${saidOf(error)} All is written, but ${path} is as before: remove it.`, {
        cause: error,
      });
    });
  return there;
}

/** What kept a file from being written, without the numbers and names of the system. */
function saidOf(error: unknown): string {
  const { code = '', path = '', dest = path, message } = error as NodeJS.ErrnoException & { dest?: string };
  const place = dest.replace(/\.[0-9a-f]{12}\.tmp$/, '');
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) return `${place} may not be written here.`;
  if (/^(EEXIST|ENOTDIR)$/.test(code)) return `${place} is no folder: nothing can be put into it.`;
  if (/^(ENOSPC|EDQUOT)$/.test(code)) return `There is no room left for ${place}.`;
  return `${message}.`;
}

function plainly(error: unknown): never {
  throw new Error(saidOf(error), { cause: error });
}

/** A folder below another, made where there is none; no step on the way to it may be a link to elsewhere. */
async function makeWithin(top: string, folder: string, path: string): Promise<void> {
  const steps = relative(top, folder).split(sep).filter(Boolean);
  if (steps.includes('..')) throw new Error(`${path} would lie outside ${top}.`);
  let place = top;
  for (const step of steps) {
    place = join(place, step);
    await mkdir(place, { recursive: true }).catch(plainly);
    if ((await lstat(place)).isSymbolicLink())
      throw new Error(`${place} is a link to elsewhere: nothing is written there.`);
  }
}

async function isFolder(place: string): Promise<boolean> {
  return lstat(place).then(
    (there) => there.isDirectory(),
    () => false,
  );
}
