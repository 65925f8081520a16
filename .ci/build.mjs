/**
 * `npm run build`: everything that is published, and the demo. In order: each package's modules and types, the schema of
 * the community document, the custom elements manifest and what TypeScript knows of the tags, the one-file bundle, the demo; then what the bundle weighs.
 *   --modules    the first two alone: all that a server needs
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { cli as manifest } from '@custom-elements-manifest/analyzer/cli.js';
import ts from 'typescript';
import { build } from 'vite';
import { writeTypings } from './write-typings.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));
process.chdir(top);
process.env.NODE_ENV = 'production';

class Unbuildable extends Error {}

/**
 * src/x.ts becomes dist/x.js and dist/x.d.ts, one file for one, in every package that has sources to publish. In `embed`
 * dist is what pages load, made of the files of src itself; what is in folders there becomes lib.
 */
function emitModules() {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const names = readdirSync('packages');
  const outOf = (name) => (name === 'embed' ? 'lib' : 'dist');
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    {
      ...config,
      compilerOptions: { ...config.compilerOptions, noEmit: false, declaration: true, types: [] },
      include: names.map((name) => `packages/${name}/src${name === 'embed' ? '/*/*' : ''}`),
    },
    ts.sys,
    top,
  );
  for (const name of names) rmSync(`packages/${name}/${outOf(name)}`, { recursive: true, force: true });
  const program = ts.createProgram(fileNames, options);
  const { diagnostics } = program.emit(undefined, (file, text) => {
    const target = file.replace(/(packages\/([^/]+))\/src\//, (_, folder, name) => `${folder}/${outOf(name)}/`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  });
  const wrong = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (wrong.length) {
    const host = { getCanonicalFileName: (file) => file, getCurrentDirectory: () => top, getNewLine: () => '\n' };
    throw new Unbuildable(ts.formatDiagnostics(wrong, host));
  }
}

/** The JSON Schema of the community document, from the same schema that checks it at run time. */
async function writeSchema() {
  const { documentJsonSchema } = await import('../packages/core/dist/json-schema.js');
  writeFileSync('packages/core/dist/document.schema.json', `${JSON.stringify(documentJsonSchema(), null, 2)}\n`);
}

/** A bundle of vite.config.ts. */
const bundle = (mode) => build({ mode, logLevel: 'warn' });

async function bundleEach() {
  for (const file of readdirSync('packages/elements/src/define')) {
    await bundle(basename(file, '.ts'));
  }
}

/**
 * For each file of the bundle: its name, its size, and what a page writes into `integrity`. What `kith.js` loads later no
 * page writes a tag for; integrity.json is the import map that says it of each, at its pinned address.
 */
function printIntegrity() {
  const folder = 'packages/embed/dist';
  const { version } = JSON.parse(readFileSync('packages/embed/package.json', 'utf8'));
  const integrity = {};
  for (const file of readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))) {
    const bytes = readFileSync(join(folder, file));
    const digest = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    if (file.endsWith('.js')) integrity[`/kith/${version}/${file}`] = digest;
    console.log(`${file}  ${gzipSync(bytes).length} bytes gzip  ${digest}`);
  }
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify({ integrity }, null, 2)}\n`);
  console.log(`integrity.json: an import map for a page that loads /kith/${version}/kith.js from its own site`);
}

/** The limits stand in package.json, under size-limit. */
function weigh() {
  const { status } = spawnSync(process.execPath, ['node_modules/size-limit/bin.js'], { stdio: 'inherit' });
  if (status !== 0) throw new Unbuildable('The bundle weighs too much.');
}

const analyze = () =>
  manifest({
    argv: ['analyze', '--config', '../../.ci/custom-elements.mjs', '--quiet'],
    cwd: join(top, 'packages/elements'),
  });

const modules = [
  ['modules and types', emitModules],
  ['document.schema.json', writeSchema],
];
const bundles = [
  ['custom-elements.json', analyze],
  ['types of the tags', () => writeTypings()],
  ['kith.js and kith.css', () => bundle('embed')],
  ['frame.js', () => bundle('frame')],
  ['fit.js', () => bundle('fit')],
  ['tell-height.js', () => bundle('tell-height')],
  ['each widget alone, to be weighed', bundleEach],
  ['integrity.json', printIntegrity],
  ['demo', () => bundle('demo')],
];

const onlyModules = process.argv.includes('--modules');
try {
  for (const [name, make] of onlyModules ? modules : [...modules, ...bundles]) {
    const start = performance.now();
    await make();
    console.log(`built ${name} in ${Math.round(performance.now() - start)} ms`);
  }
  if (!onlyModules) weigh();
} catch (error) {
  console.error(error instanceof Unbuildable ? error.message : error);
  process.exit(1);
}
