import type { Say } from '../emit.js';
import type { Asking, Desk } from './desk.js';

/** Does what was pressed in a letter. Gives whether that takes the code of what is typed, asked and confirmed. */
export function press(target: Element, say: Say, desk: Desk): boolean {
  const button = target.closest<HTMLButtonElement>('.read, .cheers button');
  const letter = button?.closest<HTMLElement>('.letter');
  if (!button || !letter) return false;
  const { id } = letter;
  const { name, value } = button;
  const on = button.getAttribute('aria-pressed') !== 'true';
  if (name === 'cheer') {
    // What somebody presses moves; what others do is merely there.
    button.closest('div')?.classList.toggle('lively', on);
    say('kith-cheer', { recognition: id, on });
  } else if (name === 'back') say('kith-back', { subject: { kind: value as 'ask' | 'idea', id }, on });
  else if (name) {
    const asks = name === 'further' ? undefined : (name as Asking);
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    desk.turn(isOpen ? undefined : { place: 'wall', id, asks, to: value });
    return true;
  } else {
    button.setAttribute('aria-expanded', 'true');
    button.previousElementSibling?.classList.add('unfolded');
    letter.focus();
  }
  return false;
}
