import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readme } from './readme.mjs';

const text = readFileSync('README.md', 'utf8');
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;

describe('README.md', () => {
  it('holds the tables that the elements give (npm run readme writes them)', async () => {
    expect(text).toBe(await readme());
  });

  it('shows no value where there is no word for it', () => {
    expect(text).not.toMatch(/(?<!`)``(?!`)/);
  });

  it('names only commands that there are', () => {
    const named = [...text.matchAll(/npm (?:run )?(start|test|[a-z]+(?::[a-z]+)*)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !['and'].includes(name) && !(name in scripts))).toEqual([]);
  });

  it('imports only what is there', async () => {
    const imports = [...text.matchAll(/^import (?:\{ (\w+) \} from )?'([^']+)'/gm)];
    expect(imports.length).toBeGreaterThan(3);
    for (const [, name, from = ''] of imports) {
      const module = (await import(/* @vite-ignore */ from)) as Record<string, unknown>;
      if (name) expect(module[name]).toBeTypeOf('function');
    }
  });

  it('shows how a snippet is written, as it is written', async () => {
    const [, block = ''] = /```js\n(import \{ snippetFor \}[^]*?)```/.exec(text) ?? [];
    const { forms, snippetFor } = await import('@kith/embed/snippet');
    const code = block.replace(/^import .*$/m, '');
    const run = new Function('snippetFor', `return (async () => {${code}; return text })()`) as (
      write: typeof snippetFor,
    ) => Promise<string>;
    expect(await run(snippetFor)).toMatch(/<kith-purpose-banner [^>]*layout="card"[^]*Everyone can fix something/);
    expect(code).toContain(`// ${forms.slice(0, -1).join(', ')} or ${forms.at(-1)}`);
  });

  it('names types of the tags that the build writes', () => {
    const { exports } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8')) as {
      exports: Record<string, object>;
    };
    const named = [...text.matchAll(/^import type \{\} from '@kith\/elements\/(\w+)'/gm)].map(([, name]) => name);
    expect(named).toEqual(['react']);
    for (const name of [...named, 'solid', 'vue']) expect(exports).toHaveProperty([`./${name}`, 'types']);
  });

  it('links only to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
    for (const path of links) expect(readFileSync(path).length).toBeGreaterThan(0);
  });
});
