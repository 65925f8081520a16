import { Problem } from './problem.js';

/** Bytes a wish may take. */
const MOST = 32 * 1024;
/** How deep what it says may be nested. */
const DEEPEST = 8;

/** The JSON of a request, also where it comes in pieces. Throws a `Problem` where it is too large, too deep or none. */
export async function bodyIn(request: Request, most = MOST): Promise<unknown> {
  const text = await textIn(request, most);
  const value = parsed(text);
  if (depthOf(value) > DEEPEST) throw new Problem(400, 'invalid', { params: { field: 'body' } });
  return value;
}

async function textIn(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get('content-length')) > most) throw new Problem(413, 'too-long');
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
    text += decoded(() => decoder.decode(value, { stream: true }));
  }
  return text + decoded(() => decoder.decode());
}

function decoded(act: () => string): string {
  try {
    return act();
  } catch {
    throw new Problem(400, 'invalid', { params: { field: 'body' } });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'invalid', { params: { field: 'body' } });
  }
}

/** How many levels there are in a value; a word is one. */
function depthOf(value: unknown, most = DEEPEST + 1): number {
  if (typeof value !== 'object' || value === null || most === 0) return 0;
  return 1 + Math.max(0, ...Object.values(value).map((each) => depthOf(each, most - 1)));
}
