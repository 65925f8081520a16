import { defineAll, type Community, type RecognitionWall } from '@kith/elements';
import { browser } from '@kith/providers/browser';
import { wanted } from './frame.js';
import { community } from './letters.js';

defineAll();
const place = document.querySelector('kith-community') as Community;
place.viewer = wanted('viewer', 'm50');
place.provider = browser({ document: community(20) }, { name: 'bench' });
const wall = document.querySelector('kith-recognition-wall') as RecognitionWall;
const frame = () => new Promise(requestAnimationFrame);
const letter = () => wall.shadowRoot?.getElementById('r0');

/** One of two tabs. Times are milliseconds since 1970, so that they can be compared between tabs. */
const tab = {
  /** Resolves once it can be cheered here. */
  async isReady(): Promise<void> {
    while (!letter()?.querySelector('[part~=cheer]')) await frame();
    await wall.store?.prepare();
  },
  /** Presses Cheer, and gives when. */
  cheer(): number {
    letter()?.querySelector<HTMLElement>('[part~=cheer]')?.click();
    return performance.timeOrigin + performance.now();
  },
  /** Gives when the letter reads otherwise than now. */
  async change(): Promise<number> {
    const before = letter()?.querySelector('.cheers')?.textContent;
    while (letter()?.querySelector('.cheers')?.textContent === before) await frame();
    return performance.timeOrigin + performance.now();
  },
};
Object.assign(globalThis, { bench: tab });
