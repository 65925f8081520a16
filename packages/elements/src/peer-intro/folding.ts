/** A note as it was, to fold upward and be gone: nothing that can be read, reached or styled from outside. */
export function folding(note: Element, done: () => void): HTMLElement {
  const place = document.createElement('div');
  place.className = 'folding';
  place.inert = true;
  place.ariaHidden = 'true';
  place.append(note.cloneNode(true));
  for (const each of place.querySelectorAll('[part], [tabindex]')) {
    each.removeAttribute('part');
    each.removeAttribute('tabindex');
  }
  place.addEventListener('animationend', done, { once: true });
  return place;
}
