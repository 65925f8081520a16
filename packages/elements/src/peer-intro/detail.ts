import { sayMeeting, type IntroSaid, type Language, type Words } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import type { Say } from '../emit.js';
import type { Around } from './around.js';
import { RoundDesk } from './round.js';
import { roundStyles } from './round.styles.js';

type NoteLanguage = Language<Words<'meeting' | 'note'>>;

/** What is taken along of an introduction, and what a host does for everybody: loaded once somebody does. */
export class IntroDetail {
  readonly styles = roundStyles;
  readonly round: RoundDesk;

  constructor(
    widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
    say: Say,
  ) {
    this.round = new RoundDesk(widget, around, say);
  }

  /** The next time two are both up, into the calendar of whoever reads. */
  giveCalendar({ introduction: id, people: [me, other] }: IntroSaid, language: NoteLanguage): void {
    const { store, introductions } = this.around();
    const introduction = introductions?.introductions.find((one) => one.id === id);
    if (!store || !introduction || !me || !other) return;
    const from = { introduction, me, other, reasons: introduction.reasons };
    const calendar = sayMeeting(from, language, store.now());
    if (calendar) download(calendar);
  }
}

/** Gives a file to whoever reads; nothing is asked for. */
function download(calendar: string): void {
  const href = URL.createObjectURL(new Blob([calendar], { type: 'text/calendar' }));
  const link = Object.assign(document.createElement('a'), { href, download: 'kith.ics' });
  link.click();
  // Safari reads it only after the click.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
