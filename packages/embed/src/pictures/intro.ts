import { markup, sayNeed, type Answer, type Language, type Words } from '@kith/core';
import { runsOf } from './lines.js';
import { rounded, stone } from './marks.js';
import type { Shade } from './paint.js';
import { ASIDE, FIRST, GAP, Sheet, TEXT } from './sheet.js';

/** Who could use a hand, as everyone reads it, and what their community is called. */
export type IntroDrawn = Pick<Answer<{ kind: 'suggestions' }>, 'me' | 'suggestions'> & { where: string };

/** People who find room. */
const MOST = 4;
const STONE = 38;
/** The thread from somebody to who is not there yet. */
const THREAD = 50;
const KNOT = 6;

/**
 * Those who could use a hand as a picture: each on a thread whose other end is free. Nothing where the answer is
 * somebody's own: whom they might meet is for them alone.
 */
export function drawIntro(
  { me, suggestions, where }: IntroDrawn,
  language: Language<Words<'intro'> & Words<'outside'>>,
  shade: Shade = 'auto',
): string | undefined {
  if (me) return undefined;
  const { words } = language;
  const sheet = new Sheet(language);
  if (suggestions.length) {
    sheet.say(words.whoNeeds, 'display', { size: FIRST, leading: 1.2, isBalanced: true });
    for (const need of suggestions.slice(0, MOST)) {
      sheet.skip(GAP.apart);
      drawNeed(need, sheet, language);
    }
  } else {
    sheet.say(words.nobodyNeeds);
  }
  const rest = suggestions.length - MOST;
  if (rest > 0) {
    sheet.skip(GAP.apart);
    sheet.say(words.andPeople(rest), '', { size: ASIDE });
  }
  return sheet.drawn(`${where}: ${words.whoNeeds}`, shade);
}

function drawNeed(
  { member, reasons }: IntroDrawn['suggestions'][number],
  sheet: Sheet,
  language: Language<Words<'intro'>>,
): void {
  const top = sheet.y;
  const [begin, end] = [sheet.edge + STONE, sheet.edge + STONE + THREAD];
  const y = top + STONE / 2;
  const at = (offset: number) => rounded(sheet.start(offset));
  sheet.put(
    markup`<path class="thread dashed" d="M${at(begin)} ${rounded(y)}H${at(end)}"/>`,
    markup`<circle class="open" cx="${at(end + KNOT)}" cy="${rounded(y)}" r="${KNOT}"/>`,
    stone(member, sheet.start(sheet.edge, STONE), top, STONE),
  );
  const indent = end + 2 * KNOT + 14;
  // One line stands beside the middle of the stone.
  sheet.say(runsOf(sayNeed(member, reasons, language)), '', { indent, top: top + (STONE - TEXT * 1.5) / 2, most: 4 });
  sheet.y = Math.max(sheet.y, top + STONE);
}
