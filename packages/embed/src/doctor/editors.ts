import type { Editor, Form } from '../snippet/wanted.js';
import type { Finding } from './finding.js';
import { tagNames, type Reading } from './reading.js';
import { listed } from './words.js';

/** What a snippet may be made of, as editors tell it apart. */
export type Piece = 'script' | 'json' | 'tag' | 'frame' | 'class' | 'data' | 'style' | 'sheet' | 'picture' | 'text';

/** One editor, for whom it lets do what. */
export interface Place {
  editor: Editor['id'];
  /** Who it is so for, and where. */
  named: string;
  /** What stays of what is pasted there. */
  keeps: ReadonlySet<Piece>;
  /** What it cannot do beside that, whatever is pasted. */
  but?: string;
  /** What works there in place of what is taken out. */
  form: Form;
  mend: string;
}

const everything: readonly Piece[] = [
  'script',
  'json',
  'tag',
  'frame',
  'class',
  'data',
  'style',
  'sheet',
  'picture',
  'text',
];
const without = (...pieces: Piece[]): ReadonlySet<Piece> =>
  new Set(everything.filter((each) => !pieces.includes(each)));
const only = (...pieces: Piece[]): ReadonlySet<Piece> => new Set(pieces);

/** What the editors take out, as they say themselves and as pages show that went through them. */
export const editorPlaces: readonly Place[] = [
  { editor: 'html', named: 'A page of plain HTML', keeps: without(), form: 'tag', mend: '' },
  {
    editor: 'wordpress',
    named: 'WordPress, for administrators',
    keeps: without(),
    form: 'tag',
    mend: '',
  },
  {
    editor: 'wordpress',
    named: 'WordPress, for authors, for sites in a network, and on WordPress.com’s smaller plans',
    keeps: only('class', 'data', 'style', 'text'),
    form: 'div',
    mend: 'Paste the form that stands in a plain div: it is read as it is, and works wherever an administrator adds the script once for the whole site.',
  },
  { editor: 'squarespace', named: 'Squarespace, on plans with code', keeps: without(), form: 'tag', mend: '' },
  {
    editor: 'squarespace',
    named: 'Squarespace’s smallest plan',
    keeps: without('script', 'json', 'frame'),
    form: 'static',
    mend: 'Paste the words alone: they are read without any script.',
  },
  {
    editor: 'wix',
    named: 'Wix',
    keeps: without(),
    but: 'Wix shows pasted code in a box of its own: it has the height you draw there, and your page’s letters and colours do not reach into it.',
    form: 'tag',
    mend: 'Draw the box tall enough for all of it, and choose the colour here.',
  },
  {
    editor: 'ghost',
    named: 'Ghost, in an HTML card',
    keeps: without(),
    but: 'Ghost also sends posts by e-mail, where no script runs: readers there see the words inside the tag.',
    form: 'tag',
    mend: 'Keep the words inside the tag, or show the card on the web alone.',
  },
  {
    editor: 'readme',
    named: 'A README on GitHub',
    keeps: only('picture', 'text'),
    form: 'picture',
    mend: 'Paste the picture: it is light or dark as the reader’s page is.',
  },
];

const named: Readonly<Record<Piece, string>> = {
  script: 'the script',
  json: 'the people written into it',
  tag: 'Kith’s tag',
  frame: 'the frame',
  class: 'the marks that say what is what',
  data: 'what it says for Kith',
  style: 'its colours',
  sheet: 'its style sheet',
  picture: 'the picture',
  text: 'the words',
};

/** What each editor takes out of what was pasted; of one alone, where it is said which. */
export function editors(reading: Reading, editor?: Editor['id']): Finding[] {
  // A page went through its editor already.
  if (reading.isPage && !editor) return [];
  const pieces = piecesOf(reading);
  const isCode = pieces.has('script') || pieces.has('tag') || pieces.has('data') || pieces.has('frame');
  if (!isCode && !pieces.has('picture')) return [];
  const found = editorPlaces
    .filter((place) => !editor || place.editor === editor)
    .flatMap((place): Finding[] => {
      const lost = [...pieces].filter((each) => !place.keeps.has(each));
      if (lost.length)
        return [
          {
            kind: 'is-lost',
            said: `${place.named}: ${listed(lost.map((each) => named[each]))} ${lost.length === 1 && !/^(?:what|the people|the marks|its colours|the words)/.test(named[lost[0] as Piece]) ? 'is' : 'are'} taken out. ${whatStays(pieces, lost)}`,
            mend: place.mend,
            form: place.form,
            editor: place.editor,
          },
        ];
      return place.but && isCode
        ? [{ kind: 'is-lost', said: place.but, mend: place.mend, form: place.form, editor: place.editor }]
        : [];
    });
  const asks: Finding[] =
    (pieces.has('script') || pieces.has('frame') || pieces.has('tag')) && (!editor || editor === 'wordpress')
      ? [
          {
            kind: 'asks',
            said: 'In WordPress: can you see “Custom HTML” among the blocks, and is it still as you pasted it after saving?',
            mend: 'If not, your role may not write scripts: paste the form in a plain div, or ask an administrator to paste this one.',
            form: 'div',
            editor: 'wordpress',
          },
        ]
      : [];
  return [...found, ...asks];
}

function whatStays(pieces: ReadonlySet<Piece>, lost: readonly Piece[]): string {
  if (lost.includes('frame')) return 'Nothing of it is left.';
  return pieces.has('text') ? 'The words inside stay.' : 'Nothing of it is left.';
}

/** What a snippet is made of. */
function piecesOf({ page, scripts, tags, divs, frames }: Reading): ReadonlySet<Piece> {
  const pieces = new Set<Piece>();
  const roots = [...tags, ...divs];
  if (scripts.length) pieces.add('script');
  if (tags.some(({ localName }) => tagNames.includes(localName))) pieces.add('tag');
  if (roots.some((each) => each.querySelector('script'))) pieces.add('json');
  if (divs.length) pieces.add('data');
  if (frames.length) pieces.add('frame');
  if (page.querySelector('style')) pieces.add('sheet');
  if (roots.some((each) => each.hasAttribute('style') || each.querySelector('[style]'))) pieces.add('style');
  if (roots.some((each) => each.querySelector('[class]'))) pieces.add('class');
  if (page.querySelector('picture, img[src*="kith" i]')) pieces.add('picture');
  if (roots.some((each) => hasWords(each))) pieces.add('text');
  return pieces;
}

function hasWords(root: Element): boolean {
  const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (node.nodeValue?.trim() && node.parentElement?.localName !== 'script') return true;
  return false;
}
