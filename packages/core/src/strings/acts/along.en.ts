import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What a member takes along to places that know nothing of the community. */
export const along = () => ({
  atPlace: (roles: Phrase, where: Mark) => phrase`${roles} at ${where}`,
  hopesFor: (roles: Phrase, where: Mark) => phrase`Wants to be known as ${roles} at ${where}`,
  howKnown: 'Others here say what they have seen of it, and letters show it.',
});
