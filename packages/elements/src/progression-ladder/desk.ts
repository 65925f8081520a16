import {
  speech,
  type Answer,
  type ClimberSaid,
  type Ladder,
  type Language,
  type Progress,
  type Store,
} from '@kith/core';
import { ladderActs, meeting } from '@kith/core/strings/en';
import { html } from 'lit';
import type { Drafts } from '../acts/index.js';
import type { Say } from '../emit.js';

export const spoken = speech({ ladderActs, meeting });

/** What is being asked in place, as far as it is answered. */
export type Draft =
  | { kind: 'record'; measure?: string; value?: string; at?: string | undefined }
  | { kind: 'ready'; to?: string; text?: string | undefined };

/** What is on the desk of whoever is asked in place, and where the answers go. */
export interface Desk {
  ladder: Ladder;
  row: Progress | undefined;
  climber: ClimberSaid;
  introductions: Answer<{ kind: 'introductions' }>['introductions'];
  language: Language<unknown>;
  store: Store;
  drafts: Drafts<Draft>;
  say: Say;
  /** Something was written up; with the best that was, where this one was not better. */
  onWritten(stays: number | undefined): void;
}

/** A choice among few. */
export function choice(
  among: readonly (readonly [id: string, name: string])[],
  chosen: string,
  onChoose: (id: string) => void,
) {
  return html`<select @change=${(event: Event) => onChoose(read(event))}>
    ${among.map(([id, name]) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`)}
  </select>`;
}

export const read = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
