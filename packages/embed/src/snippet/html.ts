import { markup, Markup, safeUrl } from '@kith/core';
import { json } from '@kith/providers/json';
import { staticHtml, staticLead } from '../static/static-html.js';
import { attributesOf } from './attributes.js';
import { pageOnServer } from './hosted.js';
import { isOnServer, knownOf, publicOf, sourceOf, type Attributes } from './source.js';
import type { Form, Published, Wanted } from './wanted.js';

/** The forms that are HTML, to stand in a page as they are. */
type HtmlForm = Extract<Form, 'tag' | 'inline' | 'div' | 'static'>;

/** All letters and all people there are: what is not drawn of a source is not there to be asked for. */
const everybody = { 'page-size': '10000', limit: '10000' };

/** The text of a snippet that is HTML. */
export async function htmlOf(wanted: Wanted, form: HtmlForm, published: Published): Promise<string> {
  // Nobody can ask it for more, but whoever wants few gets few.
  if (form === 'static')
    return (await contentOf({ ...wanted, attributes: { ...everybody, ...wanted.attributes } })).text;
  const sources = form === 'div' ? await namedFor(wanted) : undefined;
  return markup`${codeOf(published, sources)}\n${await tagOf(wanted, form)}`.text;
}

/** The tag, with what stands in it, in the community it needs. */
export async function tagOf(wanted: Wanted, form: Exclude<HtmlForm, 'static'>): Promise<Markup> {
  const { community, tag, inline } = await sourceOf(wanted, form === 'inline');
  const document = inline && markup`<script type="application/json">${asJson(inline)}</script>\n`;
  const isSource = tag['provider'] === 'html';
  const content = await contentOf(
    isSource ? { ...wanted, attributes: { ...wanted.attributes, ...everybody } } : wanted,
  );
  const inside = community ? content : markup`${document}${content}`;
  const widget = element(form, wanted.widget, { ...tag, ...attributesOf(wanted) }, inside);
  return community ? element(form, 'community', community, markup`${document}${widget}`) : widget;
}

/** What is read without JavaScript: of an address that nobody has looked at yet, the way there. */
async function contentOf(wanted: Wanted): Promise<Markup> {
  const { widget, attributes, locale, people, part } = wanted;
  const known = knownOf(wanted);
  if (known) return staticHtml(json({ document: await publicOf(known) }), { widget, attributes, locale });
  const src = isOnServer(part) ? part.server : 'src' in people ? people.src : '';
  // What a server keeps is also a page, which can be read as it is.
  const href = safeUrl((isOnServer(part) && pageOnServer(wanted, part)) || src);
  return staticLead(widget, locale, URL.canParse(src) ? new URL(src).host || src : src, href);
}

/**
 * What the script has to name for a `<div>`, since no visitor can write a script: where it finds its people, if another
 * site may be meant, and whom one would write to.
 */
async function namedFor(wanted: Wanted): Promise<string | undefined> {
  const { community, tag } = await sourceOf(wanted, false);
  const { src = '', to = '' } = community ?? tag;
  const { origin, pathname } = URL.canParse(src) ? new URL(src) : { origin: '', pathname: '' };
  const receivers = to.split(',').map((each) => each.trim() && `mailto:${each.trim()}`);
  return [origin && origin + pathname, ...receivers].filter(Boolean).join(' ') || undefined;
}

/** The kit: where its address names a version it never changes, and the page can say what it is. */
function codeOf({ base, version, files }: Published, sources?: string): Markup {
  const isPinned = base.endsWith(`/${version}/`);
  const sealed = (name: string) => {
    const { integrity } = (isPinned && files[name]) || {};
    return integrity && markup` integrity="${integrity}" crossorigin`;
  };
  return markup`<link rel="stylesheet" href="${base}kith.css"${sealed('kith.css')}>
<script type="module" src="${base}kith.js"${sealed('kith.js')}${sources && markup` data-sources="${sources}"`}></script>`;
}

function element(form: HtmlForm, name: string, attributes: Attributes, inside: Markup): Markup {
  const isDiv = form === 'div';
  const tag = new Markup(isDiv ? 'div' : `kith-${name}`);
  const written = Object.entries({ ...(isDiv && { 'data-kith': name }), ...attributes }).map(([attribute, value]) => {
    const isOwn = isDiv && !/^(data-kith|lang|dir)$/.test(attribute);
    return markup` ${isOwn ? `data-${attribute}` : attribute}${value && markup`="${value}"`}`;
  });
  return markup`<${tag}${written}>\n${inside}\n</${tag}>`;
}

/** A value as the JSON of a script: nothing in it ends the script, or begins a comment. */
function asJson(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replace(/</g, '\\u003c'));
}
