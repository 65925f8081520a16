import type { Chance } from './act.js';
import type { Place } from './place.js';
import { createProcesses } from './place.js';
import type { Database } from '../sites.js';

/** What is read of every route there is, by its pattern; of the changes as they come it is listened to besides. */
const routes: Record<string, (place: Place, chance: Chance) => string[]> = {
  '/v1/:community': () => [''],
  '/v1/:community/members': () => ['/members?limit=100', '/members?q=Q'],
  '/v1/:community/members/:id': ({ ids }, { one }) => [`/members/${one(ids)}`],
  '/v1/:community/wall': ({ ids, known }, { one }) => [
    '/wall?limit=100',
    `/wall?limit=100&member=${one(ids)}`,
    `/wall?ids=${encodeURIComponent([...known.letters.keys()].slice(-20).join(' '))}`,
  ],
  '/v1/:community/ladders/:id?': ({ ids }, { one }) => ['/ladders', `/ladders/pull-up?member=${one(ids)}`],
  '/v1/:community/suggestions': ({ ids }, { one }) => ['/suggestions?limit=100', `/suggestions?with=${one(ids)}`],
  '/v1/:community/introductions': () => ['/introductions'],
  '/v1/:community/inbox': () => ['/inbox'],
  '/v1/:community/me': () => ['/me'],
  '/v1/:community/queue': () => ['/queue'],
  '/v1/:community/document': () => ['/document', '/document?archive'],
  '/v1/:community/changes': () => ['/changes?after=1'],
  '/v1/:community/devices': () => ['/devices'],
  // What is outside a community's own address is written out, and is the same for everyone.
  '/feed/:community{[^/]+\\.json}': ({ community }) => [`//feed/${community}.json`],
  '/badge/:community/:member{[^/]+\\.svg}': ({ community, ids }, { one }) => [`//badge/${community}/${one(ids)}.svg`],
  // Without the name of anybody, which it would only say back.
  '/embed/:community/:widget': ({ community }) => [`//embed/${community}/recognition-wall`],
  '/oembed': ({ community }) => [`//oembed?url=http://localhost/embed/${community}/recognition-wall`],
};

/** Routes that answer nothing about a community's people. */
const ofNobody = /^\/(health|ready|v1|v1\/:description|(kith\/[\d.]+\/)?(kith|frame|fit)[\w.-]*\.(js|css))$/;

/** Where everything is read in a village. */
export function pathsIn(place: Place, chance: Chance): string[] {
  return Object.values(routes).flatMap((of) => of(place, chance));
}

/** The routes that are read by somebody and of which nobody here knows how: each new one has to be searched too. */
export function unread(db: Database): string[] {
  const { here } = createProcesses(db);
  const patterns = here.routes.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(/\/$/, ''));
  return patterns.filter((path) => !ofNobody.test(path) && !routes[path]);
}
