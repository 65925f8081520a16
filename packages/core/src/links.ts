/**
 * The URL if it is one a link may have, else undefined: http, https or mailto, absolute and normalized; or, without
 * a base, a place on the page's own site ("/tools", "./tools", "#map"), as it was written. The URL parser itself
 * sees through tabs and leading controls.
 */
export function safeUrl(text: string | undefined, base?: string): string | undefined {
  return allowed(text, base, /^(https?|mailto):/);
}

/** The URL if a picture may come from it (https, or the page's own site), else undefined. */
export function safePicture(text: string | undefined, base?: string): string | undefined {
  return allowed(text, base, /^https:/);
}

/** A link that leads somewhere from anywhere: what is on a site's own address is not on another's, and mail is no page. */
export function siteUrl(text: string | undefined): string | undefined {
  const url = safeUrl(text, 'about:blank');
  return url?.startsWith('http') ? url : undefined;
}

/** The machine a URL leads to, by its name; undefined where that is the page's own site, or none. */
export function hostOf(url: string): string | undefined {
  return OWN_SITE.test(url) ? undefined : new URL(url).host || undefined;
}

/** Beginning with a sign that it is meant so, and never with two slashes, which would be another site. */
const OWN_SITE = /^(\.{0,2}\/(?![/\\])|[#?])[^\\\p{Cc}]*$/u;

function allowed(text: string | undefined, base: string | undefined, protocols: RegExp): string | undefined {
  if (!text?.trim()) return undefined;
  if (base === undefined && OWN_SITE.test(text)) return text;
  try {
    const { href } = new URL(text, base);
    return protocols.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}
