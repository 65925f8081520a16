import { markup, sayPurpose, type Answer, type Language, type Words } from '@kith/core';
import { wrapped } from './lines.js';
import { rounded, stone } from './marks.js';
import type { Shade } from './paint.js';
import { ASIDE, GAP, Sheet } from './sheet.js';

/** The sizes of a statement: the largest in which it takes three lines at the most. */
const sizes = [40, 32, 26];
const STONE = 30;
/** The thread before the first who stand on it. */
const RUN_IN = 35;

/** A purpose with those who stand behind it as a picture; nothing where there is none. */
export function drawPurpose(
  answer: Answer<{ kind: 'purpose' }>,
  language: Language<Words<'banner'> & Words<'outside'>>,
  shade: Shade = 'auto',
): string | undefined {
  const said = sayPurpose(answer, language);
  if (!said) return undefined;
  const { words } = language;
  const sheet = new Sheet(language);
  const runs = [{ text: said.statement, look: 'display', own: true }];
  const room = sheet.width - 2 * sheet.edge;
  const size = sizes.find((each) => wrapped(runs, each, room).length <= 3) ?? 26;
  sheet.say(runs, '', { size, leading: 1.1, isBalanced: true, most: 8 });

  sheet.skip(GAP.apart);
  const line = sheet.y + (said.people.length ? STONE : 0);
  said.people.forEach((member, i) => {
    // Every third is a little smaller: people, not a row of coins.
    const own = i % 3 === 1 ? STONE * 0.92 : STONE;
    const offset = sheet.edge + RUN_IN + i * (STONE + 4);
    sheet.put(stone(member, sheet.start(offset, own), line - own + 0.6, own));
  });
  if (said.people.length) {
    sheet.hear(`${words.standBehind}:`);
    sheet.hear([...language.format.list(said.people.map(({ name }) => ({ name }))), '.']);
  }
  const thread = said.shared ? 'thread' : 'thread dashed';
  sheet.put(markup`<path class="${thread}" d="M${sheet.edge} ${rounded(line + 1)}H${sheet.width - sheet.edge}"/>`);
  sheet.y = line + 2;

  sheet.skip(GAP.between);
  sheet.say([said.provenance, ...(said.counts ? [' ', said.counts] : [])], '', { size: ASIDE });
  sheet.skip(GAP.inside);
  if (said.made) sheet.say(said.made);
  if (said.invitation) sheet.say(said.invitation, 'strong');
  return sheet.drawn(words.purposeOf(answer.community?.name ?? ''), shade);
}
