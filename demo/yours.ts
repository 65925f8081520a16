import { createStore, type Aside, type Member, type Provider, type Store } from '@kith/core';
import '@kith/elements/define';
import { faultIn } from '@kith/embed/doctor';
import { linkIn, read, textAt, textOf, type Brought } from './yours/reading.js';

/** Where something came from: what to call it, and where that is a link, the link. */
interface From {
  title: string;
  said: string;
  link?: URL;
}

const the = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;
const field = the<HTMLTextAreaElement>('text');
const form = the<HTMLFormElement>('bring');
const file = the<HTMLInputElement>('file');
const theirs = the<HTMLElement & { store: Store | undefined }>('theirs');
const frame = form.querySelector('.frame') as HTMLElement;

const numbers = new Intl.NumberFormat('en');
const lists = new Intl.ListFormat('en-GB');
const HEAD = 'Bring your people';
const MOST_KEPT = 2_000_000;
const ASIDE_AT_ONCE = 8;
const KNOWN_AT_ONCE = 12;

/** What is shown now. */
let shown: { name: string; said: string; link: string | undefined } | undefined;
let going = new AbortController();

/** Reads what somebody brought, and shows it; or says what to mend, and keeps their words. The last one brought wins. */
async function bring(from: From, get: (signal: AbortSignal) => Promise<string> | string): Promise<void> {
  going.abort();
  const { signal } = (going = new AbortController());
  let text: string | undefined;
  try {
    text = await get(signal);
    if (signal.aborted) return;
    show(read(text), from);
  } catch (error) {
    if (signal.aborted) return;
    const isPage = text === undefined || (from.link && /^\s*</.test(text));
    askToMend(error instanceof Error ? error.message : String(error), (isPage ? from.link?.href : text) ?? '');
    if (from.link) the('open').setAttribute('href', from.link.href);
    the('open').hidden = !from.link;
  }
}

const bringText = (text: string) => bring({ title: 'Your people', said: 'what you pasted' }, () => text);

const bringFile = (one: File, others = 0) =>
  bring(
    {
      title: one.name,
      said: isolated(one.name) + (others ? `, the first of ${numbers.format(others + 1)} files` : ''),
    },
    () => textOf(one),
  );

function bringLink(link: URL): Promise<void> {
  const { host, pathname } = link;
  const wait = setTimeout(() => say(`Fetching it from ${host}.`), 400);
  const title = decodeURI(pathname.split('/').at(-1) || host);
  return bring({ title, said: isolated(host + pathname), link }, (signal) => textAt(link, signal)).finally(() =>
    clearTimeout(wait),
  );
}

/** Text that may be a document or the way to one. */
function bringWords(words: string): Promise<void> {
  const link = linkIn(words, document.baseURI);
  return link ? bringLink(link) : bringText(words);
}

function show(brought: Brought, { title, said, link }: From): void {
  const before = frame.getBoundingClientRect();
  const { community } = brought.document;
  const name = community?.name ?? title;
  // A file that gives itself no name has its own in the title already.
  shown = { name, said: sayBrought(brought, said === isolated(name) ? '' : said), link: link?.href };
  seeAs(brought.provider, '');
  the('purpose-of').textContent = community?.name ?? 'this';
  listPlaces(brought);
  listAside(brought.aside);
  keepInAddress(link);
  close();
  sew(before);
}

/** "118 people and 118 letters, from …" */
function sayBrought(
  { document: { members = [], recognitions = [] }, isArchive, aside }: Brought,
  from: string,
): string {
  const kind = (wanted: string) => members.filter(({ kind = 'person' }) => kind === wanted).length;
  const organizations = kind('organization');
  const bots = kind('bot');
  const counts = [
    counted(members.length - organizations - bots, 'person', 'people'),
    organizations && counted(organizations, 'organisation', 'organisations'),
    bots && counted(bots, 'bot', 'bots'),
    counted(recognitions.length, 'letter', 'letters'),
  ].filter((words) => words !== 0);
  return [
    `${lists.format(counts)}${from && `, from ${from}`}.`,
    isArchive ? 'It is an archive: only what everyone may see is shown.' : '',
    aside.length ? `${sayAside(aside.length)}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const sayAside = (n: number) => (n === 1 ? 'One piece was set aside' : `${numbers.format(n)} pieces were set aside`);
const counted = (n: number, one: string, many: string) =>
  n ? `${numbers.format(n)} ${n === 1 ? one : many}` : `no ${many}`;
/** A name that cannot turn the sentence around it. */
const isolated = (name: string) => `\u2068${name}\u2069`;

function listAside(aside: readonly Aside[]): void {
  const rows = aside.map(({ path, reason }) => {
    const row = document.createElement('li');
    const place = row.appendChild(document.createElement('code'));
    place.textContent = path || 'the whole';
    place.dir = 'ltr';
    row.append(' ');
    row.appendChild(document.createElement('span')).textContent = reason;
    row.tabIndex = -1;
    return row;
  });
  the('aside-title').textContent =
    rows.length === 1 ? 'One thing to mend' : `${numbers.format(rows.length)} things to mend`;
  the('aside-list').replaceChildren(...rows.splice(0, ASIDE_AT_ONCE));
  showMore(the<HTMLButtonElement>('aside-more'), rows, (next) => {
    the('aside-list').append(...next);
    next[0]?.focus();
  });
}

/** Every widget that has something to show gets its place; one that has not leaves no hole. */
function listPlaces({ provider, document: brought }: Brought): void {
  const { members = [], recognitions = [], ladders = [] } = brought;
  const people = members.filter(({ kind = 'person' }) => kind === 'person');
  const wishing = people.filter(({ offers, asks }) => offers?.length || asks?.length);
  the('letters').hidden = !recognitions.length && Boolean(members.length);
  the('meet').hidden = wishing.length < 2;
  the('steps').replaceChildren(
    ...ladders.map(({ id, name }) => {
      const ladder = tag('kith-progression-ladder', { ladder: id });
      const title = ladder.appendChild(document.createElement('h2'));
      title.slot = 'heading';
      title.dir = 'auto';
      title.textContent = name;
      return ladder;
    }),
  );
  listKnown(members.filter(({ roles = [] }) => roles.some(({ accepted = true }) => accepted)));
  listEyes(provider, ladders.length || wishing.length > 1 ? people : []);
}

function listKnown(members: Member[]): void {
  const [list, more] = [the('known').querySelector('ul'), the('known').querySelector('button')];
  const rows = members.map(({ id, name }) => {
    const row = document.createElement('li');
    const heading = row.appendChild(document.createElement('h3'));
    heading.appendChild(document.createElement('bdi')).textContent = name;
    heading.tabIndex = -1;
    row.append(tag('kith-role-badge', { member: id, 'heading-level': '4' }));
    return row;
  });
  the('known').hidden = rows.length === 0;
  list?.replaceChildren(...rows.splice(0, KNOWN_AT_ONCE));
  showMore(more, rows, (next) => {
    list?.append(...next);
    next[0]?.querySelector('h3')?.focus();
  });
}

/** Whose eyes the page can be seen with: those of everyone brought. */
function listEyes(provider: Provider, people: readonly Member[]): void {
  const whose = the<HTMLSelectElement>('whose');
  const sorted = [...people].sort((a, b) => a.name.localeCompare(b.name));
  whose.replaceChildren(new Option('A visitor’s', ''), ...sorted.map(({ id, name }) => new Option(name, id)));
  whose.onchange = () => seeAs(provider, whose.value);
  the('eyes').hidden = people.length === 0;
}

function seeAs(provider: Provider, viewer: string): void {
  theirs.store = createStore(provider, viewer ? { viewer } : {});
}

function tag(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** A button that brings the rest, 200 at a time. */
function showMore<R>(more: HTMLButtonElement | null, rest: R[], show: (next: R[]) => void): void {
  if (!more) return;
  const count = () => {
    more.hidden = rest.length === 0;
    more.textContent = `Show ${numbers.format(rest.length)} more`;
  };
  more.onclick = () => {
    show(rest.splice(0, 200));
    count();
  };
  count();
}

/** Opens the rectangle, over what is shown. */
function open(head: string, words = '', text = ''): void {
  stand('field', head);
  the('back').hidden = !shown;
  the('back').textContent = shown ? `Back to ${isolated(shown.name)}` : '';
  the('open').hidden = true;
  field.value = text;
  field.removeAttribute('aria-invalid');
  say(words);
  field.focus();
}

/** Closes the rectangle, where there is something to show. */
function close(): void {
  if (!shown) return;
  stand('people', shown.name);
  field.value = '';
  say(shown.said);
  scrollTo(0, 0);
  the('title').focus({ preventScroll: true });
}

function stand(shows: 'field' | 'people', head: string): void {
  const isField = shows === 'field';
  document.body.dataset['shows'] = shows;
  document.body.classList.toggle('empty', isField && head === HEAD);
  document.title = head;
  the('label').hidden = !isField;
  the('name').hidden = isField;
  the(isField ? 'label' : 'name').textContent = head;
  the('shown').hidden = isField;
  the('aside').hidden = isField || !the('aside-list').childElementCount;
}

function askToMend(message: string, text: string): void {
  const kept = text.length > MOST_KEPT || text.includes('\0') ? '' : text;
  open('One thing to mend', message, kept);
  field.ariaInvalid = 'true';
  const fault = kept && !linkIn(kept, document.baseURI) ? faultIn(field.value) : undefined;
  if (fault) putCaretAt(fault.at);
}

/** Brings a place in the field into view and selects what stands there. */
function putCaretAt(at: number): void {
  const { value } = field;
  // A field has no other way to say how far down a place is.
  field.value = value.slice(0, at);
  const down = field.scrollHeight;
  field.value = value;
  field.setSelectionRange(at, at + 1);
  const line = parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.round((down - field.clientHeight / 2) / line) * line;
}

function say(words: string): void {
  the('said').textContent = words;
}

/** The rectangle folds into one line, which is then sewn. */
function sew(before: DOMRect): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const after = frame.getBoundingClientRect();
  const fold = before.height > after.height * 2;
  if (fold) {
    frame.animate(
      [
        {
          blockSize: `${before.height}px`,
          insetBlockEnd: 'auto',
          insetBlockStart: `${before.top - form.getBoundingClientRect().top}px`,
        },
        {
          blockSize: `${after.height}px`,
          insetBlockEnd: 'auto',
          insetBlockStart: `${after.top - form.getBoundingClientRect().top}px`,
        },
      ],
      { duration: 160, easing: 'cubic-bezier(.2,.7,.2,1)' },
    );
  }
  frame.animate([{ scale: '0 1' }, { scale: '1 1' }], {
    duration: 600,
    delay: fold ? 160 : 0,
    easing: 'cubic-bezier(.2,.7,.2,1)',
    fill: 'backwards',
    pseudoElement: '::after',
  });
}

/** A page whose people came from a link can be passed on; one whose people came from a file says nothing of the one before. */
function keepInAddress(link: URL | undefined): void {
  const { origin, pathname, search, href } = location;
  const src = link && (link.origin === origin ? link.href.slice(origin.length) : link.href);
  const address = origin + pathname + search + (src ? `#src=${src.replaceAll('#', '%23').replaceAll('&', '%26')}` : '');
  if (linkOfAddress()?.href !== link?.href) history[link ? 'pushState' : 'replaceState'](null, '', address);
  else if (!link && href !== address) history.replaceState(null, '', address);
}

function linkOfAddress(): URL | undefined {
  const src = /^#src=(.+)$/.exec(location.hash)?.[1];
  if (src === undefined) return undefined;
  try {
    return linkIn(decodeURIComponent(src), document.baseURI);
  } catch {
    return linkIn(src, document.baseURI);
  }
}

/** Somebody followed or shared a link. Of another site nothing is fetched before the visitor says so. */
function followAddress(): void {
  const link = linkOfAddress();
  if (link?.href === shown?.link) {
    close();
    return;
  }
  if (link?.origin === location.origin) void bringLink(link);
  else if (link)
    open('Somebody sent you a link', `It leads to ${link.host}. Nothing is fetched before you say so.`, link.href);
  else open(HEAD);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (field.value.trim()) void bringWords(field.value);
  else field.focus();
});
form.addEventListener('click', ({ target }) => {
  if (document.body.dataset['shows'] === 'field' && !(target as Element).closest('a, button, p')) field.focus();
});
field.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  const isLink = linkIn(field.value, document.baseURI) !== undefined;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || (isLink && !event.shiftKey))) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === 'Escape') close();
});
the('choose').addEventListener('click', () => file.click());
the('others').addEventListener('click', () => open(HEAD));
the('back').addEventListener('click', close);
file.addEventListener('change', () => {
  const [one] = file.files ?? [];
  if (one) void bringFile(one);
  file.value = '';
});

document.addEventListener('paste', (event) => {
  const { target, clipboardData } = event;
  const isPart =
    target === field && field.value !== '' && field.selectionEnd - field.selectionStart < field.value.length;
  const [one, ...others] = clipboardData?.files ?? [];
  const words = clipboardData?.getData('text/plain') ?? '';
  // Into words that are being mended a part is pasted as anywhere.
  if ((!one && !words.trim()) || (isPart && !one)) return;
  event.preventDefault();
  if (words.trim()) void bringWords(words);
  else if (one) void bringFile(one, others.length);
});

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  document.body.classList.add('over');
});
document.addEventListener('dragleave', ({ relatedTarget }) => {
  if (!relatedTarget) document.body.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('over');
  const [one, ...others] = event.dataTransfer?.files ?? [];
  const words = event.dataTransfer?.getData('text/uri-list') || event.dataTransfer?.getData('text/plain');
  if (one) void bringFile(one, others.length);
  else if (words?.trim()) void bringWords(words);
});

addEventListener('hashchange', followAddress);
// An address that is followed already does not change.
form.querySelector('.try')?.addEventListener('click', ({ target }) => {
  if ((target as HTMLAnchorElement).hash === location.hash) followAddress();
});
followAddress();
