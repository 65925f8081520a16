/* global document, getComputedStyle -- in the page */
/**
 * `npm run contrast`: what contrast the design tokens keep, and the thread whatever accent a site gives, measured as
 * Chromium paints it. Least and median of each.
 */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../.ci/browser.mjs';
import { hex, rgb } from '../.ci/tokens.mjs';
import { accents, grounds } from './accents.mjs';

const SOURCES = new URL('../packages/elements/src/', import.meta.url);
const { color } = JSON.parse(readFileSync(new URL('tokens/kith.tokens.json', SOURCES), 'utf8'));
const [sheet = ''] = readFileSync(new URL('styles/tokens.styles.ts', SOURCES), 'utf8').match(/(?<=css`)[^`]*/) ?? [];

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(...pair) {
  const [dark, light] = pair
    .map((channels) => channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)))
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const fromHex = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16) / 255);
/** One color laid thinly over another, as a chip's filling is. */
const thin = (above, below, share) => above.map((channel, i) => channel * share + below[i] * (1 - share));

/** The thread for each accent, as the page paints it. */
async function threads(scheme) {
  const page = await browser.newPage();
  await page.setContent(`<style>${sheet.replaceAll(':host', '#thread')}
    body { color-scheme: ${scheme}; color: ${scheme === 'light' ? '#141414' : '#f1efec'} }
    #thread { border-block-start: 1px solid var(--_thread-color) }</style><hr id="thread">`);
  const painted = await page.evaluate((all) => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const thread = document.getElementById('thread');
    return all.map((accent) => {
      thread.style.setProperty('--kith-accent', accent);
      pen.fillStyle = getComputedStyle(thread).borderTopColor;
      pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).map((channel) => channel / 255);
    });
  }, accents());
  await page.close();
  return painted;
}

const browser = await chromium.launch(chromiumLaunch());
const rows = [];
let tooFaint = 0;

function add(what, wanted, ratios) {
  const sorted = [...ratios].sort((a, b) => a - b);
  const [least, middle] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  if (least < wanted) tooFaint++;
  rows.push({
    what,
    wanted: `${wanted}:1`,
    least: least.toFixed(2),
    median: middle.toFixed(2),
    measured: sorted.length,
  });
}

for (const scheme of ['light', 'dark']) {
  const ground = rgb(color.ground[scheme]);
  add(`own ink on own ground, ${scheme}`, 4.5, [contrast(rgb(color.ink[scheme]), ground)]);
  const dyes = Object.values(color.dye).filter((dye) => dye[scheme]);
  add(
    `six dyes on own ground, ${scheme}`,
    4.5,
    dyes.map((dye) => contrast(rgb(dye[scheme]), ground)),
  );
  const tinted = dyes.map((dye) => contrast(rgb(dye[scheme]), thin(rgb(dye[scheme]), ground, 0.11)));
  add(`six dyes on their own tint, ${scheme}`, 4.5, tinted);
  const stones = Object.values(color.stone).filter(({ field }) => field);
  add(
    `initials on twelve stones, ${scheme}`,
    4.5,
    stones.map(({ ink, field }) => contrast(rgb(ink[scheme]), rgb(field[scheme]))),
  );
  const painted = await threads(scheme);
  for (const page of grounds[scheme]) {
    add(
      `thread, ${painted.length} accents, on ${page}`,
      3,
      painted.map((thread) => contrast(thread, fromHex(page))),
    );
  }
}
await browser.close();

console.table(rows);
console.log(
  `Dyes: ${Object.entries(color.dye)
    .filter(([, dye]) => dye.light)
    .map(([name, dye]) => `${name} ${hex(dye.light)} / ${hex(dye.dark)}`)
    .join(', ')}`,
);
if (tooFaint) console.log(`${tooFaint} too faint.`);
process.exitCode = tooFaint ? 1 : 0;
