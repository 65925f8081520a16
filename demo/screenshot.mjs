/** `npm run screenshot`, after the build: the picture in the README, taken from the demo. */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../.ci/browser.mjs';
import { serve } from '../.ci/serve.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const demo = await serve(here);
const browser = await chromium.launch(chromiumLaunch());
const page = await browser.newPage({ viewport: { width: 1280, height: 1720 } });
await page.clock.setFixedTime('2026-11-21T12:00:00Z');
await page.goto(`${demo.url}index.html?eyes=yuki`);
await page.locator('kith-recognition-wall').getByRole('listitem').first().waitFor();
await page.getByText('Yuki, meet Bashir.').waitFor();
// What the picture is about stands together: the five widgets, and the first row of letters.
await page
  .locator('.around, .date, .times, .who > :nth-child(n + 3), #book, #people h2, #events > h2, .dates')
  .evaluateAll((others) => others.forEach((other) => other.remove()));
await page.addStyleTag({
  content: `
    main { display: grid; gap: 4rem; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); margin-block-start: 4rem }
    section { border: 0; display: block !important; margin: 0; padding: 0 }
    #saturday { grid-row: span 2 }
    #letters { grid-column: span 2 }
    #meet { margin: 0 }`,
});
await page.evaluate(() => globalThis.document.fonts.ready);
await page.screenshot({ path: `${here}pictures/tool-library.png` });
await browser.close();
await demo.stop();
