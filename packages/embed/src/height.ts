/** What the page that frames this one said in its address: how WordPress tells its frames apart. */
const secret = /[?&]secret=([A-Za-z0-9]{1,64})(?:&|$)/.exec(location.hash)?.[1];

/**
 * Tells whoever frames this page how high it is, and again whenever that changes. Heard by `fit.js` and by WordPress:
 * https://github.com/WordPress/wordpress-develop/blob/trunk/src/js/_enqueues/wp/embed.js
 */
export function tellHeight(): void {
  if (parent === window) return;
  let told = 0;
  const tell = () => {
    // A frame that is not shown has none.
    if (told) say({ kith: 'height', height: told }, { message: 'height', value: told });
  };
  const measure = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell();
  };
  new ResizeObserver(measure).observe(document.documentElement);
  // Observers sleep in another site's frame until it is in sight, and then the page around it would move.
  measure();
  addEventListener('load', measure);

  // Who began to listen only now asks for what was told before.
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent || typeof data !== 'object' || data === null) return;
    const { kith, message, secret: theirs } = data as { kith?: unknown; message?: unknown; secret?: unknown };
    if (kith === 'ready' || (message === 'ready' && secret !== undefined && theirs === secret)) tell();
  });

  if (secret !== undefined) addEventListener('click', handLink);
}

/**
 * To any page: who frames this one may hide its name (no referrer, no origin), and a number of pixels is nothing it could
 * not learn by framing it at some other height. Nothing else is ever sent this way but a link that was pressed.
 */
function say(ours: object | undefined, wordPress: object): void {
  if (ours) parent.postMessage(ours, '*');
  if (secret !== undefined) parent.postMessage({ ...wordPress, secret }, '*');
}

/** In its sandbox no link opens, so WordPress takes them to where they lead: on the frame's own site, and nowhere else. */
function handLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (!link?.href || link.host !== location.host || !/^https?:$/.test(link.protocol)) return;
  event.preventDefault();
  say(undefined, { message: 'link', value: link.href });
}
