import type { Finding } from './finding.js';
import { hasKith, type Reading } from './reading.js';

/** Kith's packages by their names alone: only a build knows where they lie. */
const PACKAGE = /\b(?:from|import)\s*\(?\s*["']@kith\//;

/** A component of a framework, which is a program and no page; `undefined` where a text is none. */
export function program({ text, isPage, page }: Reading, isPasted: boolean): Finding | undefined {
  if (isPage || !PACKAGE.test(text) || page.querySelector('script[type=importmap]')) return undefined;
  return isPasted
    ? {
        kind: 'fails',
        said: 'This is a component’s program, which only a project’s build makes into a page: here nothing of it runs.',
        mend: 'Paste the tag with its script.',
        form: 'tag',
      }
    : { kind: 'well', said: 'All well: a component for a project of your own. In a page as it is nothing of it runs.' };
}

/** What was pasted is of a mail, where nothing runs, or came through one. */
export function mail(reading: Reading): Finding[] {
  const { text } = reading;
  if (!hasKith(reading) && !/kith/i.test(text)) return [];
  if (/=3D["']/.test(text))
    return [
      {
        kind: 'fails',
        said: 'This is an e-mail’s source, in which signs are written otherwise, such as =3D: no browser reads it.',
        mend: 'Copy the snippet from where it was made.',
      },
    ];
  const isMail = /<!--\[if\s!?mso\b|\bmso-(?:line-height-rule|table-lspace)\b/i;
  if (!hasKith(reading) || !isMail.test(text)) return [];
  return [
    {
      kind: 'fails',
      said: 'This is an e-mail’s HTML, and no mail program runs scripts or shows frames: readers see the words inside, or nothing.',
      mend: 'Paste the words alone, or a picture.',
      form: 'static',
    },
  ];
}
