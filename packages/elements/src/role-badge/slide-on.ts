/** Lets somebody's bead slide onto the ring from where the button is that sent it. */
export function slideOn(bead: HTMLElement, from: DOMRect): void {
  const to = bead.getBoundingClientRect();
  bead.style.setProperty('--_from-x', `${from.x + from.width / 2 - to.x - to.width / 2}px`);
  bead.style.setProperty('--_from-y', `${from.y + from.height / 2 - to.y - to.height / 2}px`);
  bead.classList.add('slides');
}
