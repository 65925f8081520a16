import { speech, type Language, type Words } from '@kith/core';
import { badge, badgeActs, composerActs, finder } from '@kith/core/strings/en';
import { inLanguage } from '../acts/index.js';

/** People are found in the composer's words. */
const spoken = speech({ badge, badgeActs, composerActs, finder });

/** What the role finder says. */
export type FinderLanguage = Language<Words<'badge' | 'badgeActs' | 'composerActs' | 'finder'>>;

/** The same, in a badge's language. */
export function finderLanguage(language: Language<unknown>): FinderLanguage {
  return { ...language, words: inLanguage(spoken, language) };
}
