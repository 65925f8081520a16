import { called, type Member } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { actWords, question, takeFocus } from '../acts/index.js';
import { draw, pebble } from '../parts.js';
import { dialog, type DraftOf, type Writing } from './drafts.js';

type Introducing = DraftOf<'introduce'>;

/** Two members who do not know each other yet, and why they should. */
export function drawIntroduce(draft: Introducing, writing: Writing): TemplateResult {
  const { words, onWrite } = writing;
  const leave = () => onWrite(undefined);
  const [one, other] = draft.people;
  const step = one && other ? drawWhy(draft, [one, other], writing) : drawSearch(draft, writing);
  const chosen = draft.people.map((member) => drawChosen(member, draft, writing));
  return dialog(
    words.introduceTwo,
    html`${
      chosen.length
        ? html`<ul class="chosen">
            ${chosen}
          </ul>`
        : nothing
    }
    ${step}`,
    leave,
  );
}

function drawChosen(member: Member, draft: Introducing, { words, onWrite, search, me }: Writing): TemplateResult {
  const people = draft.people.filter((one) => one !== member);
  const onChange = () => {
    onWrite({ ...draft, people });
    void search.find('', [me.id, ...people.map(({ id }) => id)]);
  };
  return html`<li class="beside">
    ${pebble(member, 2, 'none')}<bdi>${member.name}</bdi>
    <button class="quiet" @click=${onChange}>${draw(words.somebodyElse(called(member)))}</button>
  </li>`;
}

function drawSearch(draft: Introducing, { words, language, me, search, onWrite }: Writing): TemplateResult {
  const { people } = draft;
  const others = [me.id, ...people.map(({ id }) => id)];
  const choose = (member: Member | undefined) => {
    if (!member) return;
    onWrite({ ...draft, people: [...people, member] });
    void search.find('', [...others, member.id]);
  };
  const field = html`<label
    >${people.length ? words.theOther : words.oneOfThem}
    <input
      ${ref(takeFocus)}
      type="search"
      autocomplete="off"
      dir="auto"
      @input=${(event: Event) => void search.find((event.target as HTMLInputElement).value.trim(), others)}
  /></label>`;
  return html`<form
    class="question"
    @submit=${(event: Event) => {
      event.preventDefault();
      choose(search.found?.[0]);
    }}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && onWrite(undefined)}
  >
    ${
      // One field for each, so that each has the focus when it comes.
      people.length ? [nothing, field] : [field, nothing]
    }
    ${
      search.found?.length === 0
        ? html`<p class="aside">${words.nobodyFound}</p>`
        : html`<ul class="found">
            ${search.found?.map(
              (member) =>
                html`<li>
                  <button type="button" class="quiet beside" @click=${() => choose(member)}>
                    ${pebble(member, 2, 'none')}<bdi>${member.name}</bdi>
                  </button>
                </li>`,
            )}
          </ul>`
    }
    <p class="acts">
      <button type="button" class="quiet" @click=${() => onWrite(undefined)}>${actWords(language).leaveIt}</button>
    </p>
  </form>`;
}

function drawWhy(draft: Introducing, [a, b]: [Member, Member], writing: Writing): TemplateResult {
  const { words, language, say, onWrite, onDone } = writing;
  return question(
    {
      asks: words.whyMeet,
      note: words.eachAnswers,
      text: draft.text,
      most: 1000,
      submit: words.introduceThem,
      onInput: (text) => onWrite({ ...draft, text }),
      onSubmit(text) {
        onWrite(undefined);
        if (say('kith-introduce', { people: [a.id, b.id], text })) onDone([words.eachAnswers]);
      },
      onLeave: () => onWrite(undefined),
    },
    actWords(language),
  );
}
