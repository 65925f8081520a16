import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { builtDemo } from './support.js';

const demo = builtDemo();
const uncaught: string[] = [];

afterEach(() => {
  expect(uncaught.splice(0)).toEqual([]);
});

/** The words of those who make web pages, which nobody meets before More. */
const jargon = /\b(attribute|source|json|provider|slot|hash|iframe)s?\b/i;
const letter = '#v1&to=Ada+Obi&did=You+stayed+until+the+last+kettle+worked.';
const done = `${letter}&yes=yes&color=%231a7f5a&in=html`;

async function open(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await demo.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  page.on('pageerror', (error) => uncaught.push(String(error)));
  // What the policy of the page refuses is said there.
  page.on('console', (message) => message.type() === 'error' && uncaught.push(message.text()));
  await page.goto(`${demo.url}builder.html${hash}`);
  await page.locator('#stands > *').waitFor({ state: 'attached' });
  return page;
}

const wall = (page: Page) => page.locator('#stands kith-recognition-wall');
/** What the letters say, in the shadow of their tag. */
const shown = (page: Page) => wall(page).locator('[part=base]').innerText();
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const status = (page: Page) => page.locator('#told');
const copyButton = (page: Page) => page.getByRole('button', { name: 'Copy', exact: true });

/** What a blank page shows that somebody pasted this into. */
async function pasted(page: Page, snippet: string): Promise<Page> {
  const blank = await page.context().newPage();
  await blank.route('**/blank.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Blank</title><body>${snippet}</body></html>`,
    }),
  );
  blank.on('pageerror', (error) => uncaught.push(String(error)));
  await blank.goto(`${demo.url}blank.html`);
  return blank;
}

async function copied(page: Page): Promise<string> {
  await copyButton(page).and(page.locator('[aria-disabled=false]')).click();
  await expect.poll(() => status(page).textContent()).toBe('Copied.');
  return clipboard(page);
}

async function openMore(page: Page): Promise<void> {
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('group', { name: 'What will stand there?' }).waitFor();
}

describe('the first sixty seconds', () => {
  it('go by Tab, typing, arrows and Enter alone, from an empty page to a letter in one’s own', async () => {
    const page = await open();
    const { keyboard } = page;
    const at = () =>
      page.evaluate(() => {
        const { activeElement: it, body } = document;
        // Focus that was lost is on the body, which says everything.
        if (!it || it === body) return 'nowhere';
        return (
          (it as HTMLInputElement).labels?.[0]?.innerText ??
          it.getAttribute('aria-label') ??
          (it as HTMLElement).innerText
        );
      });
    expect(await at()).toBe('Who helped you last?');
    await keyboard.type('Ada Obi');
    await keyboard.press('Enter');
    expect(await at()).toBe('What did they do?');
    await keyboard.type('You stayed until the last kettle worked.');
    await expect.poll(() => shown(page)).toMatch(/Ada Obi,\s+You stayed until the last kettle worked\./);
    const tabTo = async (label: RegExp) => {
      const passed = [await at()];
      while (!label.test(passed.at(-1) ?? '')) {
        expect(passed, `Tab comes to ${label}`).not.toContain('nowhere');
        expect(passed.length, `Tab comes to ${label}`).toBeLessThan(9);
        await keyboard.press('Tab');
        passed.push(await at());
      }
    };
    await tabTo(/The same in writing/);
    await keyboard.type('#1a7f5a');
    expect(await page.getByText('It is drawn as it is on a light page').isVisible()).toBe(true);
    await tabTo(/said yes/);
    await keyboard.press('Enter');
    expect(await page.getByRole('radio', { name: /Ada Obi.* said yes/ }).isChecked()).toBe(true);
    // What came up below has not taken the focus along.
    expect(await at()).toMatch(/said yes/);
    await tabTo(/WordPress/);
    for (let step = 0; step < 5; step++) await keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'An HTML page' }).isChecked()).toBe(true);
    expect(await at()).toBe('An HTML page');
    await tabTo(/^Copy$/);
    await expect.poll(() => page.getByRole('button', { name: 'Copy', disabled: false }).count()).toBe(1);
    await keyboard.press('Enter');
    await expect.poll(() => status(page).textContent()).toBe('Copied.');
    const snippet = await clipboard(page);
    expect(snippet).toContain('accent="#1a7f5a"');
    const blank = await pasted(page, snippet);
    const letter = blank.locator('kith-recognition-wall');
    await expect.poll(() => letter.evaluate((it) => (it as HTMLElement & { status?: string }).status)).toBe('ready');
    expect(await letter.locator('[part=base]').innerText()).toMatch(
      /Ada Obi,\s+You stayed until the last kettle worked\./,
    );
    expect(await letter.locator('[part=base]').isVisible()).toBe(true);
  });

  it('ask for six things at most, one after the other, and in nobody’s jargon', async () => {
    const page = await open();
    const questions = () => page.locator('#letter .question, #rest .question').filter({ visible: true }).count();
    const places = ['WordPress', 'Squarespace', 'Wix', 'Ghost', 'A README', 'An HTML page'];
    expect(await questions()).toBe(2);
    await page.getByLabel('Who helped you last?').fill('Ada Obi');
    await page.getByLabel('What did they do?').fill('You stayed until the last kettle worked.');
    expect(await questions()).toBe(4);
    await page.getByRole('radio', { name: /Ask/ }).check();
    expect(await questions()).toBe(5);
    for (const place of places) {
      await page.getByRole('radio', { name: place }).check({ force: true });
      expect(await questions(), place).toBeLessThanOrEqual(6);
      const yes = page.getByRole('radio', { name: 'Yes', exact: true });
      for (const sees of (await yes.count()) ? ['Yes', 'No'] : ['']) {
        if (sees) await page.getByRole('radio', { name: sees, exact: true }).check();
        await copyButton(page).waitFor();
        expect(await page.locator('body').innerText(), place).not.toMatch(jargon);
        // What a screen reader says, with the names and descriptions that nobody sees.
        expect(await page.locator('body').ariaSnapshot(), place).not.toMatch(jargon);
      }
    }
    expect(await page.locator('body').innerText()).not.toContain('!');
  });

  it.each([
    ['WordPress', 'Yes', /^<link.*<kith-recognition-wall /s],
    ['WordPress', 'No', /<div data-kith="recognition-wall"/],
    ['Squarespace', 'Yes', /<kith-recognition-wall /],
    ['Squarespace', 'No', /^<div class="kith-static"/],
    ['Wix', '', /<kith-recognition-wall /],
    ['Ghost', '', /<kith-recognition-wall /],
    ['A README', 'Yes', /^<picture>/],
    ['A README', 'No', /^<div class="kith-static"/],
    ['An HTML page', '', /<kith-recognition-wall /],
  ])('end, in %s (%s), with what works there', async (place, sees, text) => {
    const page = await open(`${letter}&yes=yes`);
    await page.getByRole('radio', { name: place }).check({ force: true });
    if (sees) await page.getByRole('radio', { name: sees, exact: true }).check();
    expect(await page.getByRole('listitem').filter({ hasText: /\w/ }).count()).toBeGreaterThan(1);
    const isElsewhere = sees === 'No';
    expect(await page.getByText(/^(Choose “Custom HTML”|Put the two pictures)/).count()).toBe(
      isElsewhere ? 0 : Number(/WordPress|README/.test(place)),
    );
    const snippet = await copied(page);
    expect(snippet).toMatch(text);
    if (place !== 'A README' || sees === 'No') {
      const blank = await pasted(page, snippet);
      await expect
        .poll(() => blank.getByText('You stayed until the last kettle worked.').first().isVisible())
        .toBe(true);
    }
  });

  it('give a README its two pictures, called as the text to paste calls them', async () => {
    const page = await open(`${letter}&yes=yes&in=readme&sees=yes`);
    const text = await copied(page);
    for (const shade of ['light', 'dark']) {
      const saving = page.waitForEvent('download');
      await page.getByRole('link', { name: `Save the ${shade} picture` }).click();
      const saved = await saving;
      expect(text).toContain(`kith/${saved.suggestedFilename()}`);
      expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^<svg[^]*last kettle/);
    }
  });

  it('keep a name off until there is a yes, and give a message that asks for it', async () => {
    const page = await open(`${letter}&in=html`);
    await page.getByRole('radio', { name: /Ask/ }).check();
    await expect.poll(() => shown(page)).toContain("To someone who'd rather not be named,");
    await page.getByRole('button', { name: 'Copy the message' }).click();
    await expect.poll(() => status(page).textContent()).toMatch(/^Copied\. Send it to .Ada Obi.\.$/);
    expect(await clipboard(page)).toMatch(/^Hello Ada Obi,[^]*“You stayed until the last kettle worked\.”[^]*May it\?/);
    expect(await copied(page)).not.toContain('Ada');
  });

  it('copy no words that still say a name that is off, and lead to it', async () => {
    const page = await open(`#v1&to=Ada+Obi&did=You+stayed.+Adas+Kessel+lief.&yes=off&in=html`);
    const left = page.getByText('The letter’s own words still say the name: “Adas”.');
    await left.waitFor();
    const held = copyButton(page).and(page.getByRole('button', { disabled: true }));
    await page.evaluate(() => navigator.clipboard.writeText('as before'));
    await held.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page).textContent()).toContain('Not copied yet');
    expect(await clipboard(page)).toBe('as before');
    expect(await page.getByText('See what is copied').count()).toBe(0);
    const field = page.getByLabel('What did they do?');
    expect(await field.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.type('Your');
    expect(await field.inputValue()).toBe('You stayed. Your Kessel lief.');
    expect(await left.count()).toBe(0);
    expect(await copied(page)).not.toMatch(/ada/i);
    await field.fill('Ada, you stayed.');
    await page.getByRole('button', { name: 'It’s another word' }).click();
    expect(await copied(page)).toContain('Ada, you stayed.');
    await field.fill('Ada, you stayed late.');
    await held.waitFor();
  });

  it('give no picture to save that says a name that is off', async () => {
    const page = await open(`#v1&to=Ada+Obi&did=Ada,+you+stayed.&yes=yes&in=readme&sees=yes`);
    await page.getByRole('link', { name: 'Save the dark picture' }).waitFor();
    await page.getByRole('radio', { name: 'Leave the name off' }).check();
    expect(await page.getByRole('link', { name: /Save the/ }).count()).toBe(0);
  });

  it('hand the words over where the browser keeps its clipboard to itself', async () => {
    const page = await open(done);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await copyButton(page).and(page.locator('[aria-disabled=false]')).click();
    await expect.poll(() => status(page).textContent()).toContain('All of it is selected');
    const field = page.getByRole('textbox', { name: 'What is copied' });
    expect(await field.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(
      await field.evaluate(
        (it) => (it as HTMLTextAreaElement).selectionEnd === (it as HTMLTextAreaElement).value.length,
      ),
    ).toBe(true);
    expect(await field.inputValue()).toContain('<kith-recognition-wall');
  });

  it('say of a color what becomes of it, and take it from a logo without sending that anywhere', async () => {
    const page = await open(letter);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('The same in writing').fill('not a color');
    expect(await page.getByText('That’s no colour a page knows.').isVisible()).toBe(true);
    expect(await page.getByLabel('The same in writing').getAttribute('aria-invalid')).toBe('true');
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#0044cc"/></svg>';
    await page
      .locator('#color input[type=file]')
      .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
    await page.getByRole('button', { name: '#0044cc' }).click();
    expect(await page.getByLabel('The same in writing').inputValue()).toBe('#0044cc');
    await page
      .locator('#color input[type=file]')
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no') });
    await expect.poll(() => page.locator('#color-said').textContent()).toContain('can’t be read as a picture');
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  });
});

describe('the builder', () => {
  it('asks the network for nothing but its own files, and keeps nothing', async () => {
    const asked: string[] = [];
    const page = await open(done);
    page.on('request', (request) => asked.push(request.url()));
    await copied(page);
    await openMore(page);
    await page.getByLabel('Whose people?').fill('https://example.org/people.json');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('This page asks nobody for anything').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => !url.startsWith(demo.url))).toEqual([]);
    expect(asked.filter((url) => /Ada|kettle/.test(url))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(
      await page.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'asked',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    // The policy said so; that is what was wanted.
    expect(uncaught.splice(0).every((line) => /Content Security Policy|Refused to connect/.test(line))).toBe(true);
  });

  it('is kept by its tab, and by its address once there is a yes: through a reload, back and forward', async () => {
    const page = await open();
    const yes = page.getByRole('radio', { name: /said yes/ });
    const words = page.getByLabel('What did they do?');
    await page.getByLabel('Who helped you last?').pressSequentially('Ada');
    await words.pressSequentially('You stayed.');
    expect(page.url()).not.toMatch(/Ada|stayed/);
    await page.reload();
    await expect.poll(() => words.inputValue()).toBe('You stayed.');
    await yes.check();
    const address = page.url();
    expect(address).toContain('#v1&to=Ada&did=You+stayed.&yes=yes');
    await page.reload();
    await yes.waitFor();
    expect(await yes.isChecked()).toBe(true);
    expect(await words.inputValue()).toBe('You stayed.');
    await page.goBack();
    await expect.poll(() => yes.isChecked()).toBe(false);
    expect(await words.inputValue()).toBe('You stayed.');
    await page.goBack();
    await expect.poll(() => words.inputValue()).toBe('');
    expect(await page.getByLabel('Who helped you last?').inputValue()).toBe('Ada');
    await page.goForward();
    await page.goForward();
    await expect.poll(() => yes.isChecked()).toBe(true);
    expect(page.url()).toBe(address);
  });

  it.each([/^Ask/, 'Leave the name off'])('tells nothing of a letter in its address at “%s”', async (name) => {
    const page = await open(letter);
    // Nor does it go on telling what an address told before.
    await expect.poll(() => page.url()).not.toMatch(/Ada|kettle/);
    await page.getByRole('radio', { name }).check();
    await page.getByRole('radio', { name: 'An HTML page' }).check({ force: true });
    await copied(page);
    expect(page.url()).toMatch(/#v1&yes=(ask|off)&in=html$/);
    await page.reload();
    await expect.poll(() => page.getByLabel('Who helped you last?').inputValue()).toBe('Ada Obi');
    expect(await page.getByLabel('What did they do?').inputValue()).toContain('kettle');
    const elsewhere = await open(new URL(page.url()).hash);
    await expect.poll(() => status(elsewhere).textContent()).toContain('stayed in the tab it was written in');
    expect(await elsewhere.getByLabel('Who helped you last?').inputValue()).toBe('');
  });

  it('says that earlier steps still hold a name that is off again, where they do', async () => {
    const page = await open();
    const off = page.getByRole('radio', { name: 'Leave the name off' });
    await page.getByLabel('Who helped you last?').fill('Ada Obi');
    await page.getByLabel('What did they do?').fill('You stayed.');
    await page.getByRole('radio', { name: /said yes/ }).check();
    await off.check();
    // The step of the yes is this one.
    expect(await page.locator('#told-before').count()).toBe(0);
    await page.getByRole('radio', { name: /said yes/ }).check();
    await page.getByRole('radio', { name: 'An HTML page' }).check({ force: true });
    await off.check();
    await page.locator('#told-before').waitFor();
    await page.goBack();
    await expect.poll(() => page.url()).toContain('to=Ada');
  });

  it('loads Kith from nowhere that a link says, and says so', async () => {
    const page = await open(`${done}&base=${encodeURIComponent('https://stranger.example/kith/')}`);
    await expect.poll(() => status(page).textContent()).toContain('https://stranger.example/kith/');
    expect(await copied(page)).not.toContain('stranger');
  });

  it('says whom a link would have visitors write to', async () => {
    const page = await open(`${done}&mail=${encodeURIComponent('stranger@post.example')}`);
    await expect
      .poll(() => status(page).textContent())
      .toMatch(/what visitors write goes to .stranger@post\.example.\./);
  });

  it('says beside Copy what its place has to leave alone', async () => {
    const page = await open(`${letter}&yes=yes&in=html&form=inline`);
    await page.getByText('This is for places that leave scripts as they are').waitFor();
    await copied(page);
  });

  it('begins anew from an address it cannot read, says so, and loses nothing', async () => {
    const page = await open('#%%%nonsense');
    await expect.poll(() => status(page).textContent()).toContain('This address holds nothing that was made here.');
    expect(await page.getByLabel('Who helped you last?').inputValue()).toBe('');
    await page.getByLabel('Who helped you last?').fill('Ada');
    await page.goBack();
    await expect.poll(() => page.url()).toContain('nonsense');
    const part = await open('#v1&to=Ada&in=moon');
    await expect.poll(() => status(part).textContent()).toContain('in=moon');
    await expect.poll(() => part.getByLabel('Who helped you last?').inputValue()).toBe('Ada');
  });

  it.each(['purpose-banner', 'role-badge', 'progression-ladder', 'peer-intro'])(
    'shows %s live, with people to look at until one’s own are there',
    async (widget) => {
      const page = await open();
      await openMore(page);
      await page
        .locator(`#widget input`)
        .nth(['purpose-banner', 'role-badge', '', 'progression-ladder', 'peer-intro'].indexOf(widget))
        .check();
      await expect
        .poll(() =>
          page.locator(`#stands kith-${widget}`).evaluate((it) => (it as HTMLElement & { status?: string }).status),
        )
        .toBe('ready');
      expect(await page.getByText('These are the tool library’s people').isVisible()).toBe(true);
    },
  );

  it('takes people from a spreadsheet, and says in plain words what is in its columns', async () => {
    const page = await open();
    await openMore(page);
    await page
      .getByLabel('Whose people?')
      .fill('Helper\tNotes\tSaid yes\nAda Obi\tYou stayed.\tyes\nBo\tYou swept.\tno');
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect.poll(() => shown(page)).toContain('Ada Obi,');
    expect(await shown(page)).not.toContain('Bo');
    expect(await page.locator('#people-said').textContent()).toContain('1 person and 2 letters');
    await page.getByLabel(/^Notes/).selectOption('left out');
    await expect.poll(() => page.locator('#people-said').textContent()).toContain('no letters');
    await page.reload();
    await openMore(page);
    await expect.poll(() => page.locator('#people-said').textContent()).toContain('1 person and no letters');
    await page.getByLabel('Whose people?').fill('{"kith": 1,');
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect.poll(() => page.locator('#people-said').textContent()).toContain('This is not JSON yet');
  });

  it('asks once whether all in a table said yes, names nobody before, and lists what it held back', async () => {
    const page = await open();
    await openMore(page);
    await page
      .getByLabel('Whose people?')
      .fill('Name,What\nAda Obi,You stayed.\nBo,"Bo, you swept."\nWill,You will sing.');
    await page.getByRole('button', { name: 'Read it' }).press('Enter');
    const asked = page.getByRole('group', { name: 'Did they all say yes to standing here by name?' });
    await asked.waitFor();
    expect(await asked.getByRole('radio', { checked: true }).count()).toBe(0);
    await expect.poll(() => shown(page)).toContain("To someone who'd rather not be named,");
    const people = page.locator('#people-said');
    await expect.poll(() => people.textContent()).toContain('No people and 1 letter');
    expect(page.url()).not.toMatch(/Ada|Bo|Will/);
    const left = page.locator('#left-out').getByRole('listitem');
    expect(await left.locator('mark').allInnerTexts()).toEqual(['Bo', 'will']);
    await left.filter({ hasText: 'will sing' }).getByRole('button', { name: 'It’s another word' }).press('Enter');
    await expect.poll(() => people.textContent()).toContain('No people and 2 letters');
    await asked.getByRole('radio', { name: 'Leave the names off' }).focus();
    await page.keyboard.press('Space');
    expect(await people.textContent()).toContain('No people and 2 letters');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => people.textContent()).toContain('3 people and 3 letters');
    await expect.poll(() => shown(page)).toContain('Ada Obi,');
    await page.locator('#columns').getByLabel(/^What/).selectOption('whether they said yes');
    await expect.poll(() => asked.count()).toBe(0);
  });

  it('leads to people at a link, and shows first what was pasted of them', async () => {
    const page = await open('#v1&in=html');
    await openMore(page);
    const read = async (text: string) => {
      await page.getByLabel('Whose people?').fill(text);
      await page.getByRole('button', { name: 'Read it' }).click();
    };
    const said = page.locator('#people-said');
    await read('https://docs.google.com/spreadsheets/d/1a/edit');
    await expect.poll(() => said.textContent()).toMatch(/copy them, and paste them here/);
    await read('https://example.org/people.json');
    await expect.poll(() => said.textContent()).toContain('a line says where they are');
    await page.getByText('Your people will stand here, once your page has fetched them.').waitFor();
    expect(await page.getByText('These are the tool library’s people').count()).toBe(0);
    const unseen = await copied(page);
    expect(unseen).toContain('What stands here comes from <a href="https://example.org/people.json"');
    await read(
      '{"kith": 1, "members": [{"id": "ada", "name": "Ada Obi"}], "recognitions": [{"id": "r", "to": ["ada"], "text": "You stayed."}]}',
    );
    await expect.poll(() => said.textContent()).toContain('what was read here stands there: 1 person and 1 letter');
    await expect.poll(() => shown(page)).toContain('You stayed.');
    const seen = page.locator('#snippet');
    await expect.poll(() => seen.inputValue()).toMatch(/src="https:\/\/example.org\/people.json"[^]*You stayed\./);
    await page.reload();
    await expect.poll(() => shown(page)).toContain('You stayed.');
    await openMore(page);
    await page.getByRole('button', { name: 'Without the link' }).click();
    await expect.poll(() => seen.inputValue()).not.toContain('people.json');
    await expect.poll(() => seen.inputValue()).toContain('You stayed.');
  });

  it('reads a link to its own site, and shows whose people those are', async () => {
    const page = await open('#v1&in=html');
    await openMore(page);
    await page.getByLabel('Whose people?').fill(`${demo.url}community.json`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect.poll(() => page.locator('#people-said').textContent()).toContain('what was read here stands there');
    expect(await page.getByText('These are the tool library’s people').count()).toBe(0);
    await expect.poll(() => page.locator('#snippet').inputValue()).toMatch(/community\.json"[^]*h-entry/);
  });

  it('changes one thing of an old letter, and keeps the rest of it', async () => {
    const page = await open();
    await openMore(page);
    const letter =
      '{"kith":1,"members":[{"id":"ada","name":"Ada Obi"}],"recognitions":[{"id":"r7","to":["ada"],"text":"You stayed.","need":"The hall was dark.","at":"2026-03-01","replies":[{"member":"ada","text":"Any time."}]}]}';
    const tag = `<kith-recognition-wall accent="#1a7f5a" lang="en"><script type="application/json">${letter}</script></kith-recognition-wall>`;
    await page.getByLabel('Change one that you have').fill(`${tag}<kith-role-badge></kith-role-badge>`);
    await page.getByRole('button', { name: 'Take it up' }).click();
    await expect.poll(() => page.locator('#old-said').textContent()).toContain('This is the first');
    await page.getByLabel('What did they do?').fill('You held the lamp.');
    await page.getByRole('radio', { name: 'An HTML page' }).check({ force: true });
    const snippet = await copied(page);
    expect(snippet).toContain('datetime="2026-03-01"');
    const blank = await pasted(page, snippet);
    for (const words of ['You held the lamp.', 'The hall was dark.', 'Any time.'])
      await blank.getByText(words).filter({ visible: true }).first().waitFor();
  });

  it('says, where visitors take part live, that the server’s letters take the place of this one', async () => {
    const page = await open(done);
    await openMore(page);
    await page.getByRole('radio', { name: /^Live/ }).check();
    expect(await page.locator('#part').innerText()).toContain('Once the server answers, its people and letters stand');
  });

  it('keeps people who are too many for the address with the tab', async () => {
    const page = await open();
    await openMore(page);
    const rows = Array.from({ length: 900 }, (_, i) => `Member number ${i},You carried crate ${i}.`);
    await page.getByLabel('Whose people?').fill(['Name,What', ...rows].join('\n'));
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('radio', { name: 'Yes, all of them' }).check();
    await page.getByText('They’re too many for the address.').waitFor();
    expect(page.url().length).toBeLessThan(8200);
    await page.reload();
    await expect.poll(() => shown(page)).toContain('You carried crate 0.');
  });

  it('has a field for all that can be said of a widget, and shows what it does', async () => {
    const page = await open(done);
    await openMore(page);
    await page.getByLabel('Shape').selectOption('Grid');
    await expect.poll(() => wall(page).getAttribute('layout')).toBe('grid');
    await page.getByLabel('What Kith says, it says in').selectOption('العربية');
    await expect.poll(() => wall(page).locator('[part=base]').getAttribute('dir')).toBe('rtl');
    expect(await copied(page)).toMatch(/layout="grid".*lang="ar" dir="rtl"/);
    expect(page.url()).toContain('lang=ar&a.layout=grid');
    expect(await page.locator('#bytes').innerText()).toMatch(/^A visitor’s browser loads [\d.]+ kB/);
  });

  it('lets visitors take part by e-mail, once there is an address', async () => {
    const page = await open(done);
    await openMore(page);
    await page.getByRole('radio', { name: /By e-mail to me/ }).check();
    expect(await copied(page)).not.toContain('provider="mail"');
    await page.getByLabel('Your e-mail address').fill('ada@example.org');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'What is copied' }).or(page.locator('#snippet')).inputValue())
      .toContain('to="ada@example.org"');
    await expect
      .poll(() =>
        wall(page).getByRole('button', { name: 'Write to them' }).or(wall(page).getByText('Write one')).count(),
      )
      .toBeGreaterThan(0);
  });

  it.each([320, 768, 1280])('shows a page of %i pixels, light, dark and right to left', async (width) => {
    const page = await open(done);
    await openMore(page);
    await page.getByRole('radio', { name: String(width), exact: true }).check({ force: true });
    expect(await page.locator('#page').evaluate((it) => (it as HTMLElement).offsetWidth)).toBe(width);
    await page.getByRole('radio', { name: 'Dark', exact: true }).check({ force: true });
    await expect.poll(() => wall(page).evaluate((it) => it.matches(':state(dark)'))).toBe(true);
    await page.getByRole('radio', { name: 'Light', exact: true }).check({ force: true });
    await expect.poll(() => wall(page).evaluate((it) => it.matches(':state(dark)'))).toBe(false);
    await page.getByRole('radio', { name: 'Right to left' }).check({ force: true });
    expect(await page.locator('#page').evaluate((it) => getComputedStyle(it).direction)).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  it.each(['tag', 'inline', 'div', 'static', 'react', 'vue', 'svelte', 'angular', 'solid', 'astro'])(
    'takes up an old snippet of the form %s, to change it',
    async (form) => {
      const page = await open(`${done}&form=${form}&from=Bo+Nilsson${form === 'static' ? '' : '&a.layout=grid'}`);
      const text = await copied(page);
      const again = await open();
      await openMore(again);
      await again.getByLabel('Change one that you have').fill(text);
      await again.getByRole('button', { name: 'Take it up' }).click();
      await expect
        .poll(() => again.getByLabel('What did they do?').inputValue())
        .toBe('You stayed until the last kettle worked.');
      expect(await again.getByLabel('Who helped you last?').inputValue()).toBe('Ada Obi');
      expect(await again.getByLabel('Who signs the letter').inputValue()).toBe('Bo Nilsson');
      if (form !== 'static') {
        expect(await again.getByLabel('The same in writing').inputValue()).toBe('#1a7f5a');
        expect(await again.getByLabel('Shape').inputValue()).toBe('grid');
      }
    },
  );

  it('says what is wrong with an old snippet, and leaves what is being made as it is', async () => {
    const page = await open(done);
    await openMore(page);
    await page.getByLabel('Change one that you have').fill('&lt;kith-recognition-wall&gt;');
    await page.getByRole('button', { name: 'Take it up' }).click();
    await expect.poll(() => page.locator('#old-said').textContent()).toContain('pasted as words');
    expect(await page.getByLabel('Who helped you last?').inputValue()).toBe('Ada Obi');
  });

  const findings = (page: Page) => page.locator('.findings');
  async function lookAt(page: Page, text: string): Promise<void> {
    await page.getByLabel('Will it work there?').fill(text);
    await page.getByRole('button', { name: 'Look at it' }).click();
  }

  it('looks through what somebody has, and says what will happen to it, and on which line', async () => {
    const page = await open();
    await openMore(page);
    await lookAt(page, '&lt;kith-recognition-wall src="x.json"&gt;');
    await expect.poll(() => findings(page).innerText()).toContain('Line 1: The snippet was pasted as text');
    await lookAt(page, '<p>Us</p>\n<script type="module" src="file:///kith/kith.js"></script>');
    await expect.poll(() => findings(page).innerText()).toMatch(/Line 2: The script lies on your own machine/);
  });

  it('finds nothing wrong with what is copied here', async () => {
    const page = await open(done);
    await openMore(page);
    await page.getByLabel('Where Kith’s code lies').fill('https://example.org/kith/0.1.0/');
    await expect.poll(() => page.locator('#snippet').inputValue()).toContain('https://example.org/');
    const text = await copied(page);
    await lookAt(page, text);
    await expect
      .poll(() => findings(page).locator('li').allInnerTexts())
      .toEqual([expect.stringMatching(/^All well: a recognition wall, with Kith 0\.1\.0/)]);
  });

  it('makes what was looked at anew, in the form that works where it will stand', async () => {
    const page = await open(done);
    const text = await copied(page);
    await page.getByRole('radio', { name: 'Squarespace' }).check({ force: true });
    await openMore(page);
    await lookAt(page, text);
    await findings(page).getByRole('listitem').filter({ hasText: 'smallest plan' }).waitFor();
    // Only what is of the chosen place is said.
    expect(await findings(page).innerText()).not.toContain('WordPress');
    await page.getByRole('button', { name: 'Make it so: its words alone' }).first().click();
    await findings(page).getByText('It’s taken up in that form').waitFor();
    expect(await page.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true);
    expect(await page.getByLabel('Who helped you last?').inputValue()).toBe('Ada Obi');
    await expect.poll(() => page.locator('#snippet').inputValue()).toMatch(/^<div class="kith-static"/);
  });

  it('says of an address that it is none, beside it', async () => {
    const page = await open(done);
    await openMore(page);
    await page.getByRole('radio', { name: /By e-mail to me/ }).check();
    const mail = page.getByLabel('Your e-mail address');
    await mail.fill('ada(at)example.org');
    expect(await page.locator('#part-said').innerText()).toContain('is no e-mail address');
    expect(await mail.getAttribute('aria-invalid')).toBe('true');
    await mail.fill('ada@example.org, bo@example.org');
    expect(await page.locator('#part-said').innerText()).toBe('');
    await expect.poll(() => page.locator('#snippet').inputValue()).toContain('to="ada@example.org, bo@example.org"');
    await page.getByRole('radio', { name: /^Live/ }).check();
    await page.getByLabel('The server’s address').fill('https://kith.example.org');
    expect(await page.locator('#part-said').innerText()).toContain('ends with /v1/');
    const made = page.getByLabel('Made as').locator('option');
    expect(await made.allInnerTexts()).not.toContain('A frame around a page that a Kith server has');
    await page.getByLabel('The server’s address').fill('https://kith.example.org/v1/us');
    expect(await made.allInnerTexts()).toContain('A frame around a page that a Kith server has');
    await page.getByLabel('Where Kith’s code lies').fill('example.org/kith');
    expect(await page.locator('#base-said').innerText()).toContain('begins with https://');
    expect(await page.getByLabel('Where Kith’s code lies').getAttribute('aria-invalid')).toBe('true');
  });

  it('gives a README words, and says why, where there is no picture of it', async () => {
    const page = await open(`${letter}&yes=yes&in=readme&widget=role-badge`);
    expect(await page.getByText('A picture of roles is of one person').isVisible()).toBe(true);
    expect(await page.getByText('Can you add pictures').count()).toBe(0);
    expect(await copied(page)).toMatch(/^<div class="kith-static"/);
    expect(await page.getByRole('link', { name: /Save the/ }).count()).toBe(0);
  });

  it('warns, where it is copied, that nobody else reaches one’s own machine', async () => {
    const page = await open(done);
    const warning = page.getByText('This page is on your own machine');
    await warning.waitFor();
    await openMore(page);
    await page.getByLabel('Where Kith’s code lies').fill('https://example.org/kith/0.1.0/');
    await warning.waitFor({ state: 'detached' });
    await page.reload();
    expect(await copied(page)).toContain('https://example.org/kith/0.1.0/');
    expect(await warning.count()).toBe(0);
  });

  it.each([320, 1280])('loses nothing at %i pixels, of the longest names, in either direction', async (width) => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4);
    const page = await open(`#v1&to=${name}&did=${'x'.repeat(300)}&yes=ask&in=wordpress`, {
      viewport: { width, height: 800 },
    });
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await openMore(page);
    for (const dir of ['ltr', 'rtl']) {
      await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
      expect(await sideways(), dir).toBe(0);
    }
  });

  it.each([
    ['light', 320],
    ['dark', 320],
    ['forced', 320],
    ['light', 768],
    ['dark', 768],
    ['forced', 768],
    ['light', 1280],
    ['dark', 1280],
    ['forced', 1280],
  ] as const)('has nothing axe would name, %s, at %i pixels', async (scheme, width) => {
    const page = await open('', {
      viewport: { width, height: 800 },
      ...(scheme === 'forced' ? { forcedColors: 'active' } : { colorScheme: scheme }),
    });
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // As a script of the page's own: its policy takes no other.
    await page.evaluate(source);
    const named = () =>
      page.evaluate(async () => {
        type Found = { violations: { id: string; nodes: { html: string }[] }[]; passes: { id: string }[] };
        const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Found> } };
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
    await page.getByLabel('Who helped you last?').fill('Ada Obi');
    await page.getByLabel('What did they do?').fill('You stayed until the last kettle worked.');
    await page.getByRole('radio', { name: /Ask/ }).check();
    await page.getByRole('radio', { name: 'WordPress' }).check({ force: true });
    await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    await copied(page);
    expect(await named()).toEqual(clean);
    await openMore(page);
    await page.getByLabel('Whose people?').fill('Name,What\nAda,Stayed.\nBo,Swept.');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('What is in each column?').waitFor();
    expect(await named()).toEqual(clean);
  });
});
