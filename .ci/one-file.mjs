/**
 * What `kith.js` has to be in a page of a stranger's, as plugins of its build: a file that runs however it is included
 * and however often.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What all copies of Kith on a page share, whatever their version; page.ts has its place there, too. */
const SHARED = 'globalThis[Symbol.for("kith")]';

const policies = resolve('packages/embed/src/policy.ts');

/**
 * Lit makes its templates with the policy that all copies of Kith on a page share. A refusal is no exception; where it is
 * that the page's own Lit has the only policy there may be, they are made without one.
 */
export const sharedPolicy = {
  name: 'shared-policy',
  transform: {
    filter: { id: /lit-html\/lit-html\.js$/ },
    handler(code) {
      const patched = [
        [/\w+\?\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/, 'kithPolicy'],
        [/return (\w+)\.innerHTML=(\w+),\1/, 'return kithFill?.($1,$2)??($1.innerHTML=$2),$1'],
      ].reduce((text, [own, instead]) => {
        if (!own.test(text)) this.error('Lit no longer makes its templates as it did; look at .ci/one-file.mjs.');
        return text.replace(own, instead);
      }, code);
      return `import{policy as kithPolicy,fill as kithFill}from${JSON.stringify(policies)};${patched}`;
    },
  },
};

const digest = (text) => createHash('sha256').update(text).digest('base64url').slice(0, 8);

/**
 * The entry without `import` and `export`, so that it runs as a module and as any other script, and no name of it is the
 * page's. Lazy parts take what they need of it from what copies share, under this build's own name, instead of by the
 * entry's address: that may be another than `./kith.js` (`/kith.js?ver=6.5`, which a CMS makes of it), and would be loaded
 * a second time. A copy that comes where the tags are taken leaves at once, and says so.
 * @param {string} version
 * @param {readonly string[]} tags every tag the entry registers
 */
export const oneFile = (version, tags) => ({
  name: 'one-file',
  /** After minification, which would undo half of it. */
  writeBundle({ dir }) {
    const read = (file) => readFileSync(join(dir, file), 'utf8');
    const entry = read('kith.js');
    const build = `_${digest(entry).replaceAll('-', '$')}`;
    const [, banner = '', body, exported = ''] =
      entry.match(/^(\/\*.*?\*\/\s*)?(.*?)export\s*\{([^}]*)\};?\s*$/s) ?? [];
    if (body === undefined || /^import\b|\bimport\.meta\b/m.test(body))
      this.error('kith.js is not as it was; look at .ci/one-file.mjs.');
    const given = exported.split(',').map((each) => each.trim().split(' as '));
    const own = given.map(([local, name = local]) => `${name}:${local}`);
    const file = `${banner}(k=>{"use strict";let t=${JSON.stringify(tags)}.map(t=>customElements.get("kith-"+t)?.version),v=k.${build}?"${version}":t.every(Boolean)&&t[0];if(v)return console.warn("Kith ${version} is left out, as Kith "+v+" is on this page already");k.${build}=(()=>{${body}return{${own}}})()})(${SHARED}??=Object.create(null));
`;
    const parts = readdirSync(dir).filter((name) => /^kith-.*-[\w-]{8}\.js$/.test(name));
    // A part that is kept for ever must not meet another entry than its own, so its name tells which that is.
    const renamed = new Map(
      parts.map((name) => [name, name.replace(/[\w-]{8}(?=\.js$)/, (own) => digest(own + build))]),
    );
    const rename = (text) => text.replace(/kith-[\w.-]+-[\w-]{8}\.js/g, (name) => renamed.get(name) ?? name);
    writeFileSync(join(dir, 'kith.js'), rename(file));
    for (const part of parts) {
      const code = read(part).replace(
        /import\s*\{([^}]*)\}\s*from\s*["']\.\/kith\.js["'];?/,
        (_, names) => `const{${names.replace(/ as /g, ':')}}=${SHARED}.${build};`,
      );
      if (code.includes('./kith.js')) this.error(`${part} asks for kith.js by its address.`);
      writeFileSync(join(dir, part), rename(code));
      renameSync(join(dir, part), join(dir, renamed.get(part)));
    }
  },
});
