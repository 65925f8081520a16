/**
 * What TypeScript knows of the tags where JSX or a template writes them: `dist/react.d.ts`, `solid.d.ts` and `vue.d.ts` of
 * packages/elements, from custom-elements.json. They only say what there is: nothing of them runs.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const head = '// Written by the build from custom-elements.json.\n';

/** The file all three begin from: each tag's attributes, properties and events. */
function tags({ modules }) {
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
  const each = (of) => elements.map((element) => `  '${element.tagName}': ${of(element)};`).join('\n');
  return `${head}import type { Provider, Store } from '@kith/core';
import type { OutcomeEvents, WishEvents } from './events.js';
import type { ${elements.map(({ name }) => name).join(', ')} } from './index.js';

export type Events = WishEvents & OutcomeEvents;

/** Each tag's element. */
export interface Elements {
${each(({ name }) => name)}
}

/** What each tag takes as attributes, by their names in HTML. */
export interface Attributes {
${each(({ attributes = [] }) => record(attributes.map((it) => [it.name, inHtml(it.type.text), it.description])))}
}

/** What each tag takes as properties, objects among them. */
export interface Properties {
${each(({ members }) => record(members.filter(isSet).map((it) => [it.name, it.type.text, it.description])))}
}

/** The events that leave each tag. */
export interface EventNames {
${each(({ events }) => events?.map(({ name }) => `'${name}'`).join(' | ') ?? 'keyof Events')}
}
`;
}

const isSet = ({ kind, readonly, static: isStatic, type }) => kind === 'field' && type && !readonly && !isStatic;

const record = (rows) =>
  `{\n${rows
    .map(([name, type, about]) => `${about ? `    /** ${about} */\n` : ''}    '${name}'?: ${type} | undefined;`)
    .join('\n')}\n  }`;

/** What an attribute may be written as: numbers are words too, and what is there is on. */
const inHtml = (type) => (type === 'number' ? 'number | `${number}`' : type === 'boolean' ? "boolean | ''" : type);

const react = `${head}import type { HTMLAttributes, RefAttributes } from 'react';
import type { Attributes, Elements, EventNames, Events, Properties } from './tags.js';

type Own<T extends keyof Elements> = Attributes[T] & Omit<Properties[T], keyof Attributes[T]>;
type Tag<T extends keyof Elements> = Omit<HTMLAttributes<Elements[T]>, keyof Own<T>> &
  RefAttributes<Elements[T]> &
  Own<T> & { class?: string | undefined } & { [E in EventNames[T] as \`on\${E}\`]?: (event: Events[E]) => void };
type Tags = { [T in keyof Elements]: Tag<T> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;

const solid = `${head}import type { JSX } from 'solid-js';
import type { Attributes, Elements, EventNames, Events, Properties } from './tags.js';

type Tag<T extends keyof Elements> = Omit<JSX.HTMLAttributes<Elements[T]>, keyof Attributes[T]> &
  Attributes[T] & { [P in keyof Properties[T] & string as \`prop:\${P}\`]?: Properties[T][P] } & {
    [E in EventNames[T] as \`on:\${E}\`]?: (event: Events[E]) => void;
  };
type Tags = { [T in keyof Elements]: Tag<T> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;

const vue = `${head}import type { HTMLAttributes } from 'vue';
import type { Attributes, Elements, EventNames, Events, Properties } from './tags.js';

type Own<T extends keyof Elements> = Attributes[T] & Omit<Properties[T], keyof Attributes[T]>;
type Tag<T extends keyof Elements> = new () => {
  $props: Omit<HTMLAttributes, keyof Own<T>> &
    Own<T> & { [E in EventNames[T] as \`on\${Capitalize<E>}\`]?: (event: Events[E]) => void };
};
type Tags = { [T in keyof Elements]: Tag<T> };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
`;

/** Writes them into the built package. */
export function writeTypings(folder = 'packages/elements') {
  const manifest = JSON.parse(readFileSync(`${folder}/custom-elements.json`, 'utf8'));
  const files = { tags: tags(manifest), react, solid, vue };
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/dist/${name}.d.ts`, text);
}
