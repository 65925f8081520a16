import { canBeMet, countGraphemes, type Answer, type Member } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { actWords, asking, takeFocus } from '../acts/index.js';
import { dialog, type DraftOf, type Writing } from './drafts.js';

/** As many people as one can choose among without looking for them. */
export const CHOICE = 100;

const MOST = 1000;

/** Two members who do not know each other yet, and why they should. */
export function drawIntroduce(draft: DraftOf<'introduce'>, writing: Writing, people: Found): TemplateResult {
  const { words, language, say, drafts, onKnown, onDone } = writing;
  const [one, other] = draft.people;
  const over = countGraphemes(draft.text) - MOST;
  const change = (different: Partial<typeof draft>) => drafts.change(different);
  const fields = html`${
      people?.after || draft.q
        ? html`<label
            >${words.lookForThem}<input
              type="search"
              dir="auto"
              .value=${live(draft.q)}
              @input=${(event: Event) => change({ q: valueOf(event) })}
          /></label>`
        : nothing
    }
    ${drawChoice(words.oneOfThem, one, other, writing, people, (chosen) => change({ people: [chosen, other] }), true)}
    ${drawChoice(words.theOther, other, one, writing, people, (chosen) => change({ people: [one, chosen] }))}
    <label
      >${words.whyMeet}<textarea
        rows="2"
        dir="auto"
        required
        .value=${live(draft.text)}
        @input=${(event: Event) => change({ text: valueOf(event) })}
      ></textarea>
    </label>
    ${over > 0 ? html`<p class="aside">${actWords(language).tooLong(over)}</p>` : nothing}
    <p class="aside">${words.eachAnswers}</p>`;
  const form = asking(
    {
      fields,
      submit: words.introduceThem,
      isWhole: () => Boolean(one && other && draft.text.trim()) && over <= 0,
      draft: drafts,
      say(_, aside) {
        if (!one || !other) return false;
        [one, other].forEach(onKnown);
        const detail = { people: [one.id, other.id] as [string, string], text: draft.text.trim() };
        const isTaken = say('kith-introduce', detail, { ...aside, sent: () => words.eachAnswers });
        if (isTaken) onDone([words.eachAnswers]);
        return isTaken;
      },
    },
    actWords(language),
  );
  return dialog(words.introduceTwo, form, () => drafts.leave());
}

/** Who can be chosen, as far as they are here. */
export type Found = Answer<{ kind: 'members' }> | undefined;

function drawChoice(
  asks: string,
  chosen: Member | undefined,
  taken: Member | undefined,
  { me }: Writing,
  people: Found,
  onChoose: (member: Member | undefined) => void,
  isFirst = false,
): TemplateResult {
  const found = people?.members.filter((one) => canBeMet(one) && one.id !== me.id && one.id !== taken?.id) ?? [];
  // Whoever is chosen stays so, whatever is looked for next.
  const offered = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  const onChange = (event: Event) => onChoose(offered.find(({ id }) => id === valueOf(event)));
  return html`<label
    >${asks}<select ${isFirst ? ref(takeFocus) : nothing} required @change=${onChange}>
      <option value="" ?selected=${!chosen}></option>
      ${offered.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen?.id}>${name || '…'}</option>`)}
    </select></label
  >`;
}

function valueOf({ currentTarget }: Event): string {
  return (currentTarget as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}
