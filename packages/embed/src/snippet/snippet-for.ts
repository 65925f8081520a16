import { componentOf, isFramework } from './components.js';
import { frameOf, pictureOf } from './hosted.js';
import { htmlOf } from './html.js';
import { writesJson } from './source.js';
import type { Form, Published, Snippet, Wanted } from './wanted.js';
import { bytesOf } from './weight.js';

/**
 * The text somebody pastes, in one of its forms. It asks the network for nothing: what stands in the page without
 * JavaScript comes from `wanted.people` alone. In HTML no line is empty, since editors make paragraphs of those. Rejects
 * with `ProviderError('invalid')` where what is wanted cannot be written in that form, and says what is missing.
 */
export async function snippetFor(wanted: Wanted, form: Form, published: Published): Promise<Snippet> {
  const { said: first, ...written } = toWrite(wanted, form);
  const [text, bytes] = [await textOf(written.wanted, form, published), bytesOf(written.wanted, form, published)];
  // A script of the site's own knows of no other site's people, and of nobody to write to, until its line names them.
  const line = form === 'div' ? /^<script [^>]* data-sources=.*$/m.exec(text)?.[0] : undefined;
  const said = first ?? (line && sayings.handOn(line));
  return { text, bytes, ...(said !== undefined && { said }) };
}

/** What is written of what is wanted, and what there is to be said of it. */
function toWrite(wanted: Wanted, form: Form): { wanted: Wanted; said?: string } {
  if (!writesJson(wanted, form)) return { wanted };
  // Where a script is taken out of a page, what stood in it stays, for all to see.
  if (form === 'div') return { wanted: { ...wanted, part: 'show' }, said: sayings.readOnly };
  return { wanted, said: sayings.scripts };
}

const sayings = {
  readOnly:
    'Visitors only read here: to write to you they need a script, which places that need this form take out. With your people at an address of their own, they can write.',
  handOn: (line: string) =>
    `Where scripts are taken out, an administrator adds one line to the whole site, once: it names where your people are, or whom visitors write to. Without it visitors only read what stands here. ${line}`,
  scripts:
    'This is for places that leave scripts as they are: elsewhere everybody sees the raw text of your people’s document.',
};

async function textOf(wanted: Wanted, form: Form, published: Published): Promise<string> {
  if (isFramework(form)) return componentOf(wanted, form);
  const html =
    form === 'frame' ? frameOf(wanted) : form === 'picture' ? pictureOf(wanted) : htmlOf(wanted, form, published);
  // A paragraph's end within somebody's words stays one, but not for an editor that makes paragraphs of empty lines.
  return (await html).trim().replace(/\n(?=\s*\n)/g, '&#10;');
}
