import type { CommunityDocument } from '@kith/core';
import { html, type TemplateResult } from 'lit';
import { sheetFor, type Host } from './config/hosts.js';
import { directionOf, viewerOf, type Chosen } from './config/toolbar.js';

const addresses = new WeakMap<CommunityDocument, string>();

/** Where a page can fetch this document. */
function addressOf(source: CommunityDocument): string {
  let address = addresses.get(source);
  if (!address) {
    address = URL.createObjectURL(new Blob([JSON.stringify(source)], { type: 'application/json' }));
    addresses.set(source, address);
  }
  return address;
}

/**
 * A page of its own, since a document has but one type and one set of colors: a host's style sheet, kith.js as it is
 * published, and a tag.
 */
export function frame(
  host: Host,
  tag: string,
  source: CommunityDocument,
  chosen: Chosen,
  meant?: string,
): TemplateResult {
  const viewer = viewerOf(chosen, meant);
  const written = `<!doctype html>
    <html lang="${chosen.language}" dir="${directionOf(chosen)}">
      <head>
        <meta charset="utf-8">
        <title>${host.name}</title>
        <link rel="stylesheet" href="./kith/kith.css">
        <style>${sheetFor(host.id, chosen.light)}
          html, body { overflow: clip }
          .masthead nav { padding-block-end: 1.2rem }
          main { padding-block-end: 2.5rem }
          main > * { margin-block: 0 !important }
        </style>
        <script type="module" src="./kith/kith.js"></script>
      </head>
      <body>
        <kith-community src="${addressOf(source)}" provider="json"${viewer ? ` viewer="${viewer}"` : ''}></kith-community>
        <div class="page">
          <header class="masthead"><nav aria-label="Site"><a class="name" href="#">${escaped(host.name)}</a></nav></header>
          <main>${tag}</main>
        </div>
      </body>
    </html>`;
  return html`<figure class="home">
    <iframe title=${host.title} .srcdoc=${written} @load=${fit}></iframe>
    <figcaption>${host.title}</figcaption>
  </figure>`;
}

const escaped = (text: string) => text.replace('&', '&amp;');

/** As high as what is in it, which must be drawn for that even while it is out of sight. */
function fit({ target }: Event): void {
  const place = target as HTMLIFrameElement;
  const body = place.contentDocument?.body;
  const view = place.contentWindow as (Window & typeof globalThis) | null;
  if (!body || !view) return;
  const whole = new view.CSSStyleSheet();
  whole.replaceSync('.chunk { content-visibility: visible }');
  for (const { shadowRoot } of body.querySelectorAll('*')) shadowRoot?.adoptedStyleSheets.push(whole);
  const measure = () => (place.style.blockSize = `${Math.ceil(body.getBoundingClientRect().bottom)}px`);
  new ResizeObserver(() => requestAnimationFrame(measure)).observe(body);
  measure();
}
