import { ProviderError } from './provider.js';

/** A piece that could not be read: its place in the document as it was given, and why, in words that follow the place. */
export interface Aside {
  path: string;
  reason: string;
}

export type Key = string | number;

/**
 * A copy of what is JSON in a value that may be anything: what throws, goes round in circles or is no JSON is set aside,
 * and `null` left out of objects. Throws `ProviderError('invalid')` beyond 5,000,000 values.
 */
export function readPlain(input: unknown): { value: unknown; aside: Aside[] } {
  const aside: Aside[] = [];
  const keys: Key[] = [];
  const open = new Set<object>();
  let left = 5_000_000;

  function refuse(reason: string): undefined {
    aside.push({ path: pathOf(keys), reason });
  }

  function copy(value: unknown): unknown {
    if (--left < 0) throw invalid('This holds more than 5,000,000 values, which is too much for a page.');
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : refuse('is too large a number');
    if (typeof value === 'bigint') return refuse('is not JSON');
    if (typeof value !== 'object' || value === null) return undefined;
    if (open.has(value)) return refuse('contains itself');
    if (keys.length > 64) return refuse('is nested too deep');
    open.add(value);
    const copied = Array.isArray(value) ? copyList(value) : copyObject(value as Record<string, unknown>);
    open.delete(value);
    return copied;
  }

  function copyAt(holder: Record<Key, unknown>, key: Key): unknown {
    keys.push(key);
    try {
      return copy(holder[key]);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      return refuse('cannot be read');
    } finally {
      keys.pop();
    }
  }

  function copyList(list: unknown[]): unknown[] {
    const copied: unknown[] = [];
    // Places must stay what they are for the paths, so what is left out leaves a null.
    for (let i = 0; i < list.length; i++) copied.push(copyAt(list as unknown as Record<Key, unknown>, i) ?? null);
    return copied;
  }

  function copyObject(holder: Record<Key, unknown>): Record<string, unknown> {
    const copied: Record<string, unknown> = {};
    for (const key of Object.keys(holder)) {
      if (/^(__proto__|constructor|prototype)$/.test(key)) {
        keys.push(key);
        refuse('is a name that cannot be used');
        keys.pop();
        continue;
      }
      const value = copyAt(holder, key);
      if (value !== undefined) copied[key] = value;
    }
    return copied;
  }

  try {
    return { value: copy(input), aside };
  } catch (error) {
    throw error instanceof ProviderError ? error : invalid('This cannot be read.', error);
  }
}

/** How an author finds a piece: `members[3].hours[0]`. */
export function pathOf(keys: readonly Key[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (/^[\w$-]{1,64}$/.test(key)) path += path ? `.${key}` : key;
    else path += `[${JSON.stringify(key.slice(0, 64))}]`;
  }
  return path;
}

function invalid(message: string, cause?: unknown): ProviderError {
  return new ProviderError('invalid', { message, cause });
}
