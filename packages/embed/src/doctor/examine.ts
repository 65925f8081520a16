import type { Editor } from '../snippet/wanted.js';
import { widgets } from '../static/shown.js';
import { asText, quotationMarks } from './as-text.js';
import { delayed } from './delayed.js';
import { documents } from './documents.js';
import { editors } from './editors.js';
import { mail, program } from './elsewhere.js';
import type { Finding } from './finding.js';
import { frames } from './frames.js';
import { policies } from './policy.js';
import { isTooDeep, readingOf, type Reading } from './reading.js';
import { scripts, versionIn } from './scripts.js';
import { tags } from './tags.js';
import { listed } from './words.js';

/** Signs of a text that is still read: a page of a long article has a twentieth of them. */
const MOST = 4_000_000;

const order: readonly Finding['kind'][] = ['well', 'fails', 'may-fail', 'is-lost', 'asks'];

export interface Examined {
  /** Where it is pasted, where that is known: then what the others take out is not said. */
  editor?: Editor['id'];
  /** Reads HTML into a document of its own and runs none of it; for a page with Trusted Types. Default: a `DOMParser`. */
  parse?: (html: string) => Document;
}

/**
 * Looks through a snippet, or a page that somebody pasted, without running any of it: what fails, what may, what which
 * editor takes out; or that all is well. Never throws.
 */
export function examine(text: string, { editor, parse }: Examined = {}): Finding[] {
  if (!text.trim())
    return [{ kind: 'fails', said: 'There is nothing in it yet.', mend: 'Paste the snippet, or the page’s source.' }];
  if (text.length > MOST || isTooDeep(text))
    return [
      {
        kind: 'fails',
        said: 'This is too long, or nested too deep, to be looked through.',
        mend: 'Paste the part in which Kith stands.',
      },
    ];
  const reading = readingOf(text, parse);
  const component = program(reading, editor !== undefined && editor !== 'html');
  if (component) return [component];
  // Where quotation marks are bent, all else that is said of the words between them is said of those marks.
  const bent = quotationMarks(reading);
  const looks = [asText, mail, ...(bent.length ? [] : [scripts, delayed, tags, documents, frames, policies])];
  const wrong = [...bent, ...looks.flatMap((look) => look(reading))];
  const isThere = reading.tags.length + reading.divs.length + reading.frames.length > 0;
  const found = [...unique(wrong), ...editors(reading, editor)];
  if (!isThere && !wrong.length) found.push(nothing(reading));
  const isLost = editor !== undefined && found.some(({ kind }) => kind === 'is-lost');
  // What only whoever pastes it can know is no fault of it.
  if (isThere && wrong.every(({ kind }) => kind === 'asks') && !isLost) found.push(well(reading));
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function nothing({ scripts, page, text }: Reading): Finding {
  if (scripts.length)
    return {
      kind: 'fails',
      said: 'The script is here, but no tag: it has nothing to draw.',
      mend: 'Paste the whole snippet. If the editor takes the tag out, paste the form in a plain div.',
      form: 'div',
    };
  if (page.querySelector('.kith-static, [itemprop^="kith-"]'))
    return { kind: 'well', said: 'All well: these are words alone, which every editor keeps.' };
  if (/^\s*\{/.test(text) && /"kith"\s{0,9}:\s{0,9}1\b/.test(text))
    return {
      kind: 'fails',
      said: 'This is a community’s document, and no snippet: in a page everybody would read it as text.',
      mend: 'Put it on your site as a file, and name its address in a tag’s src; or bring it to the builder.',
      form: 'tag',
    };
  if (PICTURES.some((each) => page.querySelector(each)) || MARKDOWN.test(text))
    return { kind: 'well', said: 'All well: a picture needs nothing else.' };
  return {
    kind: 'fails',
    said: 'There is nothing of Kith in this.',
    mend: 'Paste the snippet, or the source of the page it stands in.',
  };
}

/** Pictures of widgets, as they are called where they are rendered, or in the folder they are kept in. */
const PICTURES = ['img[src*="kith/"][src$=".svg"]'].concat(
  widgets.flatMap((name) => ['', '-light', '-dark'].map((look) => `img[src$="${name}${look}.svg"]`)),
);

/** The same in Markdown. */
const MARKDOWN = new RegExp(
  `!\\[[^\\]\\n]{0,300}\\]\\([^)\\s]{0,500}\\b(?:${widgets.join('|')})(?:-light|-dark)?\\.svg`,
);

const spoken: Readonly<Record<string, [one: string, several: string]>> = {
  'kith-community': ['a community', 'communities'],
  'kith-purpose-banner': ['a purpose banner', 'purpose banners'],
  'kith-role-badge': ['a role badge', 'role badges'],
  'kith-recognition-wall': ['a recognition wall', 'recognition walls'],
  'kith-progression-ladder': ['a ladder', 'ladders'],
  'kith-peer-intro': ['an introduction', 'introductions'],
};

function well({ tags, divs, frames, scripts }: Reading): Finding {
  const names = [
    ...tags.map(({ localName }) => localName),
    ...divs.map((div) => `kith-${div.getAttribute('data-kith')?.trim() ?? ''}`),
  ];
  const kinds = [...new Set(names)].map((name) => {
    const [one = name, several = name] = spoken[name] ?? [];
    const n = names.filter((each) => each === name).length;
    return n === 1 ? one : `${n} ${several}`;
  });
  if (frames.length) kinds.push(frames.length === 1 ? 'a frame' : `${frames.length} frames`);
  const version = scripts.map(({ address }) => versionIn(address)).find(Boolean);
  const held = scripts.some(({ element }) => element.hasAttribute('integrity'));
  const with_ = [...(version ? [`Kith ${version}`] : []), ...(held ? ['held to one exact file'] : [])];
  return { kind: 'well', said: `All well: ${listed(kinds)}${with_.length ? `, with ${with_.join(', ')}` : ''}.` };
}

/** The same of many tags is said once. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [each.said, each])).values()].slice(0, 200);
}
