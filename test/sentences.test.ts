import { readdirSync, readFileSync } from 'node:fs';
import { parseFragment } from 'parse5';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = 'packages/elements/src';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** What a reader reads or hears that stands in an attribute. */
const heard = ['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'placeholder', 'title'];

/** The markup of each template of a file, with a number where something is put into it. */
function templatesOf(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ['html', 'svg'].includes(node.tag.getText())) {
      const { template } = node;
      found.push(
        ts.isTemplateExpression(template)
          ? [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join('0')
          : template.text,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('template.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

/** A piece of markup, as far as it is looked at here. */
interface Piece {
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Piece[];
}

/** The words in a piece of markup that somebody would read or hear. */
function wordsIn({ value = '', attrs = [], childNodes = [] }: Piece): string[] {
  const own = [value, ...attrs.filter(({ name }) => heard.includes(name)).map((one) => one.value)];
  return [...own.filter((text) => /\p{L}/u.test(text)).map((text) => text.trim()), ...childNodes.flatMap(wordsIn)];
}

describe('what the widgets say', () => {
  it('stands in the strings, and nowhere in a template', () => {
    const templates = files.map((file) => ({ file, all: templatesOf(readFileSync(`${folder}/${file}`, 'utf8')) }));
    expect(templates.flatMap(({ all }) => all).length).toBeGreaterThan(100);
    const said = templates.flatMap(({ file, all }) =>
      all.flatMap((markup) => wordsIn(parseFragment(markup) as Piece).map((words) => `${file}: ${words}`)),
    );
    expect(said).toEqual([]);
  });
});
