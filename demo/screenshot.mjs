/** `npm run screenshot`, after the build: the picture in the README, taken from the demo. */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../.ci/browser.mjs';
import { serve } from '../.ci/serve.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const demo = await serve(here);
const browser = await chromium.launch(chromiumLaunch());
const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
await page.clock.setFixedTime('2026-11-21T12:00:00Z');
await page.goto(`${demo.url}index.html`);
await page.locator('kith-recognition-wall').getByRole('listitem').first().waitFor();
// What the picture is about stands together: the purpose, and the letters.
await page.locator('#saturday, #book').evaluateAll((sections) => sections.forEach((section) => section.remove()));
await page.evaluate(() => globalThis.document.fonts.ready);
await page.screenshot({ path: `${here}pictures/tool-library.png` });
await browser.close();
await demo.stop();
