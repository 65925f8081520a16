import { markup, sayNeed, terms, type Markup } from '@kith/core';
import { numberOf, textOf } from './attributes.js';
import { draw, element, heading, known, line, whole, type Drawing } from './draw.js';

const widget = 'peer-intro';
/** How many who could use a hand a visitor reads of. */
const IN_NEED = 3;

/** Who could use a hand: whom they might meet, only members read. */
export async function peerIntro(drawing: Drawing): Promise<Markup> {
  const { attributes, language, read } = drawing;
  const { words } = language;
  const whom = textOf(attributes, 'member');
  const limit = Math.max(numberOf(attributes, 'limit', 1, 1, 10_000), IN_NEED);
  const { suggestions } = await read({ kind: 'suggestions', ...(whom && { with: whom }), limit });
  if (!suggestions.length) return whole(widget, drawing, line(words.nobodyNeeds));
  const needs = suggestions
    .slice(0, limit)
    .map(({ member, reasons }) =>
      element(
        'li',
        [terms.inNeed],
        draw(
          sayNeed(member, reasons, language),
          known(member),
          ...reasons.map((reason) => ({ words: [reason.words], names: [terms.ask] })),
        ),
      ),
    );
  return whole(widget, drawing, [
    heading(drawing, [], words.whoNeeds),
    markup`\n<ul>${needs}</ul>`,
    line(words.whomYouMeet),
  ]);
}
