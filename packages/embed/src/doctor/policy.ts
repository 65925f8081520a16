import type { Finding } from './finding.js';
import { addressIn, urlOf, type Reading } from './reading.js';
import { quoted } from './words.js';

type Policy = Readonly<Record<string, readonly string[]>>;

/** What the page’s own content security policy forbids of Kith, as far as it stands in the page. */
export function policies(reading: Reading): Finding[] {
  const metas = [...reading.page.querySelectorAll('meta[http-equiv][content]')].filter(
    (meta) => meta.getAttribute('http-equiv')?.trim().toLowerCase() === 'content-security-policy',
  );
  return metas.flatMap((meta) => {
    const written = meta.getAttribute('content') ?? '';
    const line = reading.lineOf(written);
    return forbidden(policyIn(written), reading).map((each) => ({ ...each, ...(line !== undefined && { line }) }));
  });
}

/** https://www.w3.org/TR/CSP3/#parse-serialized-policy: of a directive that stands twice the first counts. */
function policyIn(written: string): Policy {
  const policy: Record<string, readonly string[]> = Object.create(null) as Record<string, readonly string[]>;
  for (const directive of written.split(';').slice(0, 100)) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (name) policy[name.toLowerCase()] ??= sources;
  }
  return policy;
}

function forbidden(policy: Policy, { scripts, tags, frames }: Reading): Finding[] {
  const found: Finding[] = [];
  const allows = (address: string, names: readonly string[], element?: Element) => {
    const name = names.find((each) => policy[each]);
    return name === undefined || matches(policy[name] ?? [], address, element);
  };
  const forbid = (what: string, address: string, directive: string) => {
    const origin = urlOf(address)?.origin;
    const source = origin === 'https://page.invalid' ? "'self'" : (origin ?? "'self'");
    found.push({
      kind: 'fails',
      said: `The page’s content security policy forbids ${what} from ${quoted(address)}: ${directive} does not name its site.`,
      mend: `Add ${source} to ${directive}.`,
    });
  };
  for (const { element, address } of scripts)
    if (!allows(address, ['script-src-elem', 'script-src', 'default-src'], element))
      forbid('Kith’s script', address, policy['script-src-elem'] ? 'script-src-elem' : 'script-src');
  for (const tag of tags) {
    const src = tag.getAttribute('src')?.trim();
    if (src && !allows(src, ['connect-src', 'default-src'])) forbid('reading the community', src, 'connect-src');
  }
  for (const frame of frames) {
    const src = addressIn(frame);
    if (src && !allows(src, ['frame-src', 'child-src', 'default-src'])) forbid('the frame', src, 'frame-src');
  }
  const types = policy['trusted-types'];
  if (
    policy['require-trusted-types-for'] &&
    scripts.length &&
    types &&
    !types.some((each) => each === '*' || each === 'lit-html')
  )
    found.push({
      kind: 'fails',
      said: 'The page’s Trusted Types let nothing draw that Kith is made of: the words inside the tag stay as they are.',
      mend: 'Add lit-html to trusted-types.',
      form: 'static',
    });
  return found;
}

/** Whether a list of sources lets an address in: https://www.w3.org/TR/CSP3/#match-url-to-source-list */
function matches(sources: readonly string[], address: string, element?: Element): boolean {
  const url = urlOf(address);
  if (!url) return false;
  const words = sources.map((each) => each.toLowerCase());
  if (words.some((each) => each.startsWith("'nonce-")) && element?.hasAttribute('nonce'))
    return sources.includes(`'nonce-${element.getAttribute('nonce') ?? ''}'`);
  const hash = element?.getAttribute('integrity')?.trim();
  if (hash && sources.includes(`'${hash}'`)) return true;
  if (element && words.includes("'strict-dynamic'")) return false;
  const isOwn = url.origin === 'https://page.invalid';
  return words.some((source) => {
    if (source === "'self'") return isOwn;
    if (source.startsWith("'")) return false;
    // Which site this page is on is not known; one that is named may be it.
    if (isOwn) return source === '*' || source === 'https:';
    return hostMatches(source, url);
  });
}

function hostMatches(source: string, url: URL): boolean {
  if (source === '*') return /^(?:https?|wss?):$/.test(url.protocol);
  if (/^[a-z][a-z0-9+.-]*:$/.test(source))
    return source === url.protocol || (source === 'http:' && url.protocol === 'https:');
  const [, scheme, host = '', port, path = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(source) ?? [];
  if (scheme !== undefined && `${scheme}:` !== url.protocol && !(scheme === 'http' && url.protocol === 'https:'))
    return false;
  const isHost = host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : host === '*' || url.hostname === host;
  const usual = url.port || { 'https:': '443', 'http:': '80' }[url.protocol] || '';
  const isPort = port === undefined ? url.port === '' : port === '*' || port === usual;
  const isPath =
    path === '' ||
    (path.endsWith('/') ? url.pathname.toLowerCase().startsWith(path) : url.pathname.toLowerCase() === path);
  return isHost && isPort && isPath;
}
