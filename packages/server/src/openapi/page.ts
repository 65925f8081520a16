import { markup, type Markup } from '@kith/core';
import { sheet } from '../markup.js';

const look = sheet(
  [
    ':root{color-scheme:light dark;--line:light-dark(#d6d6d6,#3a3d45);--quiet:light-dark(#555,#b4b6bb)}',
    'body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:46rem;font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere;background:light-dark(#fff,#16181d);color:light-dark(#1b1b1b,#ececec)}',
    'a{color:inherit}h1{font-size:2rem;line-height:1.2}h2{margin:2.5rem 0 .5rem;font-size:1.25rem}h3{margin:0;font-size:1rem;font-weight:600}',
    'section>article{border-top:1px solid var(--line);padding:1rem 0}p{margin:.35rem 0}ul{margin:.35rem 0;padding-left:1.2rem}',
    'code{font:.9em/1.4 ui-monospace,monospace}.quiet{color:var(--quiet)}summary{cursor:pointer;padding:.2rem 0}',
    'pre{overflow:auto;max-height:30rem;margin:.5rem 0;padding:.75rem;border:1px solid var(--line);border-radius:.4rem;font-size:.85rem}',
  ].join(''),
);

/** What the page may do: show itself. */
export const pagePolicy = `default-src 'none'; style-src ${look.source}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

interface Described {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, DescribedOperation>>;
  components: {
    schemas: Record<string, object>;
    securitySchemes: Record<string, { scheme: string; description: string }>;
  };
}
interface DescribedOperation {
  operationId: string;
  summary: string;
  description?: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string; required?: boolean; schema: { type?: string; description?: string } }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description?: string; $ref?: string; content?: Record<string, { schema: object }> }>;
}

/** A description as a page to be read. */
export function pageOf(described: object): string {
  const { info, paths, components } = described as Described;
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  const withBreaks = (name: string) => name.split('/').flatMap((part, i) => (i ? [markup`/<wbr>`, part] : [part]));
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: what this server answers to</title>
${look.element}
</head>
<body>
<header>
<h1>What this server answers to</h1>
${info.description.split('\n').map((line) => markup`<p>${withCode(line)}</p>`)}
<p class="quiet">Version ${info.version}. For programs: <a href="/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
</header>
<main>
<section aria-labelledby="who">
<h2 id="who">Who asks</h2>
<ul>${Object.values(components.securitySchemes).map(
    ({ scheme, description }) => markup`<li><code>Authorization: ${scheme} …</code> ${withCode(description)}</li>`,
  )}</ul>
</section>
<section aria-labelledby="asked">
<h2 id="asked">What can be asked</h2>
${all.map(({ name, operation }) => articleOf(withBreaks(name), operation))}
</section>
<section aria-labelledby="said">
<h2 id="said">What is said</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) =>
    markup`<details id="${name}"><summary><code>${name}</code></summary><pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre></details>\n`,
)}
</section>
</main>
</body>
</html>
`.text;
}

function articleOf(name: readonly (Markup | string)[], operation: DescribedOperation): Markup {
  const { operationId, summary, description, security, parameters, requestBody, responses } = operation;
  const said = parameters.filter((each) => each.in !== 'path');
  return markup`<article id="${operationId}">
<h3><code>${name}</code></h3>
<p>${summary}.${description === undefined ? '' : markup` ${withCode(description)}`}</p>
<p class="quiet">${whoOf(security)}</p>
${said.length ? markup`<ul>${said.map(parameterOf)}</ul>` : ''}
${requestBody ? markup`<p>Sent: ${bodiesOf(requestBody.content)}</p>` : ''}
<p>Answered: ${bodiesOf(responses[200]?.content ?? {})}</p>
<p class="quiet">Else: ${Object.keys(responses)
    .filter((status) => status !== '200')
    .join(', ')}</p>
</article>
`;
}

function parameterOf({ name, in: place, required, schema }: DescribedOperation['parameters'][number]): Markup {
  const words = [place === 'header' && 'header', schema.type, required && 'needed', schema.description];
  return markup`<li><code>${name}</code> <span class="quiet">${words.filter(Boolean).join(', ')}</span></li>`;
}

function whoOf(security: Record<string, unknown>[]): string {
  const ways = security.map((way) => Object.keys(way)[0]);
  if (ways.length === 1) return ways[0] ? 'With a token.' : 'For everyone.';
  return ways.includes(undefined)
    ? 'For everyone; with a token or as a device what is theirs.'
    : 'With a token or as a device.';
}

function bodiesOf(content: Record<string, { schema: object }>): Markup[] {
  return Object.entries(content).map(
    ([type, { schema }], i) => markup`${i ? ', or ' : ''}${bodyOf(schema)} <span class="quiet">as ${type}</span>`,
  );
}

function bodyOf(schema: { $ref?: string; properties?: Record<string, object> } & object): Markup {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return markup`<a href="#${name}"><code>${name}</code></a>`;
  const keys = Object.keys(schema.properties ?? {});
  return keys.length ? markup`<code>{ ${keys.join(', ')} }</code>` : markup`text`;
}

/** Words in which what is code stands between backticks. */
function withCode(text: string): (Markup | string)[] {
  return text.split('`').map((part, i) => (i % 2 ? markup`<code>${part}</code>` : part));
}
