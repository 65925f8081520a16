/// <reference types="vite/client" />
import { formatFor, languages, plain, type Format, type Phrase } from '@kith/core';
import { html, type TemplateResult } from 'lit';

/** The lists of sentences a widget says, by the names they have in the strings. */
export type WordsOf = readonly string[];

type Sentence = string | ((...given: unknown[]) => string | Phrase);
type Part = (format: Format) => Record<string, Sentence>;

const modules = import.meta.glob<Record<string, Part>>('../packages/core/src/strings/*.ts');

const sources = import.meta.glob<string>('../packages/core/src/strings/{en,acts/*.en}.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const english = Object.values(sources).join('\n');

/** What a sentence is given, as its author declared it: "names: Phrase, n: number". */
const declared = new Map(
  [...english.matchAll(/^ {2}(\w+): \(([^)]*)\)/gm)].map(([, key = '', given = '']) => [key, given] as const),
);

/** Something of each kind to put into a sentence. */
const samples: [kind: RegExp, sample: (name: string) => unknown][] = [
  [/: number/, () => 3],
  [/: Phrase/, (name) => [{ name: `{${name}}` }]],
  [/: Mark/, (name) => ({ name: `{${name}}` })],
  [/string\[\]/, (name) => [`{${name}}`]],
  [/./, (name) => `{${name}}`],
];

function said(key: string, sentence: Sentence): string[] {
  if (typeof sentence === 'string') return [sentence];
  const given = (declared.get(key) ?? '').split(', ').map((one) => {
    const [name = ''] = one.split(/[:?]/);
    return samples.find(([kind]) => kind.test(one))?.[1](name);
  });
  const number = given.indexOf(3);
  // Each form a count may take in some language.
  const counts = number < 0 ? [undefined] : [0, 1, 2, 3, 11, 100];
  const forms = counts.map((count) => {
    const text = sentence(...given.map((one, i) => (i === number ? count : one)));
    return typeof text === 'string' ? text : plain(text);
  });
  return [...new Map(forms.map((form) => [form.replace(/[\d\u0660-\u0669]+/g, '#'), form])).values()];
}

const lengthOf = (text: string, language: string) =>
  [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text.replace(/\{\w+\}/g, ''))].length;

/** Every sentence of these lists in every language, with how long it may become around what it is given. */
export async function wordsTable(parts: WordsOf): Promise<TemplateResult> {
  const spoken = await Promise.all(
    languages.map(async (code) => {
      const module = await modules[`../packages/core/src/strings/${code}.ts`]?.();
      const format = formatFor(code === 'en' ? 'en-GB' : code);
      return {
        code,
        words: Object.assign({}, ...parts.map((part) => module?.[part]?.(format))) as Record<string, Sentence>,
      };
    }),
  );
  const [{ words: keys } = { words: {} }] = spoken;
  const nameIn = new Intl.DisplayNames(['en'], { type: 'language' });
  return html`<div class="studio">
    <div class="table" tabindex="0" role="group" aria-label="Words">
      <table>
        <thead>
          <tr>
            ${spoken.map(
              ({ code }) =>
                html`<th scope="col">${nameIn.of(code)}</th>
                  <th scope="col">at most</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${Object.keys(keys).map(
            (key) =>
              html`<tr>
                ${spoken.map(({ code, words }) => {
                  const forms = said(key, words[key] ?? '');
                  const longest = Math.max(...forms.map((form) => lengthOf(form, code)));
                  return html`<td lang=${code} dir="auto">${forms.map((form) => html`<div>${form}</div>`)}</td>
                    <td class="number">${longest}</td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="small">
      {names}, {text} and the like are put in at run time. The number counts characters without them: leave a third more
      room for a language that is not here yet.
    </p>
  </div>`;
}
