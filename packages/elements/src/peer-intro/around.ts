import type { Answer, Language, Member, Store, Waiting, Words } from '@kith/core';

/** What the widget knows, for those of its parts that come later. */
export interface Around {
  language: Language<Words<'intro'>>;
  store: Store | undefined;
  me: Member | undefined;
  /** Who the notes are about, where that is said. */
  whom: string | undefined;
  /** How many to suggest. */
  limit: number;
  pictures: 'none' | 'allow';
  headingLevel: number;
  /** Whether it is how things stand now. */
  isCurrent: boolean;
  /** What was wished here and has not been sent; which those are, is asked of the acts. */
  unsent(): readonly Waiting[];
  suggestions: Answer<{ kind: 'suggestions' }> | undefined;
  introductions: Answer<{ kind: 'introductions' }> | undefined;
}
