import { lintLadder, lintPurpose, type Ladder } from '@kith/core';
import '@kith/elements/define/progression-ladder';
import '@kith/elements/define/purpose-banner';
import { html, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { storeOf } from './community.js';

interface Findings {
  [aspect: string]: { ok: boolean; objections: { words: string[]; sentence: string; rung?: string | undefined }[] };
}

/** What is found, each with its reasons; said again where it changed while somebody writes. */
function findings(found: Findings, called: Record<string, [name: string, well: string]>): TemplateResult {
  return html`<div role="status">
    <ul class="findings">
      ${Object.entries(called).map(([aspect, [name, well]]) => {
        const { ok = true, objections = [] } = found[aspect] ?? {};
        return html`<li class=${ok ? '' : 'not-yet'}>
          <b>${ok ? name : `Not ${name.toLowerCase()}`}</b>
          ${
            ok
              ? html`<p>${well}</p>`
              : objections.map(
                  ({ rung, sentence, words }) =>
                    html`<p>
                      ${rung === undefined ? '' : `Step ${rung}: `}${sentence}
                      ${words.map((word) => html`<q>${word}</q>`)}
                    </p>`,
                )
          }
        </li>`;
      })}
    </ul>
  </div>`;
}

const valueOf = ({ currentTarget }: Event) => (currentTarget as HTMLInputElement).value;

const field = (asks: string, value: string | number, onInput: (said: string) => void, type = 'text') =>
  html`<label
    >${asks}<input
      type=${type}
      .value=${live(String(value))}
      min="0"
      @input=${(event: Event) => onInput(valueOf(event))}
  /></label>`;

/** Things to begin with, as buttons. */
const tries = <T>(all: readonly T[], called: (one: T) => string, take: (one: T) => void) =>
  html`<div class="tries">
    <span>Try</span>
    ${all.map((one) => html`<button type="button" @click=${() => take(one)}>${called(one)}</button>`)}
  </div>`;

/** A sentence and who says it: two that held people for decades, and one that held nobody. */
const purposes = [
  { statement: 'Everyone a changemaker', organisation: 'Ashoka' },
  { statement: 'Innovation everyone can enjoy', organisation: 'Xiaomi' },
  { statement: 'Be the #1 smartphone brand in Europe by 2027', organisation: 'Acme' },
];

/** A field for a purpose, and beneath it whether it is one that holds people. */
export function purposeGuide(): HTMLElement {
  const place = document.createElement('div');
  const draw = ({ statement, organisation }: (typeof purposes)[number]) => {
    const change = (different: Partial<(typeof purposes)[number]>) => draw({ statement, organisation, ...different });
    render(
      html`<div class="studio author">
        <h1>A purpose for a T-shirt</h1>
        <form @submit=${(event: Event) => event.preventDefault()}>
          ${field('The sentence your people would wear', statement, (said) => change({ statement: said }))}
          ${field('Whose people they are', organisation, (said) => change({ organisation: said }))}
          ${tries(purposes, (one) => one.statement, change)}
        </form>
        <kith-purpose-banner heading-level="2" .statement=${statement}></kith-purpose-banner>
        ${findings(
          { ...lintPurpose(statement, { organisation }) },
          {
            concise: ['Concise', 'It fits on a T-shirt: at most 8 words and 60 characters.'],
            relational: ['Relational', 'It is larger than whoever says it.'],
            timeless: ['Timeless', 'It is as true in ten years.'],
          },
        )}
      </div>`,
      place,
    );
  };
  draw(purposes[0] as (typeof purposes)[number]);
  return place;
}

/** A step: what one can do on it, and after how many visits. */
interface Step {
  id: number;
  can: string;
  after: number;
}

let numbered = 0;
const steps = (...given: [can: string, after: number][]): Step[] =>
  given.map(([can, after]) => ({ id: ++numbered, can, after }));

const ladders = [
  {
    name: 'A ladder people climb',
    steps: steps(
      ['come in and look', 0],
      ['mend something with help', 3],
      ['mend something alone', 12],
      ['show somebody else how', 40],
    ),
  },
  { name: 'A loyalty card', steps: steps(['get a sticker', 5], ['be a gold member', 500]) },
];

/** As the document has it. */
function ladderOf(steps: readonly Step[]): Ladder {
  return {
    id: 'mending',
    name: 'Mending',
    measures: [{ id: 'visits', label: 'visits', unit: 'visit', act: 'Come {n} more times' }],
    rungs: steps.map(({ can, after }, i) => ({
      id: String(i + 1),
      name: can || '…',
      can,
      needs: after > 0 ? [{ measure: 'visits', atLeast: after }] : [],
    })),
  };
}

/** Fields for the steps of a ladder, and beneath them whether people can climb it. */
export function ladderGuide(): HTMLElement {
  const place = document.createElement('div');
  const draw = (all: readonly Step[]) => {
    const ladder = ladderOf(all);
    const change = (id: number, different: Partial<Step>) =>
      draw(all.map((step) => (step.id === id ? { ...step, ...different } : step)));
    const takeOut = (id: number) => {
      draw(all.filter((step) => step.id !== id));
      // What had the focus is gone.
      place.querySelector<HTMLElement>('[data-add]')?.focus();
    };
    render(
      html`<div class="studio author">
        <h1>A ladder to climb</h1>
        <form @submit=${(event: Event) => event.preventDefault()}>
          ${repeat(
            all,
            ({ id }) => id,
            ({ id, can, after }, i) =>
              html`<fieldset>
                <legend>Step ${i + 1}</legend>
                ${field('You can …', can, (said) => change(id, { can: said }))}
                ${field('after so many visits', after, (said) => change(id, { after: Number(said) || 0 }), 'number')}
                <button type="button" @click=${() => takeOut(id)}>Take step ${i + 1} out</button>
              </fieldset>`,
          )}
          <button type="button" data-add @click=${() => draw([...all, ...steps(['', 0])])}>Add a step</button>
          ${tries(
            ladders,
            (one) => one.name,
            (one) => draw(one.steps),
          )}
        </form>
        <kith-progression-ladder
          heading-level="2"
          ${ref((tag) => {
            if (tag) Object.assign(tag, { store: storeOf({ kith: 1, ladders: [ladder] }) });
          })}
        ></kith-progression-ladder>
        ${findings(
          { ...lintLadder(ladder) },
          {
            begun: ['Begun', 'The first step is true on the first day.'],
            able: ['Able', 'Every step says what one can do.'],
            near: ['Near', 'No step is too far from the one below.'],
          },
        )}
      </div>`,
      place,
    );
  };
  draw(ladders[0]?.steps ?? []);
  return place;
}
