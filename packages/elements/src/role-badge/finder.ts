import {
  called,
  countGraphemes,
  nominationsFrom,
  roleNamed,
  roleQuestion,
  roleQuestions,
  type Detail,
  type Member,
  type Role,
  type RoleAnswer,
} from '@kith/core';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { actWords, asking, type Draft } from '../acts/index.js';
import type { Aside } from '../emit.js';
import { draw } from '../parts.js';
import type { Acting, Looked } from './acting.js';
import type { Drawn, Stage } from './buttons.js';
import { finderLanguage, type FinderLanguage } from './finder-words.js';
import { finderStyles } from './finder.styles.js';
import { NameField } from './name-field.js';
import type { Badge, RoleReading } from './reading.js';
import { sayWhoSees, suggested, whoSees, type Answered, type Finding, type Given } from './suggested.js';

const MOST = 1000;

/**
 * The role finder: a few short questions, one at a time, each answered with somebody's name or passed over; then what is
 * suggested to whom, to be sent. Of one role alone it is that one question.
 */
export class Finder {
  readonly styles = finderStyles;
  readonly #field: NameField;
  #language: FinderLanguage | undefined;

  constructor(
    private readonly badge: Badge,
    private readonly reading: RoleReading,
    private readonly acting: Acting,
  ) {
    this.#field = new NameField(badge, () => this.#naming());
  }

  /** Opens it where it was left, for a role or for three of those there are. */
  open({ role, first }: Looked, language: Stage['language']): void {
    const { store } = this.badge;
    const seed = `${store?.viewer ?? ''} ${store?.now().toISOString().slice(0, 10) ?? ''}`;
    const asked = role
      ? [role]
      : roleQuestions(this.reading.roles, seed, finderLanguage(language), first).map((one) => one.role);
    this.#field.clear();
    this.acting.drafts.begin(`find ${role ?? ''}`, { at: 0, answers: asked.map((one) => blank(one)) });
  }

  /** Opens what somebody suggested that was refused. */
  async mend(key: string, { role, member, because = '' }: Detail<'affirm-role'>): Promise<void> {
    const { store } = this.badge;
    this.#field.clear();
    this.acting.drafts.mend(key, { at: 0, answers: [{ ...blank(role), member, because }] });
    if (store) await this.#field.search.meet([member], store);
    const person = this.#field.search.find(member);
    if (person && this.acting.drafts.instead === key) this.#change({ typed: person.name });
  }

  render(stage: Stage): Drawn {
    const { finding } = this.acting;
    if (!finding) return nothing;
    this.#language = finderLanguage(stage.language);
    const answer = finding.answers[finding.at];
    return answer
      ? this.#renderQuestion(answer, finding, this.#language)
      : this.#renderSummary(finding, this.#language);
  }

  /** A role nobody described is one, too, where it is what the badge is about. */
  get #roles(): readonly Role[] {
    const { roles, id } = this.reading;
    return id === undefined || roleNamed(id, roles) ? roles : [...roles, { id, name: id }];
  }

  get #open(): Answered {
    const { finding } = this.acting;
    return finding?.answers[finding.at] ?? blank('');
  }

  #naming() {
    const { store } = this.badge;
    const language = this.#language;
    // It is drawn in a language, and with a store, before anything can be typed into it.
    if (!store || !language) throw new Error('The role finder is not drawn.');
    const { role, typed } = this.#open;
    return {
      store,
      language,
      pictures: this.badge.pictures,
      asks: roleQuestion(role, this.#roles, language),
      typed,
      onType: (typed: string) => this.#change({ typed, member: undefined }),
      onChoose: ({ id, name }: Member) => this.#change({ typed: name, member: id }),
    };
  }

  #change(different: Partial<Answered>): void {
    const { finding, drafts } = this.acting;
    if (!finding) return;
    const answers = finding.answers.map((one, i) => (i === finding.at ? { ...one, ...different } : one));
    drafts.change({ answers });
  }

  #go(at: number): void {
    this.#field.clear();
    this.acting.drafts.change({ at });
  }

  /** Between two questions nothing is said yet. */
  #on(at: number): Draft {
    const { drafts } = this.acting;
    return {
      leave: () => drafts.leave(),
      drop: () => drafts.drop(),
      send: () => {
        this.#go(at);
        return false;
      },
    };
  }

  #renderQuestion(answer: Answered, { answers, at }: Finding, language: FinderLanguage): Drawn {
    const { words } = language;
    const { drafts } = this.acting;
    const isAlone = answers.length === 1;
    const person = this.#find(answer);
    const over = countGraphemes(answer.because) - MOST;
    const fields = html`${isAlone ? nothing : html`<p class="aside">${words.questionOf(at + 1, answers.length)}</p>`}
      ${this.#field.render()}
      ${person && !this.#isLetter ? html`<p class="aside">${draw(whoSees({ ...answer, person }, language))}</p>` : nothing}
      <label
        >${words.whyThem}<textarea
          rows="2"
          dir="auto"
          .value=${live(answer.because)}
          @input=${(event: Event) => this.#change({ because: (event.currentTarget as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${over > 0 ? html`<p class="aside">${actWords(language).tooLong(over)}</p>` : nothing}`;
    const pass = () => {
      this.#change({ ...blank(answer.role) });
      this.#go(at + 1);
    };
    return asking(
      {
        fields: anew(at, fields),
        submit: !isAlone ? words.next : person ? draw(words.suggestFor(called(person))) : words.suggestSomeone,
        beside: isAlone
          ? nothing
          : html`<button type="button" part="pass" class="quiet" @click=${pass}>${words.nobodyInMind}</button>${
                at ? this.#renderBack(at - 1, language) : nothing
              }`,
        isWhole: () => {
          if (!person && answer.typed.trim()) this.#field.look(answer.typed);
          return person !== undefined && over <= 0;
        },
        draft: isAlone ? drafts : this.#on(at + 1),
        say: (_, aside) => this.#send(aside),
      },
      actWords(language),
    );
  }

  #renderBack(at: number, { words }: FinderLanguage) {
    return html`<button type="button" part="back" class="quiet" @click=${() => this.#go(at)}>${words.back}</button>`;
  }

  #renderSummary({ answers }: Finding, language: FinderLanguage): Drawn {
    const { drafts } = this.acting;
    const given = this.#given(answers);
    const { length } = given;
    const last = answers.length - 1;
    const drawn = suggested(given, this.#roles, language, !this.#isLetter, (role) =>
      this.#go(answers.findIndex((answer) => answer.role === role)),
    );
    return asking(
      {
        fields: anew('summary', drawn),
        submit: length ? language.words.suggestThem(length) : language.words.back,
        beside: length ? this.#renderBack(last, language) : nothing,
        isWhole: () => true,
        draft: length ? drafts : this.#on(last),
        say: (_, aside) => this.#send(aside),
      },
      actWords(language),
    );
  }

  /** The organisers read what becomes a letter to them. */
  get #isLetter(): boolean {
    return this.badge.store?.provider.reach === 'mail';
  }

  #given(answers: readonly Answered[]): Given[] {
    return answers.flatMap((answer) => {
      const person = this.#find(answer);
      return person ? [{ ...answer, person }] : [];
    });
  }

  /** Whoever was chosen; each is known since then. */
  #find({ member }: RoleAnswer): Member | undefined {
    return member === undefined ? undefined : this.#field.search.find(member);
  }

  /** Says all of it. What the store does not have stays open. */
  #send(aside: Aside): boolean {
    const { finding, drafts } = this.acting;
    const language = this.#language;
    if (!finding || !language) return false;
    const { answers } = finding;
    const wishes = nominationsFrom(answers, this.#roles, this.badge.store?.viewer);
    const left = wishes.filter((wish) => !this.acting.nominate(wish, aside));
    const isLeft = ({ role, member }: RoleAnswer) => left.some((one) => one.role === role && one.member === member);
    const sent = this.#given(answers.filter((answer) => !isLeft(answer)));
    if (left.length < wishes.length && !this.#isLetter) this.acting.tell({ said: sayWhoSees(sent, language) });
    if (!left.length) return true;
    const open = answers.filter(isLeft);
    drafts.change({ answers: open, at: open.length === 1 ? 0 : open.length });
    return false;
  }
}

/** Drawn anew for each question, so that its field takes the focus. */
function anew(at: unknown, drawn: unknown) {
  return repeat([at], String, () => drawn);
}

function blank(role: string): Answered {
  return { role, member: undefined, typed: '', because: '' };
}
