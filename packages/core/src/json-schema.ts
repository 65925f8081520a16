import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { DocumentSchema } from './document.js';

/** Schemas that are said once, and everywhere else by their name. */
export interface NamedSchemas {
  schemas: Record<string, v.GenericSchema>;
  /** Where one stands, by its name. */
  refTo: (name: string) => string;
}

/**
 * The community document as JSON Schema (2020-12), from the schema that checks it at run time. For the build, for editors
 * and for servers; nothing that ships to a browser imports this.
 */
export function documentJsonSchema(): object {
  const { $schema, ...rest } = toJsonSchema(DocumentSchema, conversion);
  return {
    $schema,
    $id: 'urn:kith:document:1',
    title: 'Kith community document',
    description: 'One JSON document that can carry a whole community. Unknown keys are allowed everywhere.',
    ...rest,
  };
}

/**
 * What a schema takes as JSON Schema (2020-12), in which others are referred to by name; with `output`, what it gives.
 * Throws an `Error` where it has a rule that no JSON Schema can say.
 */
export function jsonSchemaOf(schema: v.GenericSchema, named?: NamedSchemas, output = false): object {
  const config = { ...conversion, ...refsTo(named), typeMode: output ? 'output' : 'input' } as const;
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, config);
  return rest;
}

/** Named schemas themselves, in which they refer to each other. */
export function jsonSchemasOf(named: NamedSchemas): Record<string, object> {
  return toJsonSchemaDefs(named.schemas, { ...conversion, ...refsTo(named) }) as Record<string, object>;
}

function refsTo(named: NamedSchemas | undefined): ConversionConfig {
  if (!named) return {};
  return { definitions: named.schemas, overrideRef: ({ referenceId }) => named.refTo(referenceId) };
}

const conversion: ConversionConfig = {
  target: 'draft-2020-12',
  overrideAction({ valibotAction, jsonSchema }) {
    const { type, requirement } = valibotAction as { type: string; requirement?: unknown };
    if (type === 'regex' && requirement instanceof RegExp) return { ...jsonSchema, ...portable(requirement) };
    // JSON Schema counts code points, of which a character that a person sees may have many.
    if (type === 'max_graphemes') return { ...jsonSchema, description: `At most ${requirement} characters are seen.` };
    return unsaid.has(type) ? jsonSchema : undefined;
  },
};

/** What is done with a value beyond what can be said of it. */
const unsaid = new Set(['trim', 'check', 'finite', 'transform']);

/** A pattern that means the same to validators that do not read patterns as Unicode, and to other languages. */
function portable({ source }: RegExp): { pattern: string; maxLength?: number } {
  const pattern = source.replaceAll('\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f').replaceAll('\\/', '/');
  const [, start, most] = /^(.*)\{1,(\d+)\}\$$/.exec(pattern) ?? [];
  // Without the u flag a pattern counts an emoji twice; a JSON Schema's length counts it once.
  return start === undefined ? { pattern } : { pattern: `${start}+$`, maxLength: Number(most) };
}
