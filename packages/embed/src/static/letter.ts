import {
  fact,
  markup,
  sayLetter,
  terms,
  type LetterSaid,
  type Markup,
  type Member,
  type Recognition,
  type Role,
} from '@kith/core';
import {
  draw,
  element,
  known,
  line,
  person,
  spaced,
  text,
  time,
  type Drawing,
  type Drawn,
  type Known,
} from './draw.js';
import { drawEvidence } from './evidence.js';
import { drawReplies } from './replies.js';
import { drawRest } from './rest.js';
import { ownRole } from './roles.js';

/** What letters are drawn with. */
export interface Wall extends Drawing {
  people: ReadonlyMap<string, Member>;
  roles: readonly Role[];
  /** Those of which the rest of a letter may speak. */
  letters: ReadonlyMap<string, Recognition>;
}

/** One letter: it greets first and signs at the end. */
export function drawLetter(letter: Recognition, wall: Wall): Markup {
  const { people, language, now } = wall;
  const said = sayLetter(letter, (id) => people.get(id), language, now);
  const inside =
    said.form === 'line' ? drawLine(letter, said) : [drawBody(letter, said, wall), drawEnd(letter, said, wall)];
  return element(
    'li',
    [terms.letter, ...factsOf(letter, said)],
    [inside, said.hasRest ? drawRest(letter, wall) : undefined, drawCheers(said)],
  );
}

/** What of a letter is no words of somebody's. Who cannot be named is counted, and nobody's id stands for a name. */
function factsOf(letter: Recognition, { form, by, to, unnamed, cheers, backed }: LetterSaid): string[] {
  const { id, occasion, reward, askedAt, deliveredAt, shippedAt, bornFrom } = letter;
  return [
    fact('id', id),
    fact('occasion', occasion),
    fact('reward', reward),
    fact('from', by?.id),
    ...to.map((each) => fact('to', each.id)),
    unnamed ? fact('unnamed', unnamed) : '',
    fact('asked', askedAt),
    fact('delivered', deliveredAt),
    fact('shipped', shippedAt),
    fact('born', bornFrom),
    // A line has no date, and a place among the letters.
    form === 'line' ? fact('at', letter.at) : '',
    cheers ? fact('cheers', letter.cheers?.count) : '',
    ...(cheers?.people ?? []).map((each) => fact('cheered', each.id)),
    backed ? fact('backed', letter.backed?.count) : '',
  ];
}

/** Somebody to whom a letter is, as its phrases name them. */
function about(member: Member): Known {
  return known(member, terms.about);
}

/** A platform may only know who did what: "name — labels". */
function drawLine({ labels = [] }: Recognition, { people, to }: LetterSaid): Drawn {
  const labeled = labels.map((label) => ({ words: [label], names: [terms.label] }));
  return people && line(draw(people, ...to.map(about), ...labeled), ['p-summary']);
}

function drawBody(letter: Recognition, said: LetterSaid, wall: Wall): Drawn {
  const { days, need, lang, salutation, people } = said;
  const whom = said.to.map(about);
  const look = said.size === 'body' || said.form === 'board' ? undefined : `kith-${said.size}`;
  return [
    days && line([draw(days.asked), ' ', draw(days.here), ': ', markup`<b>${days.took}</b>`]),
    need ? text('p', need, [terms.need], lang) : undefined,
    line(said.held),
    drawEvidence(letter, said.evidence, wall),
    line(said.open),
    salutation && line(draw(salutation, ...whom), [look === 'kith-large' ? look : 'kith-middle']),
    said.text ? text('p', said.text, [terms.text, look], lang) : undefined,
    people && line(draw(people, ...whom)),
  ];
}

function drawEnd(letter: Recognition, said: LetterSaid, wall: Wall): Drawn {
  const { kept } = letter;
  const { roles, language, people, pictures } = wall;
  const { by, form, at, writtenUp, answered, answerers } = said;
  const role = letter.role === undefined ? undefined : roles.find(({ id }) => id === letter.role);
  const keeper = kept && people.get(kept.by);
  const keeps: Known[] = keeper ? [known(keeper), { words: [kept.because], names: [terms.because] }] : [];
  return [
    writtenUp && by ? line(draw(writtenUp, known(by, terms.author))) : undefined,
    line(
      spaced(
        by && form !== 'board' ? markup`<b>${person(by, pictures, terms.author)}</b>` : undefined,
        role && ownRole(role, language),
        at && time(at, [terms.at]),
      ),
    ),
    answered && line(draw(answered, ...answerers.map((each) => known(each)))),
    drawReplies(letter, said, wall),
    said.kept && line(draw(said.kept, ...keeps), [terms.kept]),
  ];
}

function drawCheers({ cheers, backed }: LetterSaid): Drawn {
  return line(spaced(cheers && draw(cheers.said, ...cheers.people.map((each) => known(each))), backed));
}
