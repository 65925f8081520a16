import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noTypes, ofOwnSite, policies } from './policies.js';
import { fivePage, isAlive, stranger, type Visited } from './stranger.js';
import { widgets } from './support.js';
import { templates } from './templates.js';

const visit = stranger();
const module = (more = '') => `<script type="module" src="/kith.js"${more}></script>`;

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

describe.each(ofOwnSite)('under a policy of $name', ({ header, nonce, before = '', attributes = '' }) => {
  const policy = header("'self'", "'self'");
  const isSandbox = policy.startsWith('sandbox');
  const script = before + module(`${nonce ? ` nonce="${nonce}"` : ''}${attributes}`);
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
      headers: { 'content-security-policy': noTypes("'self'") },
    });
    await visited.page.waitForLoadState('networkidle');
    for (const text of await visited.page.getByText('Read before').all()) expect(await text.isVisible()).toBe(true);
    expect(await visited.page.getByText('Read before').count()).toBe(5);
    expect(await visited.page.getByText('Stays, too').isVisible()).toBe(true);
    expect(visited.uncaught).toEqual([]);
    expect(visited.said).toEqual([expect.stringMatching(/^Kith draws nothing here.*lit-html in trusted-types\.$/)]);
  });
});

describe('what makes Kith’s templates under Trusted Types', () => {
  const [typed] = policies;
  const headers = { 'content-security-policy': typed?.header("'self'", "'self'") ?? '' };
  /** In the page: those that are refused of these, by what all copies of Kith share. */
  const refusedOf = (all: string[]) => {
    const { policy } = (globalThis as never as Record<symbol, { policy: { createHTML(html: string): string } }>)[
      Symbol.for('kith')
    ] as { policy: { createHTML(html: string): string } };
    return all.filter((html) => {
      try {
        return !policy.createHTML(html);
      } catch {
        return true;
      }
    });
  };

  it('makes every one of them', async () => {
    const { page } = await visit({ html: fivePage(module()), headers });
    await isThere(page);
    const all = templates();
    expect(all.length).toBeGreaterThan(150);
    expect(await page.evaluate(refusedOf, all)).toEqual([]);
  });

  it('makes nothing that runs or loads, whichever script of the page asks it', async () => {
    const { page } = await visit({ html: fivePage(module()), headers });
    await isThere(page);
    const harmful = [
      '<script>alert(1)</script>',
      '<SCRIPT src=//evil.example></SCRIPT>',
      '<img src=x onerror=alert(1)>',
      '<img\nsrc="x">',
      '<p onclick="alert(1)">',
      '<p/onclick=alert(1)>',
      '<p class="x"onclick=alert(1)>',
      '<p class=x\fONCLICK\n=alert(1)>',
      '<svg><animate onbegin=alert(1)>',
      '<svg><set attributeName=href to=javascript:alert(1)>',
      '<svg><use href="data:x">',
      '<a href="javascript:alert(1)">x</a>',
      '<a href = javascript:alert(1)>x</a>',
      '<form action="//evil.example"><button>x</button></form>',
      '<button formaction=javascript:alert(1)>x</button>',
      '<iframe srcdoc="&lt;script>alert(1)&lt;/script>"></iframe>',
      '<object data=x></object>',
      '<embed src=x>',
      '<p style="background:url(https://evil.example)">',
      '<path style="mask:url()">',
      '<path style=color:red>',
      '<path mask="url(https://evil.example/#a)">',
      '<circle fill="ur\\6c (https://evil.example)">',
      '<circle fill="url&lpar;https://evil.example)">',
      '<img attributionsrc=https://evil.example>',
      '<img srcset=x>',
      '<base href="//evil.example">',
      '<meta http-equiv=refresh content="0;url=//evil.example">',
      '<link rel=stylesheet href=x>',
      '<style>@import "x"</style>',
      '<template><p></p></template>',
      '<math><p></p></math>',
      '<own-tag></own-tag>',
      '<b-tag></b-tag>',
      '<textarea></textarea><video autoplay>',
    ];
    expect(await page.evaluate(refusedOf, harmful)).toEqual(harmful);
  });
});
