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
  if (!region?.isConnected) region = document.body.appendChild(makeRegion());
  const target = region;
  if (!sentences.length)
    // A region has to be there before it says something; and what is said at once is one announcement.
    setTimeout(() => {
      target.textContent = [...new Set(sentences)].join(' ');
      sentences = [];
    }, 150);
  sentences.push(sentence);
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

/** Says what became of a wish; that it was sent, in these words. */
export function announceOutcome(
  outcome: Outcome,
  { provider, now }: Store,
  language: Language<unknown>,
  sent?: string,
): void {
  const words = actWords(language);
  if ('refused' in outcome) announce(words.notSent(sayRefusal(outcome.refused, language, now())));
  else if ('failed' in outcome) announce(words.unsent);
  else if (provider.reach === 'mail') announce(words.drafted);
  else announce(sent ?? (provider.reach === 'device' ? words.stays : words.sent));
}
