import type { Finding } from './finding.js';
import { urlOf, type KithScript, type Reading } from './reading.js';
import { listed, quoted } from './words.js';

/** What keeps Kith’s script from running, today or one day. */
export function scripts(reading: Reading): Finding[] {
  return [...absent(reading), ...several(reading), ...reading.scripts.flatMap((each) => ofOne(each, reading))];
}

function absent({ scripts, tags, divs, isPage, page }: Reading): Finding[] {
  if (scripts.length || !(tags.length + divs.length)) return [];
  const isReadable = [...tags, ...divs].some((each) => each.textContent?.trim());
  const isInline = [...page.scripts].some((each) =>
    /kith/i.test(`${each.getAttribute('src') ?? ''} ${each.type.includes('json') ? '' : (each.textContent ?? '')}`),
  );
  // A site that bundles it has its own script.
  if (isInline) return [];
  return [
    {
      kind: isPage ? 'may-fail' : 'fails',
      said: isReadable
        ? 'The script is missing: the words inside the tag are shown, and nothing more.'
        : 'The script is missing: nothing will be shown.',
      mend: 'Paste the whole snippet, with its script. If the editor takes the script out, your role or plan does not let you write scripts.',
      form: 'static',
    },
  ];
}

function several({ scripts }: Reading): Finding[] {
  const asked = [...new Set(scripts.map(({ address }) => urlOf(address)?.href.split('#')[0] ?? address))];
  const [first] = scripts;
  if (scripts.length < 2 || !first) return [];
  if (asked.length === 1)
    return [
      {
        kind: 'may-fail',
        said: `Kith’s script stands here ${scripts.length === 2 ? 'twice' : `${scripts.length} times`}. It is loaded once all the same.`,
        mend: 'Keep the first, and take the others out.',
      },
    ];
  const versions = [...new Set(asked.map((each) => versionIn(each) ?? each))];
  return [
    {
      kind: 'may-fail',
      said: `Two versions of Kith are on this page: ${listed(versions.map(quoted))}. The first to arrive draws every tag, and the others are loaded for nothing.`,
      mend: 'Keep the newest, and take the others out.',
    },
  ];
}

/** The version an address names. */
export function versionIn(address: string): string | undefined {
  return /(?:@|\/)v?(\d+(?:\.\d+){0,2}(?:-[\w.]+)?)\//.exec(address)?.[1];
}

const isWhole = (version: string | undefined) => version !== undefined && /^\d+\.\d+\.\d+/.test(version);

function ofOne({ element, address }: KithScript, { isPage, page, lineOf }: Reading): Finding[] {
  const found: Finding[] = [];
  const line = lineOf(address);
  const say = (kind: Finding['kind'], said: string, mend: string) =>
    found.push({ kind, said, mend, ...(line !== undefined && { line }) });
  if (element.hasAttribute('nomodule'))
    say('fails', 'The script says nomodule: no browser that could run it does.', 'Take nomodule out.');
  if (element.closest('noscript, template'))
    say(
      'fails',
      `The script stands in ${element.closest('noscript') ? 'noscript' : 'a template'}, where it never runs.`,
      'Move it out of there.',
    );
  found.push(
    ...places(address, 'script', { isPage, page }).map((each) => ({ ...each, ...(line !== undefined && { line }) })),
  );
  const integrity = element.getAttribute('integrity')?.trim();
  if (integrity && !isWhole(versionIn(address)) && urlOf(address)?.host !== 'page.invalid')
    say(
      'may-fail',
      'The script is held to one exact file by integrity, but its address follows the newest: it stops working with the next version.',
      'Take integrity out, or name a whole version in the address, such as /kith/0.1.0/.',
    );
  if (
    integrity &&
    !/^sha(?:256|384|512)-[\w+/]{43,86}={0,2}(?:\?\S*)?(?:\s+sha(?:256|384|512)-[\w+/]{43,86}={0,2})*$/.test(integrity)
  )
    say(
      'may-fail',
      `The script’s integrity ${quoted(integrity)} is none that browsers know: they check nothing.`,
      'Copy the whole snippet again.',
    );
  const url = urlOf(address);
  const isElsewhere = url !== undefined && url.host !== 'page.invalid';
  if (integrity && isElsewhere && element.type !== 'module' && !element.hasAttribute('crossorigin'))
    say(
      'fails',
      'The script is held to one exact file by integrity, without crossorigin: of another site browsers refuse it.',
      'Write crossorigin into the script tag.',
    );
  const own = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  if (isElsewhere && URL.canParse(own) && new URL(own).origin !== url.origin)
    say(
      'asks',
      `The script comes from ${quoted(url.host)}, another site than the page’s: browsers take it only if that site allows it.`,
      'Where nothing is drawn, have it send Access-Control-Allow-Origin: * with the files of Kith.',
    );
  return found;
}

/** What is wrong with where something lies; `what` is a script or a source that pages fetch. */
export function places(
  address: string,
  what: 'script' | 'source' | 'frame',
  { isPage, page }: Pick<Reading, 'isPage' | 'page'>,
): Finding[] {
  const url = urlOf(address);
  const named = { script: 'The script', source: 'The tag’s source', frame: 'The frame' }[what];
  if (!url)
    return [{ kind: 'fails', said: `${named}’s address ${quoted(address)} is none.`, mend: 'Copy it again, whole.' }];
  if (/^[a-z]:[\\/]|^file:/i.test(address) || url.protocol === 'file:')
    return [
      {
        kind: 'fails',
        said: `${named} lies on your own machine, at ${quoted(address)}: nobody else can reach it.`,
        mend: 'Put it on a site, and write its address there.',
      },
    ];
  if (/(?:^|\.)(?:safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com))$/.test(url.hostname))
    return [
      {
        kind: 'fails',
        said: `${named}’s address was changed by a mail program, which sends it through ${quoted(url.hostname)}: that gives out no files.`,
        mend: 'Copy the snippet from where it was made, not out of a mail.',
      },
    ];
  if (/^(?:localhost|127(?:\.\d+){3}|\[::1\]|.+\.(?:localhost|local))$/.test(url.hostname))
    return [
      {
        kind: 'fails',
        said: `${named} is asked for at ${quoted(url.host)}, which is each visitor’s own machine: it is there for you alone.`,
        mend: 'Write the address under which everybody reaches it.',
      },
    ];
  if (/^(?:www\.)?github\.com$/.test(url.hostname) && /^\/[^/]+\/[^/]+\/(?:blob|tree)\//.test(url.pathname))
    return [
      {
        kind: 'fails',
        said: `${named} points to GitHub’s page about a file, not to the file.`,
        mend:
          what === 'source'
            ? 'Open that page, press “Raw”, and take the address from there.'
            : 'GitHub gives no scripts to other sites: put the file on a site of its own, such as GitHub Pages.',
      },
    ];
  if (what === 'script' && /^(?:raw|gist)\.githubusercontent\.com$/.test(url.hostname))
    return [
      {
        kind: 'fails',
        said: 'GitHub hands this file out as plain text: browsers refuse to run it.',
        mend: 'Put it on a site of its own, such as GitHub Pages.',
      },
    ];
  if (url.protocol === 'http:')
    return [
      {
        kind: isSecure(page) ? 'fails' : 'may-fail',
        said: `${named} is asked for by http, and this page ${isSecure(page) ? 'is' : 'may be'} one of https: there browsers refuse it.`,
        mend: 'Write https at the beginning of its address.',
      },
    ];
  if (url.host === 'page.invalid' && !isPage && url.protocol === 'https:')
    return [
      {
        kind: 'may-fail',
        said: `${named}’s address ${quoted(address)} names no site: it is looked for on whichever site this is pasted into.`,
        mend: 'Write the whole address, beginning with https.',
      },
    ];
  return [];
}

/** Whether a page says itself that it is one of https. */
function isSecure(page: Document): boolean {
  const own =
    page.querySelector('link[rel=canonical]')?.getAttribute('href') ??
    page.querySelector('base')?.getAttribute('href') ??
    page.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return own?.trim().toLowerCase().startsWith('https:') ?? false;
}
