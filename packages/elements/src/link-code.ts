/** The code of a personal link, which whoever gets it can sign in by. */

/** `#kith-invite=riverside.<code>&at=kith.example`: the community, and the server it is on where that knew its address. */
const LINK = /^#kith-invite=([^&]+)\.([\w-]+)(?:&at=([^&]+))?$/;

/**
 * The code of a link to this community, which is taken out of the address: there others could read it over a shoulder, and
 * the history would keep it. None where the link is another's.
 */
export function codeInAddress(tag: HTMLElement, url: string, report: (message: string) => void): string | undefined {
  if (!location.hash.startsWith('#kith-invite=')) return undefined;
  const { id, code, at } = linkIn(location.hash) ?? {};
  if (!code) {
    report('The personal link in the address cannot be read, so it signs nobody in: open it again as it was sent.');
    return undefined;
  }
  if (id !== idIn(url)) return undefined;
  const { host, origin } = new URL(url);
  const isStandIn = tag.dataset['kithWas'] !== undefined;
  // Under the page's own name it may be a server elsewhere that answers, if whoever made the page says so.
  const isMeant = at === undefined || at === host || (origin === location.origin && !isStandIn);
  if (!isMeant || (isStandIn && isOutranked(url))) {
    report(`A personal link to ${id} was opened, which is not for ${host}: its code stays here.`);
    return undefined;
  }
  history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}

/** What a link says; programs that pass it on may have decoded it. */
function linkIn(
  hash: string,
): { id: string | undefined; code: string | undefined; at: string | undefined } | undefined {
  const [, id, code, at] = LINK.exec(hash) ?? [];
  try {
    return { id: id && decodeURIComponent(id), code, at: at && decodeURIComponent(at) };
  } catch {
    return undefined;
  }
}

/**
 * Whether a link may mean another tag's community rather than this, for which a `<div data-kith>` stands: that one was
 * written by the page's author, whoever wrote this.
 */
function isOutranked(url: string): boolean {
  return [...document.querySelectorAll<HTMLElement>('[src]')].some((each) => {
    const src = each.getAttribute('src') ?? '';
    if (!each.localName.includes('-') || each.dataset['kithWas'] !== undefined || !URL.canParse(src, document.baseURI))
      return false;
    const { href } = new URL(src, document.baseURI);
    return idIn(href) === idIn(url) && whole(href) !== whole(url);
  });
}

const whole = (url: string) => url.replace(/\/*$/, '');

/** A community's id, as the address of its server ends. */
function idIn(url: string): string | undefined {
  const id = new URL(url).pathname.split('/').filter(Boolean).at(-1);
  try {
    return id && decodeURIComponent(id);
  } catch {
    return id;
  }
}
