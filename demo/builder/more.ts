import type { CommunityDocument, Provider } from '@kith/core';
import { html, render } from 'lit';
import { read, textAt } from '../yours/reading.js';
import type { Making } from './making.js';
import { doubtfulSnippet } from './more/doubtful.js';
import { kinds } from './more/kinds.js';
import { lookingAt } from './more/looking.js';
import { made } from './more/made.js';
import { oldSnippet } from './more/old.js';
import { peopleSection } from './more/people.js';
import type { Around, Now } from './more/section.js';
import { shape } from './more/shape.js';
import { receiverOf, visitors } from './more/visitors.js';
import { words } from './more/words.js';

/** Where it is drawn, and what it works with. */
interface Place extends Omit<Around, 'redraw'> {
  place: HTMLElement;
  looking: HTMLElement;
}

/** What is under More. */
export interface Further {
  draw(now: Now): void;
  bringFile(file: File): Promise<void>;
  /** What takes wishes in the drawn page; undefined where visitors only look. */
  providerOf(making: Making): ((document: CommunityDocument) => Provider) | undefined;
}

export function further({ place, looking, ...given }: Place): Further {
  let now: Now | undefined;
  let isAsked = false;
  const around: Around = { ...given, redraw: () => now && draw(now) };
  const people = peopleSection(around);
  const old = oldSnippet(around);
  const doubtful = doubtfulSnippet(around);

  function draw(next: Now): void {
    now = next;
    render(lookingAt(next.looking, around), looking);
    render(
      html`${kinds(next, around)} ${people.draw(next)} ${visitors(next, around)} ${words(next, around)}
      ${shape(next, around)} ${made(next, around)} ${old()} ${doubtful(next)}`,
      place,
    );
    if (next.needsSample && !isAsked) void bringSample();
  }

  /** People to look at a widget with, from beside this page. */
  async function bringSample(): Promise<void> {
    isAsked = true;
    const link = new URL('community.json', document.baseURI);
    const text = await textAt(link, new AbortController().signal).catch(() => undefined);
    if (text !== undefined) around.showSample(read(text).document);
  }

  return { draw, bringFile: people.bringFile, providerOf: (making) => receiverOf(making, around) };
}
