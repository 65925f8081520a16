import { phrase, type Mark, type Phrase } from '../../phrase.js';
import type * as en from './along.en.js';

export const along: typeof en.along = () => ({
  atPlace: (roles: Phrase, where: Mark) => phrase`${roles} في ${where}`,
  hopesFor: (roles: Phrase, where: Mark) => phrase`رغبة في دور ${roles} في ${where}`,
  howKnown: 'يقول الآخرون هنا ما رأوه من ذلك، وتُظهره الرسائل.',
});
