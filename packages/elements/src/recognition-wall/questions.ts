import { called, speech, type Recognition } from '@kith/core';
import { meeting as words } from '@kith/core/strings/en';
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { actWords, inLanguage, question, type Question } from '../acts/index.js';
import { draw } from '../parts.js';
import type { Asking, Desk } from './desk.js';
import type { Active, Drawing } from './letter.js';
import { spoken } from './spoken.js';

const meeting = speech({ meeting: words });

/** What a question is about. */
type About = Pick<Recognition, 'id' | 'from'>;

/** A question, and what its answer says. */
type Asked = Pick<Question, 'asks' | 'note' | 'most' | 'submit' | 'optional'> & Pick<Question, 'say'>;

/** The question about a letter that is drawn nowhere, if one is open. */
export function askedElsewhere(drawing: Drawing, desk: Desk): unknown {
  const { acting } = drawing;
  return acting && desk.open?.place === 'status'
    ? askedOf(desk.open, { ...drawing, acting: { ...acting, desk } })
    : nothing;
}

/** The question that is open beneath a letter, if one is. */
export function askedOf(letter: About, drawing: Active): unknown {
  const { desk } = drawing.acting;
  const { place, asks, to = '' } = desk.open ?? {};
  if (!asks || asks === 'retract') return nothing;
  const asked = questions[asks](letter, drawing, to);
  const behind = place === 'wall' ? { place, id: letter.id } : undefined;
  // Another question is another field, which takes the focus.
  return keyed(
    desk.asked,
    question(
      {
        ...asked,
        text: desk.text,
        draft: desk.draft(isFromFurther(asks) ? behind : undefined, asks === 'meet' ? behind : undefined),
      },
      actWords(drawing.language),
    ),
  );
}

const isFromFurther = (asks: Asking) => asks !== 'answer' && asks !== 'recognize';

const questions: {
  readonly [A in Exclude<Asking, 'retract'>]: (letter: About, drawing: Active, to: string) => Asked;
} = {
  thank({ id }, { acting, language }) {
    const words = inLanguage(spoken, language);
    return {
      asks: words.whatBack,
      note: words.standsBelow,
      most: 1000,
      submit: words.sayIt,
      say: (text, aside) => acting.say('kith-thank', { recognition: id, text }, aside),
    };
  },

  answer({ id }, { acting, language }) {
    const words = inLanguage(spoken, language);
    return {
      asks: words.howHelp,
      note: words.standsBelow,
      most: 1000,
      submit: words.answerIt,
      say: (text, aside) => acting.say('kith-answer', { ask: id, text }, aside),
    };
  },

  /** Whoever answered an ask is thanked as everyone is: with a letter of their own, which waits for their yes. */
  recognize(_, { acting, language, people }, to) {
    const words = inLanguage(spoken, language);
    const name = { name: people.get(to)?.name ?? '' };
    return {
      asks: words.whatDid,
      note: draw(words.readsFirst([name], 1)),
      most: 1000,
      submit: draw(words.sendTo([name])),
      say: (text, aside) => acting.say('kith-recognize', { to: [to], occasion: 'thanks', text }, aside),
    };
  },

  /** Whoever was thanked in the same letter; they read the same reason as beside any other introduction. */
  meet({ from }, { acting, language, people }, to) {
    const words = inLanguage(meeting, language);
    const other = people.get(to);
    const name = other && called(other);
    const helped = people.get(from ?? '');
    return {
      asks: draw(words.yourLineTo(name)),
      note: draw(words.whatIsSeen(name)),
      most: 1000,
      submit: words.askToMeet,
      optional: true,
      say(text, aside) {
        const together = helped ? [{ kind: 'together' as const, words: helped.called ?? helped.name }] : [];
        const reasons = acting.desk.open?.because ?? together;
        return acting.say('kith-ask-intro', { with: to, ...(text && { text }), reasons: [...reasons] }, aside);
      },
    };
  },

  keep({ id }, { acting, language }) {
    const words = inLanguage(spoken, language);
    return {
      asks: words.whyKeep,
      most: 280,
      submit: words.keepIt,
      optional: true,
      say: (because, aside) =>
        acting.say('kith-keep', { recognition: id, on: true, ...(because && { because }) }, aside),
    };
  },

  report({ id }, { acting, language }) {
    const words = inLanguage(spoken, language);
    return {
      asks: words.whatIsWrong,
      most: 1000,
      submit: words.sendReport,
      say(reason, aside) {
        const isTaken = acting.say('kith-report', { recognition: id, reason }, aside);
        if (isTaken) acting.desk.part('wall', id, words.personLooks);
        return isTaken;
      },
    };
  },
};
