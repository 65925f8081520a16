import { written, type Words, type Written } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';

/** What can be written on a wall of these letters; undefined where nothing can. */
export function writtenOn(occasion = 'thanks'): Written | undefined {
  return written.find((each) => each === occasion);
}

/** The way into the composer; where that did not arrive, it says so. */
export function wayIn(
  occasion: Written,
  words: Words<'wall'>,
  isMissing: boolean,
  onWrite: () => void,
): TemplateResult {
  const isThanks = occasion === 'thanks';
  return html`<slot name="action">
    <p class="acts written">
      ${isThanks ? html`<span>${words.whoHelped}</span>` : nothing}
      <button id="composer/write" part="write" class="main" @click=${onWrite}>
        ${isThanks ? words.writeToThem : words.writeOne}
      </button>
      ${isMissing ? html`<span class="aside">${words.failed}</span>` : nothing}
    </p>
  </slot>`;
}
