import type { Answer, Intent, Loaded, Phrase, Store } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { AtomController } from '../atom-controller.js';
import { sayOf, type About, type Say } from './about.js';
import type { RoleReading } from './reading.js';

/** What somebody is writing of a role. */
export interface Writing {
  about: About;
  words: string;
  /** What they had said before; undefined where they have said nothing yet. */
  before: string | undefined;
}

/** Whom somebody is about to suggest, and for what; where either is still to be chosen it is empty. */
export interface Suggestion {
  member: string;
  role: string;
  words: string;
  /** What people are looked for by. */
  q: string;
}

interface Badge extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
  readonly member: string | undefined;
}

/** What a wish says something of; undefined of one that is about no role. */
function aboutOf({ name, detail }: Intent): About | undefined {
  return name === 'affirm-role' || name === 'claim-role' || name === 'accept-role' ? (detail as About) : undefined;
}

/** As many people as one can choose among without looking for them. */
const CHOICE = 100;

/** What somebody is doing with a badge beyond a button's press: what they are asked, and what they are still writing. */
export class Acting {
  writing: Writing | undefined;
  suggestion: Suggestion | undefined;
  /** What is said where a question was, once it is answered. */
  told: Phrase | undefined;
  /** Where the button was that sent a bead on its way. */
  from: { about: About; box: DOMRect } | undefined;
  /** What the focus goes to should it be lost: a role's id. */
  next: string | undefined;
  readonly #wishes: AtomController<Store['$wishes']['value']>;
  readonly #people: AtomController<Loaded<Answer<{ kind: 'members' }>>>;
  /** Whom somebody suggested here, who may stand elsewhere. */
  readonly #suggested = new Set<string>();

  constructor(
    private readonly badge: Badge,
    private readonly reading: RoleReading,
    private readonly say: Say,
  ) {
    this.#wishes = new AtomController(badge, () => badge.store?.$wishes);
    this.#people = new AtomController(badge, () => {
      if (!this.suggestion) return undefined;
      const { q } = this.suggestion;
      return badge.store?.ask({ kind: 'members', limit: CHOICE, ...(q && { q }) }).$answer;
    });
  }

  /** The people one can suggest, as far as they are here. */
  get people(): Answer<{ kind: 'members' }> | undefined {
    return this.#people.value?.value;
  }

  /** Whether the viewer has just suggested somebody who has not said yes yet; nothing else tells them. */
  isSuggested(about: About): boolean {
    const wishes =
      this.#wishes.value?.filter(({ intent, refusal }) => !refusal && isSame(aboutOf(intent), about)) ?? [];
    const last = wishes.at(-1)?.intent;
    return last?.name === 'affirm-role' && (last as Intent<'affirm-role'>).detail.on;
  }

  /** Whether a wish is told of here. */
  isOwn = (intent: Intent): boolean => {
    const about = aboutOf(intent);
    if (!about || this.#suggested.has(nameOf(about))) return Boolean(about);
    const { member } = this.badge;
    const { id, isOwn } = this.reading;
    const isMeant = about.member ? about.member === member : isOwn || (!member && intent.name === 'claim-role');
    return isMeant && (!id || about.role === id);
  };

  /** After a press: asks in what words. `said` is what it was said with; undefined where it is still to be said. */
  pressed(about: About, on: boolean, said: string | undefined, box: DOMRect): void {
    this.told = undefined;
    this.next = about.role;
    this.from = on ? { about, box } : undefined;
    // Who is not signed in has said nothing yet that words could be added to.
    if (on && (this.badge.store?.viewer || said === undefined)) this.write(about, '', said);
    else this.leave();
  }

  write(about: About, words: string, before: string | undefined): void {
    this.writing = { about, words, before };
    this.badge.requestUpdate();
  }

  leave = (): void => {
    this.writing = undefined;
    this.badge.requestUpdate();
  };

  /** What was not sent, to be written anew. */
  reopen = (intent: Intent): void => {
    const about = aboutOf(intent);
    const { because, aspires } = intent.detail as Partial<Record<'because' | 'aspires', string>>;
    const words = because ?? aspires ?? '';
    if (!about) return;
    if (about.member && about.member !== this.badge.member)
      this.suggest({ role: about.role, member: about.member, words, q: '' });
    else this.write(about, words, '');
  };

  /** Where the bead comes from that has just been seen to arrive. */
  arrive(): DOMRect {
    const box = this.from?.box ?? new DOMRect();
    this.from = undefined;
    return box;
  }

  /** The same wish again, now with words. */
  finish = (words: string): void => {
    const { about, before } = this.writing ?? {};
    this.leave();
    if (about && words !== before) sayOf(about, true, words || before ? words : undefined, this.say);
  };

  /** The viewer says yes or no to what others think of them for. */
  answer(role: string, on: boolean, told: Phrase): void {
    this.next = role;
    if (this.say('kith-accept-role', { role, on })) this.told = on ? undefined : told;
    this.badge.requestUpdate();
  }

  suggest = (suggestion: Suggestion | undefined): void => {
    this.told = undefined;
    this.suggestion = suggestion;
    this.badge.requestUpdate();
  };

  /** Says what was suggested. */
  sendSuggestion(about: About, words: string, told: Phrase): void {
    this.suggest(undefined);
    this.#suggested.add(nameOf(about));
    if (sayOf(about, true, words || undefined, this.say)) this.told = told;
  }
}

/** Whether both are of the same role, and of the same person. */
export function isSame(a: About | undefined, b: About | undefined): boolean {
  return a !== undefined && b !== undefined && a.role === b.role && a.member === b.member;
}

function nameOf({ role, member }: About): string {
  return `${role} ${member}`;
}
