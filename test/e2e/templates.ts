import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Every template of the elements, as Lit hands it to its policy: what is bound is named so, and has a mark for a value. */
export function templates(): string[] {
  const folder = 'packages/elements/src';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => templatesIn(readFileSync(`${folder}/${name}`, 'utf8')));
}

function templatesIn(code: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText(file)))
      found.push(asLit(node.template));
    ts.forEachChild(node, look);
  };
  const file = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest);
  look(file);
  return found;
}

function asLit(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)]
    .map((piece) => piece.replace(/(?<=\s[@.?]?[\w-]+)=(?=(?:"[^"]*)?$)/, '$lit$='))
    .join('lit$1$');
}
