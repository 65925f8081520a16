import {
  fact,
  Markup,
  markup,
  occasions,
  openFirst,
  rewards,
  sayLetter,
  sayRest,
  safeUrl,
  terms,
  type Evidence,
  type LetterSaid,
  type Member,
  type Recognition,
  type Role,
  type WallFilters,
} from '@kith/core';
import { numberOf, textOf, wordOf } from './attributes.js';
import {
  draw,
  element,
  heading,
  known,
  line,
  own,
  person,
  text,
  time,
  whole,
  wordsOf,
  type Drawing,
  type Drawn,
  type Known,
} from './draw.js';
import { ownRole } from './roles.js';

const widget = 'recognition-wall';

/** What letters are drawn with. */
interface Wall extends Drawing {
  people: ReadonlyMap<string, Member>;
  roles: readonly Role[];
  /** Those of which the rest of a letter may speak. */
  letters: ReadonlyMap<string, Recognition>;
}

/** What members wrote to each other, as letters. */
export async function recognitionWall(drawing: Drawing): Promise<Markup> {
  const { attributes, read, language } = drawing;
  const { words } = language;
  const filters = filtersOf(attributes);
  const limit = numberOf(attributes, 'page-size', 20, 1, 10_000);
  const [{ letters, people }, { roles }] = await Promise.all([
    read({ kind: 'wall', filters, limit }),
    read({ kind: 'roles' }),
  ]);
  if (!letters.length) {
    const nobody = Object.keys(filters).length ? words.nothingFits : words.nobodyThanked;
    return whole(widget, drawing, line(nobody));
  }
  const here = new Map(letters.map((each) => [each.id, each]));
  const wanted = letters.flatMap(({ bornFrom }) => (bornFrom !== undefined && !here.has(bornFrom) ? [bornFrom] : []));
  if (wanted.length) {
    const origins = await read({ kind: 'wall', filters, ids: wanted, limit: wanted.length });
    for (const each of origins.letters) here.set(each.id, each);
  }
  const byId = new Map(people.map((each) => [each.id, each]));
  const wall: Wall = { ...drawing, people: byId, roles, letters: here };
  const inOrder = filters.occasion === 'ask' ? openFirst(letters, (id) => byId.get(id)) : letters;
  const drawn = inOrder.map((each) => flat(drawLetter(each, wall)));
  const list = markup`\n<ul aria-label="${words.letters}">${drawn}</ul>`;
  const isGrid = wordOf(attributes, 'layout', ['list', 'grid']) === 'grid';
  const inside = [heading(drawing, [], words.letters, 'kith-unseen'), list];
  return whole(widget, drawing, inside, [terms.letters, isGrid && 'kith-grid']);
}

/** Joined at once: a text of a thousand pieces holds on to each of them. */
function flat({ text }: Markup): Markup {
  return new Markup([text, ''].join(''));
}

/** What a wall is to show of all letters. */
export function filtersOf(attributes: Drawing['attributes']): WallFilters {
  const filters = {
    member: textOf(attributes, 'member'),
    role: textOf(attributes, 'filter-role'),
    reward: wordOf(attributes, 'filter-reward', ['', ...rewards]),
    occasion: wordOf(attributes, 'filter-occasion', ['', ...occasions]),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
}

/** One letter: it greets first and signs at the end. */
function drawLetter(letter: Recognition, wall: Wall): Markup {
  const { people, language, now } = wall;
  const said = sayLetter(letter, (id) => people.get(id), language, now);
  const inside =
    said.form === 'line' ? drawLine(letter, said, wall) : [drawBody(letter, said, wall), drawEnd(letter, said, wall)];
  return element(
    'li',
    [terms.letter, ...factsOf(letter, said, wall)],
    [inside, said.hasRest ? drawRest(letter, wall) : undefined, drawCheers(letter, said, wall)],
  );
}

/** What of a letter is no words of somebody's. Who cannot be named is counted, and nobody's id stands for a name. */
function factsOf(letter: Recognition, { form, cheers, backed }: LetterSaid, { people }: Wall): string[] {
  const { id, occasion, reward, from, to = [], unnamed = 0, askedAt, deliveredAt, shippedAt, bornFrom } = letter;
  const named = [...new Set(to)];
  const hidden = unnamed + named.filter((each) => !people.has(each)).length;
  return [
    fact('id', id),
    occasion === undefined ? '' : fact('occasion', occasion),
    reward === undefined ? '' : fact('reward', reward),
    from !== undefined && people.has(from) ? fact('from', from) : '',
    ...named.filter((each) => people.has(each)).map((each) => fact('to', each)),
    hidden ? fact('unnamed', hidden) : '',
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

/** Those to whom a letter is, as its phrases may name them. */
function named({ to = [] }: Recognition, { people }: Wall, ...names: string[]): Known[] {
  return [...new Set(to)].flatMap((id) => {
    const member = people.get(id);
    return member ? [known(member, ...names)] : [];
  });
}

function labels({ labels = [] }: Recognition): Known[] {
  return labels.map((label) => ({ words: [label], names: [terms.label] }));
}

/** A platform may only know who did what: "name — labels". */
function drawLine(letter: Recognition, { people }: LetterSaid, wall: Wall): Drawn {
  return people && line(draw(people, ...named(letter, wall, terms.about), ...labels(letter)), ['p-summary']);
}

function drawBody(letter: Recognition, said: LetterSaid, wall: Wall): Drawn {
  const { days, need, lang, salutation, people } = said;
  const whom = named(letter, wall, terms.about);
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

/** Pictures as links, unless they may be asked for: nothing is fetched from elsewhere before somebody wants it. */
function drawEvidence({ evidence = [] }: Pick<Recognition, 'evidence'>, said: Evidence, wall: Wall): Drawn {
  if (!said.pictures.length && !said.links.length) return undefined;
  const {
    language: { words },
    pictures,
  } = wall;
  const links = evidence.filter(({ kind, src }) => kind !== 'image' && safeUrl(src));
  return [
    said.pictures.map(({ src, alt, host }) =>
      pictures === 'allow'
        ? markup`\n<p><img class="${terms.picture}" itemprop="${terms.picture}" src="${src}" alt="${alt}" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>`
        : line([
            alt ? [own(alt), ' '] : undefined,
            element(
              'a',
              [terms.picture, alt && fact('alt', alt)],
              plainLink(words.showPicture(host === undefined ? host : { name: host })),
              linkTo(src),
            ),
          ]),
    ),
    said.links.map((each, i) => {
      const { kind = '', alt } = links[i] ?? {};
      const isNamed = Boolean(alt?.trim());
      const first = each[0];
      const words = typeof first === 'object' && 'link' in first ? first.link : undefined;
      const names = [terms.evidence, fact('kind', kind), isNamed ? fact('alt', 'true') : ''];
      return line(draw(each, { words: [words], names }));
    }),
  ];
}

const plainLink = (said: Parameters<typeof draw>[0]): Drawn => draw(said);
const linkTo = (href: string) => markup` href="${href}" rel="noopener noreferrer ugc nofollow"`;

function drawEnd(letter: Recognition, said: LetterSaid, wall: Wall): Drawn {
  const { roles, language, people, pictures } = wall;
  const role = roles.find(({ id }) => id === letter.role);
  const by = said.by;
  const at = said.at && time(said.at, [terms.at]);
  const signature = [
    by && said.form !== 'board' ? markup`<b>${person(by, pictures, terms.author)}</b>` : undefined,
    role && ownRole(role, language),
    at,
  ].filter((each) => each !== undefined);
  const keeper = letter.kept && people.get(letter.kept.by);
  const keeps: Known[] = keeper ? [known(keeper), { words: [letter.kept?.because], names: [terms.because] }] : [];
  const { answerers } = said;
  return [
    said.writtenUp && by ? line(draw(said.writtenUp, known(by, terms.author))) : undefined,
    signature.length ? line(signature.flatMap((each, i) => (i ? [' ', each] : [each]))) : undefined,
    said.answered && line(draw(said.answered, ...answerers.map((each) => known(each)))),
    drawReplies(letter, said, wall),
    said.kept && line(draw(said.kept, ...keeps), [terms.kept]),
  ];
}

/** What was answered to an ask, then what was said to a letter. */
function drawReplies({ answers = [], replies = [] }: Recognition, said: LetterSaid, wall: Wall): Drawn {
  const rows = [...answers, ...replies];
  return said.replies.map((each, i) => {
    const row = rows[i];
    if (!row) return undefined;
    const author = row.member === undefined ? undefined : wall.people.get(row.member);
    const pieces: Known[] = author ? [known(author, terms.author)] : [];
    const words: Known = { words: [row.text], names: [terms.text], lang: each.lang };
    const names = [i < answers.length ? terms.answer : terms.reply, 'h-cite', fact('id', row.id), fact('at', row.at)];
    return element('div', names, [line(draw(each.said, ...pieces, words)), drawEvidence(row, each.evidence, wall)]);
  });
}

function drawRest(letter: Recognition, wall: Wall): Markup {
  const { people, language, now, letters } = wall;
  const origin = letter.bornFrom === undefined ? undefined : letters.get(letter.bornFrom);
  const heard = letter.heardBy && people.get(letter.heardBy.member);
  const rest = sayRest(
    letter,
    (id) => people.get(id),
    origin,
    language,
    now,
    () => '',
  );
  const { lang } = letter;
  const pieces: Known[] = [
    { words: [letter.try], names: [terms.try], lang },
    { words: [letter.measure], names: [terms.measured], lang },
    { words: [letter.result], names: [terms.result], lang },
    ...(heard ? [known(heard, terms.heard, fact('at', letter.heardBy?.at))] : []),
    { words: [letter.heardBy?.did], names: [terms.did], lang },
  ];
  // Each of them is told once, in this order.
  let left: readonly Known[] = pieces;
  const drawn = rest.map(({ said }) => {
    const [first] = left.filter(({ words }) => said.some((mark) => words.includes(wordsOf(mark))));
    left = left.filter((each) => each !== first);
    return line(draw(said, ...(first ? [first] : [])));
  });
  return markup`\n<details><summary>${language.words.restOfIt}</summary>${drawn}</details>`;
}

function drawCheers(letter: Recognition, { cheers, backed }: LetterSaid, _: Wall): Drawn {
  const said = [
    cheers && draw(cheers.said, ...cheers.people.map((each) => known(each))),
    cheers && backed ? ' ' : undefined,
    backed,
  ];
  return cheers || backed ? line(said) : undefined;
}
