import type { CommunityDocument } from '@kith/core';
import { attributesOf } from './attributes.js';
import { tagOf } from './html.js';
import { knownOf, publicOf, sourceOf, type Attributes } from './source.js';
import type { Form, Wanted } from './wanted.js';

const frameworks = ['react', 'vue', 'svelte', 'angular', 'solid', 'astro'] as const;
type Framework = (typeof frameworks)[number];

/** Whether a form is a component's text. */
export function isFramework(form: Form): form is Framework {
  return (frameworks as readonly Form[]).includes(form);
}

/** What a component is made of. */
interface Parts {
  /** Its name, as JavaScript writes those: `RecognitionWall`. */
  name: string;
  tag: string;
  attributes: Attributes;
  /** What stands before it: the imports, and the store that its tag is given, if it is. */
  code: string;
  isGivenStore: boolean;
}

/** A component of a framework: one file of its own. It needs `@kith/elements`, `@kith/core` and `@kith/providers`. */
export async function componentOf(wanted: Wanted, framework: Framework): Promise<string> {
  if (framework === 'astro') return astro(wanted);
  return texts[framework](await partsOf(wanted));
}

const texts: Readonly<Record<Exclude<Framework, 'astro'>, (parts: Parts) => string>> = {
  react: ({ name, tag, code, isGivenStore, attributes }) => `${code}

export function ${name}() {
  return <${tag}${html(attributes)}${isGivenStore ? ' store={store}' : ''} />;
}
`,
  solid: ({ name, tag, code, isGivenStore, attributes }) => `${code}

export function ${name}() {
  return <${tag}${html(attributes)}${isGivenStore ? ' prop:store={store}' : ''} />;
}
`,
  // Vue asks its compiler which tags are not its own; without an answer it says so while one develops, and goes on.
  vue: ({ tag, code, isGivenStore, attributes }) => `<script setup>
${code}
</script>

<template>
  <${tag}${html(attributes)}${isGivenStore ? ' :store.prop="store"' : ''}></${tag}>
</template>
`,
  svelte: ({ tag, code, isGivenStore, attributes }) => `<script>
${code.replace(/^(?=.)/gm, '  ')}
</script>

<${tag}${html(attributes)}${isGivenStore ? ' {store}' : ''}></${tag}>
`,
  angular: ({
    name,
    tag,
    code,
    isGivenStore,
    attributes,
  }) => `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
${code}

@Component({
  selector: 'app-${tag.replace('kith-', '')}',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: ${literal(`<${tag}${html(attributes)}${isGivenStore ? ' [store]="store"' : ''}></${tag}>`)},
})
export class ${name} {${isGivenStore ? '\n  protected readonly store = store;\n' : ''}}
`,
};

/** Astro's pages are HTML before they are anything else: what stands in the tag is read as data. */
async function astro(wanted: Wanted): Promise<string> {
  const { text } = await tagOf(wanted, 'tag');
  const isWithin = text.startsWith('<kith-community');
  const defined = [...(isWithin ? ['community'] : []), wanted.widget];
  // A brace begins JavaScript, but not in a script that is left as it is.
  const escaped = text
    .split(/(<script type="application\/json">.*?<\/script>)/s)
    .map((piece) =>
      piece.startsWith('<script')
        ? piece.replace('<script', '<script is:inline')
        : piece.replace(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`),
    );
  return `${escaped.join('')}

<script>
${defined.map((name) => `  import '@kith/elements/define/${name}';`).join('\n')}
</script>
`;
}

async function partsOf(wanted: Wanted): Promise<Parts> {
  const { widget, part } = wanted;
  const known = knownOf(wanted);
  const source = await sourceOf(wanted, false);
  const to = typeof part === 'object' && 'mail' in part ? part.mail : undefined;
  const isGivenStore = Boolean(source.community ?? source.tag['provider'] === 'html');
  const provider = to === undefined ? 'json' : 'mail';
  const isAt = source.community?.['src'];
  const document = isAt ? undefined : known && (await publicOf(known));
  const from = isAt ? `{ url: ${literal(isAt)} }` : '{ document: people }';
  const made = to === undefined ? `json(${from})` : `mail(${from}, { to: ${literal(to)} })`;
  const defined = `import '@kith/elements/define/${widget}';`;
  return {
    name: widget.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    tag: `kith-${widget}`,
    attributes: { ...(isGivenStore ? {} : source.tag), ...attributesOf(wanted) },
    isGivenStore,
    code: isGivenStore
      ? `import { createStore } from '@kith/core';
${defined}
import { ${provider} } from '@kith/providers/${provider}';

${document ? `const people = ${written(document)};\n` : ''}const store = createStore(${made});`
      : defined,
  };
}

/** A document as JavaScript writes it. */
function written(document: CommunityDocument): string {
  return safe(JSON.stringify(document, undefined, 2));
}

/** A string as JavaScript writes it. */
function literal(text: string): string {
  const single = `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
  return safe(single);
}

/** JavaScript that can stand in a script of HTML: nothing in it ends that. */
function safe(code: string): string {
  return code.replace(/<(?=\/?script|!--)/gi, '\\u003c');
}

/** Attributes in a template: a brace there would begin an expression. */
function html(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ` ${name}`))
    .join('');
}

function escaped(value: string): string {
  return value.replace(/[&"'<>{}\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
