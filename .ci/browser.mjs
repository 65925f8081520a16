/** Where this machine keeps its browsers. Kith never downloads one. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));

function firstOf(places) {
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Path of Chromium or Chrome: `CHROME_PATH`, else the usual places; undefined where there is none. */
export function chromiumPath() {
  if (process.env.CHROME_PATH) return firstOf([process.env.CHROME_PATH]);
  return firstOf([
    ...onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']),
    ...['', process.env.HOME ?? ''].flatMap((home) => [
      `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
    ]),
    ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map(
      (name) => `${process.env[name] ?? ''}\\Google\\Chrome\\Application\\chrome.exe`,
    ),
  ]);
}

/** Flags for a quiet Chromium: it asks nothing of the network, and as root it needs no sandbox. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** What playwright-core's `chromium.launch()` takes. */
export const chromiumLaunch = () => ({ executablePath: chromiumPath(), args: chromiumFlags });

/** Path of Firefox: `FIREFOX_PATH`, else the usual places; undefined where there is none. */
export function firefoxPath() {
  if (process.env.FIREFOX_PATH) return firstOf([process.env.FIREFOX_PATH]);
  return firstOf([...onPath(['firefox-esr', 'firefox']), '/Applications/Firefox.app/Contents/MacOS/firefox']);
}

/** WebKitGTK's driver, its small browser and the screen it is shown on; undefined where one is missing. */
export function webkitPaths() {
  const driver = firstOf(onPath(['WebKitWebDriver']));
  const screen = firstOf(onPath(['Xvfb']));
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const browser = firstOf(
    libraries.flatMap((folder) =>
      ['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`),
    ),
  );
  return driver && screen && browser ? { driver, screen, browser } : undefined;
}
