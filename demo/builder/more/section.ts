import type { CommunityDocument } from '@kith/core';
import type { Editor, Form, Published, Snippet } from '@kith/embed/snippet';
import type { Making } from '../making.js';
import type { Looking } from '../mock.js';

/** What a section under More works with. */
export interface Around {
  editors: readonly Editor[];
  published: Omit<Published, 'base'>;
  change(patch: Partial<Making>, what: string): void;
  look(patch: Partial<Looking>): void;
  say(words: string): void;
  show(making: Making): void;
  showSample(document: CommunityDocument): void;
  /** Draws anew what only a section knows of. */
  redraw(): void;
}

/** How it stands, for what is drawn here. */
export interface Now {
  making: Making;
  looking: Looking;
  snippet: Snippet | undefined;
  needsSample: boolean;
}

/** What each form is called where it is chosen. */
export const formed: Readonly<Record<Form, string>> = {
  tag: 'Its words, and a script',
  inline: 'A script, with its people in it',
  div: 'The same, for editors that take unknown tags out',
  static: 'Its words alone, without a script',
  frame: 'A frame around a page that a Kith server has',
  picture: 'A picture that you host',
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  angular: 'Angular',
  solid: 'Solid',
  astro: 'Astro',
};

export const numbers = new Intl.NumberFormat('en');

/** Words as they begin a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What went wrong, in the words of whoever found it. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
