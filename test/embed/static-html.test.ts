import { markup } from '@kith/core';
import { json } from '@kith/providers/json';
import { staticHtml, staticTag, widgets, type Shown } from '@kith/embed/static';
import { readFileSync } from 'node:fs';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';

const riverside: unknown = JSON.parse(readFileSync('demo/public/community.json', 'utf8'));
const provider = json({ document: riverside });
const now = new Date('2026-11-20T12:00:00Z');
const html = async (widget: Shown['widget'], attributes = {}, locale?: string) =>
  (await staticHtml(provider, { widget, attributes, now, ...(locale && { locale }) })).text;
const read = (text: string) => text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
/** The same HTML with the signs that a serializer writes. */
const asWritten = (text: string) =>
  text
    .replace(/&#34;(?=[^<>]*>)/g, '&quot;')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#60;', '&lt;')
    .replaceAll('&#62;', '&gt;')
    .replaceAll('&#38;', '&amp;')
    .replaceAll(' itemscope ', ' itemscope="" ');

describe('static HTML', () => {
  it('says of a purpose what it is, who stands behind it and what to do', async () => {
    const text = read(await html('purpose-banner'));
    expect(text).toContain('Everyone can fix something');
    expect(text).toContain('Shared by 87 of us. 412 counted in, 87 by name; 31 took part in the last three months.');
    expect(text).toContain('Bring one broken thing on Saturday');
  });

  it.each(widgets)('of %s is nested as HTML wants it, and gives no id', async (widget) => {
    for (const locale of ['en', 'ar']) {
      const text = await html(widget, {}, locale);
      // A parser that had to mend something would write it back otherwise.
      expect(serialize(parseFragment(text))).toBe(asWritten(text));
      expect(text).not.toMatch(/\sid=/);
    }
  });

  it('stands inside its tag, without what would run', () => {
    const shown: Shown = { widget: 'role-badge', attributes: { name: 'x"y', onclick: 'alert(1)', style: 'color:red' } };
    const tag = staticTag(shown, markup`<p>A</p>`);
    expect(tag.text).toBe('<kith-role-badge name="x&#34;y">\n<p>A</p>\n</kith-role-badge>');
  });
});
