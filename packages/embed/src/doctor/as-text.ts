import type { Finding } from './finding.js';
import { plainName, tagNames, type Reading } from './reading.js';
import { quoted } from './words.js';

const CURLY = '“”„«»‘’″';
const LIKE_CODE = /<\/?(?:kith-|script\b)|\bdata-kith\s*=/i;
/** A code sample of Markdown, in which the snippet stands. */
const FENCED = /^ {0,3}(?:```|~~~)[^\n]{0,40}\n[^`~]{0,2000}?<(?:kith-|script\b|link\b|div data-kith)/m;
const INVISIBLE = /[\u00a0\u200b-\u200d\u2060\ufeff]/;

/** What became of a snippet that went through a place where people write words. */
export function asText(reading: Reading): Finding[] {
  return [...shownAsCode(reading), ...inComment(reading), ...ofWordProcessor(reading), ...invisible(reading)];
}

/** Code that a page would show to its readers, as words. */
function shownAsCode({ page, isPage, tags, divs, scripts, lineOf, text }: Reading): Finding[] {
  const { shown, inCode } = wordsOf(page);
  const isAlive = tags.length + divs.length + scripts.length > 0;
  // A page about Kith shows code beside what works.
  const words = isAlive ? shown : shown + inCode;
  // What was escaped twice is read as it is written.
  const isCode = (text: string) => LIKE_CODE.test(text.replace(/&lt;/g, '<'));
  const isFenced = !isPage && FENCED.test(text);
  if (!isFenced && (!isCode(words) || !/kith/i.test(words))) return [];
  const isInCode = isFenced || !isCode(shown);
  const line =
    (isFenced ? lineOf('```') : undefined) ??
    lineOf('&lt;kith-') ??
    lineOf('&lt;script') ??
    (text.includes('&lt;') ? lineOf('&lt;') : undefined);
  return [
    {
      kind: 'fails',
      said: isInCode
        ? 'The snippet stands in a code sample: readers see the code itself, and nothing of it runs.'
        : 'The snippet was pasted as text: readers see the code itself, and nothing of it runs.',
      mend: 'Take it out, and paste the snippet where the editor asks for HTML: “Custom HTML”, “Code”, “Embed” or “Source”, never into a paragraph.',
      ...(line !== undefined && { line }),
    },
  ];
}

/** What a page shows as words: in code samples, and everywhere else. */
function wordsOf(page: Document): { shown: string; inCode: string } {
  let shown = '';
  let inCode = '';
  const walk = page.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement;
    if (!parent || /^(?:script|style|template|title)$/.test(parent.localName)) continue;
    if (parent.closest('pre, code, samp, textarea, xmp')) inCode += node.nodeValue;
    else shown += node.nodeValue;
  }
  return { shown, inCode };
}

function inComment({ page, tags, divs, scripts, lineOf }: Reading): Finding[] {
  if (tags.length + divs.length + scripts.length) return [];
  const walk = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const said = node.nodeValue ?? '';
    if (!LIKE_CODE.test(said) || !/kith/i.test(said)) continue;
    const line = lineOf(`<!--${said}`);
    return [
      {
        kind: 'fails',
        said: 'The snippet stands in a comment: nothing of it is shown, and nothing runs.',
        mend: 'Take away the signs around it that make it a comment.',
        ...(line !== undefined && { line }),
      },
    ];
  }
  return [];
}

/** What Word and Docs put around what is copied out of them. */
function ofWordProcessor({ page, tags, divs, scripts, text }: Reading): Finding[] {
  const isWord = /\bclass="?Mso|<o:p>|urn:schemas-microsoft-com/i.test(text);
  const isDocs = /docs-internal-guid-/i.test(text);
  const isSoup = [...tags, ...divs, ...scripts.map(({ element }) => element)].some((each) =>
    each.parentElement?.matches('span[style], font'),
  );
  if (!isWord && !isDocs && !isSoup) return [];
  const { shown, inCode } = wordsOf(page);
  const isKith = tags.length + divs.length + scripts.length > 0 || /kith/i.test(shown + inCode);
  if (!isKith) return [];
  const from = isWord ? 'Word' : isDocs ? 'Google Docs' : 'a word processor';
  return [
    {
      kind: 'may-fail',
      said: `This came through ${from}, which put its own markup around the snippet.`,
      mend: 'Copy the snippet from where it was made straight into the page, with nothing in between.',
    },
  ];
}

/** Typographic quotation marks, which make one word of what stands between them, and everything else false. */
export function quotationMarks({ tags, divs, scripts, frames, lineOf }: Reading): Finding[] {
  const written = [...tags, ...divs, ...frames, ...scripts.map(({ element }) => element)].flatMap((each) =>
    [...each.attributes].map(({ name, value }) => ({ name, value })),
  );
  const bent = written.find(
    ({ name, value }) => isBent(value.charAt(0)) || isBent(value.slice(-1)) || [...name].some(isBent),
  );
  if (!bent) return [];
  const line = lineOf(bent.value);
  return [
    {
      kind: 'fails',
      said: `The quotation marks were bent into typographic ones, as at ${quoted(`${bent.name}=${bent.value}`)}: they are read as part of the words.`,
      mend: 'Put straight quotation marks in their place, or paste the snippet anew where code is expected.',
      ...(line !== undefined && { line }),
    },
  ];
}

const isBent = (sign: string) => sign !== '' && CURLY.includes(sign);

/** Spaces that do not part words for a browser, and signs that nobody sees. */
function invisible({ tags, divs, scripts, lineOf }: Reading): Finding[] {
  const broken = tags.find(({ localName }) => INVISIBLE.test(localName));
  const elements = [...tags, ...divs, ...scripts.map(({ element }) => element)];
  const within = elements
    .flatMap((each) => [...each.attributes])
    .find(({ name, value }) => INVISIBLE.test(name) || (/src$|^data-kith$/.test(name) && INVISIBLE.test(value)));
  if (!broken && !within) return [];
  const where = broken ? plainName(broken.localName) : (within?.name ?? '');
  const line = lineOf(tagNames.includes(where) ? `<${where}` : where);
  return [
    {
      kind: 'fails',
      said: `There are signs that nobody sees in the snippet, such as a space that does not break, at ${quoted(where)}: a browser does not find what it looks for.`,
      mend: 'Paste the snippet anew, as plain text.',
      ...(line !== undefined && { line }),
    },
  ];
}
