import { safeUrl } from '@kith/core';

/** A link that members gave and that leads somewhere from here too: what is on their site's own address is not on this one. */
export function siteUrl(text: string | undefined): string | undefined {
  const url = safeUrl(text, 'about:blank');
  return url?.startsWith('http') ? url : undefined;
}
