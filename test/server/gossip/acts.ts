import { newKey, type IntentName } from '@kith/core/rules';
import type { Letter } from './known.js';
import type { Place } from './place.js';

const OPEN = 14 * 86_400_000;

/** What somebody does, and what a test notes of it once it was done. */
interface Act {
  by: string;
  name: IntentName | 'hide' | 'show' | 'leave' | 'count in';
  detail: object;
  done(key: string): void;
}
type Make = (me: string, chance: Chance) => Act['done'] extends never ? never : Omit<Act, 'by' | 'name'> | undefined;

/** Whatever a seed decides. */
export interface Chance {
  one<T>(list: readonly T[]): T;
  maybe(likely: number): boolean;
}

/** All that can be done, each with how often. */
function actsOf({ known, ids, stranger, moderator, isReviewed, clock }: Place) {
  const { people, letters, meetings } = known;
  const everybody = [...ids, stranger];
  const person = (id: string) => people.get(id);
  const others = (me: string) => everybody.filter((id) => id !== me);
  const spoke = (me: string, ...of: string[]) => {
    if (!known.said.has(me)) known.said.set(me, new Set());
    of.forEach((id) => known.said.get(me)?.add(id));
  };
  const aLetter = ({ one }: Chance): [string, Letter] | undefined => (letters.size ? one([...letters]) : undefined);
  const last = new Map<string, string>();
  const asked = new Map<string, string>();

  const acts: Record<string, [times: number, name: Act['name'], make: Make]> = {
    recognize: [
      6,
      'recognize',
      (me, { one, maybe }) => {
        const to = maybe(0.8) ? [...new Set([one(others(me)), one(others(me))])] : [];
        const isTrusted = [...letters.values()].some(({ from, state }) => from === me && state === 'stands');
        const letter: Letter = {
          from: me,
          to,
          state: isReviewed && !isTrusted ? 'review' : 'stands',
          consents: new Map(),
          isReported: false,
        };
        const text = known.mark((reader) => known.mayReadLetter(letter, reader));
        spoke(me, ...to);
        const occasion = to.length ? 'thanks' : one(['story', 'ask']);
        return { detail: { to, occasion, text, need: text }, done: (key) => letters.set(key, letter) };
      },
    ],
    consent: [
      8,
      'consent',
      (me, chance) => {
        const mine = [...letters].filter(([, { to }]) => to.includes(me));
        if (!mine.length) return undefined;
        const [recognition, letter] = chance.one(mine);
        const as = chance.one(['named', 'unnamed', 'hidden', 'named', 'hidden']);
        return { detail: { recognition, as }, done: () => letter.consents.set(me, as) };
      },
    ],
    thank: [
      3,
      'thank',
      (me, chance) => {
        const [recognition, letter] = aLetter(chance) ?? [];
        if (!letter) return undefined;
        const isNamed = () => known.isOpen(letter) && letter.consents.get(me) === 'named';
        const text = known.mark(({ member }) => letter.state !== 'gone' && (member === me || isNamed()));
        return { detail: { recognition, text }, done: () => undefined };
      },
    ],
    answer: [
      2,
      'answer',
      (me, chance) => {
        const [ask, letter] = aLetter(chance) ?? [];
        if (!letter) return undefined;
        const text = known.mark(({ member }) => letter.state !== 'gone' && (member === me || known.isOpen(letter)));
        return { detail: { ask, text }, done: () => undefined };
      },
    ],
    keep: [
      1,
      'keep',
      (me, chance) => {
        const [recognition, letter] = aLetter(chance) ?? [];
        if (!letter) return undefined;
        const because = known.mark((reader) => reader.member === me || known.mayReadLetter(letter, reader));
        return { detail: { recognition, on: chance.maybe(0.7), because }, done: () => undefined };
      },
    ],
    cheer: [
      3,
      'cheer',
      (_, chance) => {
        const [recognition] = aLetter(chance) ?? [];
        return recognition ? { detail: { recognition, on: chance.maybe(0.7) }, done: () => undefined } : undefined;
      },
    ],
    cheerClimb: [
      2,
      'cheer',
      (me, { one, maybe }) => {
        const member = one(others(me));
        spoke(me, member);
        return { detail: { member, ladder: 'pull-up', rung: 'first', on: maybe(0.8) }, done: () => undefined };
      },
    ],
    back: [
      1,
      'back',
      (_, chance) => {
        const [id] = aLetter(chance) ?? [];
        return id
          ? { detail: { subject: { kind: 'ask', id }, on: chance.maybe(0.7) }, done: () => undefined }
          : undefined;
      },
    ],
    retract: [
      2,
      'retract',
      (me, chance) => {
        const mine = [...letters].filter(([, { from, state }]) => from === me && state !== 'gone');
        if (!mine.length) return undefined;
        const [recognition, letter] = chance.one(mine);
        return { detail: { recognition }, done: () => void (letter.state = 'gone') };
      },
    ],
    report: [
      1,
      'report',
      (me, chance) => {
        const [recognition, letter] = aLetter(chance) ?? [];
        if (!letter) return undefined;
        const reason = known.mark(
          ({ member, isModerator = false }) => letter.state !== 'gone' && (member === me || isModerator),
        );
        return { detail: { recognition, reason }, done: () => void (letter.isReported = true) };
      },
    ],
    'claim-role': [
      3,
      'claim-role',
      (me, { maybe }) => {
        const on = maybe(0.6);
        const now = newKey();
        const isStill = () => last.get(`aspires ${me}`) === now && person(me)?.accepted;
        const aspires = known.mark((reader) => reader.member === me || (!!isStill() && known.mayReadWhole(me, reader)));
        return {
          detail: { role: 'connector', on, ...(on && { aspires }) },
          done() {
            last.set(`aspires ${me}`, now);
            Object.assign(person(me) ?? {}, { accepted: on });
          },
        };
      },
    ],
    'accept-role': [
      2,
      'accept-role',
      (me, { maybe }) => {
        const on = maybe(0.6);
        return { detail: { role: 'connector', on }, done: () => Object.assign(person(me) ?? {}, { accepted: on }) };
      },
    ],
    'affirm-role': [
      4,
      'affirm-role',
      (me, { one, maybe }) => {
        const member = one(others(me));
        const on = maybe(0.8);
        const word = `${me} ${member}`;
        const now = newKey();
        const because = known.mark((reader) => {
          if (last.get(word) !== now || !known.words.has(word) || person(member)?.isGone) return false;
          if (reader.member === member || reader.member === me) return true;
          return !!person(member)?.accepted && known.mayReadWhole(member, reader);
        });
        spoke(me, member);
        return {
          detail: { member, role: 'connector', on, because },
          done() {
            last.set(word, now);
            if (on) known.words.add(word);
            else known.words.delete(word);
          },
        };
      },
    ],
    pledge: [
      3,
      'pledge',
      (me, { maybe }) => {
        const on = maybe(0.6);
        const now = newKey();
        const line = known.mark(() => last.get(`line ${me}`) === now && !!person(me)?.hasLine);
        const says = on && maybe(0.7);
        return {
          detail: { on, purposeVersion: 3, ...(says && { line }) },
          done() {
            const one = person(me);
            if (says) last.set(`line ${me}`, now);
            if (one) Object.assign(one, { hasPledged: on, hasLine: on && (says || one.hasLine) });
          },
        };
      },
    ],
    profile: [
      5,
      'profile',
      (me, { one, maybe }) => {
        const now = newKey();
        const mine = () => known.mark((reader) => last.get(`profile ${me}`) === now && known.mayReadWhole(me, reader));
        const visibility = one(['everyone', 'members', 'nobody', 'nobody'] as const);
        const story = mine();
        const says = maybe(0.8);
        return {
          detail: {
            patch: { visibility, ...(says && { story, asks: ['a lathe', mine()], offers: ['a lathe', mine()] }) },
          },
          done() {
            Object.assign(person(me) ?? {}, { visibility });
            if (says) last.set(`profile ${me}`, now);
          },
        };
      },
    ],
    record: [
      3,
      'record',
      (_, { one }) => ({
        detail: { ladder: 'pull-up', measure: 'reps', value: one([1, 2, 5, 6]) },
        done: () => undefined,
      }),
    ],
    sponsor: [
      2,
      'sponsor',
      (me, { one, maybe }) => {
        const member = one(others(me));
        const on = maybe(0.8);
        spoke(me, member);
        return {
          detail: { member, ladder: 'pull-up', rung: 'five', on },
          done: () => void (on ? known.sponsors.add(`${me} ${member}`) : known.sponsors.delete(`${me} ${member}`)),
        };
      },
    ],
    'ask-intro': [
      4,
      'ask-intro',
      (me, { one }) => {
        const other = one(others(me));
        const between: { key?: string } = {};
        const text = known.mark(({ member }) => {
          const meeting = meetings.get(between.key ?? '');
          return (
            !!meeting && meeting.people.includes(member ?? '') && meeting.people.every((id) => !person(id)?.isGone)
          );
        });
        const theirs = meetings.get(asked.get(`${other} ${me}`) ?? '');
        spoke(me, other);
        return {
          detail: { with: other, text, reasons: [] },
          done(key) {
            between.key = key;
            if (theirs && theirs.at + OPEN > clock.at) return answered(theirs, me, true);
            meetings.set(key, {
              people: [me, other],
              by: me,
              isAsked: true,
              at: clock.at,
              answers: new Map(),
              met: false,
            });
            asked.set(`${me} ${other}`, key);
          },
        };
      },
    ],
    introduce: [
      2,
      'introduce',
      (me, { one }) => {
        const two = [one(others(me)), one(others(me))];
        const between: { key?: string } = {};
        const text = known.mark(({ member = '' }) => {
          const meeting = meetings.get(between.key ?? '');
          return !!meeting && [...two, me].includes(member) && two.every((id) => !person(id)?.isGone);
        });
        spoke(me, ...two);
        return {
          detail: { people: two, text },
          done(key) {
            between.key = key;
            meetings.set(key, { people: two, by: me, isAsked: false, at: clock.at, answers: new Map(), met: false });
          },
        };
      },
    ],
    'answer-intro': [
      6,
      'answer-intro',
      (me, { one, maybe }) => {
        const mine = [...meetings].filter(([, { people }]) => people.includes(me));
        if (!mine.length) return undefined;
        const [introduction, meeting] = one(mine);
        const on = maybe(0.6);
        return { detail: { introduction, on }, done: () => answered(meeting, me, on) };
      },
    ],
    met: [
      1,
      'met',
      (me, { one, maybe }) => {
        const mine = [...meetings].filter(([, { people }]) => people.includes(me));
        return mine.length
          ? { detail: { introduction: one(mine)[0], on: maybe(0.5) }, done: () => undefined }
          : undefined;
      },
    ],
    'pass-intro': [
      2,
      'pass-intro',
      (me, { one }) => {
        const other = one(others(me));
        spoke(me, other);
        return { detail: { with: other }, done: () => undefined };
      },
    ],
    'with-us': [1, 'with-us', (_, { maybe }) => ({ detail: { on: maybe(0.6) }, done: () => undefined })],
    'count in': [1, 'count in', (_, { maybe }) => ({ detail: { on: maybe(0.6) }, done: () => undefined })],
    hide: [2, 'hide', (_, chance) => ruling(chance, 'removed')],
    show: [2, 'show', (_, chance) => ruling(chance, 'stands')],
    leave: [
      0.3,
      'leave',
      (me) => ({
        detail: {},
        done() {
          Object.assign(person(me) ?? {}, { isGone: true });
          for (const letter of letters.values()) {
            if (letter.from === me || (letter.to.length === 1 && letter.to.includes(me))) letter.state = 'gone';
            letter.to = letter.to.filter((id) => id !== me);
            letter.consents.delete(me);
          }
          known.said.forEach((ids) => ids.delete(me));
          for (const [key, { people: two }] of meetings) if (two.includes(me)) meetings.delete(key);
          for (const list of [known.words, known.sponsors])
            for (const word of list) if (word.split(' ').includes(me)) list.delete(word);
        },
      }),
    ],
  };

  function answered(
    meeting: { people: string[]; by: string; answers: Map<string, boolean>; met: boolean },
    me: string,
    on: boolean,
  ) {
    const { people: two, by, answers } = meeting;
    if (meeting.met) return;
    answers.set(me, on);
    const agreed = (id: string) => answers.get(id) ?? id === by;
    if (on && two.every(agreed)) meeting.met = true;
  }

  function ruling(chance: Chance, state: Letter['state']) {
    const [recognition, letter] = aLetter(chance) ?? [];
    if (!letter) return undefined;
    const reason = known.mark(({ member }) => member === moderator);
    return { detail: { recognition, reason }, done: () => void (letter.state = state) };
  }
  return acts;
}

/** Somebody does something, whatever chance says; gives in words what it was, and whether it was done. */
export function createActing(place: Place) {
  const { known, ids, stranger, moderator, here, ask } = place;
  const acts = actsOf(place);
  const often = Object.values(acts).flatMap((act) => Array.from({ length: Math.ceil(act[0] * 10) }, () => act));
  return async (chance: Chance): Promise<string> => {
    const [, name, make] = chance.one(often);
    const present = [...ids, stranger].filter((id) => !known.people.get(id)?.isGone);
    const isRuling = name === 'hide' || name === 'show';
    const by = isRuling ? moderator : chance.one(present.filter((id) => name !== 'leave' || id !== moderator));
    const act = make(by, chance);
    if (!act) return '';
    const key = newKey(place.clock.at);
    const as = name === 'count in' ? ('guest' as const) : { member: by };
    const { status } = await (name === 'leave'
      ? ask(here, as, '/me', undefined, 'DELETE')
      : isRuling
        ? ask(here, as, '/moderate', { ...act.detail, act: name })
        : ask(here, as, '/intents', { key, name: name === 'count in' ? 'with-us' : name, detail: act.detail }));
    if (status >= 500) throw new Error(`${name}: ${status}`);
    if (status === 200) act.done(key);
    known.note();
    return `${by} ${name} ${JSON.stringify(act.detail)} → ${status}`;
  };
}
