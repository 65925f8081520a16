import {
  createStore,
  ProviderError,
  type CommunityDocument,
  type Detail,
  type IntentName,
  type Store,
} from '@kith/core';
import type { KithElement } from '@kith/elements';
import type { StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import manifest from '../packages/elements/custom-elements.json';
import { storeOf, storeThat, storeThatAnswers, storeThatWasCutOff } from './community.js';
import { hosts } from './config/hosts.js';
import { viewerOf, type Chosen } from './config/toolbar.js';
import { frame } from './frame.js';
import { wordsTable, type WordsOf } from './words.js';

/** What a widget is shown with. */
export interface Scene {
  /** A document; or a source that waits, fails, or failed after it had answered. */
  source?: CommunityDocument | Store | 'waits' | ProviderError | { cutOff: CommunityDocument };
  attributes?: Record<string, string>;
  /** What its author wrote inside the tag. */
  content?: string;
  /** Whom it is for: whose eyes, where nobody's were chosen. */
  viewer?: string;
  lang?: string;
  /** What the viewer wished, which is taken; or waits for an answer, or is refused. */
  wished?: Wished;
  answered?: 'waits' | ProviderError;
  /** The parts of what was pressed or unfolded, one after the other; the last may ask something in place. */
  pressed?: string;
  /** What was written in the form that is open, by what it asks; of several names whoever is found by them is chosen. */
  written?: Record<string, string | readonly string[]>;
  /** What was written is sent; `then` are the parts of the buttons that were pressed after it. */
  sent?: true;
  then?: string;
  /** Takes a whole row of a contact sheet. */
  wide?: boolean;
}

/** A wish and what it says. */
export type Wished = { [N in IntentName]: [name: N, detail: Detail<N>] }[IntentName];

/** One widget, and what there is to show of it. */
export interface Widget {
  tag: string;
  hero: Scene;
  /** What stands on the eight pages, where that is less. */
  home?: Scene;
  /** By what it is called; the first is how it mostly is. */
  states: Record<string, Scene>;
  /** With so many people. */
  crowd: (count: number) => Scene;
  /** What else is hard on it. */
  stress?: Record<string, Scene>;
  words: WordsOf;
  /** The least width of a state on the contact sheet. */
  cell?: string;
}

export type Story = StoryObj<Record<string, string>>;

/** A widget as it is in this scene. */
export function show(
  tag: string,
  { source, attributes = {}, content, viewer, lang, wished, answered, pressed = '', written, sent, then = '' }: Scene,
  chosen: Chosen,
): HTMLElement {
  const widget = document.createElement(tag) as KithElement;
  for (const [name, value] of Object.entries(attributes)) if (value) widget.setAttribute(name, value);
  // Where it stands is this page's to say, not the host's.
  widget.style.marginBlock = '0';
  if (content) widget.append(document.createRange().createContextualFragment(content));
  const eyes = viewerOf(chosen, viewer);
  const store =
    answered && source && 'kith' in (source as object)
      ? storeThatAnswers(source as CommunityDocument, answered, eyes)
      : storeFor(source, eyes);
  if (store) widget.store = store;
  if (wished) store?.wish(wished[0], wished[1] as never);
  if (pressed || written) void act(widget, pressed, written, sent, then);
  if (!lang) return widget;
  const place = Object.assign(document.createElement('div'), { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
  place.append(widget);
  return place;
}

/**
 * Presses buttons once they are there, and writes in what opens. What is asked then does not take the page's focus:
 * nobody asked for it.
 */
async function act(
  widget: KithElement,
  parts: string,
  written: Scene['written'] = {},
  sent = false,
  then = '',
): Promise<void> {
  widget.inert = true;
  const press = async (parts: string) => {
    for (const part of parts.split(' ').filter(Boolean)) {
      const found = await drawn(widget, `[part~="${part}"]`);
      if (found instanceof HTMLDetailsElement) found.open = true;
      else found?.click();
      await widget.updateComplete;
    }
  };
  await press(parts);
  if (await drawn(widget, '[part~="compose"]'))
    for (const [asks, said] of Object.entries(written)) await write(widget, asks, said);
  if (sent) await press('submit');
  await press(then);
  widget.inert = false;
}

async function write(widget: KithElement, asks: string, said: string | readonly string[]): Promise<void> {
  const labels = [...(widget.shadowRoot?.querySelectorAll('label') ?? [])];
  const field = labels.find((label) => label.textContent.trim().startsWith(asks))?.control as HTMLInputElement | null;
  if (!field) return;
  field.closest('details')?.setAttribute('open', '');
  for (const text of [said].flat()) {
    field.value = text;
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name));
    if (typeof said === 'string') continue;
    (await drawn(widget, '[role=option]'))?.click();
    await widget.updateComplete;
  }
}

/** Something in a widget, as soon as it is drawn; for eyes that see none it is given up. */
async function drawn(widget: KithElement, selector: string): Promise<HTMLElement | undefined> {
  for (let frames = 0; frames < 300; frames++) {
    const found = widget.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  return undefined;
}

function storeFor(source: Scene['source'], viewer: string | undefined): Store | undefined {
  if (!source) return undefined;
  if (source === 'waits' || source instanceof ProviderError) return storeThat(source);
  if ('cutOff' in source) return storeThatWasCutOff(source.cutOff, viewer);
  if ('protocol' in source) return createStore(source.provider, { viewer: viewer ?? '', now: () => source.now() });
  return storeOf(source, viewer);
}

const chosenIn = (context: { globals: Record<string, unknown> }) => context.globals as unknown as Chosen;

/** The first thing to see: the widget as it mostly is, in an article's width; any other state by choice. */
export function hero(widget: Widget): Story {
  const { tag, states } = widget;
  const fixed = (name: string) => attributesOf(tag).find((attribute) => attribute.name === name)?.type?.text ?? '';
  const choices = (name: string) => [...fixed(name).matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
  return {
    args: { state: '', layout: '', theme: '' },
    argTypes: {
      state: {
        control: 'select',
        options: ['', ...Object.keys(states)],
        description: 'One of the states it may be in.',
      },
      layout: { control: 'inline-radio', options: ['', ...choices('layout')] },
      theme: { control: 'inline-radio', options: ['', ...choices('theme')] },
    },
    parameters: { width: 760 },
    render: ({ state = '', layout = '', theme = '' }, context) => {
      const scene = states[state] ?? widget.hero;
      const attributes = { ...scene.attributes, ...(layout && { layout }), ...(theme && { theme }) };
      return html`${show(tag, { ...scene, attributes }, chosenIn(context))}`;
    },
  };
}

/** Every state on one contact sheet. */
export function allStates({ tag, states, cell }: Widget): Story {
  return {
    render: (_, context) =>
      html`<div class="studio sheet" style=${cell ? `--cell: ${cell}` : ''}>
        ${Object.entries(states).map(
          ([name, scene]) =>
            html`<figure
              class=${scene.wide ? 'wide' : ''}
              data-state=${name}
              data-waits=${scene.source === 'waits' || nothing}
            >
              <div>${show(tag, scene, chosenIn(context))}</div>
              <figcaption>${name}</figcaption>
            </figure>`,
        )}
      </div>`,
  };
}

/** The same thing on eight kinds of page. */
export function atHome({ tag, hero, home = hero }: Widget): Story {
  const attributes = Object.entries(home.attributes ?? {}).map(([name, value]) => ` ${name}="${value}"`);
  const written = `<${tag}${attributes.join('')}>${home.content ?? ''}</${tag}>`;
  return {
    render: (_, context) =>
      html`<div class="studio homes">
        ${hosts.map((host) => frame(host, written, home.source as CommunityDocument, chosenIn(context), home.viewer))}
      </div>`,
  };
}

/** Nobody, one, many; other scripts; twice the size. */
export function stressed({ tag, hero, crowd, stress = {} }: Widget): Story {
  const scenes: [name: string, scene: Scene, look?: string][] = [
    ...[0, 1, 12, 500, 3000].map((count): [string, Scene] => [people(count), crowd(count)]),
    ...Object.entries(stress),
    ['200 %', hero, 'twice'],
  ];
  return {
    render: (_, context) =>
      html`<div class="studio stress">
        ${scenes.map(
          ([name, scene, look = '']) =>
            html`<div data-state=${name}>
              <p class="caption">${name}</p>
              <div class=${look}>${show(tag, scene, chosenIn(context))}</div>
            </div>`,
        )}
      </div>`,
  };
}

const people = (count: number) =>
  count === 0 ? 'Nobody' : count === 1 ? 'One person' : `${count.toLocaleString('en-GB')} people`;

/** Press a part to outline it; its rule and its tokens to copy. */
export function anatomy({ tag, hero }: Widget): Story {
  const { cssParts = [], cssProperties = [] } = declared(tag);
  return {
    render: (_, context) => {
      const body = show(tag, hero, chosenIn(context));
      const marks = document.createElement('div');
      marks.className = 'marks';
      marks.ariaHidden = 'true';
      const onPart = ({ currentTarget }: Event) => {
        const button = currentTarget as HTMLButtonElement;
        button.ariaPressed = String(button.ariaPressed !== 'true');
        mark();
      };
      const mark = () => {
        const pressed = [...(marks.closest('.anatomy')?.querySelectorAll('[aria-pressed=true]') ?? [])];
        const origin = marks.getBoundingClientRect();
        marks.replaceChildren(
          ...pressed.flatMap((button) => {
            const name = button.textContent.trim();
            return [...(body.shadowRoot?.querySelectorAll(`[part~="${name}"]`) ?? [])].map((part) => {
              const { left, top, width, height } = part.getBoundingClientRect();
              const box = Object.assign(document.createElement('div'), { className: 'mark' });
              box.append(Object.assign(document.createElement('b'), { textContent: name }));
              Object.assign(box.style, {
                insetInlineStart: 'auto',
                left: `${left - origin.left}px`,
                top: `${top - origin.top}px`,
                width: `${width}px`,
                height: `${height}px`,
              });
              return box;
            });
          }),
        );
      };
      new ResizeObserver(() => requestAnimationFrame(mark)).observe(body);
      return html`<div class="studio anatomy">
        <div class="body">${body}${marks}</div>
        <div class="parts">
          <h2>Parts</h2>
          <ul class="parts">
            ${cssParts.map(
              ({ name, description = '' }) =>
                html`<li>
                  <button aria-pressed="false" @click=${onPart}>${name}</button>
                  <p class="small">${description}</p>
                  ${copyable(`${tag}::part(${name}) { }`)}
                </li>`,
            )}
          </ul>
          <h2>Tokens</h2>
          <ul class="parts">
            ${cssProperties.map(
              ({ name, description = '' }) =>
                html`<li>
                  ${copyable(`${tag} { ${name}: ; }`)}
                  <p class="small">${description}</p>
                </li>`,
            )}
          </ul>
        </div>
      </div>`;
    },
  };
}

/** Code, and a button that copies it. */
export function copyable(code: string): TemplateResult {
  const onCopy = async ({ currentTarget }: Event) => {
    const button = currentTarget as HTMLButtonElement;
    await navigator.clipboard.writeText(code);
    button.textContent = 'Copied';
  };
  return html`<div class="rule">
    <code>${code}</code> <button aria-label=${`Copy ${code}`} @click=${onCopy}>Copy</button>
  </div>`;
}

/** Every sentence of a widget in every language, and how much room it takes. */
export function wordsOf({ words }: Widget): Story {
  return { loaders: [async () => ({ table: await wordsTable(words) })], render: (_, { loaded }) => loaded['table'] };
}

interface Declared {
  tagName?: string;
  attributes?: { name: string; type?: { text: string } }[];
  cssParts?: { name: string; description?: string }[];
  cssProperties?: { name: string; description?: string }[];
}

function declared(tag: string): Declared {
  const all = manifest.modules.flatMap((module) => module.declarations as Declared[]);
  return all.find(({ tagName }) => tagName === tag) ?? {};
}

const attributesOf = (tag: string) => declared(tag).attributes ?? [];
