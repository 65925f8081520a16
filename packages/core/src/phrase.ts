/**
 * Something said: plain words, and the words that are more than words. Elements and static renderers draw the same
 * phrases: a name, or other words of somebody's own, isolated (`<bdi>`), a link as a link, a time as a time, a word that
 * matches underlined.
 */
export type Mark =
  | string
  | { readonly name: string }
  | { readonly link: string; readonly href: string }
  | { readonly time: string; readonly at: string }
  | { readonly word: string };

export type Phrase = readonly Mark[];

/** Says a sentence around marks: phrase`Shaped by ${names}.` */
export function phrase(text: TemplateStringsArray, ...marks: (Mark | Phrase)[]): Phrase {
  const said: Mark[] = [];
  text.forEach((words, i) => {
    if (words) said.push(words);
    const mark = marks[i];
    if (mark !== undefined) said.push(...(isPhrase(mark) ? mark : [mark]));
  });
  return said;
}

/** Whether words end as a sentence does. */
export function isSentence(text: string): boolean {
  return /[\p{Sentence_Terminal}…]\s*$/u.test(text);
}

/** The phrase as plain text, for labels and announcements. */
export function plain(said: Phrase): string {
  return said.map(textOf).join('');
}

function textOf(mark: Mark): string {
  if (typeof mark === 'string') return mark;
  if ('name' in mark) return mark.name;
  if ('link' in mark) return mark.link;
  if ('time' in mark) return mark.time;
  return mark.word;
}

function isPhrase(mark: Mark | Phrase): mark is Phrase {
  return Array.isArray(mark);
}
