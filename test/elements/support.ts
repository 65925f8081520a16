/// <reference types="mocha" />
import { expect, fixtureSync } from '@open-wc/testing';
import {
  ProviderError,
  type CommunityDocument,
  type Intent,
  type Member,
  type Provider,
  type Recognition,
} from '@kith/core';
import type { Community, KithElement } from '@kith/elements';
import '@kith/elements/define';
import { memory, type MemoryProvider } from '@kith/providers/memory';

/** Waits for what will come; fails with a sentence where it does not. */
export async function until<T>(find: () => T, what: string): Promise<NonNullable<T>> {
  const giveUp = performance.now() + 8000;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > giveUp) throw new Error(`In vain was waited until ${what}.`);
    await new Promise((go) => setTimeout(go));
  }
}

/** Waits until a widget has read what it reads, and drawn it. */
export async function settled<T extends KithElement>(widget: T): Promise<T> {
  await until(() => widget.status !== 'loading', `<${widget.localName}> is no longer loading`);
  await widget.updateComplete;
  return widget;
}

/** Waits until a widget says something. */
export const says = (widget: Element, words: string) =>
  until(() => read(widget).includes(words), `<${widget.localName}> says “${words}”`);

/** Gives the place a widget was put into this width, and waits until the widget is laid out in it. */
export async function widen(widget: Element, width: number): Promise<void> {
  const place = widget.closest('div') as HTMLElement;
  place.style.inlineSize = `${width}px`;
  await until(() => widget.getBoundingClientRect().width === width, `<${widget.localName}> is ${width} px wide`);
}

/** Where an element or a text is drawn; waits until it is, since what is out of sight is drawn later. */
export async function boxOf(drawn: Node): Promise<DOMRect> {
  const range = document.createRange();
  range.selectNodeContents(drawn);
  await until(() => range.getBoundingClientRect().width, `“${drawn.textContent}” is drawn`);
  return range.getBoundingClientRect();
}

/** Puts HTML into the page, in a `kith-community` of the source where there is one. Gives the first element back. */
export function put<T extends Element = KithElement>(markup: string, source?: CommunityDocument | Provider): T {
  const place = source ? communityOf(source) : document.createElement('div');
  place.innerHTML = markup;
  fixtureSync<Element>('<div></div>').append(place);
  return place.firstElementChild as T;
}

/** The same, when its widget has settled. */
export const show = <T extends KithElement>(markup: string, source?: CommunityDocument | Provider): Promise<T> =>
  settled(put<T>(markup, source));

/** The same, as a member sees it who is signed in. */
export async function showTo<T extends KithElement>(
  viewer: string,
  markup: string,
  source: CommunityDocument | Provider,
): Promise<T> {
  const widget = put<T>(markup, source);
  (widget.parentElement as Community).viewer = viewer;
  await until(() => widget.store?.viewer === viewer, `<${widget.localName}> is seen by ${viewer}`);
  return settled(widget);
}

/** Presses a button as by keyboard, with the focus on it. */
export function press(widget: Element, name: string): HTMLElement {
  const button = byRole(widget, 'button', name);
  button.focus();
  button.click();
  return button;
}

/** Writes into a field as somebody types. */
export function write(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Whatever a widget's page hears of wishes and of what became of them, as `kith-cheer {…}`. */
export function overhear(page: EventTarget, ...events: string[]): { type: string; detail: unknown; from: unknown }[] {
  const heard: { type: string; detail: unknown; from: unknown }[] = [];
  for (const type of events)
    page.addEventListener(type, (event) => {
      heard.push({ type, detail: (event as CustomEvent).detail, from: event.composedPath()[0] });
    });
  return heard;
}

/** A provider whose `send` the test answers. */
export function sending(source: CommunityDocument | MemoryProvider) {
  const inner = 'kith' in source ? memory(source) : source;
  const waiting: { intent: Intent; take(): void; refuse(reason: string, params?: Record<string, unknown>): void }[] =
    [];
  const provider: Provider = {
    ...inner,
    send: (intent, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({
          intent,
          take: () => resolve(inner.send(intent, signal)),
          refuse: (reason, params) => reject(new ProviderError('refused', { reason, ...(params && { params }) })),
        });
      }),
  };
  /** The next wish that arrives. */
  const next = () => until(() => waiting.shift(), 'something is sent');
  return { provider, next, inner };
}

/** A `kith-community` that is not in the page yet. */
export function communityOf(source: CommunityDocument | Provider): Community {
  const community = document.createElement('kith-community') as Community;
  community.provider = 'kith' in source ? memory(source) : source;
  return community;
}

/** What a page's reader reads of an element: what is drawn, slots filled, without what is hidden. */
export function read(element: Element): string {
  return textIn(element).replace(/\s+/g, ' ').trim();
}

function textIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  const { display, visibility } = getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden' || element.ariaHidden === 'true') return '';
  // What is folded away has a box of its own in every engine, and in none can it be read.
  if (element.matches('details:not([open]) > :not(summary)')) return '';
  const inside = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  const children = inside.length ? inside : (element.shadowRoot ?? element).childNodes;
  const text = [...children].map(textIn).join('');
  return display.startsWith('inline') || display === 'contents' ? text : ` ${text} `;
}

const selectors = {
  button: 'button',
  link: 'a[href]',
  heading: '[role=heading], h1, h2, h3, h4, h5, h6',
  list: 'ul, ol, [role=list]',
  listitem: 'li, [role=listitem]',
  img: 'img',
};

/** What a person finds in a widget by its role, and its name where that is given; in the order it is drawn. */
export function allByRole(widget: Element, role: keyof typeof selectors, name?: string): HTMLElement[] {
  const drawn = [...(widget.shadowRoot ?? widget).querySelectorAll<HTMLElement>(selectors[role])];
  const slotted = widget.shadowRoot ? [...widget.querySelectorAll<HTMLElement>(selectors[role])] : [];
  return [...slotted, ...drawn].filter(
    (element) =>
      element.checkVisibility() &&
      !element.closest('[aria-hidden=true]') &&
      (name === undefined || nameOf(element) === name),
  );
}

export function byRole(widget: Element, role: keyof typeof selectors, name?: string): HTMLElement {
  const [first] = allByRole(widget, role, name);
  if (!first)
    throw new Error(`<${widget.localName}> has no ${role}${name ? ` “${name}”` : ''}; it reads: ${read(widget)}`);
  return first;
}

function nameOf(element: HTMLElement): string {
  return element.ariaLabel ?? (element instanceof HTMLImageElement ? element.alt : read(element));
}

/** The part of a widget that its author styles under this name. */
export function part(widget: Element, name: string): HTMLElement {
  const found = widget.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);
  if (!found) throw new Error(`<${widget.localName}> has no part “${name}”; it reads: ${read(widget)}`);
  return found;
}

export const hasPart = (widget: Element, name: string): boolean =>
  Boolean(widget.shadowRoot?.querySelector(`[part~="${name}"]`));

/** What has the focus, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** A document of these people, with these pieces. */
export function community(pieces: Omit<Partial<CommunityDocument>, 'kith'> = {}): CommunityDocument {
  return { kith: 1, community: { id: 'library', name: 'Tool Library' }, members: people, ...pieces };
}

export const people: Member[] = [
  { id: 'ada', name: 'Ada Obi', called: 'Ada' },
  { id: 'bo', name: 'Bo Lind', called: 'Bo' },
  { id: 'cy', name: 'Cy Tan', called: 'Cy' },
  { id: 'noor', name: 'Noor Haddad', called: 'Noor' },
  { id: 'tomas', name: 'Tomás Vega', called: 'Tomás' },
];

/** A community that stands for this. */
export const standing = (statement: string): CommunityDocument => community({ purpose: { statement } });

/** A community with these letters, from Bo to Ada where they do not say otherwise, each a day older than the one before. */
export function letters(...given: (string | Partial<Recognition>)[]): CommunityDocument {
  const recognitions = given.map((letter, i): Recognition => {
    const at = new Date(Date.UTC(2025, 2, 18) - i * 86_400_000).toISOString().slice(0, 10);
    const own = typeof letter === 'string' ? { text: letter } : letter;
    return { id: `r${i + 1}`, occasion: 'thanks', from: 'bo', to: ['ada'], at, ...own };
  });
  return community({ recognitions });
}

/** A badge from elsewhere, as somebody was given it. */
export const foreignBadge = ({
  name = 'Mending',
  issuer = 'The bench',
  ...different
}: Record<string, unknown> = {}) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://bench.example/', name: issuer },
  validFrom: '2020-03-01T10:00:00Z',
  credentialSubject: { achievement: { name } },
  ...different,
});

/** A URL a tag can read this document from. */
export function addressOf(source: CommunityDocument | string): string {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
}

/** This document as an author writes it into a tag. */
export const inline = (source: CommunityDocument): string =>
  `<script type="application/json">${JSON.stringify(source).replaceAll('<', '\\u003c')}</script>`;

/** A source that only shows. */
export const readOnly = (source: CommunityDocument): Provider => ({ ...memory(source), takes: new Set() });

/** A provider that counts who watches it and what it is asked. */
export function counting(provider: Provider): Provider & { watchers: number; asked: string[] } {
  const { watch } = provider;
  const counted = {
    ...provider,
    watchers: 0,
    asked: [] as string[],
    read: ((query, signal) => {
      counted.asked.push(query.kind);
      return provider.read(query, signal);
    }) as Provider['read'],
    watch(changed: Parameters<NonNullable<typeof watch>>[0]) {
      const stop = watch?.(changed);
      counted.watchers++;
      return () => {
        counted.watchers--;
        stop?.();
      };
    },
  };
  return counted;
}

/** A provider that answers nothing until it is opened. */
export function gated(provider: Provider): Provider & { open(): void } {
  let open = () => {};
  const gate = new Promise<void>((go) => (open = go));
  return {
    ...provider,
    read: (async (query, signal) => {
      await gate;
      return provider.read(query, signal);
    }) as Provider['read'],
    open,
  };
}

let lines: string[] = [];
let asked: string[] = [];
const { warn, error } = console;
const { fetch } = globalThis;

/** What the page's author has read in the console meanwhile; a test that does not ask expects nothing. */
export function heard(): string[] {
  return lines.splice(0);
}

/** What was fetched meanwhile. */
export function requested(): string[] {
  return asked.splice(0);
}

beforeEach(() => {
  lines = [];
  asked = [];
  console.warn = console.error = (...said: unknown[]) => void lines.push(said.join(' '));
  globalThis.fetch = (input, init) => {
    asked.push(String(input));
    return fetch(input, init);
  };
});

afterEach(function () {
  Object.assign(console, { warn, error });
  Object.assign(globalThis, { fetch });
  // A test that failed has said enough.
  if (this.currentTest?.state !== 'failed') expect(heard().join('\n'), 'what the console says unasked').to.equal('');
});
