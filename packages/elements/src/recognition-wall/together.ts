import {
  called,
  canBeMet,
  closesAt,
  isPeer,
  known,
  occasions,
  speech,
  standingFor,
  type Answer,
  type Loaded,
  type Member,
  type Recognition,
  type Store,
} from '@kith/core';
import { meeting } from '@kith/core/strings/en';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { inLanguage } from '../acts/index.js';
import { AtomController } from '../atom-controller.js';
import { draw } from '../parts.js';
import type { Desk } from './desk.js';
import type { Active } from './letter.js';
import { spoken } from './spoken.js';

const meetingSpoken = speech({ meeting });
/** As many as a line offers to meet. */
const MOST = 3;

/** How the reader stands to those they helped somebody together with: asked for only once a letter of theirs is open. */
export class Acquaintance {
  readonly #introductions: AtomController<Loaded<Answer<{ kind: 'introductions' }>>>;

  constructor(wall: ReactiveControllerHost & HTMLElement & { readonly store: Store | undefined }, desk: Desk) {
    this.#introductions = new AtomController(wall, () => {
      const { store } = wall;
      const isOpen = desk.open?.place === 'wall' && store?.viewer !== undefined && store.takes('ask-intro');
      return isOpen ? store.ask({ kind: 'introductions' }).$answer : undefined;
    });
  }

  /** The introductions of the reader; undefined before they are known. */
  get all() {
    return this.#introductions.value?.value?.introductions;
  }
}

/** Whom else a letter thanks, where the reader has not met them: "You both helped Room 12." */
export function othersHelped(letter: Recognition, drawing: Active): TemplateResult | typeof nothing {
  const { id, occasion, from, to = [] } = letter;
  const { acting, people, language, now } = drawing;
  const { viewer, desk, takes } = acting;
  if (viewer === undefined || !to.includes(viewer) || known(occasion, occasions, 'thanks') !== 'thanks') return nothing;
  const helped = people.get(from ?? '');
  const introductions = desk.acquaintance?.all;
  if (!helped || !introductions || !takes('ask-intro')) return nothing;
  const standings = (other: Member) =>
    introductions.flatMap((each) => {
      const stands = each.people.includes(other.id) ? standingFor(each, viewer, now) : undefined;
      return stands ? [{ stands, closes: closesAt(each) }] : [];
    });
  const others = to.flatMap((id) => people.get(id) ?? []).filter((other) => other.id !== viewer && isPerson(other));
  const unmet = others.filter((other) => standings(other).every(({ stands }) => stands === 'asked')).slice(0, MOST);
  if (!unmet.length) return nothing;
  const words = { ...inLanguage(meetingSpoken, language), ...inLanguage(spoken, language) };
  const lines = unmet.map((other) => {
    const [asked] = standings(other);
    if (asked) {
      const day = asked.closes === undefined ? undefined : language.format.day(asked.closes, now);
      return html`<p>${draw(words.askedToMeet(called(other), day))}</p>`;
    }
    return html`<button
      part="ask"
      name="meet"
      class="quiet"
      value=${other.id}
      aria-expanded=${desk.open?.asks === 'meet' && desk.open.to === other.id}
      @click=${() => desk.turn({ place: 'wall', id, asks: 'meet', to: other.id })}
    >
      ${draw(words.meetThem(called(other)))}
    </button>`;
  });
  return html`<div class="aside acts"><span>${draw(words.bothHelped([called(helped)]))}</span> ${lines}</div>`;
}

function isPerson(member: Member): boolean {
  return isPeer(member) && canBeMet(member);
}
