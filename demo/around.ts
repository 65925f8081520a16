/**
 * Looking around: the page as another host made it, and through somebody else's eyes. Both are links that keep the choice
 * in the address. Where scripts run, the tags stay and the other page comes in around them, at the same place, so that
 * what is looked at stays under the eye. Nothing of that is stored; what is done in the community is, on this device or
 * on its server, until somebody starts over.
 */
import type { Provider, Store } from '@kith/core';

interface CommunityTag extends HTMLElement {
  provider: Provider | 'browser';
  getToken: (() => Promise<string>) | undefined;
  release(): void;
  readonly store: Store | undefined;
}

const community = document.querySelector('kith-community') as CommunityTag;
const around = document.querySelector('.around') as HTMLElement;
const choices = [...around.querySelectorAll<HTMLAnchorElement>('a[data-eyes]')];
const hosts = [...around.querySelectorAll<HTMLAnchorElement>('nav:not(.eyes) a')];

/** With a server behind the page everyone is in one community; without, it is as this device has it. */
const isLive = community.getAttribute('provider') === 'server';
/** Whose eyes it is where the address says nothing: who comes to a community that lives comes as a member. */
const first = isLive ? 'ada' : '';

let host = location.pathname;
let viewer: string | undefined;
/** Of two choices the later one counts, however long each takes. */
let turn = 0;

/** Whose eyes an address asks for; the first where it names nobody who can be chosen. */
function eyesOf({ search }: { search: string }): string {
  const asked = new URLSearchParams(search).get('eyes') ?? first;
  return choices.some(({ dataset }) => dataset['eyes'] === asked) ? asked : first;
}

/** What an address asks for these eyes with. */
const searchOf = (eyes = '') => (eyes === first ? '' : `?eyes=${eyes}`);

/** Shows the page with these eyes: a visitor reads the public document, others ask a provider that knows who asks. */
async function lookAs(eyes: string): Promise<void> {
  if (eyes === viewer) return;
  viewer = eyes;
  mark();
  if (isLive) {
    const { tokensOf } = await import('./on-server.js');
    if (eyes !== viewer) return;
    community.getToken = eyes ? tokensOf(eyes) : undefined;
    return community.release();
  }
  const provider = eyes ? await import('./on-device.js').then(({ membersProvider }) => membersProvider()) : 'browser';
  if (eyes !== viewer) return;
  community.provider = provider;
  community.toggleAttribute('viewer', Boolean(eyes));
  if (eyes) community.setAttribute('viewer', eyes);
}

/** Puts the community back to how it began, with what was not sent; and says so. */
async function startOver(): Promise<void> {
  tell(undefined);
  const { $wishes, discard } = community.store ?? {};
  for (const { intent } of $wishes?.get() ?? []) discard?.(intent.key);
  const { startOver } = await (isLive ? import('./on-server.js') : import('./on-device.js'));
  await startOver();
  tell(isLive ? 'began-for-all' : 'began');
}

/** Says what became of it; nothing any more once something else is done. */
function tell(became: 'began' | 'began-for-all' | 'stays' | undefined): void {
  for (const said of around.querySelectorAll<HTMLElement>('[data-over]'))
    said.hidden = said.dataset['over'] !== (became ?? '');
}

/** What is chosen, and where the links lead with it. */
function mark(): void {
  tell(undefined);
  for (const link of hosts) {
    link.search = searchOf(viewer);
    current(link, 'page', link.pathname.replace(/index\.html$/, '') === host.replace(/index\.html$/, ''));
  }
  for (const link of choices) {
    link.search = searchOf(link.dataset['eyes']);
    current(link, 'true', link.dataset['eyes'] === viewer);
  }
  for (const said of around.querySelectorAll<HTMLElement>('[data-seen]')) said.hidden = said.dataset['seen'] !== viewer;
}

function current(link: HTMLElement, word: string, is: boolean): void {
  if (is) link.setAttribute('aria-current', word);
  else link.removeAttribute('aria-current');
}

/** Brings in the page of another host, around the tags that are here. */
async function moveTo({ href, pathname }: { href: string; pathname: string }): Promise<void> {
  const mine = ++turn;
  host = pathname;
  mark();
  const next = await fetch(href).then(async (response) =>
    new DOMParser().parseFromString(await response.text(), 'text/html'),
  );
  const sheets = await sheetsOf(next);
  if (mine !== turn) return;
  // Within a transition nothing can be found under a point any more.
  const keep = placeKept();
  const swap = async () => {
    sheets();
    const page = document.importNode(next.querySelector('.page') as HTMLElement, true);
    const here = document.querySelector('.page') as HTMLElement;
    takeTags(here, page);
    here.replaceWith(page);
    document.title = next.title;
    // The tags read the page's look again when its root changes.
    document.documentElement.dataset['host'] = next.documentElement.dataset['host'];
    // To know where things stand it is laid out, which asks for its fonts.
    keep();
    await soon(document.fonts.ready);
    keep();
  };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still || !('startViewTransition' in document)) await swap();
  else await document.startViewTransition(swap).updateCallbackDone;
  (around.querySelector('[data-said]') as HTMLElement).textContent = next.title;
}

/** What was waited for, but no longer than a second: the page stands still meanwhile, and a font may never come. */
function soon<T>(it: Promise<T>): Promise<T | void> {
  return Promise.race([it, new Promise<void>((resolve) => setTimeout(resolve, 1000))]);
}

/** Fetches the style sheets of another page. Returns how to put them in the place of this one's. */
async function sheetsOf(next: Document): Promise<() => void> {
  const links = (of: Document) => [...of.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  const wanted = links(next).map((link) => link.getAttribute('href'));
  const known = links(document).map((link) => link.getAttribute('href'));
  const fresh = wanted
    .filter((href) => href !== null && !known.includes(href))
    .map((href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href, media: 'not all' }));
  await Promise.all(
    fresh.map(
      (link) =>
        new Promise((resolve, reject) => {
          link.onload = resolve;
          link.onerror = reject;
          document.head.append(link);
        }),
    ),
  );
  return () => {
    for (const link of fresh) link.media = 'all';
    for (const link of links(document)) if (!wanted.includes(link.getAttribute('href'))) link.remove();
  };
}

/** Moves the tags that both pages have from one to the other, with all they know and show. */
function takeTags(from: HTMLElement, to: HTMLElement): void {
  const tags = (page: HTMLElement) =>
    [...page.querySelectorAll<HTMLElement>('*')].filter(({ localName }) => localName.startsWith('kith-'));
  const key = (tag: HTMLElement) => [tag.localName, tag.getAttribute('member'), tag.getAttribute('layout') === 'glyph'];
  const here = new Map(tags(from).map((tag) => [key(tag).join(), tag]));
  for (const tag of tags(to)) {
    const kept = here.get(key(tag).join());
    if (!kept) continue;
    here.delete(key(tag).join());
    for (const name of kept.getAttributeNames()) if (!tag.hasAttribute(name)) kept.removeAttribute(name);
    for (const { name, value } of tag.attributes) if (kept.getAttribute(name) !== value) kept.setAttribute(name, value);
    kept.replaceChildren(...tag.childNodes);
    tag.replaceWith(kept);
  }
}

/** Remembers what stands at the top of what is seen. Returns how to scroll so that it stands there again. */
function placeKept(): () => void {
  if (scrollY < innerHeight / 3) return () => undefined;
  const line = Math.max(around.getBoundingClientRect().bottom, 0) + 24;
  const passed = [...document.querySelectorAll('.page [id]')].filter((it) => it.getBoundingClientRect().top <= line);
  const section = passed.at(-1);
  if (!section) return () => undefined;
  const { left, right } = section.getBoundingClientRect();
  const x = getComputedStyle(section).direction === 'rtl' ? right - 48 : left + 48;
  // Between two things there is only what holds them all; the next one is what is looked at.
  const found = [0, 32, 64, 96].map((down) => deepest(x, line + down));
  const seen = found.find((it) => it && it.clientHeight < innerHeight / 2) ?? found[0];
  const share = (of: Element) => {
    const { top, height } = of.getBoundingClientRect();
    return height ? (line - top) / height : 0;
  };
  const shares = { seen: seen && share(seen), section: share(section) };
  return () => {
    const [mark, share] = seen?.isConnected
      ? [seen, shares.seen]
      : [document.getElementById(section.id), shares.section];
    if (!mark) return;
    const { top, height } = mark.getBoundingClientRect();
    scrollBy({ top: top + (share ?? 0) * height - line, behavior: 'instant' });
  };
}

/** The element that is seen at a point, also inside a tag. */
function deepest(x: number, y: number): Element | null {
  let seen = document.elementFromPoint(x, y);
  for (;;) {
    const inner = seen?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === seen) return seen;
    seen = inner;
  }
}

/** Follows the address: its page, its eyes. */
async function follow(address: { href: string; pathname: string; search: string }): Promise<void> {
  const moved = address.pathname === host ? undefined : moveTo(address);
  await Promise.all([moved, lookAs(eyesOf(address))]);
}

around.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('nav a');
  const isForeign = link?.hreflang && link.hreflang !== document.documentElement.lang;
  if (!link || isForeign || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.href !== location.href) history.pushState(null, '', link.href);
  // What cannot be brought in is gone to.
  follow(link).catch(() => location.assign(link.href));
});
addEventListener('popstate', () => {
  follow(location).catch(() => location.reload());
});

const over = around.querySelector('.over') as HTMLElement;
over.addEventListener('click', () => {
  startOver().catch(() => tell('stays'));
});

for (const each of [over, around.querySelector('.eyes') as HTMLElement]) each.hidden = false;
mark();
void lookAs(eyesOf(location));
