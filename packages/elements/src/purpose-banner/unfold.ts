import type { PurposeSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { LateController } from '../late-controller.js';
import type { BannerDetail, Unfolded } from './detail.js';

/** Words that unfold something, which is drawn by code that comes then. */
export function unfold(
  late: LateController<BannerDetail>,
  part: string,
  what: Unfolded,
  called: string,
  aside?: string | false,
): TemplateResult {
  return html`<details class="more" @toggle=${() => late.do(() => undefined)}>
    <summary part=${part}><span class="quiet">${called}</span> <span class="aside">${aside || nothing}</span></summary>
    <div part=${what}>${late.here?.draw(what)}</div>
  </details>`;
}

/** What unfolds under a banner: why people are here, and what was decided; each if there is any. */
export function more(said: Partial<PurposeSaid>, words: Words<'banner'>, late: LateController<BannerDetail>) {
  const { lines, hasNext, decisions } = said;
  return [
    lines ? unfold(late, 'why', 'lines', words.whyWeAreHere(lines), hasNext && words.hasNext) : nothing,
    decisions ? unfold(late, 'decided', 'decisions', words.decided) : nothing,
  ];
}
