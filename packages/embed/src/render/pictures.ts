import type { Lack, Picture } from '../pictures/picture-of.js';
import { pictureSnippet } from '../pictures/picture-snippet.js';
import type { Widget } from '../static/shown.js';
import type { Files } from './write.js';

/** The names of a picture's files. */
export const pictureNames = (widget: Widget): string[] =>
  ['.svg', '-light.svg', '-dark.svg', '.picture.html'].map((end) => `${widget}${end}`);

/** The files of a picture: in each shade, and the text that puts it into a README or an e-mail, for who sees none of it too. */
export function pictureFiles(widget: Widget, drawn: Picture, alt: string, url: string | undefined): Files {
  const [, width] = /width="(\d+)"/.exec(drawn('auto')) ?? [];
  const [auto = '', light = '', dark = '', text = ''] = pictureNames(widget);
  const at = (name: string) => `${url ?? ''}${name}`;
  const snippet = { light: at(light), dark: at(dark), alt, width: Number(width), href: url };
  return new Map([
    [auto, drawn('auto')],
    [light, drawn('light')],
    [dark, drawn('dark')],
    [text, pictureSnippet(snippet)],
  ]);
}

/** Why there is no picture of a widget, in a sentence. */
export function sayLack(widget: Widget, lack: Lack, member = ''): string {
  const why: Readonly<Record<Lack, string>> = {
    nobody: 'say whose: --member',
    'no-member': `the source has no member "${member}"`,
    'no-purpose': 'the source states no purpose',
    'no-ladder': 'the source has no such ladder',
    'one-reader': 'it is for one reader',
  };
  return `No picture of <kith-${widget}>: ${why[lack]}.`;
}
