/** WebKitGTK has no headless mode: a screen in memory, and its driver talking to the small browser that comes with it. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { webkitPaths } from './browser.mjs';

const started = [];
/** Ends what was started here; otherwise it ends with this process. */
export const stopWebkit = () => started.splice(0).forEach((child) => child.kill());
process.once('exit', stopWebkit);

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a screen and the driver, which end with this process. Gives what webdriverio's `remote()` takes. */
export async function startWebkit() {
  const paths = webkitPaths();
  if (!paths) throw new Error('WebKitGTK is missing; on Debian, node .ci/setup.mjs --all installs it.');
  const { driver, screen, browser } = paths;
  const xvfb = spawn(screen, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  started.push(xvfb);
  const display = await new Promise((number, reject) => {
    createInterface(xvfb.stdout).once('line', number);
    xvfb.once('exit', () => reject(new Error('Xvfb did not start.')));
  });
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11' };
  started.push(spawn(driver, ['--host=127.0.0.1', `--port=${port}`], { env, stdio: 'ignore' }));
  return {
    hostname: '127.0.0.1',
    port,
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  };
}
