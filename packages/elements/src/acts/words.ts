import { speech, type Language, type Words } from '@kith/core';
import { acts } from '@kith/core/strings/en';
import { inLanguage } from '../in-language.js';

export { inLanguage };

/** What all widgets say of wishes. */
export type ActWords = Words<'acts'>;

const spoken = speech({ acts });

/** What all widgets say of wishes, in the same way. */
export function actWords(language: Language<unknown>): ActWords {
  return inLanguage(spoken, language);
}
