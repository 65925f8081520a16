/**
 * The absolute, normalized URL if it is one a link may have (http, https, mailto), else undefined. Without a base
 * a relative URL is undefined; blank text always is. The URL parser itself sees through tabs and leading controls.
 */
export function safeUrl(text: string | undefined, base?: string): string | undefined {
  return allowed(text, base, /^(https?|mailto):/);
}

/** The absolute, normalized URL if a picture may come from it (https), else undefined. */
export function safePicture(text: string | undefined, base?: string): string | undefined {
  return allowed(text, base, /^https:/);
}

function allowed(text: string | undefined, base: string | undefined, protocols: RegExp): string | undefined {
  if (!text?.trim()) return undefined;
  try {
    const { href } = new URL(text, base);
    return protocols.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}
