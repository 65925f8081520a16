import { listen, openLine, post } from './load.mjs';
import { wishesOf } from './wishes.mjs';

/** How long after the answer to a write who listens hears of it, in milliseconds. */
export async function live(port, tokens, { listeners = 1000, writes = 40 } = {}) {
  const heard = [];
  const all = [];
  // One after another: a queue of a thousand who knock at once is not what is measured.
  while (all.length < listeners)
    all.push(await listen(port, '/v1/kith/changes', (revision) => heard.push([revision, performance.now()])));
  const answered = [];
  const line = await openLine(port);
  // Claims alone: each is everyone's to see, so that each is an event.
  const claims = wishesOf(900, 5000)(writes * 20).filter(({ name, number }) => name === 'claim-role' && number % 10);
  for (const { number, ...wish } of claims.slice(0, writes)) {
    const { revision } = JSON.parse(await line.ask(post('/v1/kith/intents', tokens[number], wish)));
    answered.push([revision, performance.now()]);
    await new Promise((resolve) => setTimeout(resolve, 130 + Math.random() * 100));
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  line.close();
  for (const stop of all) stop();
  // Whoever hears of a revision hears of all before it.
  const waits = answered.flatMap(([revision, at], i) => {
    const next = answered[i + 1]?.[0] ?? Infinity;
    return heard.flatMap(([each, when]) => (each >= revision && each < next ? [Math.max(0, when - at)] : []));
  });
  if (waits.length < listeners * writes * 0.9) throw new Error(`Only ${waits.length} events were heard.`);
  waits.sort((a, b) => a - b);
  const at = (part) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))];
  return { p50: at(0.5), p99: at(0.99), listeners, writes };
}
