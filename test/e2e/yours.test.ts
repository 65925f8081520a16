import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultIn } from '@kith/embed/doctor';
import { shared } from '../shared.js';
import { builtDemo } from './support.js';

const demo = builtDemo();
const uncaught: string[] = [];

afterEach(() => {
  expect(uncaught.splice(0)).toEqual([]);
});

/** An `.all-contributorsrc` of a project nobody has. */
const contributors = JSON.stringify({
  projectName: 'net-loft',
  projectOwner: 'riverside-tools',
  contributors: [
    { login: 'ada', name: 'Ada Obi', contributions: ['code', 'doc'] },
    { login: 'pipes', name: 'Who | Mends | Pipes?', contributions: ['bug'] },
    { name: 'Bo "the Lamp" Nilsson', contributions: ['wicktrimming'] },
    { login: 'nameless', contributions: ['translation'] },
    { login: 'Ada', contributions: ['review'] },
  ],
});
const lines = [
  'Ada Obi — code, documentation and reviewing pull requests',
  'Who | Mends | Pipes? — bug reports',
  'Bo "the Lamp" Nilsson — wicktrimming',
  'nameless — translation',
];

const choir = {
  kith: 1,
  community: { id: 'choir', name: 'Quay Choir' },
  purpose: { statement: 'Everyone has a voice' },
  members: [
    { id: 'ada', name: 'Ada Obi' },
    { id: 'cy', name: 'Cy <img src=x onerror=alert(1)>' },
  ],
  recognitions: [
    { id: 'r1', from: 'ada', to: ['cy'], text: 'You turned the pages for nine verses.', at: '2026-11-03' },
  ],
};

/** Ten wrong pieces in a document that is right otherwise. */
const choirToMend = {
  ...choir,
  members: [...choir.members, { id: 'x y', name: 'Spaced' }, { id: 'bo' }, { id: 'ada', name: 'Ada again' }],
  recognitions: [
    ...choir.recognitions,
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ id: `s${n}`, to: ['cy'], text: `Verse ${n} held.`, at: `${n} November` })),
  ],
};

async function open(address = 'yours.html', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await demo.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  page.on('pageerror', (error) => uncaught.push(String(error)));
  // Listened for from the start: a dialog is only caught once the browser has been told, which nothing here can wait for.
  page.on('filechooser', () => {});
  await page.goto(new URL(address, demo.url).href);
  await page.locator('kith-recognition-wall:defined').waitFor({ state: 'attached' });
  return page;
}

const field = (page: Page) => page.getByRole('textbox');
const status = (page: Page) => page.getByRole('status');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const letters = (page: Page) => page.locator('kith-recognition-wall').getByRole('listitem');
const statement = (page: Page) => page.locator('kith-purpose-banner').getByRole('heading');

async function texts(page: Page): Promise<string[]> {
  return (await letters(page).allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
}

/** What a line says without the initials on its stone. */
async function said(page: Page): Promise<string[]> {
  const all = await letters(page).locator('[part=people] > span:not(.pebble)').allTextContents();
  return all.map((text) => text.replace(/\s+/g, ' ').trim());
}

async function paste(page: Page, words: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), words);
  await page.keyboard.press('Control+V');
}

/** Holds a file, a link or words over the page and, unless only that is wanted, lets go. */
async function drop(
  page: Page,
  { name, text, type = '' }: { name?: string; text: string; type?: string },
  letGo = true,
) {
  await page.evaluate(
    ([name, text, type, letGo]) => {
      const dataTransfer = new DataTransfer();
      if (name) dataTransfer.items.add(new File([text], name, { type: '' }));
      else dataTransfer.setData(type, text);
      for (const step of letGo ? ['dragover', 'drop'] : ['dragover']) {
        document.body.dispatchEvent(new DragEvent(step, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    [name ?? '', text, type, letGo] as const,
  );
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await asked).setFiles({ name, mimeType: '', buffer: Buffer.from(text) });
}

describe('yours.html', () => {
  it('waits with one labelled field, the caret in it, and asks nobody for anything', async () => {
    const asked: string[] = [];
    const page = await open('yours.html');
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await page.getByLabel('Bring your people').evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await page.getByText('Nothing leaves this page').isVisible()).toBe(true);
    expect(asked.filter((url) => !url.startsWith(`${demo.url}`) && !url.startsWith('data:'))).toEqual([]);
    expect(asked.filter((url) => /\.all-contributorsrc|community\.json/.test(url))).toEqual([]);
  });

  it('reads a file chosen by keyboard, and says so politely', async () => {
    const page = await open();
    await expect.poll(() => field(page).evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Choose a file');
    const asked = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await asked).setFiles({ name: '.all-contributorsrc', mimeType: '', buffer: Buffer.from(contributors) });
    await expect.poll(() => said(page)).toEqual(lines);
    expect(await status(page).textContent()).toMatch(/^4 people and 4 letters, from .*\.all-contributorsrc.*\.$/);
    expect(await title(page).textContent()).toContain('net-loft');
    expect(await title(page).evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('says honestly that nobody has written down a purpose', async () => {
    const page = await open();
    await choose(page, 'people.json', contributors);
    await expect
      .poll(() => page.locator('kith-purpose-banner').innerText())
      .toContain('Nobody has written down yet what net-loft is for.');
  });

  it('takes a file that is dropped, and shows that it would', async () => {
    const page = await open();
    await drop(page, { name: 'net-loft.json', text: contributors }, false);
    await page.getByText('Let go').waitFor();
    await drop(page, { name: 'net-loft.json', text: contributors });
    await expect.poll(() => said(page)).toEqual(lines);
    expect(await page.getByText('Let go').isVisible()).toBe(false);
  });

  it('takes text that is pasted', async () => {
    const page = await open();
    await paste(page, JSON.stringify(choir));
    await expect.poll(() => statement(page).first().textContent()).toContain('Everyone has a voice');
    expect(await status(page).textContent()).toBe('2 people and 1 letter, from what you pasted.');
    // Names are words, whatever they hold.
    expect((await texts(page))[0]).toContain('Cy <img src=x onerror=alert(1)>,');
  });

  it('follows a link that is pasted, typed or dropped, and can be passed on', async () => {
    const page = await open();
    await paste(page, `${demo.url}community.json`);
    await expect.poll(() => title(page).textContent()).toContain('Riverside Tool Library');
    expect(new URL(page.url()).hash).toBe('#src=/community.json');
    await page.reload();
    await expect.poll(() => statement(page).first().textContent()).toContain('Everyone can fix something');

    await page.getByRole('button', { name: 'Bring others' }).click();
    await page.keyboard.type('bench-timer.all-contributorsrc');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page).textContent()).toContain('bench-timer');
    await page.goBack();
    await expect.poll(() => title(page).textContent()).toContain('Riverside Tool Library');

    await drop(page, { type: 'text/uri-list', text: `${demo.url}bench-timer.all-contributorsrc` });
    await expect.poll(() => title(page).textContent()).toContain('bench-timer');
  });

  it('has two examples to try, and goes back to the empty field', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'the tool library’s document' }).click();
    await expect.poll(() => title(page).textContent()).toContain('Riverside Tool Library');
    await page.goBack();
    await page.getByLabel('Bring your people').waitFor();
    await page.getByRole('link', { name: 'a small project’s contributors' }).click();
    await expect.poll(() => title(page).textContent()).toContain('bench-timer');
  });

  describe('with another site', () => {
    let site: string;
    let asked: string[] = [];
    const server = createServer(({ url = '', headers }, response) => {
      asked.push(`${url} ${headers.cookie ?? ''}${headers.referer ?? ''}`);
      if (!url.startsWith('/closed')) response.setHeader('access-control-allow-origin', '*');
      response.statusCode = url.includes('missing') ? 404 : url.includes('members') ? 403 : 200;
      response.end(url.includes('page') ? '<!doctype html><title>Choir</title>' : JSON.stringify(choir));
    });
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    it('fetches what is pasted, and tells that site nothing', async () => {
      const page = await open();
      asked = [];
      await paste(page, `${site}/choir.json`);
      await expect.poll(() => title(page).textContent()).toContain('Quay Choir');
      expect(asked).toEqual(['/choir.json ']);
    });

    it('waits for a yes before it follows a link somebody else made', async () => {
      asked = [];
      const page = await open(`yours.html#src=${site}/choir.json`);
      expect(await status(page).textContent()).toContain('Nothing is fetched before you say so.');
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual([]);
      await page.getByRole('button', { name: 'Read it' }).click();
      await expect.poll(() => title(page).textContent()).toContain('Quay Choir');
    });

    it.each([
      ['/closed/choir.json', /doesn’t hand this to other sites \(CORS\).* copy all of it, and paste it here/],
      ['/missing.json', /has nothing at this address \(404\)/],
      ['/members.json', /only to people it knows \(403\).* paste it here/],
      ['/page.json', /This is a web page/],
    ])('says what to do about %s', async (path, sentence) => {
      const page = await open();
      await paste(page, site + path);
      await expect.poll(() => status(page).textContent()).toMatch(sentence);
      expect(await field(page).inputValue()).toBe(site + path);
      expect(await page.getByRole('link', { name: 'Open the link' }).getAttribute('href')).toBe(site + path);
    });
  });

  it('says where text stops being JSON, keeps it, and reads it once it is mended', async () => {
    const page = await open();
    const torn = contributors.replace('"code","doc"]}', '"code","doc"]').replaceAll(',{', ',\n{');
    await paste(page, torn);
    await expect
      .poll(() => status(page).textContent())
      .toContain('This is not JSON: on line 2, column 1, “{” stands where a name in double quotes should.');
    expect(await field(page).inputValue()).toBe(torn);
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    const at = await field(page).evaluate((it: HTMLTextAreaElement) => [
      it === document.activeElement,
      it.selectionStart,
    ]);
    expect(at).toEqual([true, torn.indexOf('\n{') + 1]);
    await page.keyboard.press('ArrowLeft');
    for (const key of ['ArrowLeft', 'Backspace', '}', ',']) await page.keyboard.press(key);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => said(page)).toEqual(lines);
  });

  it.each([
    ['a document of something else', '{ "members": [] }', 'a community document says "kith": 1'],
    ['a list', '[1, 2]', 'This is JSON, but no community'],
    ['a document of a newer Kith', '{ "kith": 2 }', 'newer Kith'],
    ['a web page', '<!doctype html><title>x</title>', 'This is a web page'],
    ['a picture', '\x89PNG\0\0', 'This is no text'],
    ['nothing', ' ', 'There is nothing in it yet.'],
  ])('says in one sentence what is missing in %s', async (_, text, sentence) => {
    const page = await open();
    await drop(page, { name: 'x', text });
    await expect.poll(() => status(page).textContent()).toContain(sentence);
    expect(await title(page).innerText()).toBe('One thing to mend');
    expect(await page.locator('kith-recognition-wall').isVisible()).toBe(false);
  });

  it('shows what can be read and lists what cannot: where, and why', async () => {
    const page = await open();
    await paste(page, JSON.stringify(choirToMend));
    await page.getByRole('heading', { name: '10 things to mend' }).waitFor();
    expect(await status(page).textContent()).toContain('10 pieces were set aside.');
    const list = page.getByRole('region', { name: '10 things to mend' }).getByRole('listitem');
    const rows = async () => (await list.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(await rows()).toHaveLength(8);
    await page.getByRole('button', { name: 'Show 2 more' }).click();
    expect(await rows()).toHaveLength(10);
    expect(await page.locator(':focus').evaluate((it) => it.matches('li:nth-child(9)'))).toBe(true);
    expect(await rows()).toContain('recognitions[1].at should be a date like 2026-03-01 or 2026-03-01T10:00:00Z');
    expect((await rows()).find((row) => row.startsWith('members[4]'))).toContain('is a second "ada"');
    expect(await letters(page).count()).toBe(8);
  });

  it('gives every widget a place that has something to show, and leaves no hole where one has not', async () => {
    const page = await open('yours.html#src=community.json');
    const shows = (tag: string) => page.locator(tag).filter({ visible: true }).count();
    await expect.poll(() => page.getByText('Where would you start?').count()).toBe(4);
    expect(await shows('kith-role-badge')).toBe(12);
    expect(await page.getByText('Ada Obi').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect.poll(() => shows('kith-role-badge')).toBeGreaterThan(24);
    expect(await page.locator(':focus').evaluate((it) => it.matches('li:nth-child(13) h3'))).toBe(true);
    await expect.poll(() => page.getByText('Who could use a hand?').isVisible()).toBe(true);

    await paste(page, JSON.stringify(choir));
    await expect.poll(() => title(page).innerText()).toBe('Quay Choir');
    await expect.poll(() => letters(page).count()).toBe(1);
    for (const tag of ['kith-role-badge', 'kith-progression-ladder', 'kith-peer-intro'])
      expect(await shows(tag)).toBe(0);
    expect(await page.getByLabel('Whose eyes?').isVisible()).toBe(false);
    expect(
      await page.locator('#shown').getByRole('heading', { level: 2 }).filter({ visible: true }).allInnerTexts(),
    ).toEqual(['Everyone has a voice', 'Letters']);

    const { recognitions: _, ...quiet } = choir;
    await paste(page, JSON.stringify(quiet));
    await expect.poll(() => status(page).textContent()).toContain('no letters');
    expect(await shows('kith-recognition-wall')).toBe(0);
  });

  it('is seen with the eyes of anybody in it', async () => {
    const page = await open('yours.html#src=community.json');
    await page.getByLabel('Whose eyes?').selectOption('Yuki Tanaka');
    await expect.poll(() => page.locator('kith-peer-intro [part=base]').innerText()).toContain('Yuki, meet Bashir.');
    await expect
      .poll(() => page.locator('kith-progression-ladder').locator('[part~=next]').allInnerTexts())
      .toEqual([expect.stringContaining('Do 2 more without letting go'), ...Array(3).fill(expect.anything())]);
    await page.getByLabel('Whose eyes?').selectOption('A visitor’s');
    await expect.poll(() => page.getByText('Where would you start?').count()).toBe(4);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });

  it('takes another, and another, and the widgets follow', async () => {
    const page = await open();
    await choose(page, 'a.json', contributors);
    await expect.poll(() => said(page)).toEqual(lines);
    await drop(page, { name: 'b.json', text: JSON.stringify(choirToMend) });
    await expect.poll(() => statement(page).first().textContent()).toContain('Everyone has a voice');
    expect(await letters(page).count()).toBe(8);
    await paste(page, '{');
    await expect.poll(() => status(page).textContent()).toContain('This is not JSON yet: it ends on line 1');
    await page.keyboard.press('Escape');
    await expect.poll(() => title(page).innerText()).toBe('Quay Choir');
    expect(await page.getByRole('heading', { name: '10 things to mend' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Bring others' }).click();
    expect(await field(page).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Back to' }).click();
    expect(await title(page).innerText()).toBe('Quay Choir');
    await paste(page, contributors);
    await expect.poll(() => said(page)).toEqual(lines);
    expect(await page.getByRole('heading', { name: /to mend/ }).count()).toBe(0);
  });

  it('shows of an archive only what everyone may see, and says so', async () => {
    const page = await open();
    const hidden = { id: 'r9', to: ['cy'], text: 'Not for all', state: 'hidden' };
    await paste(page, JSON.stringify({ ...choir, archive: true, recognitions: [hidden] }));
    await expect.poll(() => status(page).textContent()).toContain('It is an archive');
    expect(await page.locator('kith-recognition-wall').innerText()).not.toContain('Not for all');
  });

  it.each([320, 1280])('loses nothing at %i pixels, in either direction', async (width) => {
    const page = await open('yours.html', { viewport: { width, height: 700 } });
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    for (const dir of ['ltr', 'rtl']) {
      await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
      expect(await sideways()).toBe(0);
      await paste(page, `{"${'long'.repeat(200)}": x}`);
      await expect.poll(() => status(page).textContent()).toContain('This is not JSON');
      expect(await sideways()).toBe(0);
      const name = 'w'.repeat(300);
      await field(page).fill('');
      await paste(page, JSON.stringify({ ...choirToMend, community: { id: 'c', name } }));
      await expect.poll(() => title(page).textContent()).toContain(name);
      expect(await sideways()).toBe(0);
      await page.getByRole('button', { name: 'Bring others' }).click();
      await paste(page, `${demo.url}community.json`);
      await expect.poll(() => page.getByText('Where would you start?').count()).toBe(4);
      expect(await sideways()).toBe(0);
      await page.getByRole('button', { name: 'Bring others' }).click();
    }
  });

  it('stands still where motion is unwanted', async () => {
    const page = await open('yours.html', { reducedMotion: 'reduce' });
    await drop(page, { name: 'b.json', text: JSON.stringify(choir) });
    await expect.poll(() => title(page).textContent()).toContain('Quay Choir');
    expect(await page.evaluate(() => document.getAnimations().filter((it) => it.playState === 'running').length)).toBe(
      0,
    );
  });

  it.each(['light', 'dark'] as const)('has nothing axe would name, in the %s', async (colorScheme) => {
    const page = await open('yours.html', { colorScheme, reducedMotion: 'reduce' });
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    const named = () =>
      page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: {
            run(
              options: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: { id: string }[] }>;
          };
        };
        const { violations, passes } = await axe.run({
          resultTypes: ['violations'],
          rules: { 'target-size': { enabled: true } },
        });
        return {
          ran: passes.some(({ id }) => id === 'target-size'),
          violations: violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]),
        };
      });
    const clean = { ran: true, violations: [] };
    expect(await named()).toEqual(clean);
    await paste(page, '{ "members": [] }');
    await expect.poll(() => title(page).innerText()).toBe('One thing to mend');
    expect(await named()).toEqual(clean);
    await field(page).fill('');
    await paste(page, JSON.stringify(choirToMend));
    await page.getByRole('heading', { name: '10 things to mend' }).waitFor();
    expect(await named()).toEqual(clean);
    await paste(page, `${demo.url}community.json`);
    await expect.poll(() => page.getByText('Who could use a hand?').isVisible()).toBe(true);
    expect(await named()).toEqual(clean);
  });

  const absent = (path?: string) => (path ? '' : ' (absent: ../shared/data)');
  const rc = shared('data/all-contributors/all-contributors.all-contributorsrc.json');
  it.skipIf(!rc)(`shows all 118 of all-contributors itself${absent(rc)}`, async () => {
    const text = readFileSync(rc ?? '', 'utf8');
    const rows = (JSON.parse(text) as { contributors: { login: string; name: string; contributions: string[] }[] })
      .contributors;
    const page = await open();
    await choose(page, '.all-contributorsrc', text);
    await expect.poll(() => letters(page).count()).toBe(118);
    const all = await said(page);
    expect(all.map((line) => line.split(' — ')[0])).toEqual(rows.map(({ name }) => name.replace(/\s+/g, ' ').trim()));
    expect(all[0]).toBe('Kent C. Dodds — answering questions, documentation, reviewing pull requests and talks');
    rows.forEach(({ contributions }, i) => {
      const labels = all[i]?.split(' — ')[1]?.split(/ and (?!planning)|, /) ?? [];
      expect(labels, all[i]).toHaveLength(new Set(contributions).size);
    });
    expect(await page.locator('kith-purpose-banner').innerText()).toContain('Nobody has written down yet');
    expect(await page.getByRole('heading', { name: /to mend/ }).count()).toBe(0);
  });

  const edges = shared('data/all-contributors/cli-edge-cases.contributors.json');
  it.skipIf(!edges)(`shows everyone of the edge cases${absent(edges)}`, async () => {
    const page = await open();
    await choose(page, 'contributors.json', readFileSync(edges ?? '', 'utf8'));
    await expect
      .poll(() => said(page))
      .toEqual([
        'Kent C. Dodds — documentation, reviewing pull requests and answering questions',
        'Divjot Singh — reviewing pull requests',
        'Who | Needs | Pipes? — documentation',
        'No Github Account — translation',
        'nocompletename — translation',
        'Wildly Misconfigured — plumbis',
        'Name "Nickname" Lastname — documentation',
      ]);
    expect(await title(page).textContent()).toContain('contributors.json');
    expect(await status(page).textContent()).toBe('7 people and 7 letters.');
  });
});

describe('faultIn', () => {
  it.each([
    ['', 0],
    ['{"a": 1,}', 8],
    ["{'a': 1}", 1],
    ['{"a" 1}', 5],
    ['{"a": nil}', 6],
    ['{"a": 01}', 6],
    ['[1 2]', 3],
    ['[1, 2', 5],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['{} {}', 3],
    ['{"a": [1, {"b": "c"]}', 19],
  ])('finds where %j stops being JSON', (text, at) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(faultIn(text)?.at).toBe(at);
  });

  it.each(['{}', '[]', ' [1, -0.5e+3, "\\u00e9\\n", true, false, null, {"a": {"b": []}}] ', '"a"', '0'])(
    'finds nothing in %j',
    (text) => {
      expect(faultIn(text)).toBeUndefined();
    },
  );
});
