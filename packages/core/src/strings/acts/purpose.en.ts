import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What the banner says once somebody unfolds it. */
export const purposeDetail = (f: Format) => ({
  couldBeNext: 'Enough of us say this for it to be our next wording.',
  takeItUp: (version: number) =>
    `You're a host here. To take it up, make it the statement in the community's document, as version ${f.number(version)}, and keep the wording of today there among the earlier ones: a Kith server keeps it by itself. Everyone is then asked anew.`,
  youSigned: (until?: Mark): Phrase => (until ? phrase`You signed, before ${until}:` : ['You signed:']),
  itSaysNow: 'Now it says:',
  takenOut: 'taken out:',
  putIn: 'put in:',
  sameWords: 'The words are the same.',
});
