import { isKeepable } from './ids.js';
import { Problem } from './problem.js';

/** What a body may be. */
export interface BodyLimits {
  bytes: number;
  /** How many levels of it are within each other. */
  depth: number;
}

/** A wish. */
const small: BodyLimits = { bytes: 32 * 1024, depth: 8 };

/** The JSON of a request, also where it comes in pieces. Throws a `Problem` where it is too large, too deep or none. */
export async function bodyIn(request: Request, limits = small): Promise<unknown> {
  const text = await textIn(request, limits.bytes);
  const value = orInvalid(() => JSON.parse(text) as unknown);
  if (!isWithin(value, limits.depth)) throw notUnderstood();
  return value;
}

async function textIn(request: Request, most: number): Promise<string> {
  const said = request.headers.get('content-length');
  if (Number(said) > most) throw new Problem(413, 'too-long');
  // Node holds a body to the length it says: there is nothing to count, and it comes in one piece.
  if (said !== null) return decoded(await request.arrayBuffer(), most);
  const reader = request.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > most) {
      await reader.cancel();
      throw new Problem(413, 'too-long');
    }
    text += orInvalid(() => decoder.decode(value, { stream: true }));
  }
  return text + orInvalid(() => decoder.decode());
}

function decoded(bytes: ArrayBuffer, most: number): string {
  if (bytes.byteLength > most) throw new Problem(413, 'too-long');
  return orInvalid(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function orInvalid<T>(act: () => T): T {
  try {
    return act();
  } catch {
    throw notUnderstood();
  }
}

function notUnderstood(): Problem {
  return new Problem(400, 'invalid', { params: { field: 'body' } });
}

/** Whether a value has at most so many levels, and no text that could not be kept. */
function isWithin(value: unknown, levels: number): boolean {
  if (typeof value === 'string') return isKeepable(value);
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  return Object.entries(value).every(([key, each]) => isKeepable(key) && isWithin(each, levels - 1));
}
