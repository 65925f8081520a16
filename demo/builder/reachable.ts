/** Whether an address is one that a page can ask: safe on the way, or on one's own machine. */
function isAskable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isOwnMachine(hostname));
}

/** Whether a host is each visitor's own machine. */
export const isOwnMachine = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\]|.+\.(?:localhost|local))$/.test(host);

/** What is wrong with where visitors write to, in a sentence; '' where nothing is, or nothing is said yet. */
export function faultOfPart(part: { mail: string } | { server: string }): string {
  if ('mail' in part) {
    const all = part.mail.split(',').map((one) => one.trim());
    const odd = all.find((one) => !/^[^\s@]+@[^\s@]+$/.test(one));
    if (!part.mail || odd === undefined) return '';
    return odd
      ? `“\u2068${odd}\u2069” is no e-mail address. Like this it is one: you@example.org. Until then visitors only read.`
      : 'An e-mail address is missing beside a comma. Until it’s there visitors only read.';
  }
  const { server } = part;
  if (!server) return '';
  if (!isAskable(server)) return 'A server’s address begins with https://. Until this one does visitors only read.';
  return /\/v1\/[^/]+\/?$/.test(new URL(server).pathname)
    ? ''
    : 'A server’s address ends with /v1/ and the community’s name. Until this one does visitors only read.';
}

/** What is wrong with where Kith's code lies, in a sentence; '' where nothing is, or nothing is said. */
export function faultOfBase(base: string): string {
  return !base || isAskable(base)
    ? ''
    : 'An address begins with https://. Until this one does Kith is loaded from beside this page.';
}

/** A spreadsheet by its address: as a file, or as Google’s own page of one. */
const SPREADSHEET = /\.(csv|tsv|xlsx?|ods|numbers)$/i;

/** What is wrong with where people are, in a sentence; '' where nothing is. A way from one’s own page is not looked at. */
export function faultOfLink(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, pathname, searchParams } = new URL(address);
  const shape = searchParams.get('output') ?? searchParams.get('format') ?? '';
  if (hostname === 'docs.google.com' || SPREADSHEET.test(pathname) || SPREADSHEET.test(`.${shape}`))
    return 'A spreadsheet can’t be read from a link. Open it, select the cells with their first row, copy them, and paste them here.';
  return isAskable(address) ? '' : 'A page can only fetch what begins with https://, and this link doesn’t.';
}
