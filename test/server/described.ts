import type { createApp } from '@kith/server';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';

type App = ReturnType<typeof createApp>;

export interface DescribedOperation {
  security: object[];
  parameters: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, DescribedAnswer & { $ref?: string }>;
}

export interface DescribedAnswer {
  headers?: Record<string, { required?: boolean }>;
  content?: Record<string, { schema: object }>;
}

/** What an app says of itself. */
export interface Described {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, object>; responses: Record<string, DescribedAnswer> };
}

export async function describedIn(app: App): Promise<Described> {
  return (await (await app.request('/v1/openapi.json')).json()) as Described;
}

/** Every route of an app by its method and address, as a description writes it; its own stands where communities stand. */
export function routesIn(app: App): string[] {
  const own = app.routes.filter(({ method }) => method !== 'ALL');
  const named = own.flatMap(({ method, path }) => optional(path).map((each) => `${method} ${templateOf(each)}`));
  return [...new Set([...named, 'GET /v1/openapi.json'])].sort();
}

const optional = (path: string) => (path.endsWith('?') ? [path.slice(0, -1), path.replace(/\/:\w+\?$/, '')] : [path]);

/** "/feed/:community{[^/]+\\.json}" as "/feed/{community}.json", and what is a file by its own name as "/{file}". */
const templateOf = (path: string) =>
  path
    .replace(/:(\w+)\{\[\^\/\]\+\\(\.\w+)\}/g, '{$1}$2')
    .replace(/^\/(kith\/)?([\d.]+\/)?(kith|frame|fit)[\w.-]*\.(js|css)$/, '/$1$2{file}')
    .replace(/^\/kith\/[\d.]+\//, '/kith/{version}/')
    .replace(/:(\w+)/g, '{$1}');

/** Compiles the schemas of a description, each once. */
export function createChecks({ components }: Described): (schema: object) => ValidateFunction {
  const local = (schema: object) =>
    JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')) as object;
  const $defs = local(components.schemas);
  const ajv = new Ajv({ validateFormats: false });
  const known = new Map<string, ValidateFunction>();
  return (schema) => {
    const name = JSON.stringify(schema);
    const check = known.get(name) ?? ajv.compile({ ...local(schema), $defs });
    known.set(name, check);
    return check;
  };
}
