import { html, nothing, type TemplateResult } from 'lit';
import { inLanguage } from '../acts/index.js';
import { spoken, type Desk, type Draft } from './desk.js';
import { askedOf, askReady } from './ready.js';
import { askRecord } from './record.js';

/** What stands beside the buttons: what is asked, or how it went; and how it stands with what was asked before. */
export function besides(draft: Draft | undefined, desk: Desk): { beside: unknown; asked: TemplateResult | undefined } {
  return { beside: besideOf(draft, desk), asked: askedOf(desk) };
}

function besideOf(draft: Draft | undefined, desk: Desk) {
  if (draft?.kind === 'record') return askRecord(draft, desk);
  if (draft?.kind === 'ready') return askReady(draft, desk);
  const { ladder, language, store } = desk;
  const isRefused = store.$wishes
    .get()
    .some(({ intent, refusal }) => refusal && intent.name === 'record' && intent.detail.ladder === ladder.id);
  if (!draft || isRefused) return nothing;
  const words = inLanguage(spoken, language);
  return html`<p class="aside">${draft.stays === undefined ? words.onTheBoard : words.bestStays(draft.stays)}</p>`;
}
