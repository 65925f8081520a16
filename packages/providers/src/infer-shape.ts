import type { FileProvider } from './infer.js';

/** Which provider reads a value parsed from JSON, by its shape; `undefined` where none does. */
export function inferShape(value: unknown): FileProvider | undefined {
  if (!isObject(value)) return undefined;
  if ('kith' in value) return 'json';
  const people = Object.values(value);
  return Array.isArray(value['contributors']) ||
    people.some((one) => isObject(one) && Array.isArray(one['contributions']))
    ? 'all-contributors'
    : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
