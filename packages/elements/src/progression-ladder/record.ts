import {
  labelOf,
  own,
  personalBests,
  readNumber,
  standing,
  wayBack,
  type ClimberSaid,
  type Ladder,
  type Measure,
  type Progress,
} from '@kith/core';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { actWords, asking, inLanguage, takeFocus, type Asking } from '../acts/index.js';
import { draw } from '../parts.js';
import { choice, read, spoken, type Desk, type Draft } from './desk.js';

/** How many, of what, on which day: never a day to come. */
export function askRecord(
  draft: Extract<Draft, { kind: 'record' }>,
  { ladder, row, climber, language, store, drafts, say, onWritten }: Desk,
) {
  const words = inLanguage(spoken, language);
  const { measures = [] } = ladder;
  const measure = measures.find(({ id }) => id === draft.measure) ?? nextMeasure(ladder, row, climber);
  if (!measure) return nothing;
  const best = bestOf(measure, row);
  const typed = draft.value?.trim() ?? '';
  const value = readNumber(typed, language.format.locale);
  const wrong =
    typed === '' ? undefined : Number.isNaN(value) ? words.noNumber(2.5) : value < 0 ? words.belowZero : undefined;
  const today = dayOf(store.now());
  const day = draft.at === undefined ? today : dayOf(new Date(draft.at));
  const change = (more: Partial<typeof draft>) => drafts.change(more);
  const label = labelOf(best, { measure: measure.id }, measure);
  const fields = html`${
      measures.length > 1
        ? html`<label
            >${words.whatDone}${choice(
              measures.map(({ id, label }) => [id, label]),
              measure.id,
              (id) => change({ measure: id }),
            )}</label
          >`
        : nothing
    }
    <label
      ><span>${draw(best > 0 ? words.howManyNow(best, label) : words.howMany(label))}</span
      ><input
        ${ref(takeFocus)}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        dir="auto"
        required
        aria-invalid=${wrong !== undefined}
        aria-describedby=${wrong === undefined ? nothing : 'wrong'}
        .value=${live(draft.value ?? '')}
        @input=${(event: Event) => change({ value: read(event) })}
      />
    </label>
    ${wrong === undefined ? nothing : html`<p id="wrong" class="aside">${wrong}</p>`}
    ${
      // Who counts what was done today would have it lost: it is said before it is sent.
      value > 0 && value < best ? html`<p class="aside">${words.addedUp(best, value)}</p>` : nothing
    }
    <label
      >${words.whatDay}<input
        type="date"
        max=${today}
        required
        .value=${live(day)}
        @input=${(event: Event) => read(event) && change({ at: noonOf(read(event)) })}
      />
    </label>`;
  const put: Asking['say'] = (_, aside) => {
    const at = day === today ? {} : { at: noonOf(day) };
    const isTaken = say('kith-record', { ladder: ladder.id, measure: measure.id, value, ...at }, aside);
    if (isTaken) onWritten(value > best ? undefined : best);
    return isTaken;
  };
  return asking(
    { fields, submit: words.putItUp, isWhole: () => value >= 0, draft: drafts, say: put },
    actWords(language),
  );
}

/** What the next step, or the way back, asks for first. */
function nextMeasure(ladder: Ladder, row: Progress | undefined, { pause }: ClimberSaid): Measure | undefined {
  const climb = standing(ladder, row);
  const act = (pause && wayBack(climb, row)) ?? climb.act;
  const { measures } = ladder;
  return measures?.find(({ id }) => act && 'measure' in act && act.measure === id) ?? measures?.[0];
}

function bestOf({ id }: Measure, row: Progress | undefined): number {
  return Math.max(own(row?.measures, id) ?? 0, personalBests(row?.records).best.get(id)?.value ?? 0);
}

/** A moment's day where the reader is. */
function dayOf(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The middle of a day, which is that day for whoever reads it elsewhere, too. */
function noonOf(day: string): string {
  return new Date(`${day}T12:00`).toISOString();
}
