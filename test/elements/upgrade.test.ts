import { expect } from '@open-wc/testing';
import { blank, defined, early, trickle } from './pages.js';
import { until } from './support.js';

describe('a <div data-kith> of a page that comes slowly', () => {
  it('becomes the tag once it is whole', async () => {
    const page = blank();
    page.write(early);
    await defined(page);
    const letters = Array.from({ length: 12 }, (_, i) => `<p>Letter ${i}</p>`).join('');
    await trickle(page, `<div data-kith="recognition-wall" data-hold>${letters}</div><p>After it</p>`);
    page.end();
    const wall = await until(() => page.document.querySelector('kith-recognition-wall'), 'it is the tag');
    expect(wall.querySelectorAll(':scope > p')).to.have.length(12);
    expect(wall.nextElementSibling?.textContent).to.equal('After it');
    expect(page.lines).to.deep.equal([]);
  });
});
