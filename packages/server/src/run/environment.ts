import { accessSync, constants, mkdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { pino } from 'pino';
import { Mistake } from './mistake.js';
import type { Place } from './place.js';

export type Env = Record<string, string | undefined>;

/** Everything the server reads of its environment, what it is for and what it is where it is not said. */
export const variables = {
  KITH_DATA: { usual: './.kith', says: 'folder of the embedded database' },
  DATABASE_URL: { usual: '', says: 'a PostgreSQL (15 or later) instead, for any number of processes' },
  PORT: { usual: '8787', says: 'where it listens; 0 takes one that is free' },
  HOST: { usual: '127.0.0.1', says: 'address to listen at; 0.0.0.0 is all of IPv4, :: is all' },
  KITH_URL: { usual: '', says: 'address under which everyone reaches it, where a proxy speaks for it' },
  KITH_PROXIES: { usual: '', says: 'proxies whose X-Forwarded-For is believed: addresses or subnets, apart by commas' },
  LOG_LEVEL: { usual: 'info', says: 'fatal, error, warn, info, debug, trace or silent' },
} as const;
type Name = keyof typeof variables;

/** What an environment says. */
export interface Settings {
  place: Place;
  port: number;
  hostname: string;
  url?: string;
  proxies: string[];
  level: string;
}

/** Reads an environment; empty is as good as absent. Throws a `Mistake` that names what is wrong in it. */
export function settingsIn(env: Env): Settings {
  const said = (name: Name) => env[name]?.trim() || variables[name].usual;
  return {
    place: placeIn(said('DATABASE_URL'), said('KITH_DATA')),
    port: portIn(said('PORT')),
    hostname: said('HOST'),
    ...urlIn(said('KITH_URL')),
    proxies: proxiesIn(said('KITH_PROXIES')),
    level: levelIn(said('LOG_LEVEL')),
  };
}

function placeIn(url: string, folder: string): Place {
  if (!url) return { folder };
  // What is in it is not said again: a password may be.
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new Mistake('DATABASE_URL is no address of a PostgreSQL: postgres://name:password@host:5432/database.');
  return { url };
}

function portIn(said: string): number {
  if (!/^\d{1,5}$/.test(said) || Number(said) > 65_535) throw new Mistake(`PORT is no port: "${said}".`);
  return Number(said);
}

function urlIn(url: string): { url?: string } {
  if (!url) return {};
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Mistake(`KITH_URL is no address of a site: "${url}".`);
  return { url };
}

function proxiesIn(said: string): string[] {
  const proxies = said.split(',').flatMap((each) => each.trim() || []);
  for (const proxy of proxies) {
    const [address = '', bits, ...rest] = proxy.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    const isSubnet = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (!isIP(address) || !isSubnet || rest.length)
      throw new Mistake(`KITH_PROXIES names what is neither an address nor a subnet: "${proxy}".`);
  }
  return proxies;
}

function levelIn(said: string): string {
  const levels = [...Object.keys(pino.levels.values), 'silent'];
  if (!levels.includes(said)) throw new Mistake(`LOG_LEVEL is one of ${levels.join(', ')}, not "${said}".`);
  return said;
}

/** Makes the embedded database's folder where there is none. Throws a `Mistake` where nothing can be kept in it. */
export function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Mistake(`KITH_DATA is no folder that can be written to: "${folder}".`);
  }
}
