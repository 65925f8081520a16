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
  jsonLd: Markup;
  /** Where the page will lie, with what is beside it: the folder's address, which ends with a slash. */
  base?: string | undefined;
  /** The page's own site. */
  home?: string | undefined;
  /** Where `kith.js` and `kith.css` lie: a folder's address, which ends with a slash. Without it nothing runs. */
  code?: string | undefined;
  /** Somebody's pictures may be asked for where they lie. */
  pictures?: boolean;
}

/** A whole page of widgets, under a policy that lets in its own files and Kith's code alone. */
export function page(said: Page): string {
  const { title, description, locale, direction, theme, widgets, jsonLd, base = '', home, code } = said;
  const meta = (property: string, content: string | undefined) =>
    content ? markup`<meta property="${property}" content="${content}">\n` : '';
  return markup`<!doctype html>
<html lang="${locale}" dir="${direction}"${theme === 'light' || theme === 'dark' ? markup` class="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policyOf(said)}">
<title>${title}</title>
${description ? markup`<meta name="description" content="${description}">\n` : ''}${meta('og:type', 'website')}${meta(
    'og:title',
    title,
  )}${meta('og:description', description)}${meta('og:site_name', title)}${meta('og:locale', locale.replaceAll('-', '_'))}${meta(
    'og:url',
    base,
  )}<meta name="twitter:card" content="summary">
${base ? markup`<link rel="canonical" href="${base}">\n` : ''}<link rel="alternate" type="application/json+oembed" href="${base}oembed.json" title="${title}">
<link rel="alternate" type="application/feed+json" href="${base}feed.json" title="${title}">
<link rel="stylesheet" href="page.css">
${code ? markup`<link rel="stylesheet" href="${code}kith.css">\n<script type="module" src="${code}kith.js"></script>\n` : ''}${jsonLd}
</head>
<body>
<header><h1>${home ? markup`<a href="${home}" rel="noopener">${title}</a>` : title}</h1></header>
<main>
${widgets.map((each) => markup`${each}\n`)}</main>
</body>
</html>
`.text;
}

/** What the page may load: its own files, Kith's code where that is, and pictures where they are allowed. */
function policyOf({ code, pictures }: Page): string {
  const elsewhere = code && URL.canParse(code) ? ` ${new URL(code).origin}` : '';
  return [
    "default-src 'none'",
    `style-src 'self'${elsewhere}`,
    ...(code ? [`script-src 'self'${elsewhere}`, "connect-src 'self'"] : []),
    ...(pictures ? ["img-src 'self' https:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
