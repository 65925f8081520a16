import { speech, type Language } from '@kith/core';
import { bannerActs } from '@kith/core/strings/en';
import type { TemplateResult } from 'lit';
import { actWords, inLanguage, question, type Question } from '../acts/index.js';

export { bannerActsStyles as styles } from './acts.styles.js';
export { lines } from './lines.js';
export { walkDot } from './walk-dot.js';

const spoken = speech({ bannerActs });

/** The question that follows a name: why they are here, in a line others can stand behind. */
export function askLine(
  text: string,
  language: Language<unknown>,
  on: Pick<Question, 'onInput' | 'onSubmit' | 'onLeave'>,
): TemplateResult {
  const words = inLanguage(spoken, language);
  return question(
    { asks: words.whyHere, text, most: 280, submit: words.addLine, optional: true, ...on },
    actWords(language),
  );
}
