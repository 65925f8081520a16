/**
 * The looks of a rendered page: the system's own type, one column, light and dark. What is read there without scripts is
 * told by its microformats, and has the thread's grammar: dashed is ahead, solid is behind.
 */
export const pageCss = `:root {
  color-scheme: light dark;
  font:
    1rem/1.5 system-ui,
    sans-serif;
  overflow-wrap: anywhere;
}
:root.light {
  color-scheme: light;
}
:root.dark {
  color-scheme: dark;
}
body {
  background: light-dark(#fff, #16181d);
  color: light-dark(#1b1b1b, #ececec);
  margin: 0 auto;
  max-inline-size: 40rem;
  padding: clamp(1rem, 5vw, 3rem);
}
/* In a frame it stands on the ground of the page around it, unless it was told to be light or dark. */
:root.framed body {
  max-inline-size: none;
  padding: 0.75em;
}
:root.framed:not(.light, .dark) body {
  background: none;
}
main > * {
  display: block;
}
main > * + * {
  margin-block-start: 4.5rem;
}
h1 {
  font-size: 1em;
  font-weight: 600;
  margin: 0 0 2.6rem;
}
a {
  color: inherit;
  text-decoration-thickness: 0.09em;
  text-underline-offset: 0.2em;
}
img {
  block-size: auto;
  max-inline-size: 100%;
}

.kith-static :is(p, ul, ol, li, blockquote, h1, h2, h3, h4, h5, h6) {
  list-style: none;
  margin: 0;
  padding: 0;
}
.kith-static :is(h1, h2, h3, h4, h5, h6) {
  font-size: 1.6em;
  line-height: 1.2;
  margin-block-end: 0.7rem;
  text-wrap: balance;
}
.kith-static .kith-statement {
  font-size: clamp(2.1em, 9vw, 3.5em);
  line-height: 1.06;
}
.kith-static .kith-unseen {
  block-size: 1px;
  clip-path: inset(50%);
  inline-size: 1px;
  margin: 0;
  overflow: hidden;
  position: absolute;
  white-space: nowrap;
}
.kith-static [dir='auto'] {
  text-align: -webkit-match-parent;
  text-align: match-parent;
}
.kith-static li + li:has(> [class*='kith-held'], > [class*='kith-role']) {
  margin-block-start: 1.1rem;
}
.kith-static details {
  margin-block-start: 0.35rem;
}
.kith-static summary {
  cursor: pointer;
  min-block-size: 24px;
}
.kith-static details > :is(ul, ol) {
  display: grid;
  gap: 1.1rem;
  margin-block: 0.7rem 1.1rem;
  padding-inline-start: 1.1rem;
}

/* Those who stand behind it, as a sentence lists them. */
.kith-static .kith-people {
  font-size: 0.88em;
  margin-block-end: 0.7rem;
}
.kith-static .kith-people li {
  display: inline;
}
.kith-static .kith-people li:not(:last-child)::after {
  content: ', ';
}
.kith-static .kith-people:lang(ar) li:not(:last-child)::after {
  content: '، ';
}
.kith-static .kith-in-need + .kith-in-need {
  margin-block-start: 0.35rem;
}
.kith-static ul:has(> .kith-in-need) + p {
  font-size: 0.88em;
  margin-block-start: 0.7rem;
}

/* A letter greets first and signs at the end. */
.kith-static .h-feed > ul {
  display: grid;
  gap: 2.6rem;
}
.kith-static .h-entry > p:has(+ .e-content) {
  font-weight: 600;
}
.kith-static .h-entry > .e-content {
  font-size: 1.14em;
  margin-block-end: 0.5rem;
  max-inline-size: 34em;
}
.kith-static :is([class*='kith-occasion=first'], [class*='kith-occasion=best']) > .e-content {
  font-weight: 600;
  text-decoration: underline 0.09em;
  text-underline-offset: 0.2em;
}
.kith-static .h-entry > .e-content ~ :is(p, div) {
  font-size: 0.88em;
  margin-block-start: 0.2rem;
}
/* Who did what, where no more is known. */
.kith-static .h-feed > ul:not(:has(> li > .e-content)) {
  gap: 1.1rem 2rem;
  grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
}
.kith-static .p-summary > .h-card {
  font-weight: 600;
}

/* The steps on their thread. */
.kith-static ol > li {
  border-inline-start: 0.2em solid;
  padding-block-end: 1.1rem;
  padding-inline-start: 1.6rem;
}
.kith-static ol > .kith-rung:not([class*='kith-reached=']) {
  border-inline-start: 0.125em dashed;
  margin-inline-start: 0.0375em;
}
.kith-static ol details > ol {
  padding-inline-start: 0;
}
.kith-static .kith-rung p > b {
  display: block;
  font-size: 1.6em;
  line-height: 1.2;
  margin-block-start: 0.5rem;
}
.kith-static .kith-rung > p:first-child::first-letter {
  text-transform: uppercase;
}
/* Own bests: the deed at the start, the day at the end. */
.kith-static .kith-best {
  border-block-end: 1px solid;
  display: flex;
  flex-wrap: wrap;
  font-variant-numeric: tabular-nums;
  gap: 0 1rem;
  justify-content: space-between;
  padding-block: 0.35rem;
}
.kith-static .kith-best > p + p {
  font-size: 0.88em;
}
`;
