import {
  spotlight,
  spotlit,
  turnOf,
  type Answer,
  type Cursor,
  type Every,
  type Loaded,
  type Member,
  type Recognition,
  type Store,
  type Waits,
  type WallShown,
} from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { inLanguage } from '../acts/words.js';
import { AtomController } from '../atom-controller.js';
import { whenIdle } from '../idle.js';
import { draw } from '../parts.js';
import type { Around, Wall } from './detail.js';
import { detailSpoken } from './detail-words.js';
import { letter, type Drawing } from './letter.js';

/** Letters read at a time: all of them say who has turns. */
const READ = 1000;

/** Whose turn it is to be read of first: everybody's before anybody's again, however many letters they have. */
export class Turn {
  #of: { store: Store; every: Every } | undefined;
  /** What the wall showed when it could not be told whose turn it is. */
  #failed: { shown: WallShown | undefined } | undefined;
  #whose: string | undefined;
  #letter: string | undefined;
  readonly #latest: AtomController<Loaded<Answer<{ kind: 'wall' }>>>;

  constructor(
    private readonly wall: Wall,
    private readonly around: () => Around,
  ) {
    // What is shown of them is read anew as it changes: who is named no more has no turn.
    this.#latest = new AtomController(wall, () => {
      const id = this.#letter;
      return id === undefined ? undefined : this.#of?.store.ask({ kind: 'wall', ids: [id] }).$answer;
    });
  }

  async #find(store: Store, every: Every): Promise<void> {
    const of = (this.#of = { store, every });
    this.#whose = this.#letter = this.#failed = undefined;
    const turns = await turnsOf(store, every);
    if (this.#of !== of) return;
    if (!turns) {
      this.#failed = { shown: this.around().shown };
      return;
    }
    const { waits, latest } = turns;
    this.#whose = spotlight(waits, turnOf(store.now(), every));
    this.#letter = latest.get(this.#whose ?? '');
    this.wall.requestUpdate();
  }

  /** The latest letter to whose turn it is, every day or every week. */
  render(every: Every, drawing: Drawing): TemplateResult | typeof nothing {
    const { store, shown } = this.around();
    const isOther = this.#of?.store !== store || this.#of?.every !== every;
    // Tried anew with the wall.
    const isDue = isOther || (this.#failed && shown !== this.#failed.shown);
    if (store && isDue) void this.#find(store, every);
    const whose = this.#whose;
    const { letters = [], people = [] } = this.#latest.value?.value ?? {};
    const known = new Map<string, Member>(people.map((each) => [each.id, each]));
    const person = known.get(whose ?? '');
    const latest = letters.find(({ to }) => whose !== undefined && to?.includes(whose));
    if (!person || !latest) return nothing;
    const words = inLanguage(detailSpoken, drawing.language);
    const name = { name: person.name };
    return html`<div part="spotlight" class="turn">
      <p id="turn/whose" class="aside">${draw(every === 'day' ? words.thisDay(name) : words.thisWeek(name))}</p>
      <div role="list" aria-labelledby="turn/whose">
        ${letter(latest, { ...drawing, people: new Map([...drawing.people, ...known]) }, 'turn')}
      </div>
    </div>`;
  }
}

/** Who has turns, and the latest letter to each. */
interface Turns {
  waits: Waits[];
  latest: ReadonlyMap<string, string>;
}

/** Who has turns, of all there is to read; asked once, for all that show it, unless that failed. */
function turnsOf(store: Store, every: Every): Promise<Turns | undefined> {
  const kept = store.once(['turns', every], (): { turns?: Promise<Turns | undefined> | undefined } => ({}));
  return (kept.turns ??= readTurns(store, every).catch(() => (kept.turns = undefined)));
}

async function readTurns(store: Store, every: Every): Promise<Turns> {
  await new Promise<void>((go) => whenIdle(go));
  const { letters, people } = await readAll(store);
  const oldestFirst = letters.toReversed().flatMap(({ id, to = [] }) => to.map((one) => [one, id] as const));
  return { waits: spotlit(letters, people, every), latest: new Map(oldestFirst) };
}

async function readAll({ read }: Store): Promise<{ letters: Recognition[]; people: Member[] }> {
  const { signal } = new AbortController();
  const letters: Recognition[] = [];
  const people: Member[] = [];
  let after: Cursor | undefined;
  do {
    const page = await read({ kind: 'wall', limit: READ, ...(after !== undefined && { after }) }, signal);
    letters.push(...page.letters);
    people.push(...page.people);
    after = page.after;
  } while (after !== undefined);
  return { letters, people };
}
