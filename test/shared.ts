import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { env } from 'node:process';

/** The absolute path of shared test material, or undefined where it is absent. KITH_SHARED says where it lies. */
export const shared = (path: string): string | undefined => {
  const place = resolve(env['KITH_SHARED'] ?? '../shared', path);
  return existsSync(place) ? place : undefined;
};
