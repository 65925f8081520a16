/** `npm start`, after the build: the demo, on PORT or 4173 or the next free port. */
import { fileURLToPath } from 'node:url';
import { serve } from '../.ci/serve.mjs';

const { url, stop } = await serve(fileURLToPath(new URL('.', import.meta.url)), Number(process.env.PORT || 4173));
console.log(`The demo is at ${url}`);

const end = () => stop().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.removeAllListeners(signal); // Vite's own would report 143, as if we had been killed
  process.once(signal, end);
}

// npm passes a signal on to its shell only, and the shell to nobody: end with it.
if (process.env.npm_lifecycle_event) {
  const { ppid } = process;
  setInterval(() => process.ppid !== ppid && end(), 200).unref();
}
