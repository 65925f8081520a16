import { speech, type Language, type Words } from '@kith/core';
import { badgeActs } from '@kith/core/strings/en';
import { inLanguage } from '../acts/index.js';

const spoken = speech({ badgeActs });

/** What the badge's acts say, in its language. */
export function spokenIn(language: Language<unknown>): Words<'badgeActs'> {
  return inLanguage(spoken, language);
}
