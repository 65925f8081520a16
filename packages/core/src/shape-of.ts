import type * as v from 'valibot';
import { least, patterns, type Kind, type Shape } from './shape.js';

/** What the interpreter below reads of a schema. */
interface Schema {
  type: string;
  wrapped?: Schema;
  item?: Schema;
  value?: Schema;
  literal?: 1 | true;
  options?: Schema[];
  entries?: Record<string, Schema>;
  pipe?: { type: string; requirement?: unknown }[];
}

/**
 * The shape that says of a value what a schema says of it, if not why. For `npm run shape` and for tests; nothing that
 * ships to a browser imports this. Throws at what the notation has no word for.
 */
export function shapeOf(schema: v.GenericSchema): Shape {
  return read(schema as unknown as Schema);
}

function read({ type, item, value, literal, entries, pipe }: Schema): Shape {
  if (type === 'loose_object') return Object.fromEntries(Object.entries(entries ?? {}).map(field));
  if (type === 'array' && item) return (item.options ?? [item]).map(read);
  if (type === 'record' && value) return { '*': read(value) };
  if (type === 'literal' && literal !== undefined) return literal;
  const kind = kindOf(type, pipe?.slice(1));
  if (kind) return kind;
  throw new Error(`A shape has no word for ${type} with ${JSON.stringify(pipe)}.`);
}

function field([name, schema]: [string, Schema]): [string, Shape] {
  return schema.wrapped ? [`${name}?`, read(schema.wrapped)] : [name, read(schema)];
}

function kindOf(type: string, actions: Schema['pipe'] = []): Kind | undefined {
  const said = actions.map(({ type, requirement }) => (type === 'integer' ? type : [type, String(requirement)]));
  const isSaid = (...wanted: unknown[]) => JSON.stringify(said) === JSON.stringify(wanted);
  if (type === 'string' && isSaid()) return 'text';
  if ((type === 'number' || type === 'boolean') && isSaid()) return type;
  if (type === 'string') return named(patterns, (pattern) => isSaid(['regex', String(pattern)]));
  if (type === 'number') return named(least, (number) => isSaid('integer', ['min_value', String(number)]));
  return undefined;
}

function named<T extends object>(list: T, test: (value: T[keyof T]) => boolean): keyof T | undefined {
  return (Object.keys(list) as (keyof T)[]).find((name) => test(list[name]));
}
