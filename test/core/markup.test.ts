import { describe, expect, it } from 'vitest';
import { markup } from '@kith/core';

describe('what is put into markup', () => {
  it('ends no tag and no quotes, wherever it stands', () => {
    const words = `<b> & "c" 'd'`;
    const escaped = '&#60;b&#62; &#38; &#34;c&#34; &#39;d&#39;';
    expect(markup`<a title="${words}">${words}</a>`.text).toBe(`<a title="${escaped}">${escaped}</a>`);
  });

  it('is markup where it is ours, one after the other, and nothing where there is none', () => {
    expect(markup`<ul>${[1, 2].map((n) => markup`<li>${n}</li>`)}${undefined}</ul>`.text).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });

  it('has no character that XML may not have', () => {
    expect(markup`<p>${'a\u0000\ud800\uffffb\t👩'}</p>`.text).toBe('<p>ab\t👩</p>');
  });
});
