import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { safePicture, safeUrl } from '@kith/core';
import { shared } from '../shared.js';

const suite = shared('corpora/urls/wpt/urltestdata.json');
const cases = (): { input: string; base: string | null; href?: string }[] =>
  (JSON.parse(readFileSync(suite ?? '', 'utf8')) as unknown[]).filter((one) => typeof one === 'object') as never;

describe('safeUrl', () => {
  it.each([
    ['https://riverside.example', 'https://riverside.example/'],
    ['HTTP://Riverside.Example/a b?q=ä#ü', 'http://riverside.example/a%20b?q=%C3%A4#%C3%BC'],
    ['mailto:ada@riverside.example', 'mailto:ada@riverside.example'],
    [' \n https://riverside.example/\t', 'https://riverside.example/'],
    ['ht\ntps://riverside.example/', 'https://riverside.example/'],
    ['https://müller.example/', 'https://xn--mller-kva.example/'],
  ])('makes of %j the link %s', (text, link) => {
    expect(safeUrl(text)).toBe(link);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript\r:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://riverside.example/1',
    'file:///etc/passwd',
    'ftp://riverside.example/',
    'tel:+46',
    'view-source:https://riverside.example/',
    'httpsx://riverside.example/',
    'https://a b.example/',
  ])('makes no link of %j, with a base or without', (text) => {
    expect(safeUrl(text)).toBeUndefined();
    expect(safeUrl(text, 'https://riverside.example/')).toBeUndefined();
  });

  it.each(['', ' \n', undefined])('makes no link of nothing (%j)', (text) => {
    expect(safeUrl(text)).toBeUndefined();
    expect(safeUrl(text, 'https://riverside.example/')).toBeUndefined();
  });

  it.each(['/tools?near#map', './tools', '../tools', '#map', '?q=lamp', '/'])(
    'leaves %j, on the own site, as it is',
    (text) => {
      expect(safeUrl(text)).toBe(text);
      expect(safePicture(text)).toBe(text);
    },
  );

  it.each([
    '//other.example',
    '/\\other.example',
    '/\t/other.example',
    './\\other.example',
    '///other.example',
    'tools',
    'www.other.example',
  ])('does not take %j for a place on the own site', (text) => {
    expect(safeUrl(text)).toBeUndefined();
    expect(safePicture(text)).toBeUndefined();
  });

  it('takes any relative address with a base', () => {
    expect(safeUrl('/tools?near#map', 'https://riverside.example/a/b')).toBe(
      'https://riverside.example/tools?near#map',
    );
    expect(safeUrl('//other.example', 'https://riverside.example/')).toBe('https://other.example/');
    expect(safeUrl('tools', 'file:///home/ada/')).toBeUndefined();
    expect(safeUrl('tools', 'not a base')).toBeUndefined();
    expect(safeUrl('tools', 'javascript:void(0)')).toBeUndefined();
  });

  it.skipIf(!suite)(
    'takes only http, https and mailto of the web platform tests (needs corpora/urls/wpt in KITH_SHARED)',
    () => {
      let links = 0;
      for (const { input, base, href = 'https:' } of cases()) {
        const link = safeUrl(input, base ?? undefined);
        if (link === undefined) continue;
        if (base === null && input === link) continue; // on the own site
        links++;
        expect(['http:', 'https:', 'mailto:']).toContain(new URL(link).protocol);
        expect(href).toMatch(/^(https?|mailto):/);
        expect(link).toBe(new URL(input, base ?? undefined).href);
      }
      expect(links).toBeGreaterThan(200);
    },
  );
});

describe('safePicture', () => {
  it('takes https and nothing else', () => {
    expect(safePicture('https://riverside.example/ada.png')).toBe('https://riverside.example/ada.png');
    expect(safePicture('/ada.png', 'https://riverside.example/')).toBe('https://riverside.example/ada.png');
    for (const text of ['http://riverside.example/a.png', 'http://localhost/a.png', 'mailto:a@b', 'data:image/png,x'])
      expect(safePicture(text)).toBeUndefined();
    expect(safePicture('/ada.png', 'http://riverside.example/')).toBeUndefined();
    expect(safePicture(undefined, 'https://riverside.example/')).toBeUndefined();
  });

  it.skipIf(!suite)('takes only https of the web platform tests (needs corpora/urls/wpt in KITH_SHARED)', () => {
    const pictures = cases().flatMap(({ input, base }) => safePicture(input, base ?? undefined) ?? []);
    const elsewhere = pictures.filter((picture) => !/^[./?#]/.test(picture));
    expect(elsewhere.length).toBeGreaterThan(20);
    for (const picture of elsewhere) expect(picture).toMatch(/^https:\/\//);
  });
});
