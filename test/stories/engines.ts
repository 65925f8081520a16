import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { chromiumLaunch, firefoxPath } from '../../.ci/browser.mjs';
import { startWebkit, stopWebkit } from '../../.ci/webkit.mjs';

/** How a page is looked at; `undefined` where an engine cannot be told to. */
export type Look = 'light' | 'dark' | 'forced colors' | 'print';

/** One page of one engine. */
export interface Page {
  readonly looks: readonly Look[];
  /** Falls over after some hundred frames, and must begin anew for each story. */
  readonly isFrail?: boolean;
  open(url: string): Promise<void>;
  /** What this body of an async function returns in the page. */
  run<T>(body: string): Promise<T>;
  /** Whether the browser itself was told; else the page's own toolbar must be. */
  look(look: Look): Promise<boolean>;
  /** Presses a key; absent where an engine takes none from here. */
  press?(key: string): Promise<void>;
  /** What the page has complained of since it was last asked; the page's own list has what comes from itself. */
  complaints(): string[];
  stop(): Promise<void>;
}

const wrapped = (body: string) => `(async () => { ${body} })()`;

async function inChromium(): Promise<Page> {
  const browser = await chromium.launch(chromiumLaunch());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return {
    looks: ['light', 'dark', 'forced colors'],
    open: async (url) => void (await page.goto(url)),
    run: (body) => page.evaluate(wrapped(body)),
    async look(look) {
      await page.emulateMedia({
        media: look === 'print' ? 'print' : 'screen',
        colorScheme: look === 'light' || look === 'print' ? 'light' : 'dark',
        forcedColors: look === 'forced colors' ? 'active' : 'none',
      });
      return true;
    },
    press: (key) => page.keyboard.press(key),
    complaints: () => heard.splice(0),
    stop: () => browser.close(),
  };
}

async function inFirefox(): Promise<Page> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath() ?? '' });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return {
    looks: ['light', 'dark'],
    open: async (url) => void (await page.goto(url)),
    run: (body) => page.evaluate(wrapped(body)) as Promise<never>,
    look: async () => false,
    complaints: () => heard.splice(0),
    stop: () => browser.close(),
  };
}

/** WebDriver in its first form, which is all that is needed here: https://www.w3.org/TR/webdriver1/ */
async function inWebkit(): Promise<Page> {
  const { hostname, port, capabilities } = await startWebkit();
  const { 'wdio:enforceWebDriverClassic': _, ...alwaysMatch } = capabilities;
  let isLost = false;
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`http://${hostname}:${port}/session${path}`, {
      method: body ? 'POST' : 'DELETE',
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (value?.error === 'invalid session id') isLost = true;
    if (!answer.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const begin = () => ask('', { capabilities: { alwaysMatch } }) as Promise<{ sessionId: string }>;
  let { sessionId } = await untilItListens(begin);
  return {
    looks: ['light', 'dark'],
    isFrail: true,
    async open(url) {
      // A browser that fell over takes its session with it.
      if (isLost) ({ sessionId } = await begin());
      isLost = false;
      await ask(`/${sessionId}/timeouts`, { script: 60_000, pageLoad: 60_000 });
      await ask(`/${sessionId}/window/rect`, { width: 1280, height: 800 });
      await ask(`/${sessionId}/url`, { url });
    },
    async run<T>(body: string) {
      const script = `const done = arguments[0]; ${wrapped(body)}.then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const { value, error } = (await ask(`/${sessionId}/execute/async`, { script, args: [] })) as unknown as {
        value: T;
        error?: string;
      };
      if (error) throw new Error(error);
      return value;
    },
    look: async () => false,
    complaints: () => [],
    async stop() {
      if (!isLost) await ask(`/${sessionId}`);
      stopWebkit();
    },
  };
}

/** A driver that was just started takes a moment to listen. */
async function untilItListens<T>(begin: () => Promise<T>): Promise<T> {
  const giveUp = performance.now() + 20_000;
  for (;;) {
    try {
      return await begin();
    } catch (error) {
      const isDeaf = error instanceof TypeError;
      if (!isDeaf || performance.now() > giveUp) throw error;
    }
  }
}

/** A page in the engine that KITH_ENGINE names. */
export const openEngine: Record<string, () => Promise<Page>> = {
  chromium: inChromium,
  firefox: inFirefox,
  webkit: inWebkit,
};
