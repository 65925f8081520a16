import { newKey, type Detail, type IntentName } from '@kith/core/rules';
import { village } from '../core/village.js';
import type { Place } from './belongings.js';

export const roles = ['anonymous', 'member', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];
/** Bo is the member, Cy the moderator, Dee the admin; Ada is the other one. */
export const names: Record<Role, string | undefined> = {
  anonymous: undefined,
  member: 'bo',
  moderator: 'cy',
  admin: 'dee',
};

/** What somebody gets who asks for what is theirs, and for what is another's. */
export type Cells = Record<Role, { own: number; others: number }>;
const cells = (
  anonymous: number,
  member: number | [own: number, others: number],
  moderator: typeof member = member,
  admin: typeof member = member,
): Cells => {
  const cell = (said: typeof member) =>
    typeof said === 'number' ? { own: said, others: said } : { own: said[0], others: said[1] };
  return { anonymous: cell(anonymous), member: cell(member), moderator: cell(moderator), admin: cell(admin) };
};
const everyone = cells(200, 200);
const signedIn = cells(401, 200);

export interface Asked {
  path: (place: Place) => string;
  method?: string;
  body?: (place: Place) => unknown;
}

const get = (path: string | ((place: Place) => string)): Asked => ({
  path: typeof path === 'string' ? () => path : path,
});

/** Every route, by its method and pattern: what each may. Who is of another community is signed in here as nobody. */
export const routes: Record<string, [Asked, Cells]> = {
  'GET /': [get(''), everyone],
  'GET /members': [get('/members'), everyone],
  'GET /members/{id}': [get(({ whose }) => `/members/${whose}`), everyone],
  'GET /wall': [get(({ whose }) => `/wall?member=${whose}`), everyone],
  'GET /ladders': [get('/ladders'), everyone],
  'GET /ladders/{id}': [get(({ whose }) => `/ladders/pull-up?member=${whose}`), everyone],
  'GET /suggestions': [get(({ whose }) => `/suggestions?with=${whose}`), everyone],
  'GET /introductions': [get('/introductions'), everyone],
  'GET /inbox': [get('/inbox'), everyone],
  'GET /changes': [get('/changes'), everyone],
  'GET /document': [get('/document'), everyone],
  'GET /document?archive': [get('/document?archive'), cells(401, 403, 403, 200)],
  'PUT /document': [{ path: () => '/document', method: 'PUT', body: () => village() }, cells(401, 403, 403, 200)],
  'GET /me': [get('/me'), signedIn],
  'DELETE /me': [{ path: () => '/me', method: 'DELETE' }, signedIn],
  'POST /me/guest': [{ path: () => '/me/guest', method: 'POST', body: () => ({ guest: '0'.repeat(32) }) }, signedIn],
  'POST /invites': [
    {
      path: () => '/invites',
      method: 'POST',
      body: ({ whose }) => ({ who: whose, page: 'https://site.example/' }),
    },
    cells(401, 403, 403, 201),
  ],
  // It is the code that counts, and not who shows it.
  'POST /devices': [{ path: () => '/devices', method: 'POST', body: () => ({ proof: 'none' }) }, cells(404, 404)],
  'GET /devices': [get('/devices'), signedIn],
  'DELETE /devices/{device}': [
    { path: ({ whose }) => `/devices/of-${whose}`, method: 'DELETE' },
    cells(401, [200, 404]),
  ],
  'GET /queue': [get('/queue'), cells(401, 403, 200, 200)],
  'POST /moderate': [
    {
      path: () => '/moderate',
      method: 'POST',
      body: ({ story }) => ({ recognition: story, act: 'hide', reason: 'It names a street.' }),
    },
    cells(401, 403, 200, 200),
  ],
  'POST /intents': [
    {
      path: () => '/intents',
      method: 'POST',
      body: () => ({ key: newKey(), name: 'with-us', detail: { on: true } }),
    },
    signedIn,
  ],
  // What is outside a community's own address is written out, and is the same for everyone.
  'GET /feed/{community}.json': [get(({ community }) => `//feed/${community}.json`), everyone],
  'GET /badge/{community}/{member}.svg': [get(({ community, whose }) => `//badge/${community}/${whose}.svg`), everyone],
  'GET /embed/{community}/{widget}': [get(({ community }) => `//embed/${community}/role-badge`), everyone],
  'GET /oembed': [get(({ community }) => `//oembed?url=http://localhost/embed/${community}/role-badge`), everyone],
};
/** Routes that are about no community. */
export const ofNone = [
  'GET /v1',
  'GET /v1/openapi.json',
  'GET /{file}',
  'GET /kith/{version}/{file}',
  'GET /health',
  'GET /ready',
];

const reps = { ladder: 'pull-up', measure: 'reps', value: 5 };
const step = (member: string) => ({ member, ladder: 'pull-up', rung: 'five', on: true });

/** Every wish about what is one's own, and about what is Ada's. A duty lets nobody wish more. */
export const wishes: { [N in IntentName]: [(place: Place) => Detail<N>, Cells] } = {
  'with-us': [() => ({ on: true }), signedIn],
  pledge: [() => ({ on: true, purposeVersion: 3 }), signedIn],
  back: [({ question }) => ({ subject: { kind: 'ask', id: question }, on: true }), cells(401, [403, 200])],
  'claim-role': [() => ({ role: 'connector', on: true }), signedIn],
  'affirm-role': [({ whose }) => ({ member: whose, role: 'connector', on: true }), cells(401, [403, 200])],
  // What nobody said of somebody there is nothing to accept of.
  'accept-role': [() => ({ role: 'connector', on: true }), cells(401, [200, 404])],
  recognize: [({ whose }) => ({ to: [whose], occasion: 'thanks', text: 'You held it.' }), cells(401, [403, 200])],
  // Dee is a host besides, who may take letters back.
  retract: [({ story }) => ({ recognition: story }), cells(401, [200, 403], [200, 403], [200, 200])],
  cheer: [({ story }) => ({ recognition: story, on: true }), cells(401, [403, 200])],
  thank: [({ to }) => ({ recognition: to, text: 'Any time.' }), cells(401, [200, 403])],
  consent: [({ to }) => ({ recognition: to, as: 'unnamed' }), cells(401, [200, 403])],
  answer: [({ question }) => ({ ask: question, text: 'I do.' }), signedIn],
  keep: [({ question }) => ({ recognition: question, on: true }), signedIn],
  report: [({ story }) => ({ recognition: story, reason: 'It names my street.' }), signedIn],
  record: [() => reps, signedIn],
  sponsor: [({ whose }) => step(whose), cells(401, [403, 200])],
  'ask-intro': [({ whose }) => ({ with: whose, reasons: [] }), cells(401, [403, 200])],
  introduce: [({ whose }) => ({ people: [whose, 'eve'], text: 'You both sew.' }), cells(401, [403, 200])],
  'answer-intro': [({ open }) => ({ introduction: open, on: true }), cells(401, [200, 403])],
  'pass-intro': [({ whose }) => ({ with: whose }), cells(401, [403, 200])],
  met: [({ met }) => ({ introduction: met, on: true }), cells(401, [200, 403])],
  profile: [() => ({ patch: { story: 'I mend lamps.' } }), signedIn],
};
