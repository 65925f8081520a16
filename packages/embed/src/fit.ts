/**
 * For a page that frames Kith: `<script async src="https://kith.example/fit.js"></script>`. Gives each frame the height it
 * asks for, whenever it comes; without it a frame keeps the height that is written on it, and scrolls. Listens to frames of
 * the site that it came from and of the page's own; others are named in `data-origins`, with spaces between them.
 */
const script = document.currentScript;
const src = script instanceof HTMLScriptElement ? script.src : '';
const trusted = new Set([
  location.origin,
  ...(src ? [new URL(src).origin] : []),
  ...(script?.dataset['origins']?.split(/\s+/).filter(Boolean) ?? []),
]);

/** Pixels: what is higher would push all else out of sight, and scrolls. */
const HIGHEST = 20_000;

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (!source || typeof data !== 'object' || data === null) return;
  const { kith, height } = data as { kith?: unknown; height?: unknown };
  if (kith !== 'height' || typeof height !== 'number' || !(height > 0)) return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source && speaksFor(frame, origin))
      frame.style.height = `${around(frame) + Math.ceil(Math.min(height, HIGHEST))}px`;
});

// Those that are there may have told theirs to nobody.
for (const frame of document.querySelectorAll('iframe'))
  if (trusted.has(originOf(frame))) frame.contentWindow?.postMessage({ kith: 'ready' }, '*');

/** Whether what a frame holds is still of the site that its address names, and that site is one to listen to. */
function speaksFor(frame: HTMLIFrameElement, origin: string): boolean {
  const own = originOf(frame);
  const isNowhere = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  return trusted.has(own) && origin === (isNowhere ? 'null' : own);
}

function originOf({ src }: HTMLIFrameElement): string {
  return URL.canParse(src) ? new URL(src).origin : '';
}

/** What a page draws around a frame, where that is counted as its height. */
function around(frame: HTMLIFrameElement): number {
  const { boxSizing, paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(frame);
  if (boxSizing !== 'border-box') return 0;
  return [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth].reduce(
    (sum, each) => sum + parseFloat(each),
    0,
  );
}

export {};
