import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { defaultClientConditions, defaultServerConditions, mergeConfig, type Plugin, type UserConfig } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { oneFile, sharedPolicy } from './.ci/one-file.mjs';
import { fieldsIn, type Manifest } from './demo/builder/fields.js';

/**
 * The demo's pages load /kith.js and /kith.css as a stranger's page would: the published files, which nothing bundles
 * again. While somebody works on them (`npm run dev`) it is the sources.
 */
const publishedKith: Plugin = {
  name: 'published-kith',
  resolveId(id) {
    const [, ending, query = ''] = id.match(/^\/kith\.(js|css)(\?.*)?$/) ?? [];
    return ending && resolve(`packages/embed/src/kith.${ending === 'js' ? 'ts' : ending}`) + query;
  },
  transformIndexHtml: {
    order: 'pre',
    // What Vite needs to reload a page that is worked on, such a policy would not let it.
    handler: (html, { server }) =>
      server
        ? html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '')
        : html.replace(/(?:src|href)="\/kith\.(?:js|css)"/g, 'vite-ignore $&'),
  },
  generateBundle() {
    // Under its version it never changes; under the first number of it, it is always the newest that still fits.
    const [major = ''] = version.split('.');
    for (const file of readdirSync('packages/embed/dist'))
      for (const folder of ['', `kith/${version}/`, `kith/${major}/`])
        this.emitFile({
          type: 'asset',
          fileName: folder + file,
          source: readFileSync(`packages/embed/dist/${file}`),
        });
  },
};

const { version } = JSON.parse(readFileSync('packages/embed/package.json', 'utf8')) as { version: string };

/** `virtual:published`, for pages that write snippets: what `kith.js` is, and each file beside it. */
const published: Plugin = {
  name: 'published',
  resolveId: (id) => (id === 'virtual:published' ? `\0${id}` : undefined),
  load(id) {
    if (id !== '\0virtual:published') return;
    const folder = 'packages/embed/dist';
    const files = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => /\.(js|css)$/.test(name));
    const about = files.map((name) => {
      const bytes = readFileSync(`${folder}/${name}`);
      const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
      return [name, { bytes: gzipSync(bytes).length, integrity }];
    });
    return `export default ${JSON.stringify({ version, files: Object.fromEntries(about) })}`;
  },
};

/** `virtual:fields`, for the builder: what can be said of each widget, as the elements' manifest has it. */
const fields: Plugin = {
  name: 'fields',
  resolveId: (id) => (id === 'virtual:fields' ? `\0${id}` : undefined),
  load(id) {
    if (id !== '\0virtual:fields') return;
    const manifest = JSON.parse(readFileSync('packages/elements/custom-elements.json', 'utf8')) as Manifest;
    return `export default ${JSON.stringify(fieldsIn(manifest))}`;
  },
};

/** What the design tokens fix once for all (`--_between`), by name. */
const [, own = ''] =
  readFileSync('packages/elements/src/styles/tokens.styles.ts', 'utf8').match(/:host \{([^}]*)/) ?? [];
const fixed = new Map(
  [...own.matchAll(/(--_[a-z]+): (.*);/g)].flatMap(([, name = '', value = '']) =>
    /--kith|currentColor/.test(value) ? [] : [[name, value]],
  ),
);

/** Style sheets and templates without what only their authors need: whitespace, comments, names for fixed values. */
const thinLiterals: Plugin = {
  name: 'thin-literals',
  transform: {
    filter: { id: /elements\/src\/.*\.ts$/ },
    handler: (code, id) =>
      code
        .replace(/css`(\s*\$\{\w+\})?([^`]*)`/g, (_, joined = '', sheet = '') => {
          const said = sheet
            .replace(/(--_[a-z]+): [^;]*;/g, (declaration: string, name: string) =>
              fixed.has(name) ? '' : declaration,
            )
            .replace(/var\((--_[a-z]+)\)/g, (use: string, name: string) => fixed.get(name) ?? use);
          const { code: thin } = transform({ filename: id, code: Buffer.from(said), minify: true });
          return `css\`${joined}${thin}\``;
        })
        // Indentation means nothing in a template, nor in the code around it.
        .replace(/^ +/gm, ''),
  },
};

/** What an entry imports must be in it: a second file would be a second journey. */
const oneJourney: Plugin = {
  name: 'one-journey',
  generateBundle(_, output) {
    for (const { fileName, ...chunk } of Object.values(output)) {
      if ('imports' in chunk && chunk.isEntry && chunk.imports.length)
        this.error(`${fileName} needs ${chunk.imports.join(', ')} before it can run`);
    }
  },
};

/** What a widget's own lazy part is called, beside those all widgets share: `role-badge-acts`. */
const partOf = (module: string | null) =>
  module
    ?.match(/elements\/src\/([\w-]+\/[\w-]+)\.ts$/)?.[1]
    ?.replace(/\/index$/, '')
    .replace('/', '-');

/**
 * For a browser without a build step: one file, and beside it what loads when it is used. As a library, since otherwise
 * Vite wraps each import() in a helper that looks for <link> tags in the page.
 */
const bundle = (outDir: string, entry: Record<string, string>): UserConfig => ({
  publicDir: false,
  plugins: [thinLiterals, oneJourney],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
    lib: { entry, formats: ['es'] },
    cssCodeSplit: true,
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        // What a page loads first is one file, which the lazy parts import from.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'entry', tags: ['$initial'], test: /\.[jt]s$/ },
            // What a note says, and who knows whom or would: a file each, where every module would be one of its own.
            { name: 'note', test: /(core\/src\/(say-(intro|hours)|strings\/acts\/note\.en)|peer-intro\/people)\.ts$/ },
            { name: 'become', test: /(core\/src\/(beneath|visitors)|elements\/src\/stand-in|embed\/src\/become)\.ts$/ },
            { name: 'met', test: /core\/src\/(hours|introduction|strings\/acts\/meeting\.en)\.ts$/ },
          ],
        },
        minify: true,
        comments: false,
        postBanner: ({ isEntry }) => (isEntry ? '/*! Kith, MIT. Its parts and their licenses: licenses.md */' : ''),
        entryFileNames: '[name].js',
        chunkFileNames: ({ name, facadeModuleId }) => `kith-${partOf(facadeModuleId) ?? name}-[hash].js`,
        assetFileNames: '[name][extname]',
      },
    },
  },
});

/** One widget with what it needs, only to be weighed. */
const oneWidget = (name: string): UserConfig =>
  bundle(`node_modules/.cache/kith/${name}`, { [name]: `packages/elements/src/define/${name}.ts` });

/** For a page whatever it is made with: a script, and no module. */
const script = (name: string): UserConfig => ({
  publicDir: false,
  build: {
    outDir: 'packages/embed/dist',
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    lib: { entry: { [name]: `packages/embed/src/${name}.ts` }, formats: ['iife'], name: 'kith' },
    rolldownOptions: {
      output: { minify: true, comments: false, postBanner: '/*! Kith, MIT */', entryFileNames: '[name].js' },
    },
  },
});

/** What is registered, without the prefix. */
const widgets = readdirSync('packages/elements/src/define').map((file) => basename(file, '.ts'));

/** Where a bundle goes. */
let folder = '';

/** Its own files of before: what stands beside them is made by itself, and stays. */
const sweepOwn: Plugin = {
  name: 'sweep-own',
  configResolved({ build }) {
    folder = build.outDir;
  },
  buildStart() {
    for (const file of existsSync(folder) ? readdirSync(folder) : [])
      if (/^kith[.-]/.test(file)) rmSync(`${folder}/${file}`);
  },
};

/** `vite build --mode <name>`; .ci/build.mjs runs them all. */
const builds: Record<string, () => UserConfig> = {
  embed: () =>
    mergeConfig(
      bundle('packages/embed/dist', {
        kith: 'packages/embed/src/kith.ts',
        'kith.css': 'packages/embed/src/kith.css',
      }),
      { plugins: [sweepOwn, sharedPolicy, oneFile(version, widgets)], build: { emptyOutDir: false } },
    ),
  // What a frame has beside it: an entry of its own, or the widgets' code would be cut in two for it.
  frame: () =>
    mergeConfig(bundle('packages/embed/dist', { frame: 'packages/embed/src/frame.ts' }), {
      build: { emptyOutDir: false, license: false },
    }),
  // For the page around a frame, and for one that stands in it.
  fit: () => script('fit'),
  'tell-height': () => script('tell-height'),
  ...Object.fromEntries(widgets.map((name) => [name, () => oneWidget(name)])),
  demo: () => ({
    root: 'demo',
    plugins: [publishedKith, published, fields],
    build: {
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: readdirSync('demo').flatMap((file) => (file.endsWith('.html') ? resolve(`demo/${file}`) : [])),
      },
    },
  }),
};

const unit: TestProjectInlineConfiguration['test'] = {
  include: ['test/**/*.test.ts'],
  exclude: ['test/elements/**/!(*.node).test.ts', 'test/{e2e,stories,long,bench,frameworks}/**'],
  // With as many databases as there are cores, whatever Vitest would keep free.
  maxWorkers: availableParallelism(),
  // A database takes its time to begin on a busy machine.
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig(({ mode }) => ({
  resolve: { conditions: ['kith-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['kith-source', ...defaultServerConditions] } },
  ...builds[mode]?.(),
  test: {
    projects: [
      // Properties are tried from the same seed each time, so that a failure is of what changed; and from any, at length.
      { extends: true, test: { ...unit, name: 'unit', setupFiles: 'test/same-seed.ts' } },
      { extends: true, test: { ...unit, name: 'any-seed' } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          // A busy machine is no failure; what never comes is.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      { extends: true, test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 600_000 } },
      // What is built is what is published, so each package is taken as it is built.
      { extends: true, test: { name: 'frameworks', include: ['test/frameworks/*.test.ts'], testTimeout: 180_000 } },
      { extends: true, test: { name: 'stories', include: ['test/stories/**/*.test.ts'], testTimeout: 100_000 } },
    ],
  },
}));
