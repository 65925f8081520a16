import type { Language, Outcome, Store } from '@kith/core';
import { sayRefusal } from './wish-lines.js';
import { actWords } from './words.js';

let region: HTMLElement | undefined;
let sentences: string[] = [];

/**
 * Says something to whoever listens to the page instead of looking at it: politely, what comes together as one, in the
 * light DOM, where every screen reader hears it.
 */
export function announce(sentence: string): void {
  if (!sentences.length) {
    // What was said before may be said again.
    standing().textContent = '';
    setTimeout(speak, 150);
  }
  sentences.push(sentence);
}

/** A region has to be there for a moment before it says something; and what is said within that is one announcement. */
function speak(): void {
  if (!region?.isConnected) {
    standing();
    setTimeout(speak, 150);
    return;
  }
  region.textContent = [...new Set(sentences)].join(' ');
  sentences = [];
}

/** The region, put back where the page took it away. */
function standing(): HTMLElement {
  region ??= makeRegion();
  if (!region.isConnected) document.body.append(region);
  return region;
}

function makeRegion(): HTMLElement {
  const made = document.createElement('div');
  made.setAttribute('role', 'status');
  made.setAttribute('aria-live', 'polite');
  made.className = 'kith-said';
  // A sheet of its own would be the page's; a strict policy forbids the attribute, not the property.
  Object.assign(made.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  return made;
}

/**
 * Says what became of a wish, which is or is not kept on this device meanwhile; that it was sent, in these words, and not
 * at all where there are none in them.
 */
export function announceOutcome(
  outcome: Outcome,
  { provider, now }: Store,
  isKept: boolean,
  language: Language<unknown>,
  sent?: string,
): void {
  const words = actWords(language);
  if ('refused' in outcome) announce(words.notSent(sayRefusal(outcome.refused, language, now())));
  else if ('failed' in outcome) announce(isKept ? words.unsent : words.unkept);
  else if (provider.reach === 'mail') announce(words.drafted);
  else if (provider.reach === 'page') announce(words.passing);
  else if (sent !== '') announce(sent ?? (provider.reach === 'device' ? words.stays : words.sent));
}
