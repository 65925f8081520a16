import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * Asks over so many lines at once, one question after another on each: with little of its own, so that what is measured is
 * who answers. `next(n)` gives the nth question as text of HTTP. Gives the seconds it took; rejects for an answer that is
 * no 200.
 */
export async function load(port, lines, count, next) {
  const open = await Promise.all(Array.from({ length: lines }, () => openLine(port)));
  let n = 0;
  const begun = performance.now();
  await Promise.all(
    open.map(async (line) => {
      while (n < count) await line.ask(next(n++));
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  for (const line of open) line.close();
  return seconds;
}

export function get(path, token) {
  return `GET ${path} HTTP/1.1\r\nhost: bench\r\n${token ? `authorization: Bearer ${token}\r\n` : ''}\r\n`;
}

export function post(path, token, body) {
  const text = JSON.stringify(body);
  return `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** A line that is kept open; `ask` gives the body of an answer. */
export async function openLine(port) {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting;
  let arrived = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    arrived = arrived.length ? Buffer.concat([arrived, bytes]) : bytes;
    const end = arrived.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = arrived.toString('latin1', 0, end);
    const [, length] = /content-length: (\d+)/i.exec(head) ?? [];
    if (length === undefined) return void socket.destroy(new Error(`An answer without a length: ${head}`));
    if (arrived.length < end + 4 + Number(length)) return;
    const body = arrived.subarray(end + 4, end + 4 + Number(length));
    arrived = Buffer.alloc(0);
    if (head.startsWith('HTTP/1.1 200')) waiting.resolve(body);
    else waiting.reject(new Error(`${head}\n${body}`));
  });
  socket.on('error', (error) => waiting?.reject(error));
  return {
    ask: (text) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(text);
      }),
    close: () => socket.destroy(),
  };
}

/** Listens to what changes; `heard` is called with each revision as it arrives. Gives the way to stop. */
export async function listen(port, path, heard) {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.write(`GET ${path} HTTP/1.1\r\nhost: bench\r\naccept: text/event-stream\r\n\r\n`);
  socket.setEncoding('utf8');
  let text = '';
  await new Promise((resolve, reject) => {
    socket.on('data', (more) => {
      text += more;
      if (text.includes('event: here')) resolve();
      for (const [, revision] of text.matchAll(/data: \{"revision":(\d+)/g)) heard(Number(revision));
      text = text.slice(text.lastIndexOf('\n\n') + 2);
    });
    socket.once('error', reject).once('close', () => reject(new Error(`The line was cut: ${text}`)));
  });
  return () => socket.destroy();
}
