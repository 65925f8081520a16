import { lintLadder, lintPurpose, type Ladder, type LadderObjection, type Objection } from '@kith/core';
import { tell } from './attributes.js';

/** What each tag's author was advised on last. */
const advised = new WeakMap<HTMLElement, string | Ladder>();
const told = new Set<string>();

/** Tells a page's author in one line what may be mended in a purpose or a ladder, once for each; nothing where all is well. */
export function advise(tag: HTMLElement, about: string | Ladder, organisation?: string): void {
  // Tags draw often, and what they draw seldom changes.
  if (advised.get(tag) === about) return;
  advised.set(tag, about);
  const findings = typeof about === 'string' ? lintPurpose(about, { organisation }) : lintLadder(about);
  const line = Object.values(findings)
    .flatMap(({ objections }: { objections: (Objection | LadderObjection)[] }) => objections.map(reason))
    .join(' ');
  if (!line || told.has(line)) return;
  told.add(line);
  tell(tag, 'info', line);
}

function reason(objection: Objection | LadderObjection): string {
  const { code, words, sentence } = objection;
  const step = 'rung' in objection && objection.rung ? `${objection.rung}: ` : '';
  // Of what is too long, all of it would be said again.
  const about = code === 'characters' || !words.length ? '' : ` (${words.map((word) => `“${word}”`).join(', ')})`;
  return `${step}${sentence}${about}`;
}
