import { markup, sayLadder, type Answer, type ClimberSaid, type Language, type StepSaid, type Words } from '@kith/core';
import { runsOf } from './lines.js';
import { rounded, stone } from './marks.js';
import type { Shade } from './paint.js';
import { ASIDE, FIRST, GAP, Sheet, TEXT } from './sheet.js';

/** Where the thread runs, and where the words beside it begin, from the start edge. */
const THREAD = 20;
const WORDS = 74;
const KNOT = 7;
const ME = 38;

/** What is on the thread at a place, from which the next stretch begins. */
interface Knot {
  y: number;
  /** The stretch after it is one that was gone already. */
  isBehind: boolean;
}

/** A ladder's path as a picture, with `member` where they stand on it; nothing where there is no such ladder. */
export function drawLadder(
  answer: Answer<{ kind: 'ladder' }>,
  member: string | undefined,
  language: Language<Words<'ladder'>>,
  now: Date,
  shade: Shade = 'auto',
): string | undefined {
  // It is read by everyone: whoever stands on it is spoken of, never spoken to.
  const said = sayLadder(answer, { member, viewer: undefined }, language, now);
  if (!said) return undefined;
  const { steps, climber, from, to, behind, further, lead, isQuestion } = said;
  const sheet = new Sheet(language);
  const x = sheet.start(sheet.edge + THREAD);
  const knots: Knot[] = [];
  if (lead && !isQuestion) {
    sheet.say(lead);
    sheet.skip(GAP.apart);
  }

  /** A place on the thread, at the height of the first line of the words beside it. */
  function knot(isReached: boolean, isBehind: boolean, size = TEXT): void {
    const y = sheet.y + size * 0.75;
    knots.push({ y, isBehind });
    sheet.put(
      markup`<circle class="${isReached ? 'knot' : 'open'}" cx="${x}" cy="${rounded(y)}" r="${isReached ? KNOT : KNOT - 1}"/>`,
    );
  }

  if (from) {
    knots.push({ y: sheet.y + ASIDE * 0.75, isBehind: true });
    sheet.say(behind, '', { size: ASIDE, indent: WORDS });
    sheet.skip(GAP.apart);
  }
  if (climber && climber.at < 0) stand(climber);
  steps.slice(from, to).forEach((step, i) => {
    const here = from + i === climber?.at ? climber : undefined;
    if (knots.length) sheet.skip(here ? 0 : GAP.inside);
    drawStep(step, here);
    sheet.skip(GAP.apart);
  });
  if (to < steps.length) {
    knots.push({ y: sheet.y + ASIDE * 0.75, isBehind: false });
    sheet.say(further, '', { size: ASIDE, indent: WORDS });
  } else {
    sheet.skip(-GAP.apart);
  }
  return threaded().drawn(said.name, shade);

  function drawStep({ can, isReached, since, opens }: StepSaid, here: ClimberSaid | undefined): void {
    const isPast = here?.standing === 'past';
    knot(isReached, isReached);
    if (here?.already && !isPast) sheet.say(here.already, '', { indent: WORDS });
    else sheet.say([{ text: capital(can), own: true }], '', { indent: WORDS });
    if (since) sheet.say(since, '', { size: ASIDE, indent: WORDS });
    if (isReached) for (const each of opens) sheet.say(each, '', { size: ASIDE, indent: WORDS });
    if (here) {
      sheet.skip(GAP.apart);
      stand(here);
    }
  }

  /** Where somebody stands: the next small act is the largest. */
  function stand({ member: me, pause, act, soFar, then, opens }: ClimberSaid): void {
    const begun = sheet.y;
    knots.push({ y: begun + ME / 2, isBehind: false });
    if (me) {
      sheet.put(stone(me, x - ME / 2, begun, ME));
      sheet.say(runsOf([{ name: me.name }], 'strong'), '', { size: ASIDE, indent: WORDS });
    } else {
      sheet.put(markup`<circle class="knot" cx="${x}" cy="${rounded(begun + ME / 2)}" r="${KNOT}"/>`);
    }
    if (pause) sheet.say(pause, '', { size: ASIDE, indent: WORDS });
    if (act)
      sheet.say(runsOf(act, 'display'), '', { size: FIRST, leading: 1.2, indent: WORDS, isBalanced: true, most: 6 });
    if (soFar) sheet.say(soFar, '', { size: ASIDE, indent: WORDS });
    if (then) sheet.say(then, '', { indent: WORDS });
    for (const each of opens) sheet.say(each, '', { indent: WORDS });
    sheet.y = Math.max(sheet.y, begun + ME);
    sheet.skip(GAP.apart);
  }

  /** The stretches of the thread between the knots, beneath them. */
  function threaded(): Sheet {
    const stretches = knots.slice(1).map(({ y }, i) => {
      const { y: begin, isBehind } = knots[i] ?? { y, isBehind: false };
      return markup`<path class="thread ${isBehind ? 'done' : 'dashed'}" d="M${x} ${rounded(begin)}V${rounded(y)}"/>`;
    });
    sheet.putBeneath(...stretches);
    return sheet;
  }
}

/** A step says what one can do; it stands alone here. */
function capital(words: string): string {
  const [first = ''] = words;
  return first.toLocaleUpperCase() + words.slice(first.length);
}
