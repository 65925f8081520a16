import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fivePage, isAlive, stranger, type Visited } from './stranger.js';
import { widgets } from './support.js';

const visit = stranger();
const digest = (how: string, bytes: string | Buffer) => `${how}-${createHash(how).update(bytes).digest('base64')}`;
const integrity = Object.fromEntries(
  readdirSync('packages/embed/dist')
    .filter((name) => name.endsWith('.js'))
    .map((name) => [`/${name}`, digest('sha384', readFileSync(`packages/embed/dist/${name}`))]),
);
/** Tells the browser what each part must be that `kith.js` loads later. */
const map = JSON.stringify({ integrity });
const module = (more = '') => `<script type="module" src="/kith.js"${more}></script>`;
const typed = "require-trusted-types-for 'script'; trusted-types lit-html";

/** Policies a strict page has, and how it includes kith.js under them. */
const policies: Record<string, { policy: string; script?: string }> = {
  'nothing but its own scripts and connections, no styles, and Trusted Types': {
    policy: `default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; ${typed}`,
  },
  'a nonce, and what that script brings': {
    policy: `default-src 'none'; script-src 'nonce-a1b2c3' 'strict-dynamic'; connect-src 'self'; base-uri 'none'; ${typed}`,
    script: module(' nonce="a1b2c3"'),
  },
  'the very files that were checked': {
    policy: `default-src 'none'; script-src ${[digest('sha256', map), ...Object.values(integrity)]
      .map((each) => `'${each}'`)
      .join(' ')}; connect-src 'self'; style-src 'self'; ${typed}`,
    script: `<script type="importmap">${map}</script>${module(` integrity="${integrity['/kith.js']}"`)}`,
  },
  'a frame without an origin, which runs scripts and no more': {
    policy: "sandbox allow-scripts; default-src 'self' https://site.example; object-src 'none'",
    script: module(' crossorigin'),
  },
  'any policy, once each, and styles of its own': {
    policy: `default-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types *`,
  },
};

/** What each widget looks like, as it is first and with what somebody unfolds and writes. */
async function pictures(visited: Visited, act: (page: Page) => Promise<void>): Promise<string[]> {
  const { page } = visited;
  const taken: string[] = [];
  const take = async () => {
    for (const tag of widgets.split(', ')) {
      taken.push(`${tag} ${await steady(page.locator(tag))}`);
    }
  };
  await isThere(page);
  await take();
  await act(page);
  await take();
  return taken;
}

/** What a widget looks like once it looks the same twice: what it unfolds may be on its way. */
async function steady(widget: Locator): Promise<string> {
  let [before, now] = ['', ''];
  const take = async () => {
    before = now;
    now = createHash('sha256')
      .update(await widget.screenshot({ animations: 'disabled', caret: 'hide' }))
      .digest('hex');
    return now === before;
  };
  await expect.poll(take).toBe(true);
  return now;
}

const isThere = (page: Page) =>
  expect
    .poll(() =>
      page.locator(widgets).evaluateAll((all) => all.map((each) => (each as HTMLElement & { status?: string }).status)),
    )
    .toEqual(Array(5).fill('ready'));

/** Unfolds what each widget has to unfold, and begins a letter. */
async function unfold(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write to them' }).click();
  await page.getByRole('combobox', { name: 'Who?' }).fill('Ada');
  await page.getByRole('option').first().click();
  await page.getByLabel('What did they do?').fill('You held the torch.');
  for (const tag of widgets.split(', ')) {
    const summary = page.locator(tag).locator('summary').first();
    if (!(await summary.count())) continue;
    await summary.click();
    await page.locator(tag).locator('details[open]').first().waitFor();
  }
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
}

describe.each(Object.entries(policies))('under a policy of %s', (_, { policy, script = module() }) => {
  const isSandbox = policy.startsWith('sandbox');
  /** There is no storage without an origin, and that is said. */
  const lines = isSandbox ? [expect.stringContaining('This browser keeps nothing.')] : [];

  it('the widgets look as they do without one, also while somebody writes, and nothing is refused', async () => {
    const html = fivePage(script);
    const at = '2026-11-22T12:00:00Z';
    const free = await visit({ html, at });
    const bound = await visit({ html, at, headers: { 'content-security-policy': policy } });
    const wanted = await pictures(free, unfold);
    expect(new Set(wanted).size).toBeGreaterThan(widgets.split(', ').length);
    expect(await pictures(bound, unfold)).toEqual(wanted);
    expect({ refused: bound.refused, uncaught: bound.uncaught, said: bound.said }).toEqual({
      refused: [],
      uncaught: [],
      said: lines,
    });
    // What was unfolded and written with came in parts of its own.
    expect(bound.asked.filter((path) => /kith-recognition-wall-composing-/.test(path))).toHaveLength(1);
  });

  it('what is pressed is done', async () => {
    const visited = await visit({ html: fivePage(script), headers: { 'content-security-policy': policy } });
    await isAlive(visited, isSandbox ? "This browser won't keep it." : undefined);
    expect([visited.refused, visited.uncaught]).toEqual([[], []]);
  });
});

describe('under a policy of no Trusted Types at all', () => {
  it('what the tags hold stays, one line says why, and nothing is uncaught', async () => {
    const visited = await visit({
      html: fivePage(module(), '<div data-kith="role-badge"><p>Stays, too</p></div>'),
      headers: {
        'content-security-policy': "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    });
    await visited.page.waitForLoadState('networkidle');
    for (const text of await visited.page.getByText('Read before').all()) expect(await text.isVisible()).toBe(true);
    expect(await visited.page.getByText('Read before').count()).toBe(5);
    expect(await visited.page.getByText('Stays, too').isVisible()).toBe(true);
    expect(visited.uncaught).toEqual([]);
    expect(visited.said).toEqual([expect.stringMatching(/^Kith draws nothing here.*lit-html in trusted-types\.$/)]);
  });
});
