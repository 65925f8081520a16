/**
 * Who may know what, written down by a test as people say yes and no, from the promises and not from the code that keeps
 * them. Whatever could be disclosed is told by a mark of its own: `Q17Q`.
 */
export interface Reader {
  member?: string;
  isModerator?: boolean;
}

export interface Person {
  id: string;
  visibility: 'everyone' | 'members' | 'nobody';
  /** Of their way up the ladder. */
  climb: 'everyone' | 'members' | 'nobody';
  accepted: boolean;
  hasPledged: boolean;
  hasLine: boolean;
  isGone: boolean;
}

export interface Letter {
  from: string;
  to: string[];
  state: 'review' | 'stands' | 'removed' | 'gone';
  consents: Map<string, string>;
  isReported: boolean;
}

export interface Meeting {
  people: string[];
  by: string;
  /** When it began. */
  at: number;
  answers: Map<string, boolean>;
  met: boolean;
}

type May = (reader: Reader) => boolean;

export class Known {
  readonly people = new Map<string, Person>();
  readonly letters = new Map<string, Letter>();
  readonly meetings = new Map<string, Meeting>();
  /** `by member`: who stands with their word on whose stone, and who has seen whose work. */
  readonly words = new Set<string>();
  readonly sponsors = new Set<string>();
  /** Marks and other words that are of one thing alone, and who may read them. */
  readonly marks = new Map<string, May>();
  /** Whom somebody spoke of themselves: they know that id. */
  readonly said = new Map<string, Set<string>>();
  /** Pieces that everyone saw once: that they changed, or are gone, may be told. */
  readonly wasOpen = new Set<string>();
  #marks = 0;

  mark(may: May): string {
    const mark = `Q${++this.#marks}Q`;
    this.marks.set(mark, may);
    return mark;
  }

  /** Notes that somebody speaks of these. */
  speaks(by: string, ...of: string[]): void {
    const ids = this.said.get(by) ?? new Set();
    for (const id of of) ids.add(id);
    this.said.set(by, ids);
  }

  /** Somebody has all that is theirs deleted: their letters, those to nobody else, and what is between them and others. */
  forget(me: string): void {
    Object.assign(this.people.get(me) ?? {}, { isGone: true });
    for (const letter of this.letters.values()) {
      if (letter.from === me || (letter.to.length === 1 && letter.to.includes(me))) letter.state = 'gone';
      letter.to = letter.to.filter((id) => id !== me);
      letter.consents.delete(me);
    }
    for (const ids of this.said.values()) ids.delete(me);
    for (const [key, { people }] of this.meetings) if (people.includes(me)) this.meetings.delete(key);
    for (const list of [this.words, this.sponsors])
      for (const between of list) if (between.split(' ').includes(me)) list.delete(between);
  }

  isOpen(letter: Letter): boolean {
    const { state, to, consents } = letter;
    return state === 'stands' && (!to.length || to.some((id) => (consents.get(id) ?? 'hidden') !== 'hidden'));
  }

  mayReadLetter(letter: Letter, { member, isModerator = false }: Reader): boolean {
    const { state, from, to, isReported } = letter;
    if (state === 'gone') return false;
    if (this.isOpen(letter) || from === member) return true;
    if (isModerator && (state === 'review' || isReported)) return true;
    return state !== 'review' && member !== undefined && to.includes(member);
  }

  /** All that somebody says of themselves. */
  mayReadWhole(id: string, { member }: Reader): boolean {
    const person = this.people.get(id);
    if (!person || person.isGone) return false;
    return id === member || isFor(person.visibility, member);
  }

  mayReadClimb(id: string, { member }: Reader): boolean {
    const person = this.people.get(id);
    if (!person || person.isGone) return false;
    return id === member || isFor(person.climb, member);
  }

  /** That there is somebody of that name. */
  mayName(id: string, reader: Reader): boolean {
    const { member } = reader;
    const person = this.people.get(id);
    if (!person || person.isGone) return false;
    if (this.mayReadWhole(id, reader) || this.mayReadClimb(id, reader)) return true;
    if (person.hasPledged || person.hasLine || this.isNamedInOpen(id)) return true;
    return member !== undefined && this.#knowEachOther(id, member);
  }

  /** Their id alone, of which nobody reads a name: also who spoke of them, and who has to see to a letter of theirs. */
  mayIdentify(id: string, reader: Reader): boolean {
    if (this.mayName(id, reader)) return true;
    if (reader.member !== undefined && this.said.get(reader.member)?.has(id)) return true;
    if (this.people.get(id)?.isGone) return false;
    const isQueued = (letter: Letter) => letter.from === id && (letter.state === 'review' || letter.isReported);
    return !!reader.isModerator && [...this.letters.values()].some(isQueued);
  }

  isNamedInOpen(id: string): boolean {
    for (const letter of this.letters.values())
      if (this.isOpen(letter) && (letter.from === id || letter.consents.get(id) === 'named')) return true;
    return false;
  }

  /** What is between two people, and nobody else’s. */
  #knowEachOther(id: string, me: string): boolean {
    if (this.words.has(`${id} ${me}`) || this.sponsors.has(`${id} ${me}`)) return true;
    for (const { from, to, state, consents } of this.letters.values()) {
      if (state === 'gone') continue;
      if (from === me && to.includes(id)) return true;
      if (state !== 'review' && to.includes(me) && (from === id || consents.get(id) === 'named')) return true;
    }
    for (const { people, by } of this.meetings.values())
      if ([...people, by].includes(me) && [...people, by].includes(id)) return true;
    return false;
  }

  /** Notes what everyone sees now. */
  note(): void {
    for (const [id, person] of this.people) {
      if (person.isGone) {
        this.wasOpen.delete(`member ${id}`);
        this.wasOpen.delete(`progress ${id}/pull-up`);
        continue;
      }
      if (this.mayName(id, {})) this.wasOpen.add(`member ${id}`);
      if (this.mayReadClimb(id, {})) this.wasOpen.add(`progress ${id}/pull-up`);
    }
    for (const [key, letter] of this.letters) if (this.isOpen(letter)) this.wasOpen.add(`recognition ${key}`);
  }
}

function isFor(visibility: Person['visibility'], member: string | undefined): boolean {
  return visibility === 'everyone' || (visibility === 'members' && member !== undefined);
}
