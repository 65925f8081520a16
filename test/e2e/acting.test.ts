import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtDemo, isThere, letters } from './support.js';

const demo = builtDemo();

/** A tab that looks at the demo, through these eyes. */
async function tab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL(address, demo.url).href);
  await isThere(page);
  return page;
}

const ask = (page: Page) => letters(page).filter({ hasText: 'ECL86' });
const cheer = (page: Page) => ask(page).getByRole('button', { name: 'Cheer' });
const banner = (page: Page) => page.locator('kith-purpose-banner');
const wall = (page: Page) => page.locator('kith-recognition-wall');

describe('two tabs of one browser', () => {
  it('show in one what is cheered in the other, also taken back, whoever looks', async () => {
    const context = await demo.newContext();
    const mine = await tab(context, 'index.html?eyes=yuki');
    const mineToo = await tab(context, 'project.html?eyes=yuki');
    const adas = await tab(context, 'choir.html?eyes=ada');
    const visitors = await tab(context, 'index.html');
    const all = [mine, mineToo, adas, visitors];
    for (const page of all) await ask(page).getByText('Ruth cheered.', { exact: true }).waitFor();

    await cheer(mine).click();
    for (const page of all) await ask(page).getByText('Ruth and Yuki cheered.').waitFor();
    expect(await cheer(mineToo).getAttribute('aria-pressed')).toBe('true');
    expect(await cheer(adas).getAttribute('aria-pressed')).toBe('false');

    await cheer(adas).click();
    for (const page of all)
      await ask(page)
        .getByText(/^Ruth, (Yuki and Ada|Ada and Yuki) cheered\.$/)
        .waitFor();

    await cheer(mineToo).click();
    for (const page of all) await ask(page).getByText('Ruth and Ada cheered.').waitFor();
    expect(await cheer(mine).getAttribute('aria-pressed')).toBe('false');
  });

  it('count a visitor once who counts in, in both', async () => {
    const context = await demo.newContext();
    const [one, other] = [await tab(context, 'index.html'), await tab(context, 'choir.html')];
    for (const page of [one, other]) await banner(page).getByText('412 counted in').waitFor();
    await banner(one).getByRole('button', { name: 'Count me in' }).click();
    for (const page of [one, other]) await banner(page).getByText('413 counted in').waitFor();
    const again = banner(other).getByRole('button', { name: 'Count me in' });
    await again.click();
    await expect.poll(() => again.getAttribute('aria-pressed')).toBe('true');
    await other.getByRole('status').filter({ hasText: 'Kept on this device.' }).waitFor({ state: 'attached' });
    for (const page of [one, other]) await banner(page).getByText('413 counted in').waitFor();
  });

  it('bring a letter to whom it is for, and to nobody else before they say yes; then everybody reads it', async () => {
    const context = await demo.newContext();
    const yukis = await tab(context, 'index.html?eyes=yuki');
    const adas = await tab(context, 'choir.html?eyes=ada');
    const visitors = await tab(context, 'project.html');
    const text = 'You held the torch until the last screw was found.';

    await wall(yukis).getByRole('button', { name: 'Write to them' }).click();
    await wall(yukis).getByRole('combobox', { name: 'Who?' }).fill('Ada');
    await wall(yukis)
      .getByRole('option', { name: /Ada Obi/ })
      .click();
    await wall(yukis).getByLabel('What did they do?').fill(text);
    await wall(yukis).getByRole('button', { name: 'Send it to Ada' }).click();

    await wall(yukis).getByText('Waits for a yes from Ada').waitFor();
    await wall(adas).getByText(text).waitFor();
    expect(await wall(visitors).getByText(text).count()).toBe(0);

    await wall(adas).getByRole('button', { name: 'Yes, with my name' }).click();
    const letter = (page: Page) => letters(page).filter({ hasText: text });
    // Of their own doing it stands there at once; whoever reads is told.
    for (const page of [yukis, adas]) await letter(page).waitFor();
    await wall(visitors).getByRole('button', { name: 'One new letter' }).click();
    for (const page of [yukis, adas, visitors]) await expect.poll(() => letter(page).count()).toBe(1);
  });
});
