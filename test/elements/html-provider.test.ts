import { expect } from '@open-wc/testing';
import type { CommunityDocument } from '@kith/core';
import { staticHtml, staticTag, type Shown } from '@kith/embed/static';
import { json } from '@kith/providers/json';
import { heard, put, read, requested, says, settled, show, until } from './support.js';

const riverside = (await (await fetch('/demo/public/community.json')).json()) as CommunityDocument;
const provider = json({ document: riverside });
const drawn = async (shown: Shown) => staticTag(shown, await staticHtml(provider, shown)).text;

const tags: Shown[] = [
  { widget: 'purpose-banner' },
  { widget: 'recognition-wall', attributes: { 'page-size': '100' } },
  { widget: 'recognition-wall', attributes: { 'page-size': '100', layout: 'grid', 'filter-occasion': 'ask' } },
  { widget: 'role-badge' },
  { widget: 'role-badge', attributes: { name: 'connector', layout: 'card' } },
  { widget: 'role-badge', attributes: { member: 'noor' } },
  { widget: 'role-badge', attributes: { member: 'noor', layout: 'card' } },
  { widget: 'progression-ladder', attributes: { member: 'ada', ladder: 'pull-up' } },
  { widget: 'progression-ladder', attributes: { ladder: 'pull-up', layout: 'list' } },
  { widget: 'peer-intro' },
];

/** The words from the first that differ, some of them. */
function differing(one: string, other: string): string[] {
  const [a, b] = [one.split(' '), other.split(' ')];
  const at = a.findIndex((word, i) => word !== b[i]);
  return one === other ? [] : [a, b].map((words) => words.slice(Math.max(at - 3, 0), at + 12).join(' '));
}

describe('what stands readable in a tag', () => {
  for (const shown of tags) {
    const { widget, attributes = {} } = shown;
    it(`is what <kith-${widget}> ${JSON.stringify(attributes)} shows, as from the document itself`, async () => {
      const bare = await drawn({ ...shown });
      const empty = bare.replace(/>[^]*</, '><');
      const before = requested().length;
      const own = await show(bare);
      expect(own.status).to.equal('ready');
      expect(requested().slice(before)).to.deep.equal([]);
      const said = read(own);
      const other = await show(empty, provider);
      expect(differing(said, read(other))).to.deep.equal([]);
    });
  }

  it('is read in another language as that says it', async () => {
    const shown: Shown = { widget: 'purpose-banner', locale: 'ar' };
    const own = await show(await drawn(shown));
    const said = read(own);
    const other = await show('<kith-purpose-banner locale="ar"></kith-purpose-banner>', provider);
    expect(said).to.equal(read(other));
  });

  it('is nothing else than what says that it is data', async () => {
    const widget = await show('<kith-recognition-wall><p class="kith-fallback">As of old</p></kith-recognition-wall>');
    expect(read(widget)).to.equal('As of old');
    expect(widget.store).to.equal(undefined);
  });

  it('may be people and entries of any page', async () => {
    const widget = await show(`<kith-recognition-wall>
      <div class="h-entry"><p class="e-content">The kettle works again.</p>
      <a class="p-author h-card" href="https://bo.example/">Bo Nilsson</a>
      <time class="dt-published" datetime="2025-03-03">3 March</time></div></kith-recognition-wall>`);
    await says(widget, 'The kettle works again.');
    expect(read(widget)).to.contain('Bo Nilsson');
  });

  it('gives way to a community of the page, and comes back when that goes', async () => {
    const place = put<HTMLElement>('<section></section>');
    const widget = put<Awaited<ReturnType<typeof show>>>(await drawn({ widget: 'purpose-banner' }));
    await says(widget, 'Everyone can fix something');
    place.innerHTML = `<kith-community><script type="application/json">
      {"kith":1,"purpose":{"statement":"Another purpose"}}</script></kith-community>`;
    await says(widget, 'Another purpose');
    place.replaceChildren();
    await says(widget, 'Everyone can fix something');
  });

  it('is asked for by name also where the page has a community', async () => {
    const shown: Shown = { widget: 'purpose-banner', attributes: { provider: ' HTML ' } };
    const widget = await show(await drawn(shown), { kith: 1, purpose: { statement: 'Another purpose' } });
    expect(read(widget)).to.contain('Everyone can fix something');
  });

  it('is followed when it comes late, and when it changes', async () => {
    const widget = await show('<kith-purpose-banner></kith-purpose-banner>');
    widget.innerHTML = (await staticHtml(provider, { widget: 'purpose-banner' })).text;
    await says(widget, 'Shared by 87 of us.');
    const [heading] = widget.querySelectorAll('h2');
    (heading?.firstChild as Text).data = 'Everyone can mend something';
    await says(widget, 'Everyone can mend something');
    widget.replaceChildren();
    await until(() => widget.status === 'empty', 'nothing is left to show');
  });

  it('is not what an address says, and the author hears of it', async () => {
    const widget = await settled(put('<kith-purpose-banner provider="html" src="/none"></kith-purpose-banner>'));
    expect(widget.status).to.equal('failed');
    expect(heard().join()).to.contain('provider="html" reads what stands in the tag');
  });
});
