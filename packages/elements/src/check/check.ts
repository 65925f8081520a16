/** Tells a page's author, on the page, what of a tag does not work and what to do. Loaded for nobody else. */
import type { ProviderError } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { isCheckAsked } from '../advise.js';
import { findingsOf, findingsOfPage, sourceOf, type Checked } from './findings.js';
import { noteOf } from './note.js';
import { wordsFor } from './words.js';

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
    if (!before) tag.addController({ hostDisconnected: () => forget(tag) });
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
  fetch(address, { method: 'HEAD' }).then(look, look);
}

function forget(tag: Tag): void {
  looked.get(tag)?.note?.remove();
  looked.delete(tag);
}

let summary: HTMLElement | undefined;
let summed = '';

/** Says so where no tag of Kith's came through the editor; where there are any, they are looked at as they are drawn. */
export function sayWhereNone(): void {
  if (![...document.body.querySelectorAll('*')].some(({ localName }) => localName.startsWith('kith-'))) sayAll();
}

/** Says how it stands with all of the page, once all of its tags have been looked at. */
export function sayAll(): void {
  const spoken = wordsFor(document.body);
  const { words, lang } = spoken;
  const tags = [...looked.keys()];
  const broken = tags.filter((tag) => looked.get(tag)?.isBroken).length;
  const count = (n: number) => n.toLocaleString(lang === 'ar' ? document.documentElement.lang || 'ar' : 'en');
  const widgets = words.widgets(tags.length);
  const letters = tags
    .map(({ shadowRoot }) => shadowRoot?.querySelectorAll('[part~="letter"]').length ?? 0)
    .reduce((sum, n) => sum + n, 0);
  const sources = [
    ...new Set(
      tags.map(
        (tag) =>
          sourceOf(tag)
            ?.replace(/[?#].*/, '')
            .split('/')
            .at(-1) || words.thisPage,
      ),
    ),
  ];
  const lead = !tags.length
    ? words.noTags
    : broken
      ? words.toMend(broken, count(tags.length))
      : words.well(widgets, letters ? words.letters(letters) : undefined, sources.join(', '));
  const lines = findingsOfPage(words);
  const said = [lead, ...lines].join('\n');
  if (said === summed) return;
  summed = said;
  summary?.remove();
  document.body.append((summary = noteOf(lead, lines, spoken)));
}
