/** Makes a tag of what stands for it. Loaded only where there is such a thing. */
import { refusalOf, type StandInRefusal } from '@kith/elements';

const left = new WeakSet<Element>();

/** Puts the tag in the place of an element with `data-kith`, with all it has and holds; where it may not, says why once. */
export function become(it: HTMLElement): void {
  const name = `kith-${it.dataset['kith']
    ?.trim()
    .toLowerCase()
    .replace(/^kith-/, '')}`;
  // What somebody writes in a page is kept as they write it; and it may have gone, or become the tag, since it was found.
  if (!it.isConnected || it.isContentEditable || it.localName === name) return;
  // The first of any two versions has the tags, so it is asked what they know.
  const { observedAttributes } = (customElements.get(name) ?? {}) as { observedAttributes?: string[] };
  if (!observedAttributes) return leave(it, `there is no ${name}`);
  const tag = document.createElement(name);
  for (const attribute of [...it.attributes]) {
    const own = attribute.name.replace(/^data-/, '');
    if (observedAttributes.includes(own)) tag.setAttribute(own, attribute.value);
    // A script in an attribute is not Kith's to write, and where Trusted Types are asked for cannot be.
    else if (!/^(data-kith$|on)/.test(attribute.name)) tag.setAttributeNode(attribute.cloneNode() as Attr);
  }
  const [src, to] = [tag.getAttribute('src'), tag.getAttribute('to')];
  const refusal = refusalOf(it, src, to);
  if (refusal) return leave(it, sayings[refusal](src ?? '', to ?? ''));
  tag.dataset['kithWas'] = it.localName;
  tag.append(...it.childNodes);
  it.replaceWith(tag);
}

const sayings: Readonly<Record<StandInRefusal, (src: string, to: string) => string>> = {
  visitors: () => 'it stands in what visitors write',
  receiver: (_, to) =>
    `letters would go to ${to}, and no data-sources="…" of Kith's script names that (mailto:somebody@site.example)`,
  source: (src) => `${src} is another site's, and no data-sources="…" of Kith's script names it`,
};

function leave(it: HTMLElement, why: string): void {
  if (left.has(it)) return;
  left.add(it);
  console.warn(`${(it.cloneNode() as Element).outerHTML}: ${why}, so it stays as it is.`);
}
