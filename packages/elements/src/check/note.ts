import type { CheckWords } from './words.js';

/** No more than a page without any style has, and what a page has put on everything is not its own. */
const look = new CSSStyleSheet();
look.replaceSync(`
  :host {
    all: initial;
    display: block;
    color-scheme: light dark;
    margin-block: 0.7em;
    font: 0.875rem/1.5 system-ui, sans-serif;
  }
  div {
    background: Canvas;
    border: 2px dashed;
    color: CanvasText;
    max-inline-size: 40em;
    overflow-wrap: anywhere;
    padding: 0.7em 1em;
  }
  p, ul { margin: 0 0 0.35em; }
  ul { padding-inline-start: 1.2em; }
  p:first-child { font-weight: 600; }
  button {
    background: none;
    border: 1px solid;
    color: inherit;
    cursor: pointer;
    font: inherit;
    min-block-size: 24px;
    padding-inline: 0.7em;
  }
  button:focus-visible { outline: 2px solid; outline-offset: 2px; }
  @media print { :host { display: none; } }
`);

/** A note to whoever makes the page, in its place and closed at will. It is the page's in nothing but where it stands. */
export function noteOf(
  lead: string,
  lines: readonly string[],
  { words, lang }: { words: CheckWords; lang: string },
): HTMLElement {
  const note = document.createElement('div');
  note.className = 'kith-check';
  const root = note.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [look];
  const box = document.createElement('div');
  box.setAttribute('role', 'note');
  box.setAttribute('aria-label', lead);
  box.lang = lang;
  box.dir = lang === 'ar' ? 'rtl' : 'ltr';
  box.append(written('p', lead));
  if (lines.length) {
    const list = document.createElement('ul');
    list.append(...lines.map((line) => written('li', line)));
    box.append(list);
  }
  const close = written('button', words.dismiss);
  close.addEventListener('click', () => note.remove());
  box.append(close);
  root.append(box);
  return note;
}

function written(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}
