import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Intent } from '../../packages/core/src/rules/index.js';
import { pick, randomFor } from './random.js';
import { createVillage, type Village } from './village.js';

/** What becomes of a request, by weight. */
const faults = {
  none: 60,
  slow: 6,
  reset: 6,
  'server error': 5,
  'too many': 3,
  'reply lost': 7,
  'reply cut': 2,
  doubled: 5,
  'held back': 5,
  silent: 1,
};
export type Fault = keyof typeof faults;

/** `down` takes no connection, `mute` takes requests and does nothing, `calm` answers all of them well. */
export type Weather = 'rough' | 'calm' | 'down' | 'mute';

export interface FaultServer {
  readonly url: string;
  readonly village: Village;
  /** The keys of all that arrived, whatever became of it. */
  readonly arrived: ReadonlySet<string>;
  /** How often each fault was. */
  readonly faults: Record<string, number>;
  set(weather: Weather): void;
  stop(): Promise<void>;
}

/** A server on this machine that holds the truth and answers badly; the seed, a wish's key and its try decide how. */
export async function startFaultServer(seed: number, script: string): Promise<FaultServer> {
  const village = createVillage();
  const counts: Record<string, number> = {};
  const tries = new Map<string, number>();
  const arrived = new Set<string>();
  let weather: Weather = 'rough';

  function faultOf(key: string): { fault: Fault; random: () => number } {
    const nth = (tries.get(key) ?? 0) + 1;
    tries.set(key, nth);
    const random = randomFor(seed, `${key.slice(-12)} ${nth}`);
    const fault = weather === 'calm' ? 'none' : pick(random, faults);
    counts[fault] = (counts[fault] ?? 0) + 1;
    return { fault, random };
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const intent = JSON.parse(await bodyOf(request)) as Intent;
    arrived.add(intent.key);
    if (weather === 'mute') return void request.socket.destroy();
    const { fault, random } = faultOf(intent.key);
    await delay(weather === 'calm' ? 50 : random() * (fault === 'slow' ? 300 : 10));
    const later = () => void delay(20 + random() * 500).then(() => village.take(intent));
    switch (fault) {
      case 'reset':
        return void request.socket.destroy();
      case 'server error':
        return answer(response, random() < 0.5 ? 500 : 503, {});
      case 'too many':
        return answer(response, 429, {}, { 'retry-after': random() < 0.1 ? '1' : '0' });
      case 'held back':
        later();
        return void request.socket.destroy();
      case 'silent':
        // Whoever asked gives up before there is an answer.
        return later();
      case 'none':
      case 'slow':
      case 'reply lost':
      case 'reply cut':
      case 'doubled':
    }
    const said = village.take(intent);
    if (fault === 'doubled') later();
    if (fault === 'reply lost') return void request.socket.destroy();
    if (fault === 'reply cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"revi');
      return void setTimeout(() => request.socket.destroy(), 5);
    }
    if ('revision' in said) answer(response, 200, said);
    else answer(response, 422, said);
  }

  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      return void take(request, response).catch(() => request.socket.destroy());
    }
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><title>Soak</title><script type="module" src="/page.js"></script>',
    );
  });
  server.on('connection', (socket) => {
    if (weather === 'down') socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    village,
    arrived,
    faults: counts,
    set(now) {
      weather = now;
      if (now === 'down') server.closeAllConnections();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  const type = status === 200 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
}
