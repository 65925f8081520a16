import { destination, pino, stdSerializers, type Logger } from 'pino';

/** Where a log goes: a terminal, or a file or program that reads lines of JSON. */
export interface Out {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** What a database adds to an error: values of rows, and so ids of people. */
const told = ['detail', 'where', 'hint', 'internalQuery', 'parameters', 'query', 'params'];

/** A log of a level, as lines of JSON on stderr, or to be read by somebody at a terminal. */
export function openLog(level: string, out: Out = process.stderr): Logger {
  const err = (error: Error) => {
    const said = stdSerializers.err(error);
    return Object.fromEntries(Object.entries(said).filter(([name]) => !told.includes(name)));
  };
  const options = { level, serializers: { err } };
  if (out.isTTY) return pino(options, { write: (line) => void out.write(readable(line)) });
  return pino(options, out === process.stderr ? destination(2) : { write: (line) => void out.write(line) });
}

/** `12:03:04 warn  What happened.  route=/v1/:community ms=3`, and a stack beneath. */
function readable(line: string): string {
  const { time, level, msg, err, pid: _, hostname: __, ...rest } = JSON.parse(line) as Line;
  const at = new Date(time).toTimeString().slice(0, 8);
  const word = (pino.levels.labels[level] ?? '').padEnd(5);
  const more = Object.entries(rest).map(([name, value]) => ` ${name}=${value}`);
  return `${at} ${word} ${msg} ${more.join('')}${err ? `\n${err.stack ?? err.message}` : ''}\n`;
}

interface Line extends Record<string, unknown> {
  time: number;
  level: number;
  msg: string;
  err?: { stack?: string; message: string };
}
