import { setTimeout as delay } from 'node:timers/promises';
import { createProfile, load, setFrozen } from './chromium.js';
import { startFaultServer } from './fault-server.js';
import type { SoakPage } from './page.js';

declare const soak: SoakPage;

/** A tab is frozen again and again while it writes wishes down. Gives how many of as many in another tab are kept. */
export async function wishBesideFrozen(times: number, script: string): Promise<number> {
  const server = await startFaultServer(1, script);
  const profile = createProfile();
  const running = await profile.open();
  let kept = 0;
  try {
    const [writing, other] = [await running.newPage(), await running.newPage()];
    await load(writing, server.url);
    await load(other, server.url);
    server.set('down');
    // Whoever is frozen while it makes the database is waited for.
    await writing.evaluate(keep);
    for (let i = 0; i < times; i++) {
      await writing.evaluate(wish, 100);
      await delay(4 * i);
      await setFrozen(writing, true);
      const wished = other.evaluate(keep).then(() => true);
      // An outbox gives its disk five seconds, and then goes on without.
      if (!(await Promise.race([wished, delay(20_000, false)]))) break;
      kept++;
      await setFrozen(writing, false);
    }
    return kept;
  } finally {
    await running.kill();
    await server.stop();
    profile.remove();
  }
}

/** Begins so many, and waits for none. */
function wish(count: number): void {
  void soak.wish(Array(count).fill({ name: 'cheer', detail: { recognition: 'r1', on: true } }), () => undefined);
}

function keep(): Promise<void> {
  return soak.wish([{ name: 'cheer', detail: { recognition: 'r2', on: true } }], () => undefined);
}
