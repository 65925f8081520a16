import { jsonSchemaOf, jsonSchemasOf, type NamedSchemas } from '@kith/core/json-schema';
import type * as v from 'valibot';
import { titles } from '../problem.js';
import { operations, type Operation, type Who } from './operations.js';
import { named } from './shapes.js';

const schemas: NamedSchemas = { schemas: named, refTo: (name) => `#/components/schemas/${name}` };
const about = `Communities over HTTP. What everyone may see needs no token. A site's backend mints tokens for its members.
An address that is asked by a method it does not have answers 405 and names those it has; one that is nothing answers 404.
Whatever is not done says why as problem details (RFC 9457): \`reason\` and \`params\` are for programs.`;

/** How somebody says who they are, where they do. */
const schemes = {
  bearer: {
    type: 'http',
    scheme: 'Bearer',
    bearerFormat: 'JWT',
    description:
      'Minted by the site: `iss`, `aud` (the community), `sub`, `iat`, `exp` (at most an hour later), `kid`.',
  },
  guest: { type: 'http', scheme: 'Kith-Guest', description: '128 random bits of a device, as 32 hexadecimal digits.' },
};

const [nobody, bearer, guest] = [{}, { bearer: [] }, { guest: [] }];
const security: Record<Who, object[]> = {
  everyone: [nobody],
  known: [nobody, bearer, guest],
  memberOrDevice: [bearer, guest],
  member: [bearer],
  watchers: [bearer],
};
/** Why each may be refused, whatever is asked. */
const refusals: Record<Who, number[]> = {
  everyone: [],
  known: [401, 404, 429],
  memberOrDevice: [401, 404, 429],
  member: [401, 404, 429],
  watchers: [401, 403, 404, 429],
};

/** What this server answers to, as OpenAPI 3.1. */
export function description(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = name.split(' ');
    (paths[path] ??= {})[method.toLowerCase()] = operationOf(name, path, operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kith', version, description: about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: jsonSchemasOf(schemas), securitySchemes: schemes, responses: problems() },
  };
}

function operationOf(name: string, path: string, { says, more, who, takes, ...rest }: Operation): object {
  return {
    operationId: name.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, ''),
    summary: says,
    ...(more && { description: more }),
    security: security[who],
    parameters: parametersOf(path, rest),
    ...(takes && { requestBody: { required: true, content: content({ 'application/json': named[takes] }) } }),
    responses: responsesOf(who, rest),
  };
}

function parametersOf(path: string, { asks, headers = {} }: Pick<Operation, 'asks' | 'headers'>): object[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(asks?.entries ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: schema.type !== 'exact_optional',
    schema: jsonSchemaOf(schema, schemas, true),
  }));
  const inHeaders = Object.entries(headers).map(([name, schema]) => ({
    name,
    in: 'header',
    schema: jsonSchemaOf(schema, schemas),
  }));
  return [...inPath, ...inQuery, ...inHeaders];
}

function responsesOf(
  who: Who,
  { gives, done = 200, refuses = [] }: Pick<Operation, 'gives' | 'done' | 'refuses'>,
): object {
  const statuses = [...new Set([...refusals[who], ...refuses])].sort((a, b) => a - b);
  const refused = statuses.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]);
  return {
    [done]: { description: 'Done', content: content(gives) },
    ...Object.fromEntries(refused),
    '5XX': { $ref: `#/components/responses/${nameOf(500)}` },
  };
}

function content(gives: Operation['gives']): object {
  const said = ([type, schema]: [string, v.GenericSchema | 'text']) => [
    type,
    { schema: schema === 'text' ? { type: 'string' } : jsonSchemaOf(schema, schemas) },
  ];
  return Object.fromEntries(Object.entries(gives).map(said));
}

/** An answer for each status that says why something is not done. */
function problems(): object {
  return Object.fromEntries(
    Object.entries(titles).map(([status, title]) => [
      nameOf(Number(status)),
      {
        description: title,
        ...headersOf(Number(status)),
        content: { 'application/problem+json': { schema: { $ref: schemas.refTo('Problem') } } },
      },
    ]),
  );
}

function headersOf(status: number): object {
  const said = { 401: 'WWW-Authenticate', 405: 'Allow', 429: 'Retry-After' }[status];
  return said ? { headers: { [said]: { required: true, schema: { type: 'string' } } } } : {};
}

function nameOf(status: number): string {
  return titles[status]?.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()) ?? String(status);
}
