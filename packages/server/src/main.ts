#!/usr/bin/env node
import { main } from './run/main.js';

const stop = new Promise((resolve) => process.once('SIGTERM', resolve).once('SIGINT', resolve));
process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  stop,
});
