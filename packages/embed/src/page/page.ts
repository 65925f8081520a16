import { markup, type Markup } from '@kith/core';

/** What a page of widgets is made of. */
export interface Page {
  title: string;
  /** What the community stands for, if it says so. */
  description?: string | undefined;
  locale: string;
  direction: 'ltr' | 'rtl';
  /** `light` or `dark`; else as its reader has it. */
  theme?: string | undefined;
  /** The tags, each with its static HTML. */
  widgets: readonly Markup[];
  /** What machines read of it. */
  jsonLd?: Markup | undefined;
  /** It stands in another page: the widget alone, on that page's ground. */
  isFramed?: boolean;
  /** Its file's name below `base`; none for the folder's own page. */
  name?: string;
  /** Where the page will lie, with what is beside it: the folder's address, which ends with a slash. */
  base?: string | undefined;
  /** The page's own site. */
  home?: string | undefined;
  /** A picture for previews of links to it: its address. */
  image?: string | undefined;
  /** Where `kith.js` and `kith.css` lie: a folder's address, which ends with a slash. Without it no widget runs. */
  code?: string | undefined;
  /** Somebody's pictures may be asked for where they lie. */
  pictures?: boolean;
}

/**
 * A whole page of widgets, under a policy that lets in its own files and Kith's code alone. Beside it are `page.css` and
 * `tell-height.js`, which tells whoever frames it how high it is.
 */
export function page(said: Page): string {
  const { title, locale, direction, theme, widgets, jsonLd, isFramed, home, code } = said;
  const looks = [isFramed ? 'framed' : '', theme === 'light' || theme === 'dark' ? theme : ''].filter(Boolean);
  return markup`<!doctype html>
<html lang="${locale}" dir="${direction}"${looks.length ? markup` class="${looks.join(' ')}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policyOf(said)}">
<title>${title}</title>
${toldOf(said)}${isFramed ? markup`<base target="_blank">\n` : ''}<link rel="stylesheet" href="page.css">
${code ? markup`<link rel="stylesheet" href="${code}kith.css">\n<script type="module" src="${code}kith.js"></script>\n` : ''}<script defer src="tell-height.js"></script>
${jsonLd}</head>
<body>
${isFramed ? '' : markup`<header><h1>${home ? markup`<a href="${home}" rel="noopener">${title}</a>` : title}</h1></header>\n`}<main>
${widgets.map((each) => markup`${each}\n`)}</main>
</body>
</html>
`.text;
}

/** What others are told of the page, who read no more than its head. */
function toldOf({ title, description, locale, isFramed, name = '', base, image }: Page): Markup {
  const address = base && base + name;
  const meta = (property: string, content: string | undefined) =>
    content ? markup`<meta property="${property}" content="${content}">\n` : '';
  const link = (rel: string, type: string, file: string) =>
    markup`<link rel="${rel}" type="${type}" href="${base}${file}" title="${title}">\n`;
  return markup`${description ? markup`<meta name="description" content="${description}">\n` : ''}${[
    meta('og:type', 'website'),
    meta('og:title', title),
    meta('og:description', description),
    meta('og:site_name', title),
    meta('og:locale', locale.replaceAll('-', '_')),
    meta('og:url', address),
    meta('og:image', image),
  ]}<meta name="twitter:card" content="summary">
${address ? markup`<link rel="canonical" href="${address}">\n` : ''}${
    // What a frame holds is told of by the page of all.
    isFramed
      ? ''
      : [
          link('alternate', 'application/json+oembed', 'oembed.json'),
          link('alternate', 'application/feed+json', 'feed.json'),
        ]
  }`;
}

/** What the page may load: its own files, Kith's code where that is, and pictures where they are allowed. */
function policyOf({ code, pictures }: Page): string {
  const elsewhere = code && URL.canParse(code) ? ` ${new URL(code).origin}` : '';
  return [
    "default-src 'none'",
    `style-src 'self'${elsewhere}`,
    `script-src 'self'${elsewhere}`,
    ...(code ? ["connect-src 'self'"] : []),
    ...(pictures ? ["img-src 'self' https:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
