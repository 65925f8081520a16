/** Tells a page's author, on the page, what of a tag does not work and what to do. Loaded for nobody else. */
import type { ProviderError } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { isCheckAsked } from '../advise.js';
import { findingsOf, findingsOfPage, isHeld, sourceOf, type Checked } from './findings.js';
import { noteOf } from './note.js';
import { wordsFor, type CheckWords } from './words.js';

type Tag = Checked & ReactiveControllerHost;

interface Beside {
  note?: HTMLElement;
  said: string;
  isBroken: boolean;
}

/** What stands beside each tag that was looked at. */
const looked = new Map<Tag, Beside>();

/** Looks at a tag after it was drawn, and says beside it what is to be mended; nothing any more once it is. */
export function check(tag: Tag, failure: ProviderError | undefined): void {
  if (!tag.isConnected || tag.status === 'loading') return;
  const spoken = wordsFor(tag);
  const found = findingsOf(tag, failure, spoken.words);
  const before = looked.get(tag);
  const said = found.join('\n');
  if (before?.said !== said) {
    before?.note?.remove();
    const beside: Beside = { said, isBroken: found.length > 0 };
    if (found.length) tag.after((beside.note = noteOf(spoken.words.title, found, spoken)));
    looked.set(tag, beside);
    if (!before) watch(tag);
  }
  if (failure?.kind === 'offline') askAgain(tag, failure);
  if (isCheckAsked()) sayAll();
}

/** Addresses that were asked for again. */
const asked = new Set<string>();

/** A policy tells of a refusal once, before this code is here: what it refused it refuses again, and nothing leaves the page. */
function askAgain(tag: Tag, failure: ProviderError): void {
  const address = sourceOf(tag);
  if (!address || asked.has(address)) return;
  asked.add(address);
  const look = () => setTimeout(() => check(tag, failure));
  fetch(address, { method: 'HEAD', redirect: 'error' }).then(look, look);
}

const watched = new WeakSet<Tag>();

/** What leaves the page takes what is said of it along. */
function watch(tag: Tag): void {
  if (watched.has(tag)) return;
  watched.add(tag);
  tag.addController({
    hostDisconnected() {
      looked.get(tag)?.note?.remove();
      looked.delete(tag);
      if (isCheckAsked()) sayAll();
    },
  });
}

let summary: HTMLElement | undefined;
let summed = '';

/** Says how it stands with the page, once it is here: also where no tag came through the editor, or none is ever drawn. */
export function checkPage(): void {
  if (document.readyState === 'complete') sayAll();
  else addEventListener('load', sayAll, { once: true });
}

/** Says how it stands with all of the page, as far as it is known by now. */
function sayAll(): void {
  const spoken = wordsFor(document.body);
  const { words } = spoken;
  const tags = widgets();
  const waiting = tags.filter(({ status }) => status === 'loading');
  const isBroken = (tag: Checked) => looked.get(tag as Tag)?.isBroken ?? false;
  const broken = tags.filter(isBroken).length;
  const ofPage = findingsOfPage(words);
  const lines = [
    ...ofPage,
    ...waiting.map((tag) => (isHeld(tag) ? words.held(nameOf(tag)) : words.loading(nameOf(tag), sourceOf(tag)))),
  ];
  const drawn = tags.filter((tag) => !waiting.includes(tag) && !isBroken(tag));
  const lead = broken
    ? words.toMend(broken, count(tags.length, spoken.lang))
    : ofPage.length
      ? words.pageToMend(ofPage.length)
      : !tags.length
        ? words.noTags
        : words.well(partsOf(drawn, words), sourcesOf(drawn, words), waiting.length > 0);
  const said = [lead, ...lines].join('\n');
  if (said === summed) return;
  summed = said;
  summary?.remove();
  document.body.append((summary = noteOf(lead, lines, spoken)));
}

/** Every widget of the page, whatever its name begins with. */
function widgets(): Checked[] {
  return [...document.body.querySelectorAll<Checked>('*')].filter(
    (each) => each.localName.includes('-') && 'headingLevel' in each && 'status' in each,
  );
}

/** A tag as its author finds it again. */
function nameOf({ localName, id }: Checked): string {
  return `<${localName}${id && ` id="${id}"`}>`;
}

function count(n: number, lang: string): string {
  return n.toLocaleString(lang === 'ar' ? document.documentElement.lang || 'ar' : 'en');
}

/** How many widgets show how many letters: the same letter of the same source is one, on however many walls. */
function partsOf(tags: readonly Checked[], words: CheckWords): string[] {
  const letters = new Map<unknown, Set<string>>();
  for (const tag of tags) {
    const source = sourceOf(tag) ?? tag.store;
    const ids = letters.get(source) ?? new Set();
    for (const { id } of tag.shadowRoot?.querySelectorAll('[part~="letter"]') ?? []) ids.add(id);
    letters.set(source, ids);
  }
  const n = [...letters.values()].reduce((sum, { size }) => sum + size, 0);
  return [words.widgets(tags.length), ...(n ? [words.letters(n)] : [])];
}

function sourcesOf(tags: readonly Checked[], words: CheckWords): string[] {
  const lastOf = (tag: Checked) =>
    sourceOf(tag)
      ?.replace(/[?#].*/, '')
      .split('/')
      .at(-1) || words.thisPage;
  return [...new Set(tags.map(lastOf))];
}
