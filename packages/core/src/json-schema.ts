import { toJsonSchema } from '@valibot/to-json-schema';
import { DocumentSchema } from './document.js';

/**
 * The community document as JSON Schema (2020-12), from the schema that checks it at run time. For the build and for
 * editors; nothing that ships to a browser imports this.
 */
export function documentJsonSchema(): object {
  const schema = toJsonSchema(DocumentSchema, {
    target: 'draft-2020-12',
    overrideAction({ valibotAction, jsonSchema }) {
      const { type, requirement } = valibotAction as { type: string; requirement?: unknown };
      if (type !== 'regex' || !(requirement instanceof RegExp)) return undefined;
      return { ...jsonSchema, ...portable(requirement) };
    },
  });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: 'urn:kith:document:1',
    title: 'Kith community document',
    description: 'One JSON document that can carry a whole community. Unknown keys are allowed everywhere.',
    ...rest,
  };
}

/** A pattern that means the same to validators that do not read patterns as Unicode, and to other languages. */
function portable({ source }: RegExp): { pattern: string; maxLength?: number } {
  const pattern = source.replaceAll('\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f').replaceAll('\\/', '/');
  const [, start, most] = /^(.*)\{1,(\d+)\}\$$/.exec(pattern) ?? [];
  // Without the u flag a pattern counts an emoji twice; a JSON Schema's length counts it once.
  return start === undefined ? { pattern } : { pattern: `${start}+$`, maxLength: Number(most) };
}
