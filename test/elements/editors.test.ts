import { expect } from '@open-wc/testing';
import type { KithElement } from '@kith/elements';
import { heard, put, read, says, settled, until } from './support.js';

const document_ = JSON.stringify({ kith: 1, purpose: { statement: 'Everyone can fix something' } });
const typeset = document_.replace(/(^|[{:,])"/g, '$1“').replace(/"/g, '”');
const script = (text = document_) => `<script type="application/json">${text}</script>`;
const escaped = document_.replace(/"/g, '&quot;');

/** What editors make of a document in a tag, and what its author reads of it in the console. */
const wrapped: Record<string, [string, RegExp]> = {
  'a paragraph around its script tag': [`<p>${script()}</p>`, /in an element of its own/],
  'a paragraph and a line break around it': [`<p>${script()}<br></p><p>&nbsp;</p>`, /in an element of its own/],
  'its script tag gone': [document_, /without its script tag/],
  'its script tag gone, and paragraphs around what is left': [
    `<p>${escaped.replace(',', ',<br>').replace('{', '{</p><p>')}</p>`,
    /without its script tag/,
  ],
  'a preformatted block': [`<pre><code>${escaped}</code></pre>`, /without its script tag/],
  'code in a paragraph': [`<p><code>${escaped}</code></p>`, /without its script tag/],
  'a comment': [`<!-- ${document_} -->`, /without its script tag/],
  'a template': [`<template>${document_}</template>`, /without its script tag/],
};

const said = 'Everyone can fix something Proposed by the organisers.';

describe('what an editor made of a tag', () => {
  for (const [how, [markup, line]] of Object.entries(wrapped)) {
    it(`is read as it was meant: ${how}`, async () => {
      const widget = put(`<kith-purpose-banner>${markup}</kith-purpose-banner>`);
      await says(widget, said);
      expect(read(widget)).to.equal(said);
      expect(heard())
        .to.have.length(1)
        .and.to.satisfy(([each]: string[]) => line.test(each ?? ''));
    });
  }

  it('is read where the quotes of its document became typographic, in a script tag or without one', async () => {
    const one = put(`<kith-purpose-banner>${script(typeset)}</kith-purpose-banner>`);
    const other = put(`<kith-purpose-banner><p>${typeset}</p></kith-purpose-banner>`);
    for (const each of [one, other]) {
      await says(each, said);
      expect(read(each)).to.equal(said);
    }
    expect(heard().filter((line) => line.includes('typographic quotes'))).to.have.length(2);
    heard();
  });

  it('is read beside what the author wrote to be read before', async () => {
    const widget = put(`<kith-purpose-banner><p>As of old</p><p>${script()}</p></kith-purpose-banner>`);
    await says(widget, said);
    expect(widget.querySelector('p')?.textContent).to.equal('As of old');
    expect(heard()).to.have.length(1);
  });

  it('is of a community, too, and of none of the tags in it', async () => {
    const community = put<HTMLElement>(
      `<kith-community><p>${script()}</p><kith-purpose-banner></kith-purpose-banner></kith-community>`,
    );
    await says(community.querySelector('kith-purpose-banner') as KithElement, said);
    expect(heard()).to.have.length(1);
    const inner = put<HTMLElement>(
      `<kith-community><kith-purpose-banner><p>${script()}</p></kith-purpose-banner></kith-community>`,
    );
    await says(inner.querySelector('kith-purpose-banner') as KithElement, said);
    expect(heard()).to.deep.equal([
      '<kith-purpose-banner>: An editor left the document inside in an element of its own; it is read as it was meant.',
    ]);
  });

  it('is nothing to be read where it is but empty paragraphs and breaks', async () => {
    const widget = await settled(
      put('<kith-recognition-wall><p>&nbsp;</p><br><p><br></p><p></p></kith-recognition-wall>'),
    );
    expect(widget.status).to.equal('empty');
    const full = await settled(put('<kith-recognition-wall><p><img alt="A bench"></p></kith-recognition-wall>'));
    expect(full.status).to.equal('ready');
  });

  it('is what it is where it is no document: a brace in a sentence, a document that is not whole', async () => {
    const widget = await settled(
      put('<kith-recognition-wall><p>We write {kith} in braces.</p></kith-recognition-wall>'),
    );
    await until(() => widget.status === 'ready', 'it shows what it holds');
    expect(read(widget)).to.equal('We write {kith} in braces.');
    const half = await settled(put('<kith-recognition-wall><p>{ "kith": 1, [ }</p></kith-recognition-wall>'));
    expect(read(half)).to.equal('{ "kith": 1, [ }');
  });
});
