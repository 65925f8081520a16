import { createStore } from '@kith/core';
import { defineAll, RecognitionWall } from '@kith/elements';
import { json } from '@kith/providers/json';
import { memory } from '@kith/providers/memory';
import { timed, wanted, type Bench } from './frame.js';
import { community, NOW } from './letters.js';

defineAll();
const count = Number(wanted('count', '1000'));
const data = community(count);
const provider = memory(data);
// This provider copies its whole document and looks for what is different, which on a site is a server's work. So a
// change counts from its notice, and this watcher is the first to have it.
let heard = NaN;
provider.watch(() => (heard = performance.now()));
// The wall by hand only shows, and so does this one.
const shown = { ...provider, takes: new Set<never>() };
// For the record: what it costs where the document has to be checked first.
const store = createStore(wanted('from', 'memory') === 'memory' ? shown : json({ document: data }), {
  now: () => NOW,
});
const place = document.querySelector('main') as HTMLElement;

const wall = new RecognitionWall();
wall.pageSize = count;
wall.store = store;
const letters = () => wall.shadowRoot?.querySelectorAll<HTMLElement>('[part=letter]') ?? [];

const bench: Bench = {
  async mount() {
    const [first = NaN, all = NaN] = await timed(
      () => place.append(wall),
      () => letters().length > 0,
      () => letters().length === count,
    );
    return { first, all };
  },
  async cheer() {
    const letter = letters()[10] as HTMLElement;
    const said = letter.textContent;
    const [time = NaN] = await timed(
      () => {
        provider.change((document) => {
          const { cheers } = document.recognitions?.[10] ?? {};
          if (cheers) cheers.count++;
          return document;
        });
        return heard;
      },
      () => letter.textContent !== said,
    );
    return time;
  },
  said: () => Array.from(letters(), ({ textContent }) => textContent ?? ''),
  size: () => wall.shadowRoot?.querySelectorAll('[part=letter] *').length ?? 0,
};
Object.assign(globalThis, { bench });
