import type { Member } from './document.js';
import type { LeftBecause, Pairing, Round } from './introduce-all.js';
import { called } from './peers.js';
import { plain, type Phrase } from './phrase.js';
import { saidOf } from './say-intro.js';
import type { Language, Words } from './strings.js';

type RoundLanguage = Language<Words<'round'>>;

/** A round as a host reads it. */
export interface RoundSaid {
  groups: readonly GroupSaid[];
  /** Who is in no group, and why; a sentence for each why. */
  left: readonly Phrase[];
}

/** Two who would be introduced, or three. */
export interface GroupSaid {
  /** Tells the group from the others. */
  key: string;
  people: readonly Member[];
  names: Phrase;
  /** Every two of them: of three these are three. */
  pairs: readonly (readonly [Member, Member])[];
  /** Why, of each pair. */
  reasons: readonly Phrase[];
}

/** Says a round to a host: who would be introduced and why, and who is left out and why. */
export function sayRound({ groups, left }: Round, language: RoundLanguage): RoundSaid {
  const { words, format } = language;
  const says: Record<LeftBecause, (names: Phrase) => Phrase> = {
    over: words.leftOver,
    rests: words.leftOver,
    apart: words.leftApart,
    alone: words.leftAlone,
    host: words.leftHosts,
    past: words.leftPast,
    organization: words.leftNoPeople,
    bot: words.leftNoPeople,
  };
  const sentences = [...new Set(Object.values(says))].flatMap((say) => {
    const those = left.filter(({ because }) => says[because] === say).map(({ member }) => called(member));
    return those.length ? [say(format.list(those))] : [];
  });
  return {
    left: sentences,
    groups: groups.map(({ people, pairs }) => {
      const reasons = sayPairs(pairs, language);
      return {
        key: people.map(({ id }) => id).join(' '),
        people,
        names: format.list(people.map(called)),
        pairs: pairs.map((pair) => pair.people),
        reasons: reasons.length ? reasons : [[words.notMetYet]],
      };
    }),
  };
}

/** Why, of every pair; of three it is said which two, unless it is so of all of them. */
function sayPairs(pairs: readonly Pairing[], language: RoundLanguage): Phrase[] {
  const said = pairs.map((pair) => ({ pair, sentences: sayPair(pair, language) }));
  const [first] = said;
  if (!first || said.length === 1) return first?.sentences ?? [];
  const isOfAll = (one: Phrase) =>
    said.every(({ sentences }) => sentences.some((other) => plain(other) === plain(one)));
  const own = said.flatMap(({ pair, sentences }) => {
    const rest = sentences.filter((one) => !isOfAll(one));
    const names = language.format.list(pair.people.map(called));
    return rest.length
      ? [
          language.words.ofTwo(
            names,
            rest.flatMap((one, i) => (i ? [' ', ...one] : one)),
          ),
        ]
      : [];
  });
  return [...own, ...first.sentences.filter(isOfAll)];
}

/** Why two might meet, told to a third. */
function sayPair({ people: [one, two], reasons }: Pairing, { words, format }: RoundLanguage): Phrase[] {
  const [a, b] = [called(one), called(two)];
  const said = saidOf(reasons);
  return [...new Set(said.map(({ kind }) => kind))].map((kind) => {
    const matching = said.filter((reason) => reason.kind === kind);
    const list = format.list(matching.map(({ words: word }) => ({ word })));
    const roles = format.list(matching.map(({ words: word }) => ({ word: words.ofRole(word) })));
    return {
      gives: () => words.askedOffers(a, list, b),
      gets: () => words.askedOffers(b, list, a),
      topic: () => words.theyLike(list),
      role: () => words.theyHold(roles),
      together: () => words.theyHelped(list),
      through: () => words.theirOnlyThread(list),
      newcomer: () => words.newAndWelcomed(b, a, roles),
      connector: () => words.newAndWelcomed(a, b, roles),
    }[kind]();
  });
}
