import { ProviderError } from './provider.js';

/** `JSON.parse` with a `ProviderError('invalid')` whose message says what and, where the engine tells, where. */
export function readJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  if (!/\S/.test(json)) throw invalid('This is empty, and should be JSON.');
  try {
    return JSON.parse(json);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const page = /^\s*</.test(json) ? ' It looks like a web page.' : '';
    throw invalid(`This is not JSON${place(said, json)}: ${said}.${page}`, cause);
  }
}

/** Engines say "line 3 column 14" (Firefox, newer V8), "position 40" (V8) or nothing (WebKit). */
function place(said: string, json: string): string {
  let [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
  const position = /position (\d+)/.exec(said)?.[1];
  if (!line && position) {
    const before = json.slice(0, Number(position)).split('\n');
    line = `${before.length}`;
    column = `${(before.at(-1)?.length ?? 0) + 1}`;
  }
  return line ? ` (line ${line}, column ${column})` : '';
}

function invalid(message: string, cause?: unknown): ProviderError {
  return new ProviderError('invalid', { message, cause });
}
