#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { command } from './command.js';

// The same files on every machine: days are not those of wherever it runs.
process.env['TZ'] ??= 'UTC';

process.exitCode = await command({
  args: process.argv.slice(2),
  print: (said) => console.log(said),
  complain: (said) => console.error(said),
  stdin: () => text(process.stdin),
  clock: () => new Date(),
});
