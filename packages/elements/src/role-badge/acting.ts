import type { Detail, Intent, Phrase, Store } from '@kith/core';
import { AtomController } from '../atom-controller.js';
import { Drafts, Telling } from '../acts/index.js';
import type { Aside, Say } from '../emit.js';
import { LateController } from '../late-controller.js';
import { sayOf, type About } from './about.js';
import type { Stage } from './buttons.js';
import type { Finder } from './finder.js';
import type { Badge, RoleReading } from './reading.js';
import type { Finding } from './suggested.js';

/** What somebody is writing of a role. */
export interface Writing {
  about: About;
  text: string;
  /** What they had said before; undefined where they have said nothing yet. */
  before: string | undefined;
}

/** What somebody is looked for: a role, or whichever the finder asks of, this one `first`. */
export interface Looked {
  role?: string | undefined;
  first?: string | undefined;
}

/** What is said where a button or a question was, and the way back, where there is one. */
export interface Told {
  said: Phrase;
  back?: { words: unknown; act(): void };
}

/** What a wish says something of; undefined of one that is about no role. */
function aboutOf({ name, detail }: Intent): About | undefined {
  return name === 'affirm-role' || name === 'claim-role' || name === 'accept-role' ? (detail as About) : undefined;
}

/** What somebody is doing with a badge beyond a button's press: what they are asked, and what they are still writing. */
export class Acting {
  readonly drafts: Drafts<Writing | Finding>;
  /** The role finder, once somebody looks for somebody. */
  readonly finder: LateController<Finder>;
  told: Told | undefined;
  /** Where the button was that sent a bead on its way. */
  from: { about: About; box: DOMRect } | undefined;
  /** What the focus goes to should it be lost: a role's id. */
  next: string | undefined;
  /** What has the focus meanwhile, where it was lost and what it goes to is not drawn yet; null where nothing has. */
  lost: Element | null | undefined;
  readonly #wishes: AtomController<Store['$wishes']['value']>;
  readonly #telling: Telling;
  /** The words of what was taken back, by what it was: another press begins with them. */
  readonly #takenBack = new Map<string, string>();

  constructor(
    private readonly badge: Badge,
    private readonly reading: RoleReading,
    private readonly say: Say,
  ) {
    this.drafts = new Drafts(badge);
    this.#telling = new Telling(badge, 'badge', (intent) => this.#shows(intent));
    this.#wishes = new AtomController(badge, () => badge.store?.$wishes);
    this.finder = new LateController(badge, async () => {
      const { Finder } = await import('./finder.js');
      return new Finder(badge, reading, this);
    });
  }

  /** What is being written of a role. */
  get writing(): Writing | undefined {
    const { open } = this.drafts;
    return open && 'about' in open ? open : undefined;
  }

  /** Who is being looked for. */
  get finding(): Finding | undefined {
    const { open } = this.drafts;
    return open && 'answers' in open ? open : undefined;
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
    if (on && (this.badge.store?.viewer || said === undefined))
      this.write(about, this.#takenBack.get(nameOf(about)) ?? '', said);
    else this.drafts.leave();
  }

  /** What was said with these words is taken back. */
  takeBack(about: About, words: string, told: Told | undefined): void {
    this.#takenBack.set(nameOf(about), words);
    this.tell(told);
  }

  write(about: About, text: string, before: string | undefined): void {
    this.drafts.begin(nameOf(about), { about, text, before });
  }

  /** What was not sent, to be written anew. */
  reopen = (intent: Intent): void => {
    const about = aboutOf(intent);
    const { because, aspires } = intent.detail as Partial<Record<'because' | 'aspires', string>>;
    if (!about) return;
    this.told = undefined;
    if (about.member && about.member !== this.badge.member)
      this.finder.do((finder) => void finder.mend(intent.key, intent.detail as Detail<'affirm-role'>));
    else this.drafts.mend(intent.key, { about, text: because ?? aspires ?? '', before: undefined });
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
  answer(role: string, on: boolean, told?: Told): void {
    this.next = role;
    if (this.say('kith-accept-role', { role, on })) this.tell(told);
  }

  /** A role of one's own is given up no more: with the wish it had, where it had one. */
  putBack(role: string, aspires: string | undefined): void {
    if (aspires === undefined) return this.answer(role, true);
    this.next = role;
    if (sayOf({ role }, true, aspires, this.say)) this.tell(undefined);
  }

  /** Opens the role finder, where somebody was asked for of everyone with the question that was asked there. */
  look(role: string | undefined, isAsked: boolean, language: Stage['language']): void {
    this.told = undefined;
    this.finder.do((finder) => finder.open({ role, first: isAsked ? 'connector' : undefined }, language));
  }

  tell(told: Told | undefined): void {
    this.told = told;
    this.badge.requestUpdate();
  }

  /** Says that somebody thinks of another for a role. Gives whether the store has it. */
  nominate(wish: Detail<'affirm-role'>, aside: Aside): boolean {
    if (!this.say('kith-affirm-role', wish, aside)) return false;
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
