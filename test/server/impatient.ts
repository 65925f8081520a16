/** A server that lets go of who is slow within seconds, and says by its port each connection that ended. */
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { serve } from '@kith/server';
import { pino } from 'pino';
import { unlimited } from './unlimited.js';

subscribe('net.server.socket', (message) => {
  const { socket } = message as { socket: Socket };
  const { remotePort } = socket;
  socket.once('close', () => console.log(`${remotePort} ended`));
});

const { close } = await serve({
  place: { folder: process.env['KITH_DATA'] ?? '' },
  port: 0,
  log: pino({ level: 'info' }, pino.destination(2)),
  limits: { ...unlimited, lines: { each: 1e9, all: 1e9 } },
  patience: { head: 4000, request: 8000, answer: 8000, line: 5000 },
});
process.once('SIGTERM', () => void close());
