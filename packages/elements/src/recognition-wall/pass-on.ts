import type { Recognition } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { announce, inLanguage } from '../acts/index.js';
import { draw } from '../parts.js';
import { hashOf } from './letter-hash.js';
import type { Active } from './letter.js';
import { spoken } from './spoken.js';

/** The ways to pass on the link of a letter: copied, or by whatever the reader's own system has for it. */
export function passOn({ id }: Recognition, { acting: { desk }, language }: Active): TemplateResult {
  const words = inLanguage(spoken, language);
  const url = addressOf(id);
  const onCopy = async () => {
    // There is none in a page without a certificate, and a page may forbid it.
    const isCopied = await Promise.resolve(navigator.clipboard as Clipboard | undefined)
      .then((clipboard) => clipboard?.writeText(url).then(() => true))
      .catch(() => false);
    if (isCopied) announce(words.linkCopied);
    desk.show({ place: 'wall', id, link: isCopied ? 'copied' : 'by hand' });
  };
  // Whoever closes the sheet has changed their mind.
  const onShare = () => void navigator.share({ url }).catch(() => undefined);
  return html`<button part="copy" class="quiet" @click=${onCopy}>${words.copyLink}</button> ${
      'share' in navigator
        ? html`<button part="share" class="quiet" @click=${onShare}>${words.passOn}</button>`
        : nothing
    }`;
}

/** What became of it. */
export function linkOf({ id }: Recognition, { acting: { desk }, language }: Active): unknown {
  const words = inLanguage(spoken, language);
  const { link } = desk.open ?? {};
  if (!link) return nothing;
  const href = addressOf(id);
  return html`<p class="aside">
    ${link === 'copied' ? words.linkCopied : draw(words.hereIsLink({ link: href, href }))}
  </p>`;
}

function addressOf(id: string): string {
  return new URL(hashOf(id), location.href).href;
}
