import { isBeneath, VISITORS } from '@kith/core';
import { tagAttributes } from '../static/tag-attributes.js';
import { isEverywhere, wants } from './attributes.js';
import type { Finding } from './finding.js';
import { plainName, tagNames, type Reading } from './reading.js';
import { places } from './scripts.js';
import { listed, nearest, quoted } from './words.js';

/** What is wrong with the tags: how they are spelt, what they say, where they stand. */
export function tags(reading: Reading): Finding[] {
  return [
    ...reading.tags.flatMap((tag) => ofTag(tag, reading)),
    ...reading.divs.flatMap((div) => ofDiv(div, reading)),
    ...selfClosed(reading),
    ...unclosed(reading),
    ...unreserved(reading),
  ];
}

function ofTag(tag: Element, reading: Reading): Finding[] {
  const { localName } = tag;
  // What a word processor put into a name is said once, for all of it.
  if (plainName(localName) !== localName) return [];
  if (!Object.hasOwn(tagAttributes, localName)) return misspelt(localName, reading);
  const written = [...tag.attributes].map(({ name, value }) => ({ name, value }));
  return [...said(localName, written, reading), ...standing(tag, reading)];
}

function misspelt(name: string, { lineOf }: Reading): Finding[] {
  const meant = nearest(name, tagNames);
  const line = lineOf(`<${name}`);
  return [
    {
      kind: 'fails',
      said: `There is no tag ${quoted(name)}: only what is written inside it is shown.`,
      ...(meant !== undefined && { mend: `Write ${meant}, at its beginning and at its end.` }),
      ...(line !== undefined && { line }),
    },
  ];
}

/** Attributes of a tag, by their names there. */
function said(localName: string, written: { name: string; value: string }[], reading: Reading): Finding[] {
  const known = tagAttributes[localName] ?? {};
  return written.flatMap(({ name, value }): Finding[] => {
    const line = reading.lineOf(value.length > 3 ? value : `${name}=`);
    const at = line === undefined ? {} : { line };
    const takes = Object.hasOwn(known, name) ? known[name]?.takes : undefined;
    if (!takes) {
      if (name.includes('<'))
        return [
          {
            kind: 'fails',
            said: `The beginning of ${localName} is never closed: what comes after it, ${quoted(name)}, is taken for an attribute.`,
            mend: 'Put a “>” before it.',
            ...at,
          },
        ];
      // Quotation marks in names are said of the snippet as a whole.
      if (isEverywhere(name) || !/^[a-z][a-z0-9-]*$/.test(name)) return [];
      const meant = nearest(name, Object.keys(known));
      return [
        {
          kind: 'may-fail',
          said: `${localName} knows no attribute ${quoted(name)}, and leaves it aside.`,
          mend: meant ? `Write ${meant}.` : 'Take it out.',
          ...at,
        },
      ];
    }
    const wanted = wants(takes, value);
    if (wanted !== undefined)
      return [
        {
          kind: 'may-fail',
          said: `${localName} cannot take ${name}=${quoted(value)}: it wants ${wanted}.`,
          mend: takes === 'flag' ? `Take ${name} out.` : `Write one that fits, or leave ${name} out.`,
          ...at,
        },
      ];
    return name === 'src' ? places(value, 'source', reading).map((each) => ({ ...each, ...at })) : [];
  });
}

function ofDiv(div: Element, reading: Reading): Finding[] {
  const value = div.getAttribute('data-kith')?.trim() ?? '';
  const name = `kith-${value.replace(/^kith-/, '')}`;
  const line = reading.lineOf(`data-kith="${value}"`);
  if (!Object.hasOwn(tagAttributes, name)) {
    const meant = nearest(name, tagNames)?.slice('kith-'.length);
    return [
      {
        kind: 'fails',
        said: `There is no widget ${quoted(value)}: only what is written inside is shown.`,
        ...(meant !== undefined && { mend: `Write data-kith="${meant}".` }),
        ...(line !== undefined && { line }),
      },
    ];
  }
  const known = Object.keys(tagAttributes[name] ?? {});
  // The page’s own data stands there too: only what Kith knows is looked at.
  const written = [...div.attributes]
    .filter(({ name: each }) => each.startsWith('data-') && known.includes(each.slice('data-'.length)))
    .map((each) => ({ name: each.name.slice('data-'.length), value: each.value }));
  return [
    ...said(name, written, reading),
    ...ofVisitors(div, reading),
    ...unnamed(div, reading),
    ...unreached(div, reading),
    ...standing(div, reading),
  ];
}

/**
 * Of another site a div shows what Kith’s script names: a visitor could have written the div, but no script. Which site a
 * page is of stands seldom in it.
 */
function unnamed(div: Element, { page, scripts, lineOf }: Reading): Finding[] {
  const src = div.getAttribute('data-src')?.trim() ?? '';
  if (!/^https?:/i.test(src) || !URL.canParse(src)) return [];
  const url = new URL(src);
  const own = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  if (namedIn(page).some((place) => isBeneath(url, place)) || (URL.canParse(own) && new URL(own).origin === url.origin))
    return [];
  const line = lineOf(src);
  return [
    {
      kind: 'may-fail',
      said: `This div takes its people from ${quoted(url.host)}, which Kith’s script does not name: on any other site only what is written inside is shown.`,
      mend: `Write data-sources="${url.origin}${url.pathname}" into Kith’s script tag, ${scripts.length ? 'here' : 'wherever it stands'}.`,
      ...(line !== undefined && { line }),
    },
  ];
}

/** Nor does it have letters written to anybody the script does not name. */
function unreached(div: Element, { page, scripts, lineOf }: Reading): Finding[] {
  const to = (div.getAttribute('data-to') ?? '').split(',').map((each) => each.trim());
  const named = namedIn(page).map((each) => each.toLowerCase());
  const missing = to.filter((each) => each && !named.includes(`mailto:${each}`.toLowerCase()));
  if (!missing.length) return [];
  const line = lineOf(missing[0] ?? '');
  return [
    {
      kind: 'may-fail',
      said: `This div has letters written to ${listed(missing.map(quoted))}, whom Kith’s script does not name: only what is written inside is shown.`,
      mend: `Write data-sources="${missing.map((each) => `mailto:${each}`).join(' ')}" into Kith’s script tag, ${scripts.length ? 'here' : 'wherever it stands'}; after what it names already, with a space between.`,
      ...(line !== undefined && { line }),
    },
  ];
}

const namedIn = (page: Document) => [...page.scripts].flatMap(({ dataset }) => dataset['sources']?.split(/\s+/) ?? []);

/** Where a site says that visitors write, a visitor could have written the div. */
function ofVisitors(div: Element, { lineOf }: Reading): Finding[] {
  if (!div.closest(VISITORS)) return [];
  const line = lineOf(`data-kith="${div.getAttribute('data-kith') ?? ''}"`);
  return [
    {
      kind: 'fails',
      said: 'This div stands in what visitors write (comments, or data-kith-off): only what is written inside is shown.',
      mend: 'Move it out of there, to where only you write.',
      ...(line !== undefined && { line }),
    },
  ];
}

/** Places where a tag is not seen. */
function standing(tag: Element, { lineOf }: Reading): Finding[] {
  const around = tag.parentElement?.closest('noscript, template, select, textarea, [hidden]');
  if (!around) return [];
  const line = lineOf(`<${tag.localName}`);
  return [
    {
      kind: around.localName === 'noscript' ? 'may-fail' : 'fails',
      said:
        around.localName === 'noscript'
          ? `${tag.localName} stands in noscript: it is seen only where no script runs.`
          : `${tag.localName} stands in ${around.hasAttribute('hidden') ? 'something hidden' : `a ${around.localName}`}, where nobody sees it.`,
      mend: 'Move it out of there.',
      ...(line !== undefined && { line }),
    },
  ];
}

const SELF_CLOSED = /<(kith-[a-z-]{1,40})(?:\s[^<>]{0,2000})?\/>/i;

/** `<kith-recognition-wall />` is not over: what comes after it is inside. */
function selfClosed({ text, lineOf }: Reading): Finding[] {
  const [found, name = ''] = SELF_CLOSED.exec(text) ?? [];
  if (found === undefined) return [];
  const line = lineOf(found);
  return [
    {
      kind: 'fails',
      said: `${name.toLowerCase()} ends with a slash, which ends no tag in HTML: all that comes after it is swallowed.`,
      mend: 'Close it with an end tag of its own.',
      ...(line !== undefined && { line }),
    },
  ];
}

/** A tag without its end holds all that comes after it, and takes its place. */
function unclosed({ text, tags, lineOf }: Reading): Finding[] {
  const name = tagNames.find((each) => {
    const ends = text.match(new RegExp(`</${each}\\s*>`, 'gi'))?.length ?? 0;
    return tags.filter(({ localName }) => localName === each).length > ends;
  });
  if (name === undefined || SELF_CLOSED.test(text)) return [];
  const line = lineOf(`<${name}`);
  return [
    {
      kind: 'fails',
      said: `${name} begins and never ends: all that comes after it on the page is inside, and goes when the widget comes.`,
      mend: `Write </${name}> where it is over.`,
      ...(line !== undefined && { line }),
    },
  ];
}

/** A tag that begins empty moves the page when it fills, unless room is kept for it. */
function unreserved({ tags, page, isPage }: Reading): Finding[] {
  const sheets = [...page.querySelectorAll('link[rel~=stylesheet]')];
  const bare = tags.find(
    (tag) =>
      tagNames.includes(tag.localName) &&
      tag.localName !== 'kith-community' &&
      ![...tag.children].some(({ localName }) => localName !== 'script') &&
      !tag.textContent?.trim(),
  );
  // A page’s other sheets may hold it; a snippet has none.
  const isHeld =
    sheets.some((each) => /kith[^/]*\.css/.test(each.getAttribute('href') ?? '')) || (isPage && sheets.length > 0);
  if (!bare || isHeld) return [];
  return [
    {
      kind: 'may-fail',
      said: `${bare.localName} begins empty and there is no kith.css: the page moves when the widget comes, and without scripts there is nothing.`,
      mend: 'Put words inside it, as the builder does, or add kith.css to the page.',
      form: 'tag',
    },
  ];
}
