// The generated parts of the page on running a server. `npm run build -- --modules`, then `node test/server/page.mjs`
// writes them; the test of the same name compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const DEPLOY = new URL('../../packages/server/deploy/', import.meta.url);
const PAGE = new URL('README.md', DEPLOY);

/** How a file's text is marked. */
const languages = { conf: 'nginx', service: 'ini', timer: 'ini', sql: 'sql', Dockerfile: 'dockerfile' };

/** The page as it should be: each file beside it, and what `--help` says, word for word. */
export async function page(help) {
  const written = readFileSync(PAGE, 'utf8').replace(
    /(<!-- generated: (\S+) -->)[^]*?(<!-- \/generated -->)/g,
    (_, open, name, close) => {
      const text = name === 'help' ? help : readFileSync(new URL(name, DEPLOY), 'utf8');
      const language = languages[name.split('.').at(-1)] ?? 'text';
      return `${open}\n\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n\n${close}`;
    },
  );
  return format(written, {
    ...(await resolveConfig(PAGE)),
    parser: 'markdown',
    embeddedLanguageFormatting: 'off',
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { help } = await import('../../packages/server/dist/run/help.js');
  writeFileSync(PAGE, await page(help));
}
