import type { Acting } from './acting.js';

/**
 * Once a badge is drawn: what is asked shows, a bead that was sent arrives, and where a press took the focus away with it,
 * what follows has it. `roles` are the ids of those that stand, `held` what had the focus before.
 */
export function settle(root: ShadowRoot, roles: readonly string[], held: Element | null, acting: Acting): void {
  const drawn = [...root.querySelectorAll<HTMLElement>('[part~=role]')];
  const at = (role = '') => drawn[roles.indexOf(role)];
  root.querySelector('details:not([open]) .question')?.closest('details')?.toggleAttribute('open', true);
  const bead = acting.from && at(acting.from.about.role)?.querySelector<HTMLElement>('.beads .mine');
  if (bead) slideOn(bead, acting.arrive());
  const { activeElement } = root;
  const isLost = held ? !held.isConnected || held === acting.lost : acting.lost === null;
  acting.lost = undefined;
  if (!isLost || (document.activeElement !== document.body && !activeElement)) return;
  const place = root.querySelector<HTMLElement>('.told') ?? at(acting.next);
  // What follows may be drawn a little later; unless the focus has gone on by itself, it has it then.
  if (!place) return void (acting.lost = activeElement);
  if (place.localName !== 'summary') place.tabIndex = -1;
  place.focus();
}

/** Lets somebody's bead slide onto the ring from where the button is that sent it. */
function slideOn(bead: HTMLElement, from: DOMRect): void {
  const to = bead.getBoundingClientRect();
  bead.style.setProperty('--_from-x', `${from.x + from.width / 2 - to.x - to.width / 2}px`);
  bead.style.setProperty('--_from-y', `${from.y + from.height / 2 - to.y - to.height / 2}px`);
  bead.classList.add('slides');
}
