import * as v from 'valibot';
import { embedQuery, widgets } from '../outward/embed.js';
import { feedShape } from '../outward/feed.js';
import { oembedQuery, oembedShape } from '../outward/oembed.js';
import { queries } from '../routes/queries.js';
import { intentShape } from '../routes/wishes.js';
import { answers, named } from './shapes.js';

/** Who may ask: everyone, beside them those who are known by a token or a device, or those alone. */
export type Who = 'everyone' | 'known' | 'member' | 'memberOrDevice' | 'watchers';

/** What can be asked at an address, by one method. */
export interface Operation {
  says: string;
  more?: string;
  who: Who;
  /** What is said in the address after "?". */
  asks?: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** Headers that are understood, each with what it says. */
  headers?: Record<string, v.GenericSchema>;
  /** What is sent, by the name of its schema. */
  takes?: keyof typeof named;
  /** The status of what is done. Default 200. */
  done?: 200 | 201;
  /** What is answered, by its media type; `text` where it is no JSON. */
  gives: Record<string, v.GenericSchema | 'text'>;
  /** Statuses that say why something is not done, beside those that any question may have. */
  refuses?: number[];
}

const json = (schema: v.GenericSchema) => ({ 'application/json': schema });
const read = (says: string, schema: v.GenericSchema, asks?: Operation['asks']): Operation => ({
  says,
  who: 'known',
  gives: json(schema),
  ...(asks && { asks, refuses: [422] }),
});
/** What others show, whoever asks: the same for everyone. */
const outward = (says: string, gives: Operation['gives'], more: Partial<Operation> = {}): Operation => ({
  says,
  who: 'known',
  gives,
  ...more,
});
const code = (says: string): Operation => ({
  says,
  who: 'everyone',
  gives: { 'text/javascript': 'text', 'text/css': 'text' },
  refuses: [404],
});
const { Admitted, Alive, Change, Copy, Devices, Document, Ended, Link, Queue, Receipt } = named;
const eventStream = `Events whose data is a Change and whose id is its revision; first one called "here", whose data is
the revision it begins at. A line that is a comment comes at least every 15 s.`.replaceAll('\n', ' ');

/** Every question there is, by method and address, in the order in which they are told of. */
export const operations: Record<string, Operation> = {
  'GET /v1/{community}': read('What a community is for, its roles, its numbers and its ladders', answers.community),
  'GET /v1/{community}/members': read('Members, in the order they came', answers.members, queries.members),
  'GET /v1/{community}/members/{id}': read('One member', answers.member),
  'GET /v1/{community}/wall': read('Letters everyone may read, newest first', answers.wall, queries.wall),
  'GET /v1/{community}/ladders': read('The first ladder, and where people stand on it', answers.ladder, queries.ladder),
  'GET /v1/{community}/ladders/{id}': read('A ladder, and where people stand on it', answers.ladder, queries.ladder),
  'GET /v1/{community}/suggestions': read(
    'Whom the asker might meet, and why',
    answers.suggestions,
    queries.suggestions,
  ),
  'GET /v1/{community}/introductions': read('Introductions the asker is part of', answers.introductions),
  'GET /v1/{community}/inbox': {
    ...read('Letters that wait for the asker’s answer, and their own that do not stand yet', answers.inbox),
    more: 'Of their own (`written`) one is `review` until somebody looked at it, where the community wants that of first letters; then `asked` until somebody said yes.',
  },
  'GET /v1/{community}/changes': {
    says: 'What changes, as it does: kinds and ids, never contents',
    more: 'With `Accept: text/event-stream` a stream; else what changed until now, as one change.',
    who: 'known',
    asks: queries.changes,
    headers: { 'Last-Event-ID': v.pipe(queries.changes.entries.after.wrapped, v.description('Before `after`.')) },
    gives: { ...json(Change), 'text/event-stream': v.pipe(v.string(), v.description(eventStream)) },
    refuses: [422],
  },
  'POST /v1/{community}/intents': {
    says: 'One wish, carried out once for each key',
    more: 'A device that is no member, known by `Kith-Guest`, may be counted in (`with-us`) and nothing else.',
    who: 'memberOrDevice',
    headers: { 'Idempotency-Key': v.pipe(intentShape.entries.key, v.description('The key of the wish.')) },
    takes: 'Intent',
    gives: json(Receipt),
    refuses: [400, 403, 413, 422],
  },
  'GET /v1/{community}/me': { says: 'All there is of the asker, to keep', who: 'member', gives: json(Copy) },
  'DELETE /v1/{community}/me': {
    says: 'Deletes the asker, and what they said to others',
    who: 'member',
    gives: json(Receipt),
  },
  'POST /v1/{community}/me/guest': {
    says: 'Makes it the asker’s that a device counted in before they signed in on it',
    who: 'member',
    takes: 'Guest',
    gives: json(Receipt),
    refuses: [400, 413, 422],
  },
  'POST /v1/{community}/invites': {
    says: 'A personal link for a member, for admins',
    more: 'Whoever opens it first is signed in as that member, on that device.',
    who: 'watchers',
    takes: 'Invite',
    done: 201,
    gives: json(Link),
    refuses: [400, 413, 422],
  },
  'POST /v1/{community}/devices': {
    says: 'Signs a device in, by the code of a personal link',
    more: 'The proof is a JWT that carries the code and the device’s public key, which has signed it.',
    who: 'known',
    takes: 'Proof',
    done: 201,
    gives: json(Admitted),
    refuses: [400, 413, 422],
  },
  'GET /v1/{community}/devices': {
    says: 'Devices the asker is signed in on by a personal link',
    who: 'member',
    gives: json(Devices),
  },
  'DELETE /v1/{community}/devices/{device}': {
    says: 'Signs the asker out on one device',
    who: 'member',
    gives: json(Ended),
  },
  'GET /v1/{community}/queue': {
    says: 'Letters that somebody should look at',
    who: 'watchers',
    gives: json(Queue),
  },
  'POST /v1/{community}/moderate': {
    says: 'Takes a letter down, or lets it stand, and why',
    who: 'watchers',
    takes: 'Ruling',
    gives: json(Receipt),
    refuses: [400, 413, 422],
  },
  'GET /v1/{community}/document': {
    says: 'The community as one document',
    more: 'Its public part; with `archive` all of it, for admins.',
    who: 'known',
    asks: queries.document,
    gives: json(Document),
    refuses: [403, 422],
  },
  'PUT /v1/{community}/document': {
    says: 'Puts a document in the place of the community, for admins',
    more: 'What is null in it is as if it were not said. Nothing in it may be called "." or "..".',
    who: 'watchers',
    takes: 'Document',
    gives: json(Receipt),
    refuses: [400, 413, 422],
  },
  'GET /feed/{community}.json': outward('The wall as a JSON Feed', { 'application/feed+json': feedShape }),
  'GET /badge/{community}/{member}.svg': outward('What a member is known for, as a picture', {
    'image/svg+xml': 'text',
  }),
  'GET /embed/{community}/{widget}': outward(
    'A page that is one widget, for a frame',
    { 'text/html': 'text' },
    {
      more: `Widgets: ${Object.keys(widgets).join(', ')}. It stands in pages of the community's origins and of this server.`,
      asks: embedQuery,
      refuses: [422],
    },
  ),
  'GET /oembed': outward('How a frame is put into a page: https://oembed.com', json(oembedShape), {
    asks: oembedQuery,
    refuses: [422, 501],
  }),
  'GET /{file}': code('The widgets’ code: kith.js, kith.css and what they load'),
  'GET /kith/{version}/{file}': code(
    'The same, of one version (0.1.0), which never changes, or of its first number (0), which is the newest that fits',
  ),
  'GET /v1': { says: 'This, to be read', who: 'everyone', gives: { 'text/html': 'text' } },
  'GET /v1/openapi.json': { says: 'This', who: 'everyone', gives: json(v.looseObject({ openapi: v.string() })) },
  'GET /health': { says: 'Whether the server runs', who: 'everyone', gives: json(Alive) },
  'GET /ready': { says: 'Whether its database answers', who: 'everyone', gives: json(Alive) },
};
