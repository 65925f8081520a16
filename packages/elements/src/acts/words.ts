import { speech, type Language, type Speech, type Words } from '@kith/core';
import { acts } from '@kith/core/strings/en';

/** What all widgets say of wishes. */
export type ActWords = Words<'acts'>;

const spoken = speech({ acts });

/** What a widget's acts say, in its language: its own words are here already, and these came with them. */
export function inLanguage<W>(speech: Speech<W>, { format }: Language<unknown>): W {
  return (speech.now(format.locale) ?? speech.english).words;
}

/** What all widgets say of wishes, in the same way. */
export function actWords(language: Language<unknown>): ActWords {
  return inLanguage(spoken, language);
}
