import type { Say } from '../emit.js';

/** Does what was pressed in a letter. Gives the button of what is asked first. */
export function press(target: Element, say: Say): HTMLButtonElement | undefined {
  const button = target.closest<HTMLButtonElement>('.read, .cheers button');
  const letter = button?.closest<HTMLElement>('.letter');
  if (!button || !letter) return undefined;
  const { id } = letter;
  const { name, value } = button;
  const on = button.getAttribute('aria-pressed') !== 'true';
  if (name === 'cheer') {
    // What somebody presses moves; what others do is merely there.
    button.closest('div')?.classList.toggle('lively', on);
    say('kith-cheer', { recognition: id, on });
  } else if (name === 'back') say('kith-back', { subject: { kind: value as 'ask' | 'idea', id }, on });
  else if (name) return button;
  else {
    button.setAttribute('aria-expanded', 'true');
    button.previousElementSibling?.classList.add('unfolded');
    letter.focus();
  }
  return undefined;
}
