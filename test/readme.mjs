// The generated parts of the README. `node test/readme.mjs` writes them; the test of the same name compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const MANIFEST = new URL('../packages/elements/custom-elements.json', import.meta.url);
const SOURCES = new URL('../packages/elements/src/', import.meta.url);
const README = new URL('../README.md', import.meta.url);

/** The README as it should be, from the elements' manifest and styles. */
export async function readme() {
  const text = readFileSync(README, 'utf8');
  const parts = { attributes: attributes(), events: events(), tokens: tokens() };
  const written = Object.entries(parts).reduce(
    (all, [name, part]) =>
      all.replace(
        new RegExp(`(<!-- generated: ${name} -->)[^]*?(<!-- /generated -->)`),
        (_, open, close) => `${open}\n\n${part}\n\n${close}`,
      ),
    text,
  );
  return format(written, { ...(await resolveConfig(README)), parser: 'markdown' });
}

function attributes() {
  const elements = declarations()
    .filter(({ tagName }) => tagName)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
  const [widget] = elements.filter(({ superclass }) => superclass?.name === 'KithElement');
  const common = table(widget.attributes.filter(({ inheritedFrom }) => inheritedFrom));
  const own = elements.map(({ tagName, description, attributes: all }) =>
    [`### \`<${tagName}>\``, description, table(all.filter(({ inheritedFrom }) => !inheritedFrom))].join('\n\n'),
  );
  return [...own, '### Every widget', common].join('\n\n');
}

function table(attributes) {
  const rows = attributes.map(({ name, type, default: by, description }) =>
    [`\`${name}\``, values(type?.text), by && by !== 'false' ? `\`${by.replaceAll("'", '')}\`` : '', description].join(
      ' | ',
    ),
  );
  return ['| attribute | values | default | |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n');
}

function values(type = '') {
  const words = type
    .split('|')
    .map((word) => word.trim())
    .filter((word) => !['undefined', "''"].includes(word) && !/^[A-Z]/.test(word));
  return words.map((word) => (word.startsWith("'") ? `\`${word.replaceAll("'", '')}\`` : word)).join(', ');
}

/** Each wish with the tags that say it, in the order of the tags; then what becomes of one. */
function events() {
  const elements = declarations().filter(({ tagName }) => tagName);
  const rows = elements
    .sort((a, b) => a.tagName.localeCompare(b.tagName))
    .flatMap(({ tagName, events: all = [] }) =>
      all
        .filter(({ inheritedFrom }) => !inheritedFrom)
        .map(({ name, description }) => `| \`${name}\` | \`${tagName}\` | ${description} |`),
    );
  const outcomes = declarations()
    .find(({ name }) => name === 'KithElement')
    .events.map(({ name, description }) => `| \`${name}\` | | ${description} |`);
  return ['| event | from | |', '|---|---|---|', ...rows, ...outcomes].join('\n');
}

function tokens() {
  const styles = readdirSync(SOURCES, { recursive: true })
    .filter((file) => file.endsWith('.styles.ts'))
    .map((file) => readFileSync(new URL(file, SOURCES), 'utf8'))
    .join('\n');
  const documented = new Map(
    declarations().flatMap(({ cssProperties = [] }) =>
      cssProperties.map(({ name, description }) => [name, description]),
    ),
  );
  const read = new Set(styles.match(/--kith-[a-z-]+/g));
  const odd = [...read, ...documented.keys()].filter((token) => !read.has(token) || !documented.has(token));
  if (odd.length) throw new Error(`Read by no style, or by one and not documented as @cssproperty: ${odd.join(', ')}`);
  const rows = [...read].sort().map((token) => `| \`${token}\` | ${documented.get(token)} |`);
  return ['| token | |', '|---|---|', ...rows].join('\n');
}

const declarations = () => JSON.parse(readFileSync(MANIFEST, 'utf8')).modules.flatMap((module) => module.declarations);

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(README, await readme());
