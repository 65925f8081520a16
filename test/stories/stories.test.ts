import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

/** What Storybook tells when a story has been rendered, played and looked at by axe. */
interface Finished {
  status: 'success' | 'error';
  reporters: {
    type: string;
    result: Partial<Record<'passes' | 'violations' | 'incomplete' | 'inapplicable', Rule[]>>;
  }[];
}
interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
  tags: string[];
}
interface Rule {
  id: string;
  help: string;
  nodes: { html: string }[];
}
interface Channel {
  on(event: string, listener: (told: unknown) => void): void;
  emit(event: string, payload: unknown): void;
}
declare global {
  var finished: unknown;
  var __STORYBOOK_ADDONS_CHANNEL__: Channel;
}

const folder = fileURLToPath(new URL('../../stories/', import.meta.url));
const index: { entries: Record<string, Entry> } = JSON.parse(readFileSync(`${folder}/dist/index.json`, 'utf8'));
const entriesOf = (wanted: 'story' | 'docs') => Object.values(index.entries).filter(({ type }) => type === wanted);
const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colors': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serve>>;
let complaints: string[] = [];

beforeAll(async () => {
  site = await serve(folder);
  browser = await chromium.launch(chromiumLaunch());
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    let channel: Channel;
    Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set(value: Channel) {
        channel = value;
        for (const event of ['storyFinished', 'docsRendered'])
          channel.on(event, (told) => (globalThis.finished = told ?? true));
      },
    });
  });
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

// Leaving the page waits for what it still had to say.
afterEach(async () => {
  await page.goto('about:blank');
  const said = complaints;
  complaints = [];
  expect(said).toEqual([]);
});

async function open(id: string, viewMode: 'story' | 'docs'): Promise<void> {
  await page.emulateMedia(looks.light);
  const waitUntil = viewMode === 'docs' ? 'networkidle' : 'commit';
  await page.goto(`${site.url}iframe.html?id=${id}&viewMode=${viewMode}`, { waitUntil });
}

/** What the story told at its end, and nothing of an earlier one. */
async function finish(): Promise<Finished> {
  const told = await page.waitForFunction(() => globalThis.finished);
  const finished = (await told.jsonValue()) as Finished;
  await page.evaluate(() => (globalThis.finished = undefined));
  return finished;
}

/** A story tagged `large` is looked at in light only: axe takes seconds over hundreds of letters. */
async function look({ id, tags }: Entry): Promise<void> {
  await open(id, 'story');
  for (const [name, media] of Object.entries(looks).slice(0, tags.includes('large') ? 1 : undefined)) {
    if (name !== 'light') {
      await page.emulateMedia(media);
      await page.evaluate((storyId) => __STORYBOOK_ADDONS_CHANNEL__.emit('forceRemount', { storyId }), id);
    }
    const { status, reporters } = await finish();
    const axe = reporters.find(({ type }) => type === 'a11y')?.result ?? {};
    const { passes = [], violations = [], incomplete = [], inapplicable = [] } = axe;
    const wrong = violations.map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes.map(({ html }) => html).join(' ')}`);
    expect({ look: name, complaints, wrong, status }).toEqual({
      look: name,
      complaints: [],
      wrong: [],
      status: 'success',
    });
    const ran = [...passes, ...violations, ...incomplete, ...inapplicable].map((rule) => rule.id);
    expect(ran).toContain('target-size');
  }
}

describe('stands up to axe in light, dark and forced colors', () => {
  for (const entry of entriesOf('story')) it(`${entry.title}, ${entry.name}`, () => look(entry));
});

describe('shows its page', () => {
  for (const { id, title, name } of entriesOf('docs')) {
    it(`${title}, ${name}`, async () => {
      await open(id, 'docs');
      await finish();
    });
  }
});
