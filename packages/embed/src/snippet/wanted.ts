import type { CommunityDocument } from '@kith/core';
import type { Widget } from '../static/shown.js';

/** What somebody wants to stand in their page. */
export interface Wanted {
  widget: Widget;
  /** The tag's attributes, by their names in HTML, those of the tag alone. */
  attributes: Readonly<Record<string, string>>;
  /**
   * Where its people are: written into the snippet itself, or at an address that everyone can fetch. `seen` is what was
   * found there last: it stands in the page before and without JavaScript.
   */
  people: { document: CommunityDocument } | { src: string; provider?: string; seen?: CommunityDocument };
  /** The thread's color, as CSS writes it; the page's own where absent. */
  accent?: string;
  /** Whether visitors take part: they only look, write to an address, or write to a Kith server. */
  part: 'show' | { mail: string } | { server: string };
  /** The language of what Kith says. */
  locale: string;
  /**
   * For a frame and a picture: the folder, with a slash at its end, where somebody put what `kith-embed render` wrote; an
   * address, or the way there from the page. Default `kith/`.
   */
  hosted?: string;
}

/** Where the code lies, and what it is. */
export interface Published {
  /** Its folder, with a slash at its end: `https://…/kith/0.1.0/`. */
  base: string;
  version: string;
  /** Bytes, zipped, and what goes into `integrity`, of each file. */
  files: Readonly<Record<string, { bytes: number; integrity: string }>>;
}

/**
 * What a snippet is made of.
 * - `tag`: the script, and the tag around its static HTML
 * - `inline`: the script, and the tag with its document as JSON
 * - `div`: the same as `tag` in a `<div data-kith="…">`, where a tag of Kith's own is taken out; no JSON stands in it, since
 *   whoever takes tags out takes scripts out too, and would leave the JSON to be read
 * - `static`: the HTML alone
 * - `frame`: an iframe of a page that somebody hosts
 * - `picture`: an SVG that somebody hosts, light and dark, as a link
 * - the others: the tag as a component's text in that framework
 */
export const forms = [
  'tag',
  'inline',
  'div',
  'static',
  'frame',
  'picture',
  'react',
  'vue',
  'svelte',
  'angular',
  'solid',
  'astro',
] as const;
export type Form = (typeof forms)[number];

/** Somewhere people paste. */
export interface Editor {
  id: 'wordpress' | 'squarespace' | 'wix' | 'ghost' | 'readme' | 'html';
  name: string;
  form: Form;
  /** Where to go there, and what to press, one step each. */
  steps: readonly string[];
  /**
   * What to look for, where not everybody has it: "Can you see “Custom HTML”?"; and for whoever does not, the form and the
   * steps that take another way.
   */
  unless?: { question: string; form: Form; steps: readonly string[] };
}

export interface Snippet {
  /** What is pasted. */
  text: string;
  /** What a visitor's browser loads of Kith's code for it, zipped, before anybody acts. */
  bytes: number;
  /** What whoever pastes it should know first, in a sentence; absent where there is nothing. */
  said?: string;
}
