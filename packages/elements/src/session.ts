/** Who is signed in on a page whose community is on a server. Loaded only where somebody may be. */
import { speech } from '@kith/core';
import { link } from '@kith/core/strings/en';
import { openLink, personalAt, type Personal } from '@kith/providers/personal';
import { codeInAddress } from './link-code.js';

/** How it is known who reads and writes. Without a `viewer` it is a visitor. */
export interface Session {
  viewer?: string;
  getToken?: () => Promise<string>;
  /** Says good-bye on this device. */
  signOut?: () => Promise<void>;
}

export interface SessionOptions {
  /** Where the page has its community. */
  tag: HTMLElement;
  url: string;
  /** What the page gives; it comes before a personal link. */
  getToken: (() => Promise<string>) | undefined;
  report: (message: string) => void;
  /** Called where it turns out later that nobody is signed in any more. */
  left: () => void;
}

/** Milliseconds a page has to give its first token: until then nothing is shown. */
const PATIENCE = 5000;

/** Whoever it is. Never rejects: who cannot be known is a visitor. */
export async function whoIs({ getToken, ...options }: SessionOptions): Promise<Session> {
  const code = codeInAddress(options.tag, options.url, options.report);
  return getToken ? byToken(getToken, options.report) : byLink(code, options);
}

/** As the page says; its first token is used for the first question, too. */
async function byToken(getToken: () => Promise<string>, report: (message: string) => void): Promise<Session> {
  let first: string | undefined;
  try {
    first = await soon(getToken());
  } catch (error) {
    report(`getToken gave no token: ${(error as Error).message}. Until it does, the page reads as a visitor.`);
  }
  const viewer = first && subjectOf(first);
  if (first && !viewer) report('What getToken gave is no token: it names no member.');
  return {
    ...(viewer && { viewer }),
    async getToken() {
      const given = first;
      first = undefined;
      return given ?? getToken();
    },
  };
}

async function byLink(
  code: string | undefined,
  { tag, url, report, left }: Omit<SessionOptions, 'getToken'>,
): Promise<Session> {
  let personal: Personal | undefined;
  let isDead = false;
  try {
    if (code) personal = await openLink(url, code, { left });
  } catch (error) {
    const { kind, message } = error as Error & { kind?: string };
    isDead = kind === 'gone';
    if (!isDead) report(message);
  }
  personal ??= await personalAt(url, { left });
  if (isDead && !personal) void sayDead(tag);
  if (!personal) return {};
  const { member, getToken, signOut } = personal;
  return { viewer: member, getToken, signOut };
}

/** Tells whoever opened a link that is good for nothing, before the first thing they would have come for. */
async function sayDead(tag: HTMLElement): Promise<void> {
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.className = 'kith-link';
  tag.before(line);
  const { words, direction } = await spoken.load(tag.closest<HTMLElement>('[lang]')?.lang || 'en');
  line.dir = direction;
  line.textContent = words.deadLink;
}

const spoken = speech({ link });

/** Whom a token is of, as it says itself; the server checks it. */
function subjectOf(token: string): string | undefined {
  try {
    const [, claims = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(claims.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0));
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
    return typeof sub === 'string' ? sub : undefined;
  } catch {
    return undefined;
  }
}

function soon<T>(it: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it took too long')), PATIENCE);
    it.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
