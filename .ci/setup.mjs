#!/usr/bin/env node
/**
 * Installs what is missing, and nothing else. Node 20 alone; no dependencies.
 *   (no flag)   the npm packages of package-lock.json
 *   --browser   also Chromium
 *   --all       also Firefox, WebKitGTK, PostgreSQL and the fonts for screenshots
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiumPath, firefoxPath, webkitPaths } from './browser.mjs';
import { postgresProgram } from './postgres.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const all = process.argv.includes('--all');
const browser = all || process.argv.includes('--browser');

const packagesOf = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages;

/** Why the packages must be installed, or undefined. npm keeps what it installed in a lock of its own. */
function reasonToInstall() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed)) return 'nothing is installed yet';
  const have = packagesOf(installed);
  const stale = Object.entries(packagesOf('package-lock.json')).find(
    ([path, { version, optional }]) =>
      path.includes('node_modules/') && (have[path] ? have[path].version !== version : !optional),
  );
  return stale && `${stale[0].replace(/^.*node_modules\//, '')} differs from package-lock.json`;
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop(`${command} ${args.join(' ')}: ${error?.message ?? `exit code ${status}`}`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const reason = reasonToInstall();
if (reason) {
  console.log(`Installing the npm packages: ${reason}.`);
  run('npm', 'ci', '--no-fund', '--no-audit', '--loglevel=error');
} else {
  console.log('The npm packages are installed.');
}

/** [what for, where it is found, its Debian packages, how else to get it] */
const wanted = [
  browser && ['Chromium', chromiumPath, ['chromium', 'fonts-noto-core'], 'set CHROME_PATH to it'],
  all && ['Firefox', firefoxPath, ['firefox-esr'], 'set FIREFOX_PATH to it'],
  all && ['WebKitGTK', webkitPaths, ['webkit2gtk-driver', 'xvfb'], 'only Linux has it'],
  all && ['PostgreSQL', () => postgresProgram('postgres'), ['postgresql'], 'put its programs on the PATH'],
].filter(Boolean);

const isInstalled = (name) =>
  spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' }).stdout?.endsWith('ok installed');
const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;

const missing = wanted.filter(([, find]) => !find());
const fonts = all ? ['fonts-noto-core', 'fonts-noto-cjk'] : [];
const packages = debian
  ? [...missing.flatMap(([, , names]) => names), ...fonts].filter((name) => !isInstalled(name))
  : [];
if (packages.length) {
  console.log(`Installing from Debian: ${packages.join(', ')}.`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', '-o=Dpkg::Use-Pty=0', ...packages);
}

for (const [name, find, names, otherwise] of missing) {
  if (!find())
    stop(
      `${name} is missing. On Debian or Ubuntu: apt-get install ${names.join(' ')}. Elsewhere: install it, or ${otherwise}.`,
    );
}
