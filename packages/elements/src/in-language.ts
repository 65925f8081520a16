import type { Language, Speech } from '@kith/core';

/** What a lazy part says, in its widget's language: the widget's own words are here already, and these came with them. */
export function inLanguage<W>(speech: Speech<W>, { format }: Language<unknown>): W {
  return (speech.now(format.locale) ?? speech.english).words;
}
