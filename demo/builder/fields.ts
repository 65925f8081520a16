import type { Widget } from '@kith/embed/static';

/** An attribute of a tag, as somebody fills it in. */
export interface Field {
  name: string;
  label: string;
  help: string;
  /** What it holds: one of a few words, a whole number, words, or on and off. */
  kind: 'choice' | 'number' | 'words' | 'switch';
  /** The words it can be, the usual one first; of a `choice`. */
  choices: string[];
  /** What it is where it is not said. */
  usual: string;
}

export type Fields = Record<Widget, Field[]>;

/** What of the manifest is read. */
export interface Manifest {
  modules: { declarations?: { tagName?: string; attributes?: Attribute[] }[] }[];
}

interface Attribute {
  name: string;
  type?: { text: string };
  default?: string;
  label?: string;
  help?: string;
}

/** What the builder asks for in other ways, or is no author's to say in a snippet. */
export const askedElsewhere = ['src', 'provider', 'community', 'locale', 'accent', 'hold'] as const;

/** The fields of each widget, from the elements' manifest. Throws where one has no label or help. */
export function fieldsIn({ modules }: Manifest): Fields {
  const tags = modules.flatMap(({ declarations = [] }) => declarations);
  return Object.fromEntries(
    tags.flatMap(({ tagName = '', attributes = [] }) => {
      const [, widget] = /^kith-(?!community$)(.+)$/.exec(tagName) ?? [];
      const own = attributes.filter(({ name }) => !(askedElsewhere as readonly string[]).includes(name));
      return widget ? [[widget, own.map((attribute) => fieldOf(tagName, attribute))]] : [];
    }),
  ) as Fields;
}

function fieldOf(tagName: string, { name, type, default: by = '', label, help }: Attribute): Field {
  if (!label || !help) throw new Error(`<${tagName}> says no @label and @help of ${name}`);
  const text = type?.text ?? '';
  const choices = [...text.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
  const kind = choices.length ? 'choice' : text === 'boolean' ? 'switch' : text === 'number' ? 'number' : 'words';
  const usual = kind === 'switch' ? '' : by.replaceAll("'", '');
  return {
    name,
    label,
    help,
    kind,
    choices: kind === 'choice' && !choices.includes(usual) ? [usual, ...choices] : choices,
    usual,
  };
}
