import { fixtureSync } from '@open-wc/testing';
import { until } from './support.js';

/** The whole of Kith, as a page loads it. */
export const KITH = '/packages/embed/src/kith.ts';
export const script = `<script type="module" src="${KITH}"></script>`;
/** The same, not waiting for the rest of the page. */
export const early = `<script>import('${KITH}')</script>`;

/** A page of its own in a frame, and what its author reads in the console. */
export interface Opened {
  window: Window & typeof globalThis;
  document: Document;
  lines: string[];
}

/** Opens an empty page and gives the way to write into it, as if it came over a slow line. */
export function blank(): Opened & { write(html: string): void; end(): void } {
  const frame = fixtureSync<HTMLIFrameElement>('<iframe width="900" height="700" title="A page"></iframe>');
  const window = frame.contentWindow as Opened['window'];
  const { document } = window;
  const lines: string[] = [];
  document.open();
  const error = (...said: unknown[]) => void lines.push(said.map(String).join(' '));
  Object.assign(window.console, { error, warn: error });
  window.addEventListener('error', ({ message }) => error(message));
  window.addEventListener('unhandledrejection', ({ reason }) => error(reason));
  // From source nanostores asks the process for its environment, and Lit says that it is Lit's development build.
  document.write('<!doctype html><script>process = { env: {} }; litIssuedWarnings = new Set(["dev-mode"])</script>');
  return {
    window,
    document,
    lines,
    write: (html) => document.write(html),
    end: () => document.close(),
  };
}

/** Writes a page a few characters at a time, and lets all that is due happen in between. */
export async function trickle(page: ReturnType<typeof blank>, html: string): Promise<void> {
  for (let at = 0; at < html.length; at += 25) {
    page.write(html.slice(at, at + 25));
    await new Promise((go) => setTimeout(go));
  }
}

/** Opens a page of this HTML; gives it when everything in it has loaded, and has heard so. */
export async function open(html: string): Promise<Opened> {
  const page = blank();
  const loaded = new Promise((go) => page.window.addEventListener('load', () => setTimeout(go), { once: true }));
  page.write(html);
  page.end();
  await loaded;
  return page;
}

/** Waits until Kith is defined in a page. */
export const defined = (page: Opened) =>
  until(() => page.window.customElements.get('kith-recognition-wall'), 'Kith is defined');
