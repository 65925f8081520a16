import {
  markup,
  sayLetter,
  type Language,
  type LetterSaid,
  type Member,
  type Phrase,
  type Recognition,
  type Role,
  type Words,
} from '@kith/core';
import { runsOf } from './lines.js';
import { glyph, stone } from './marks.js';
import type { Shade } from './paint.js';
import { ASIDE, FIRST, GAP, LETTER, Sheet, TEXT } from './sheet.js';

/** A wall to be drawn: its newest letters, and how many there are. */
export interface WallDrawn {
  /** What the community is called. */
  where: string;
  letters: readonly Recognition[];
  people: readonly Member[];
  roles: readonly Role[];
  total: number;
}

type WallLanguage = Language<Words<'wall'> & Words<'outside'>>;

/** Letters that find room; where there are but names and what they did, people. */
const MOST = { letters: 4, people: 48 };
/** Lines of a letter that are drawn of it. */
const LINES = 9;
const sizes = { large: FIRST, middle: LETTER, body: TEXT };
const SIGNED = 27;
const CHEERER = 20;

/**
 * The newest letters of a wall as a picture. In a language as it comes its days are those of `now`: what stands for longer
 * is drawn in a `lasting` one.
 */
export function drawWall(
  { where, letters, people, roles, total }: WallDrawn,
  language: WallLanguage,
  now: Date,
  shade: Shade = 'auto',
): string {
  const { words } = language;
  const byId = new Map(people.map((member) => [member.id, member]));
  const said = letters.map((letter) => sayLetter(letter, (id) => byId.get(id), language, now));
  const sheet = new Sheet(language);
  if (!said.length) {
    sheet.say(words.nobodyThanked);
    return sheet.drawn(words.lettersIn(where), shade);
  }
  if (said.every(({ form }) => form === 'line')) {
    const shown = said.slice(0, MOST.people);
    const labelsOf = (i: number) => language.format.list(letters[i]?.labels ?? []);
    drawPeople(
      shown.map((each, i) => ({ said: each, labels: labelsOf(i) })),
      sheet,
    );
    const rest = total - shown.length;
    if (rest > 0) sayRest(sheet, words.andPeople(rest));
    return sheet.drawn(words.peopleIn(where), shade);
  }
  const shown = said.slice(0, MOST.letters);
  shown.forEach((letter, i) => {
    if (i) sheet.skip(GAP.things);
    drawLetter(letter, sheet, roles);
  });
  if (total > shown.length) sayRest(sheet, words.andLetters(total - shown.length));
  return sheet.drawn(words.lettersIn(where), shade);
}

function sayRest(sheet: Sheet, words: string): void {
  sheet.skip(GAP.things * 0.7);
  sheet.say(words, '', { size: ASIDE });
}

function drawLetter(said: LetterSaid, sheet: Sheet, roles: readonly Role[]): void {
  const { form, salutation, people, need, held, open, text, days, writtenUp, answered, cheers, to } = said;
  const aside = (words: Parameters<Sheet['say']>[0] | undefined, isOwn = false) => {
    if (words?.length) sheet.say(words, '', { size: ASIDE, isOwn });
  };
  if (form === 'line') {
    const [person] = to;
    const top = sheet.y;
    if (person) sheet.put(stone(person, sheet.start(sheet.edge, SIGNED), top, SIGNED));
    sheet.say(people ?? [], '', { indent: sheet.edge + (person ? SIGNED + 9 : 0), top: top + 1.5 });
    return;
  }
  if (days) {
    // From when it was asked for, dashed, to when it was here.
    const at = (offset: number) => sheet.start(sheet.edge + offset);
    const y = sheet.y + 4;
    sheet.put(
      markup`<path class="thread dashed" d="M${at(0)} ${y}H${at(58)}"/><path class="thread" d="M${at(58)} ${y}H${at(88)}"/>`,
    );
    sheet.skip(GAP.between);
    aside([...days.asked, ', ', ...days.here, ': ', { name: days.took }]);
  }
  aside(need, true);
  if (need) sheet.skip(GAP.inside);
  aside(held);
  aside(open);
  const size = form === 'board' ? LETTER : sizes[said.size];
  const leading = said.size === 'large' ? 1.25 : 1.5;
  if (salutation) sheet.say(salutation, 'strong', { size, leading });
  if (text) {
    const runs = [{ text, look: form === 'board' ? 'deed strong' : '' }];
    sheet.say(runs, '', { size, leading, most: LINES, isOwn: true });
  }
  if (people?.length) {
    if (form !== 'board') sheet.skip(GAP.inside);
    sheet.say(people, '', { size: form === 'board' ? ASIDE : TEXT });
  }
  aside(writtenUp);
  sign(said, sheet, roles);
  aside(answered);
  if (cheers) {
    sheet.skip(GAP.between);
    const top = sheet.y;
    cheers.people.forEach((person, i) =>
      sheet.put(stone(person, sheet.start(sheet.edge + i * (CHEERER + 2), CHEERER), top, CHEERER)),
    );
    const indent = sheet.edge + cheers.people.length * (CHEERER + 2) + (cheers.people.length ? 6 : 0);
    sheet.say(cheers.said, '', { size: ASIDE, indent, top: top - 0.5 });
  }
}

/** The stone, the role's glyph, the name and the day, on one line. */
function sign({ form, by, at, role: id }: LetterSaid, sheet: Sheet, roles: readonly Role[]): void {
  const role = roles.find((each) => each.id === id);
  if (form === 'board') {
    if (at) sheet.say([at], '', { size: ASIDE });
    return;
  }
  if (!by && !at && !role) return;
  sheet.skip(GAP.between);
  const top = sheet.y;
  let indent = sheet.edge;
  if (by) {
    sheet.put(stone(by, sheet.start(indent, SIGNED), top, SIGNED));
    indent += SIGNED + 8;
  }
  if (role) {
    sheet.put(glyph(role.id, role.name, sheet.start(indent, 18), top + 4.5, 18));
    sheet.hear(role.name);
    indent += 18 + 7;
  }
  const name = by ? [{ text: by.name, look: 'strong', own: true }] : [];
  const day = at ? runsOf([...(by ? ['\u2002'] : []), at]) : [];
  sheet.say([...name, ...day], '', { size: ASIDE, indent, top: top + (SIGNED - ASIDE * 1.5) / 2, most: 2 });
}

/** Who did what, in columns: all that such a source knows. */
function drawPeople(shown: readonly { said: LetterSaid; labels: Phrase }[], sheet: Sheet): void {
  const [columns, between, size] = [2, 24, 30];
  const wide = (sheet.width - 2 * sheet.edge - between * (columns - 1)) / columns;
  for (let i = 0; i < shown.length; i += columns) {
    if (i) sheet.skip(GAP.apart);
    const top = sheet.y;
    shown.slice(i, i + columns).forEach(({ said: { to, people = [] }, labels }, column) => {
      const indent = sheet.edge + column * (wide + between);
      const [person] = to;
      if (person) sheet.put(stone(person, sheet.start(indent, size), top, size));
      const setting = { indent: indent + size + 10, width: wide - size - 10 };
      const isOne = person && to.length === 1;
      const who = runsOf(isOne ? [{ name: person.name }] : people, 'strong');
      const below = sheet.say(who, '', { ...setting, leading: 1.3, top: top - 1 });
      if (isOne) sheet.say(labels, '', { ...setting, size: ASIDE * 0.94, leading: 1.35, top: below, most: 4 });
    });
    sheet.y = Math.max(sheet.y, top + size);
  }
}
