import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { load, setFrozen, type Running } from './chromium.js';
import type { FaultServer } from './fault-server.js';
import { missing } from './judge.js';
import type { SoakPage } from './page.js';
import { pick } from './random.js';
import { letters, ownLetter, roles, type Wish } from './village.js';

declare const soak: SoakPage;
declare const promised: (key: string) => void;

/** What befalls the browser, by weight. */
const blows = { wish: 100, freeze: 6, thaw: 8, offline: 4, online: 6, down: 3, up: 6, reload: 3, kill: 2, wait: 15 };
type Blow = keyof typeof blows;

interface Tab {
  page: Page;
  isFrozen: boolean;
}

/** The browser, what befalls it, and what it promised. */
export class Storm {
  readonly promised = new Set<string>();
  readonly forgotten: string[] = [];
  readonly faults: Record<string, number> = {};
  #running: Running | undefined;
  #tabs: Tab[] = [];
  #said = 0;

  constructor(
    readonly random: () => number,
    readonly server: FaultServer,
    readonly start: () => Promise<Running>,
  ) {}

  async open(): Promise<void> {
    const running = (this.#running = await this.start());
    this.#tabs = await Promise.all(
      [0, 1, 2].map(async () => {
        const page = await running.newPage();
        await page.exposeFunction('promised', (key: string) => void this.promised.add(key));
        await this.#load(page);
        return { page, isFrozen: false };
      }),
    );
  }

  #load(page: Page): Promise<void> {
    return load(page, `${this.server.url}?hurried`);
  }

  async kill(): Promise<void> {
    await this.#running?.kill();
  }

  async blow(): Promise<void> {
    const blow = pick(this.random, blows);
    if (await this.#befall(blow)) this.faults[blow] = (this.faults[blow] ?? 0) + 1;
  }

  /** Gives whether it could. */
  async #befall(blow: Blow): Promise<boolean> {
    const tab = this.#tabs[Math.floor(this.random() * 3)] as Tab;
    switch (blow) {
      case 'wish':
        if (tab.isFrozen) return false;
        await this.#wish(tab);
        return true;
      case 'freeze':
      case 'thaw':
        return this.#freeze(tab, blow === 'freeze');
      case 'offline':
      case 'online':
        await this.#setOffline(blow === 'offline');
        return true;
      case 'down':
      case 'up':
        this.server.set(blow === 'down' ? 'down' : 'rough');
        return true;
      case 'reload':
        if (tab.isFrozen) return false;
        await this.#clear();
        await this.#load(tab.page);
        return true;
      case 'kill':
        await this.#restart();
        return true;
      case 'wait':
        await delay(this.random() * 100);
        return true;
    }
  }

  /** Whoever wishes goes to another tab only after what they wished is kept; the power may go out at any moment. */
  async #wish({ page }: Tab): Promise<void> {
    const wishes = Array.from({ length: 1 + Math.floor(this.random() * 8) }, () => this.#next());
    const wished = page
      .evaluate((all) => soak.wish(all, promised), wishes)
      .then(
        () => true,
        () => false,
      );
    if (this.random() < 0.015) {
      await this.#arrival();
      await this.#restart();
      this.faults['kill while wishing'] = (this.faults['kill while wishing'] ?? 0) + 1;
      return void (await wished);
    }
    if (!(await wished)) throw new Error('A tab could not wish.');
  }

  /** The moment when something new comes to the server, which does nothing about it; or a moment later. */
  async #arrival(): Promise<void> {
    this.server.set('mute');
    const before = this.server.arrived.size;
    const end = Date.now() + this.random() * 500;
    while (this.server.arrived.size === before && Date.now() < end) await delay(1);
  }

  #next(): Wish {
    const on = this.random() < 0.5;
    const of = (all: string[]) => all[Math.floor(this.random() * all.length)] as string;
    switch (pick(this.random, { cheer: 50, 'claim-role': 15, pledge: 10, recognize: 20, self: 3, stale: 2 })) {
      case 'cheer':
        return { name: 'cheer', detail: { recognition: of(letters), on } };
      case 'claim-role':
        return { name: 'claim-role', detail: { role: of(roles), on } };
      case 'pledge':
        return { name: 'pledge', detail: { on, purposeVersion: 1 } };
      case 'recognize':
        return { name: 'recognize', detail: { to: ['bo'], occasion: 'thanks', text: `Thanks, ${++this.#said}` } };
      case 'self':
        return { name: 'cheer', detail: { recognition: ownLetter, on: true } };
      case 'stale':
        return { name: 'pledge', detail: { on: true, purposeVersion: 9 } };
    }
  }

  async #freeze(tab: Tab, isFrozen: boolean): Promise<boolean> {
    // One tab at least stays awake.
    if (tab.isFrozen === isFrozen || (isFrozen && this.#tabs.filter((each) => each.isFrozen).length === 2))
      return false;
    await setFrozen(tab.page, isFrozen);
    tab.isFrozen = isFrozen;
    return true;
  }

  async #restart(): Promise<void> {
    await this.kill();
    this.server.set('rough');
    await this.open();
    const kept = await this.#kept();
    this.forgotten.push(...missing(this.promised, this.server, kept));
  }

  /** What a page is loaded over. */
  async #clear(): Promise<void> {
    this.server.set('rough');
    await this.#setOffline(false);
  }

  async #setOffline(isOffline: boolean): Promise<void> {
    await Promise.all(this.#tabs.map(({ page }) => page.setOfflineMode(isOffline)));
  }

  async #kept(): Promise<Map<string, string | undefined>> {
    return new Map(await (this.#tabs[0] as Tab).page.evaluate(() => soak.kept()));
  }

  /** The storm is over: all that waits goes. */
  async calm(): Promise<{ kept: Map<string, string | undefined>; waiting: number }> {
    await this.#clear();
    for (const tab of this.#tabs) await this.#freeze(tab, false);
    this.server.set('calm');
    const { page } = this.#tabs[0] as Tab;
    await this.#load(page);
    const end = Date.now() + 60_000;
    for (;;) {
      const counts = await Promise.all(this.#tabs.map((tab) => tab.page.evaluate(() => soak.waiting())));
      const waiting = counts.reduce((sum, count) => sum + count, 0);
      const kept = await this.#kept();
      if (![...kept.values()].some((refusal) => !refusal) && !waiting) return { kept, waiting };
      if (Date.now() > end) return { kept, waiting };
      await delay(50);
    }
  }
}
