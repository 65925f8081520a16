import type { Answer, Intent, Loaded, Member, Phrase, Store } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { AtomController } from '../atom-controller.js';
import { Drafts, Telling } from '../acts/index.js';
import type { Aside, Say } from '../emit.js';
import { sayOf, type About } from './about.js';
import type { RoleReading } from './reading.js';

/** What somebody is writing of a role. */
export interface Writing {
  about: About;
  text: string;
  /** What they had said before; undefined where they have said nothing yet. */
  before: string | undefined;
}

/** Whom somebody is about to suggest, and for what; where either is still to be chosen it is empty. */
export interface Suggestion {
  member: string;
  role: string;
  text: string;
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
  readonly drafts: Drafts<Writing | Suggestion>;
  /** What is said where a question was, once it is answered. */
  told: Phrase | undefined;
  /** Where the button was that sent a bead on its way. */
  from: { about: About; box: DOMRect } | undefined;
  /** What the focus goes to should it be lost: a role's id. */
  next: string | undefined;
  readonly #wishes: AtomController<Store['$wishes']['value']>;
  readonly #people: AtomController<Loaded<Answer<{ kind: 'members' }>>>;
  readonly #chosen: AtomController<Loaded<Answer<{ kind: 'member'; id: string }>>>;
  readonly #telling: Telling;

  constructor(
    private readonly badge: Badge,
    private readonly reading: RoleReading,
    private readonly say: Say,
  ) {
    this.drafts = new Drafts(badge);
    this.#telling = new Telling(badge, 'badge', (intent) => this.#shows(intent));
    this.#wishes = new AtomController(badge, () => badge.store?.$wishes);
    this.#chosen = new AtomController(badge, () => {
      const id = this.suggestion?.member;
      return id ? badge.store?.ask({ kind: 'member', id }).$answer : undefined;
    });
    this.#people = new AtomController(badge, () => {
      if (!this.suggestion) return undefined;
      const { q } = this.suggestion;
      return badge.store?.ask({ kind: 'members', limit: CHOICE, ...(q && { q }) }).$answer;
    });
  }

  /** What is being written of a role. */
  get writing(): Writing | undefined {
    const { open } = this.drafts;
    return open && 'about' in open ? open : undefined;
  }

  /** Who is being suggested. */
  get suggestion(): Suggestion | undefined {
    const { open } = this.drafts;
    return open && 'q' in open ? open : undefined;
  }

  /** Who is being suggested, once it is known who that is. */
  get chosen(): Member | undefined {
    return this.#chosen.value?.value?.member;
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
  isOwn = (intent: Intent): boolean => aboutOf(intent) !== undefined && this.#telling.isOurs(intent);

  #shows(intent: Intent): boolean {
    const about = aboutOf(intent);
    if (!about) return false;
    const { member } = this.badge;
    const { id, isOwn } = this.reading;
    const isMeant = about.member ? about.member === member : isOwn || (!member && intent.name === 'claim-role');
    return isMeant && (!id || about.role === id);
  }

  /** After a press: asks in what words. `said` is what it was said with; undefined where it is still to be said. */
  pressed(about: About, on: boolean, said: string | undefined, box: DOMRect): void {
    this.told = undefined;
    this.next = about.role;
    this.from = on ? { about, box } : undefined;
    // Who is not signed in has said nothing yet that words could be added to.
    if (on && (this.badge.store?.viewer || said === undefined)) this.write(about, '', said);
    else this.drafts.leave();
  }

  write(about: About, text: string, before: string | undefined): void {
    this.drafts.begin(nameOf(about), { about, text, before });
  }

  /** What was not sent, to be written anew. */
  reopen = (intent: Intent): void => {
    const about = aboutOf(intent);
    const { because, aspires } = intent.detail as Partial<Record<'because' | 'aspires', string>>;
    const text = because ?? aspires ?? '';
    if (!about) return;
    this.told = undefined;
    this.drafts.mend(
      intent.key,
      about.member && about.member !== this.badge.member
        ? { role: about.role, member: about.member, text, q: '' }
        : { about, text, before: undefined },
    );
  };

  /** Where the bead comes from that has just been seen to arrive. */
  arrive(): DOMRect {
    const box = this.from?.box ?? new DOMRect();
    this.from = undefined;
    return box;
  }

  /** The same wish again, now with words. */
  finish = (words: string, aside: Aside): boolean => {
    const { about, before } = this.writing ?? {};
    if (!about || words === before) return true;
    return sayOf(about, true, words || before ? words : undefined, this.say, aside);
  };

  /** The viewer says yes or no to what others think of them for. */
  answer(role: string, on: boolean, told: Phrase): void {
    this.next = role;
    if (this.say('kith-accept-role', { role, on })) this.told = on ? undefined : told;
    this.badge.requestUpdate();
  }

  /** Asks whom to suggest, as far as that is not known. */
  suggest(member: string, role: string): void {
    this.told = undefined;
    this.drafts.begin('suggest', { member, role, text: '', q: '' });
  }

  /** Says what was suggested. */
  sendSuggestion(about: About, words: string, told: Phrase, aside: Aside): boolean {
    const isTaken = sayOf(about, true, words || undefined, this.say, aside);
    if (!isTaken) return false;
    this.told = told;
    // Whom it is of may stand elsewhere, or nowhere.
    this.#telling.said(this.#wishes.value?.at(-1));
    return true;
  }
}

/** Whether both are of the same role, and of the same person. */
export function isSame(a: About | undefined, b: About | undefined): boolean {
  return a !== undefined && b !== undefined && a.role === b.role && a.member === b.member;
}

function nameOf({ role, member }: About): string {
  return `${role} ${member}`;
}
