import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const frameworks = ['react', 'vue', 'svelte', 'angular', 'solid', 'astro'] as const;
export type Framework = (typeof frameworks)[number];

const here = fileURLToPath(new URL('.', import.meta.url));
const { resolve: resolved } = createRequire(import.meta.url);
/** What is installed here, which the project's own type check does not see. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const installed = (name: string): Promise<any> => import(/* @vite-ignore */ pathToFileURL(resolved(name)).href);

const endings: Readonly<Record<Framework, string>> = {
  react: 'jsx',
  vue: 'vue',
  svelte: 'svelte',
  angular: 'ts',
  solid: 'jsx',
  astro: 'astro',
};

/**
 * Builds a small site of a framework from one of its pages, with these texts as files of their own by their names; gives
 * the folder of what was built.
 */
export async function buildSite(
  framework: Framework,
  snippets: Readonly<Record<string, string>>,
  from: 'page' | 'five' = 'page',
): Promise<string> {
  // Beneath what is installed, so that it is found as on any project.
  const sites = join(here, 'dist');
  const site = join(sites, framework);
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  cpSync(join(here, `pages/${framework}`), site, { recursive: true });
  cpSync(join(here, 'pages/community.ts'), join(sites, 'community.ts'));
  for (const [name, text] of Object.entries(snippets))
    writeFileSync(join(site, framework === 'astro' ? 'src' : '', `${name}.${endings[framework]}`), text);
  if (framework === 'astro') return buildAstro(site);
  if (framework === 'angular') compileAngular(site);
  const page = {
    react: `${from}.jsx`,
    solid: `${from}.jsx`,
    angular: `out/angular/${from}.js`,
    vue: `${from}.js`,
    svelte: `${from}.js`,
  }[framework];
  writeFileSync(
    join(site, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${framework}</title><link rel="icon" href="data:,"></head>` +
      `<body><script type="module" src="./${page}"></script></body></html>`,
  );
  const { build } = await installed('vite');
  // Vitest says 'test', for which React and Lit would bring what is for their developers.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: false,
      root: site,
      mode: 'production',
      logLevel: 'error',
      plugins: await pluginsOf(framework),
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { outDir: join(site, 'dist'), target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 5000 },
    });
  } finally {
    process.env['NODE_ENV'] = before;
  }
  return join(site, 'dist');
}

async function pluginsOf(framework: Framework): Promise<unknown[]> {
  if (framework === 'vue') {
    const isCustomElement = (tag: string) => tag.startsWith('kith-');
    return [(await installed('@vitejs/plugin-vue')).default({ template: { compilerOptions: { isCustomElement } } })];
  }
  if (framework === 'svelte') return [(await installed('@sveltejs/vite-plugin-svelte')).svelte({ configFile: false })];
  if (framework === 'solid') return [(await installed('vite-plugin-solid')).default()];
  return [];
}

/**
 * What TypeScript says of `types/<framework>.ts(x)`, where the tags' types are found as in any project that has this
 * framework; '' where all is as it is written there.
 */
export function typeErrors(framework: 'react' | 'solid' | 'vue'): string {
  const folder = join(here, 'dist/types');
  mkdirSync(folder, { recursive: true });
  const name = framework === 'solid' ? 'solid-js' : framework;
  const config = {
    compilerOptions: {
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Intl'],
      jsx: 'preserve',
      jsxImportSource: name,
      // React's own types come with the workspace.
      ...(framework !== 'react' && {
        paths: { [name]: [`../../node_modules/${name}`], [`${name}/*`]: [`../../node_modules/${name}/*`] },
      }),
    },
    files: [`../../types/${framework}.${framework === 'vue' ? 'ts' : 'tsx'}`],
  };
  const file = join(folder, `${framework}.json`);
  writeFileSync(file, JSON.stringify(config));
  const compiler = join(here, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [compiler, '-p', file], { encoding: 'utf8' }).stdout;
}

/** By Angular's own compiler, ahead of time. */
function compileAngular(site: string): void {
  const config = {
    compilerOptions: {
      target: 'ES2022',
      module: 'ES2022',
      moduleResolution: 'bundler',
      strict: true,
      allowJs: true,
      skipLibCheck: true,
      types: [],
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Intl'],
      rootDir: '..',
      outDir: 'out',
    },
    angularCompilerOptions: { strictTemplates: true },
    files: ['page.ts'],
  };
  writeFileSync(join(site, 'tsconfig.json'), JSON.stringify(config));
  const compiler = join(here, 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', join(site, 'tsconfig.json')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Angular's compiler refused the snippet: ${stdout}${stderr}`);
}

function buildAstro(site: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(here, 'node_modules/astro/astro.js'), 'build', '--root', site],
    {
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  if (status !== 0) throw new Error(`Astro refused the snippet: ${stdout}${stderr}`);
  return join(site, 'dist');
}
