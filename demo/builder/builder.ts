import { isGeneral, namesPrice, type CommunityDocument } from '@kith/core';
import { editors, type Snippet } from '@kith/embed/snippet';
import '@kith/elements/define';
import { render } from 'lit';
import published from 'virtual:published';
import { addressOf, keptOf, readAddress, Unreadable, type Kept } from './address.js';
import { mainColors, type Rgb } from './color.js';
import { copyWords } from './copying.js';
import { documentOf, formOf, isMade, nameLeftIn, nothing, wantedOf, type Making } from './making.js';
import { hasSomething, Mock, peopleShown, type Looking } from './mock.js';
import type { Further } from './more.js';
import { fold } from './names.js';
import { pixelOf, pixelsOf } from './pixels.js';
import { faultOfBase, isOwnMachine } from './reachable.js';
import { isolated, messageTo, questions } from './questions.js';

const the = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;
const to = the<HTMLInputElement>('to');
const did = the<HTMLTextAreaElement>('did');
const more = the<HTMLDetailsElement>('more');
const mock = new Mock();

let making: Making = nothing;
let looking: Looking = { width: undefined, ground: undefined, direction: 'ltr' };
let logo: readonly Rgb[] = [];
let logoFault = '';
let snippet: Snippet | undefined;
let pictures: Readonly<Record<'light' | 'dark', string>> | undefined;
let byHand = false;
let further: Further | undefined;
/** People to look at a widget with, where one's own have nothing that it shows. */
let sample: CommunityDocument | undefined;
/** What was changed last: one thing typed is one step back, however many letters it has. */
let lastChanged = '';
/** Names, folded, that stand in addresses a step back, whence a page can take nothing. */
const told = new Set<string>();

function change(patch: Partial<Making>, what: string): void {
  document.body.classList.remove('copied');
  if (what !== lastChanged && making.consent === 'yes') told.add(fold(making.to));
  making = { ...making, ...patch };
  keep(what);
  draw();
}

function look(patch: Partial<Looking>): void {
  looking = { ...looking, ...patch };
  draw();
}

function say(words: string): void {
  the('told').textContent = '';
  // Said twice, it is heard twice.
  requestAnimationFrame(() => (the('told').textContent = words));
}

function draw(): void {
  if (to.value !== making.to) to.value = making.to;
  if (did.value !== making.did) did.value = making.did;
  the('letter').hidden = making.people.kind !== 'letter';
  the('hint').textContent = hintOf(making);
  const accent = making.accent ? pixelOf(making.accent) : undefined;
  render(
    questions({
      ...{ making, editors, accent, logo, logoFault, snippet, pictures, byHand, told, isLocal: isLocal(), change },
      ...{ takeLogo, copy: () => void copy(), copyMessage: () => void copyMessage(), toName },
    }),
    the('rest'),
  );
  const people = peopleShown(making, further ? sample : undefined);
  mock.show({ ...making, accent: accent ? making.accent : '' }, looking, people, further?.providerOf(making));
  const isSample = people === sample;
  the('seen-note').textContent = isSample
    ? 'These are the tool library’s people, to look at. What is copied holds yours, and nothing of yours is in it yet: write it under More, or bring your people there.'
    : '';
  further?.draw({
    making,
    looking,
    snippet,
    needsSample: making.people.kind !== 'link' && !hasSomething(making, people),
  });
  isWritten = write(isWritten);
}

/** What the composer would say to somebody who writes a thanks. */
function hintOf({ to, did }: Making): string {
  if (namesPrice(did)) return 'Leave the price out. With a price, thanks becomes payment.';
  return did.trim().length > 12 && isGeneral(did, [to]) ? 'Name the one thing they did.' : '';
}

/** Where the code lies that stands with this page. */
const beside = new URL(`kith/${published.version}/`, document.baseURI).href;
const isLocal = (): boolean => isOwnMachine(location.hostname) && snippet?.text.includes(beside) === true;

/** Writes what is copied, before somebody presses: a clipboard waits for nobody. */
let writing = 0;
let written = '';
let isWritten: Promise<void> = Promise.resolve();
async function write(before: Promise<void>): Promise<void> {
  const isColor = pixelOf(making.accent) !== undefined;
  const wanted = wantedOf({ ...making, accent: isColor ? making.accent : '' });
  const form = formOf(making, editors);
  const base = making.base && !faultOfBase(making.base) ? making.base : beside;
  const key = JSON.stringify([wanted, form, base]);
  if (!isMade(making, editors) || nameLeftIn(making)) {
    [snippet, pictures, written] = [undefined, undefined, ''];
    writing++;
    return;
  }
  if (key === written) return before;
  written = key;
  byHand = false;
  const turn = ++writing;
  const parts = Promise.all([
    import('@kith/embed/snippet'),
    form === 'picture' ? import('./pictures.js') : undefined,
  ]).catch(() => {
    // Where the site was put up anew meanwhile, its parts have other names.
    written = '';
    throw new Error('This page is older than its parts. Load it again: what you wrote is kept.');
  });
  const made = parts.then(async ([{ snippetFor }, pictured]) => ({
    text: await snippetFor(wanted, form, { ...published, base }),
    drawn: await pictured?.picturesOf(making, documentOf(making) ?? { kith: 1 }),
  }));
  const { text, drawn } = await made.catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    return { text: undefined, drawn: undefined };
  });
  if (turn !== writing) return;
  snippet = text;
  pictures = drawn;
  draw();
}

async function copy(): Promise<void> {
  // What was said a moment ago is in it: a name that was taken off, say.
  let seen: Promise<void>;
  do await (seen = isWritten);
  while (seen !== isWritten);
  if (nameLeftIn(making)) {
    toName();
    say('Not copied yet: the letter still says the name. There it is, to be changed.');
  }
  if (!snippet) return;
  if (await copyWords(snippet.text)) {
    document.body.classList.add('copied');
    say('Copied.');
    return;
  }
  byHand = true;
  draw();
  const field = the<HTMLTextAreaElement>('snippet');
  field.focus();
  field.select();
  say('Your browser keeps its clipboard to itself. All of it is selected: copy it from here.');
}

/** Goes to the name that the letter's words still say. */
function toName(): void {
  const [from, to] = nameLeftIn(making) ?? [];
  did.focus();
  if (from !== undefined && to !== undefined) did.setSelectionRange(from, to);
}

async function copyMessage(): Promise<void> {
  const isCopied = await copyWords(messageTo(making));
  say(
    isCopied
      ? `Copied. Send it to ${isolated(making.to)}.`
      : 'Your browser keeps its clipboard to itself. Select the message and copy it.',
  );
}

async function takeLogo(file: File): Promise<void> {
  try {
    logo = mainColors(await pixelsOf(file));
    logoFault = logo.length ? '' : 'There is no colour in this picture beside white.';
  } catch {
    [logo, logoFault] = [[], `${isolated(file.name)} can’t be read as a picture.`];
  }
  draw();
}

/** Keeps what is made in the address, and what does not belong into one with the tab, where it survives a reload. */
function keep(what: string): void {
  if (remember(what === lastChanged ? 'replaceState' : 'pushState')) lastChanged = what;
}

function remember(how: 'replaceState' | 'pushState'): boolean {
  const hash = addressOf(making);
  try {
    history[how](keptOf(making), '', location.pathname + location.search + (hash && `#${hash}`));
    return true;
  } catch {
    // Some browsers take only so many addresses a minute: it is kept with what is said next.
    return false;
  }
}

const lacking = {
  letter: 'There is no yes to this letter yet, so it stayed in the tab it was written in.',
  people:
    'Its people were too many for an address, and stayed in the tab they were brought to. Bring them again under More.',
} as const;

/** Takes up what an address says; of one that says nothing readable, begins anew and leaves it a step back. */
function follow(): void {
  lastChanged = '';
  document.body.classList.remove('copied');
  try {
    const kept = (history.state ?? undefined) as Kept | undefined;
    const { making: found, aside, lacks, base } = readAddress(location.hash, kept);
    making = found;
    const receiver = typeof found.part === 'object' ? Object.values(found.part).join('') : '';
    // An address that tells what nobody said yes to tells it no longer than it has to.
    if (keptOf(making) && !kept) remember('replaceState');
    say(
      [
        aside.length
          ? `This part of the address can’t be read, and was left out: ${aside.map(isolated).join(', ')}.`
          : '',
        base
          ? `By this address Kith would be loaded from ${isolated(base)}. That is taken from no link: who trusts it says so under More, at “Where Kith’s code lies”.`
          : '',
        // A link may have been made by anybody.
        receiver ? `By this address, what visitors write goes to ${isolated(receiver)}.` : '',
        lacks ? lacking[lacks] : '',
      ]
        .filter(Boolean)
        .join(' '),
    );
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    making = nothing;
    say(`${error.message} It’s kept as it is, a step back; here is an empty page.`);
  }
  draw();
}

to.addEventListener('input', () => change({ to: to.value }, 'to'));
did.addEventListener('input', () => change({ did: did.value }, 'did'));
the('letter').addEventListener('submit', (event) => event.preventDefault());
to.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.isComposing) did.focus();
});
// A focused answer is taken by Enter as well as by Space.
the('rest').addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type !== 'radio') return;
  event.preventDefault();
  target.click();
});

for (const type of ['dragover', 'drop'] as const) {
  document.addEventListener(type, (event) => {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const [file] = dataTransfer.files;
    if (type === 'drop' && file) bring(file);
  });
}
document.addEventListener('paste', (event) => {
  const [file] = event.clipboardData?.files ?? [];
  if (!file || event.clipboardData?.getData('text/plain')) return;
  event.preventDefault();
  bring(file);
});

/** A picture is a logo; anything else is people. */
function bring(file: File): void {
  if (file.type.startsWith('image/')) void takeLogo(file);
  else void openMore().then((opened) => opened.bringFile(file));
}

async function openMore(): Promise<Further> {
  more.open = true;
  further ??= (await import('./more.js')).further({
    place: the('further'),
    looking: the('looking'),
    editors,
    published,
    change,
    look,
    say,
    show(made) {
      change(made, 'brought');
      lastChanged = '';
    },
    showSample(document) {
      sample = document;
      draw();
    },
  });
  return further;
}

more.addEventListener('toggle', () => {
  document.body.classList.toggle('further', more.open);
  if (more.open) void openMore().then(draw);
});
addEventListener('popstate', follow);
new ResizeObserver(() => mock.fit(looking.width)).observe(the('page').parentElement as HTMLElement);
follow();
