import { warnOnce } from './attributes.js';
import { page } from './page.js';

/**
 * A heading, link or button inside a shadow root does not look like the page's own. So the page's are read, once:
 * hidden ones are put into a tag's own light DOM (slotted, since what is in no slot has no style), and what they
 * look like becomes the private default of every Kith tag. What an author sets in `--kith-…` wins.
 */
export function readLook(tag: HTMLElement): void {
  const probe = document.createElement('div');
  probe.hidden = true;
  probe.slot = PROBE_SLOT;
  const heading = probe.appendChild(document.createElement('h2'));
  const link = probe.appendChild(document.createElement('a'));
  const button = probe.appendChild(document.createElement('button'));
  link.href = '#';
  button.type = 'button';
  tag.append(probe);
  const h = getComputedStyle(heading);
  const b = getComputedStyle(button);
  const look: Record<string, string> = {
    '--_page-heading-font': h.fontFamily,
    '--_page-heading-weight': h.fontWeight,
    '--_page-heading-tracking': inEms(h.letterSpacing, h.fontSize),
    '--_page-heading-case': h.textTransform,
  };
  const accent = getComputedStyle(link).color;
  if (!BROWSER_LINK.has(accent)) look['--_page-accent'] = accent;
  // What has neither fill nor edge would not be told from the text around it.
  const isSeen = `${b.borderTopStyle} ${b.backgroundColor}` !== 'none rgba(0, 0, 0, 0)';
  if (isSeen && (b.appearance === 'none' || b.borderTopStyle !== 'outset')) {
    look['--_page-button'] = b.backgroundColor;
    look['--_page-button-edge'] = `${b.borderTopWidth} ${b.borderTopStyle} ${b.borderTopColor}`;
    look['--_page-button-ink'] = b.color;
    look['--_page-button-radius'] = b.borderRadius;
  }
  probe.remove();
  const rules = Object.entries(look).map(([name, value]) => `${name}:${value}`);
  page().look.replaceSync(`:host{${rules.join(';')}}`);
  page().lookIsRead = true;
}

/** The slot every Kith shadow root keeps for the probe. */
const PROBE_SLOT = 'kith-probe';

/** Dresses a shadow root in the page's look, once. */
export function wearLook(root: ShadowRoot): void {
  const { look } = page();
  if (root.adoptedStyleSheets.includes(look)) return;
  root.adoptedStyleSheets.unshift(look);
  // Not Lit's: it must be there before the first render, and through every one after.
  const slot = root.appendChild(document.createElement('slot'));
  slot.name = PROBE_SLOT;
  slot.hidden = true;
}

/** Gives a tag the color its attribute says. A `style` attribute would do the same, but editors and strict policies refuse it. */
export function wearAccent(tag: HTMLElement, accent: string | undefined): void {
  const isColor = !accent || CSS.supports('color', accent);
  if (!isColor) warnOnce(tag, `accent="${accent}" is no color; it is left out`);
  tag.style.setProperty('--kith-accent', (isColor && accent) || null);
}

/** A link nobody styled: blue in a light page, light blue in a dark one, in Chromium, Firefox and WebKit. */
const BROWSER_LINK = new Set(['rgb(0, 0, 238)', 'rgb(158, 158, 255)', 'rgb(140, 140, 255)', 'rgb(155, 155, 255)']);

function inEms(length: string, size: string): string {
  const ratio = parseFloat(length) / parseFloat(size);
  return Number.isFinite(ratio) ? `${ratio.toFixed(4)}em` : 'normal';
}

/** Whether text in this color is light, so that the ground under it must be dark. */
export function isLight(color: string): boolean {
  const [a = 0, b = 0, c = 0] = (color.replace(/^color\(\S+/, '').match(/-?[\d.]+%?/g) ?? []).map((n) => parseFloat(n));
  if (color.startsWith('rgb')) return (0.299 * a + 0.587 * b + 0.114 * c) / 255 > 0.5;
  if (color.startsWith('color')) return 0.299 * a + 0.587 * b + 0.114 * c > 0.5;
  // oklch, oklab: lightness from 0 to 1; lch, lab: from 0 to 100
  return a / (color.startsWith('ok') ? 1 : 100) > 0.55;
}
