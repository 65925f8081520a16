import { occasions, rewards } from '@kith/core';
import type { Widget } from '@kith/embed/static';
import { html, nothing as none, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import fields from 'virtual:fields';
import type { Field } from '../fields.js';
import { documentOf, namedIn, type Making } from '../making.js';
import { capital, type Around, type Now } from './section.js';

/** All that can be said of the chosen widget, as the manifest has it. */
export function shape({ making }: Now, { change }: Around): TemplateResult {
  const own = namedIn(documentOf(making) ?? { kith: 1 });
  return html`<section class="question" id="shape">
    <h2>Its shape</h2>
    ${fields[making.widget].map((field) => fieldLine(field, making, own, change))}
  </section>`;
}

function fieldLine(
  field: Field,
  { widget, attributes }: Making,
  own: ReturnType<typeof namedIn>,
  change: Around['change'],
): TemplateResult {
  const { name, label, help, kind, usual } = field;
  const id = `field-${name}`;
  const value = attributes[name] ?? '';
  const set = (value: string | undefined) => {
    const { [name]: _, ...rest } = attributes;
    change({ attributes: value === undefined || value === usual ? rest : { ...rest, [name]: value } }, `a.${name}`);
  };
  const choices = choicesOf(field, widget, own);
  const described = `${id}-help`;
  if (kind === 'switch') {
    return html`<div class="field">
      <label class="answer"
        ><input
          id=${id}
          type="checkbox"
          aria-describedby=${described}
          .checked=${live(name in attributes)}
          @change=${({ target }: Event) => set((target as HTMLInputElement).checked ? 'on' : undefined)}
        /><span>${label}</span></label
      >
      <p class="aside" id=${described}>${help}</p>
    </div>`;
  }
  const input = choices
    ? html`<select
        id=${id}
        aria-describedby=${described}
        @change=${({ target }: Event) => set((target as HTMLSelectElement).value || undefined)}
      >
        ${choices.map(([word, called]) => html`<option value=${word} ?selected=${(value || usual) === word}>${called}</option>`)}
        ${value && !choices.some(([word]) => word === value) ? html`<option value=${value} selected>${value}</option>` : none}
      </select>`
    : html`<input
        id=${id}
        type=${kind === 'number' ? 'number' : 'text'}
        min=${kind === 'number' ? '1' : none}
        placeholder=${usual || ' '}
        aria-describedby=${described}
        .value=${live(value)}
        @input=${({ target }: Event) => set((target as HTMLInputElement).value || undefined)}
      />`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${input}
    <p class="aside" id=${described}>${help}</p>
  </div>`;
}

/** What can be chosen for a field, with what each is called; undefined where it is free. */
function choicesOf(
  { name, kind, choices }: Field,
  widget: Widget,
  own: ReturnType<typeof namedIn>,
): [string, string][] | undefined {
  const named = (all: { id: string; name: string }[]): [string, string][] => [
    ['', ''],
    ...all.map(({ id, name }): [string, string] => [id, name]),
  ];
  const words = (all: readonly string[]): [string, string][] => [
    ['', ''],
    ...all.map((word): [string, string] => [word, capital(word)]),
  ];
  if (kind === 'choice') return choices.map((word) => [word, capital(word)]);
  if (name === 'filter-reward') return words(rewards);
  if (name === 'filter-occasion') return words(occasions);
  if (name === 'filter-role' || (name === 'name' && widget === 'role-badge')) return named(own.roles);
  if (name === 'ladder' && own.ladders.length) return named(own.ladders);
  if (name === 'member' && own.members.length) return named(own.members);
  return undefined;
}
