import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../.ci/serve.mjs';
import { openEngine, type Look, type Page } from './engines.js';

interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
}
interface Seen {
  states: string[];
  hasTargets: boolean;
  wrong: { state: string; said: string }[];
}

const engine = process.env['KITH_ENGINE'] ?? 'chromium';
const folder = fileURLToPath(new URL('../../stories/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const inPage = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8');
const index: { entries: Record<string, Entry> } = JSON.parse(readFileSync(`${folder}/dist/index.json`, 'utf8'));
const entries = Object.values(index.entries);

const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  // axe ships the first disabled; the others ask for a whole page, which a story is not.
  rules: {
    'target-size': { enabled: true },
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};

let page: Page;
let site: Awaited<ReturnType<typeof serve>>;

/** The page stays open from one story to the next, as it does for whoever looks. */
async function open(): Promise<void> {
  // Without a story: the first is chosen as every other.
  await page.look('light');
  await page.open(`${site.url}iframe.html`);
  await page.run(`
    while (!globalThis.__STORYBOOK_PREVIEW__) await new Promise((go) => setTimeout(go, 10));
    await __STORYBOOK_PREVIEW__.ready();
  `);
  await page.run(`globalThis.axeSource = ${JSON.stringify(axe)}; (0, eval)(globalThis.axeSource)`);
  await page.run(inPage);
}

/** Storybook watches sizes to place its outlines, and a browser says where that took it two frames. */
const OF_STORYBOOK = /^(Error: )?ResizeObserver loop completed/;

const complaints = async () => {
  const said = [...page.complaints(), ...(await page.run<string[]>('return studio.complaints()'))];
  return said.filter((one) => !OF_STORYBOOK.test(one));
};

/** Gives the page another look: by the browser, else by its own toolbar. */
async function wear(look: Look): Promise<void> {
  if (await page.look(look)) return;
  await page.run(`await studio.turn({ light: '${look === 'dark' ? 'night' : 'day'}' })`);
}

/** How many violations: by story and state, in each look. */
const table = new Map<string, Partial<Record<Look, number>>>();

function note(entry: Entry, look: Look, { states, wrong }: Seen): void {
  for (const state of new Set(['', ...states])) {
    const name = `${entry.title} | ${entry.name} | ${state}`;
    const row = table.get(name) ?? {};
    row[look] = wrong.filter((one) => one.state === state).length;
    table.set(name, row);
  }
}

beforeAll(async () => {
  site = await serve(folder);
  page = await (openEngine[engine] as () => Promise<Page>)();
  await open();
}, 60_000);

afterAll(async () => {
  await page?.stop();
  await site?.stop();
  const cells = [...table].map(
    ([name, row]) => `| ${name} | ${page.looks.map((look) => row[look] ?? '').join(' | ')} |`,
  );
  const head = `| widget | story | state | ${page.looks.join(' | ')} |\n|---|---|---|${'---|'.repeat(page.looks.length)}`;
  mkdirSync('node_modules/.cache/kith', { recursive: true });
  writeFileSync(`node_modules/.cache/kith/axe-${engine}.md`, `${head}\n${cells.join('\n')}\n`);
  const sum = (title: string, look: Look) =>
    [...table].reduce((all, [name, row]) => all + (name.startsWith(`${title} |`) ? (row[look] ?? 0) : 0), 0);
  const titles = [...new Set(entries.map(({ title }) => title))];
  console.log(`axe in ${engine}: violations, each state in node_modules/.cache/kith/axe-${engine}.md`);
  console.table(
    titles.map((title) => ({ title, ...Object.fromEntries(page.looks.map((look) => [look, sum(title, look)])) })),
  );
});

describe(`stands up to axe in ${engine}`, () => {
  for (const entry of entries.filter(({ type }) => type === 'story')) {
    it(`${entry.title}, ${entry.name}`, async () => {
      try {
        if (page.isFrail) await open();
        await page.run(`await studio.show('${entry.id}', 'story')`);
        for (const look of page.looks) {
          await wear(look);
          const seen = await page.run<Seen>(`return studio.look(${JSON.stringify(rules)})`);
          note(entry, look, seen);
          const wrong = seen.wrong.map(({ state, said }) => `${state} ${said}`);
          expect({ look, wrong, complaints: await complaints() }).toEqual({ look, wrong: [], complaints: [] });
          expect(seen.hasTargets, 'target-size was asked').toBe(true);
        }
        await wear('light');
      } catch (error) {
        // What a broken story leaves behind is not the next one's.
        await open();
        page.complaints();
        throw error;
      }
    });
  }
});

describe(`shows its page in ${engine}`, () => {
  for (const { id, title, name } of entries.filter(({ type }) => type === 'docs')) {
    it(`${title}, ${name}`, async () => {
      await page.run(`await studio.show('${id}', 'docs')`);
      expect(await complaints()).toEqual([]);
    });
  }
});

if (engine === 'chromium') {
  describe('is fit for paper', () => {
    for (const { id, title } of entries.filter(({ name }) => name === 'All States')) {
      it(title, async () => {
        await page.run(`await studio.show('${id}', 'story')`);
        await page.look('print');
        expect(await page.run('return studio.misprints()')).toEqual([]);
        await page.look('light');
      });
    }
  });

  describe('is all reached by keyboard, and shows it', () => {
    for (const { id, title } of entries.filter(({ name }) => name === 'All States')) {
      it(title, async () => {
        await page.run(`await studio.show('${id}', 'story')`);
        expect(await page.run<number>('return studio.begin()')).toBeGreaterThan(10);
        const unseen: string[] = [];
        for (;;) {
          await page.press?.('Tab');
          const at = await page.run<{ isEnd: boolean; unseen?: string[] }>('return studio.focused()');
          if (at.isEnd) break;
          unseen.push(...(at.unseen ?? []));
        }
        expect({ unseen, unreached: await page.run('return studio.unreached()') }).toEqual({
          unseen: [],
          unreached: [],
        });
      });
    }
  });
}
