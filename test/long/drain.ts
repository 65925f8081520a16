import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { createProfile, load } from './chromium.js';
import { startFaultServer } from './fault-server.js';
import type { SoakPage } from './page.js';

declare const soak: SoakPage;

/** What makes that waiting wishes can go. */
export type Way = 'the network is back' | 'the server is back' | 'the browser is open again';

/** A hundred wishes about different things wait; then there is a way. Gives how many went, and in how many seconds. */
export async function drainWith(way: Way, script: string): Promise<{ carriedOut: number; seconds: number }> {
  const server = await startFaultServer(1, script);
  server.set('calm');
  const profile = createProfile();
  let running = await profile.open();
  const open = async () => {
    const page = await running.newPage();
    await load(page, server.url);
    return page;
  };
  try {
    const page = await open();
    if (way === 'the network is back') await page.setOfflineMode(true);
    else server.set('down');
    await page.evaluate(wishHundred);
    // Long enough that they try again but seldom.
    if (way === 'the server is back') await delay(10_000);
    if (server.village.taken.length) throw new Error('They did not wait.');
    const start = performance.now();
    await makeWay(page);
    while (server.village.taken.length < 100 && performance.now() - start < 20_000) await delay(10);
    return { carriedOut: server.village.taken.length, seconds: (performance.now() - start) / 1000 };
  } finally {
    await running.kill();
    await server.stop();
    profile.remove();
  }

  async function makeWay(page: Page): Promise<void> {
    server.set('calm');
    if (way === 'the network is back') await page.setOfflineMode(false);
    if (way !== 'the browser is open again') return;
    await running.kill();
    running = await profile.open();
    await open();
  }
}

const wishHundred = () =>
  soak.wish(
    Array.from({ length: 100 }, (_, i) => ({
      name: 'recognize' as const,
      detail: { to: ['bo'], occasion: 'thanks', text: `Thanks, ${i}` },
    })),
    () => undefined,
  );
