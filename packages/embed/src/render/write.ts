import { randomBytes } from 'node:crypto';
import { lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** A file's text, by its path below the folder. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes files into a folder, which is made where there is none: all beside their places first, then each put in its
 * place at once, so that who reads never finds half of one, and a disk that is full leaves what was there. Throws where a
 * place lies outside the folder, also by a link.
 */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  const top = await realpath(folder);
  const places = [...files].map(([path, text]) => ({ path, text, place: join(top, path) }));
  const stamp = randomBytes(6).toString('hex');
  const beside = (place: string) => `${place}.${stamp}.tmp`;
  try {
    for (const { path, text, place } of places) {
      await makeWithin(top, dirname(place), path);
      if (await isFolder(place)) throw new Error(`${place} is a folder: no file can take its place.`);
      await writeFile(beside(place), text, { flag: 'wx' });
    }
    for (const { place } of places) await rename(beside(place), place);
  } finally {
    for (const { place } of places) await rm(beside(place), { force: true });
  }
}

/** A folder below another, made where there is none; no step on the way to it may be a link to elsewhere. */
async function makeWithin(top: string, folder: string, path: string): Promise<void> {
  const steps = relative(top, folder).split(sep).filter(Boolean);
  if (steps.includes('..')) throw new Error(`${path} would lie outside ${top}.`);
  let place = top;
  for (const step of steps) {
    place = join(place, step);
    await mkdir(place, { recursive: true });
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
