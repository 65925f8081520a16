/** The element tests, in a real browser: KITH_ENGINE is chromium (default), firefox or webkit. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath, firefoxPath } from './.ci/browser.mjs';
import { startWebkit } from './.ci/webkit.mjs';

const engines = {
  chromium: () => chromeLauncher({ launchOptions: { executablePath: chromiumPath(), args: chromiumFlags } }),
  firefox: () => chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath: firefoxPath() } }),
  webkit: async () => webdriverLauncher(await startWebkit()),
};
const engine = process.env.KITH_ENGINE ?? 'chromium';

/** Test material from outside the project, under /shared/: a folder gives the list of what is in it. See test/shared.ts. */
const shared = {
  name: 'shared',
  serve({ path }) {
    if (!path.startsWith('/shared/')) return;
    const place = resolve(
      process.env.KITH_SHARED ?? '../shared',
      `.${decodeURIComponent(path.slice('/shared'.length))}`,
    );
    if (!existsSync(place)) return;
    return path.endsWith('/')
      ? { body: JSON.stringify(readdirSync(place)), type: 'json' }
      : { body: readFileSync(place) };
  },
};

/** A server that answers as it is asked to: `/answers/409?body="…"&retry-after=1` with that status, and those headers. */
function answers({ path, query, response }, next) {
  const [, status] = path.match(/^\/answers\/(\d{3})$/) ?? [];
  if (!status) return next();
  const { body = '""', ...headers } = query;
  response.status = Number(status);
  response.set(headers);
  response.body = JSON.parse(body) && body;
}

/** Counts for test/run.mjs: what passed and failed, and the files in which something ran. */
function countsReporter(path) {
  const all = ({ tests, suites }) => [...tests, ...suites.flatMap(all)];
  return {
    onTestRunFinished({ sessions }) {
      const results = sessions.map(({ testFile, testResults }) => ({
        testFile,
        tests: testResults ? all(testResults).filter(({ skipped }) => !skipped) : [],
      }));
      const tests = results.flatMap((result) => result.tests);
      const failures = results.flatMap(({ testFile, tests }) =>
        tests
          .filter((test) => !test.passed)
          .map((test) => `${relative('.', testFile)}: ${test.name}\n${test.error?.message}`),
      );
      const passed = tests.length - failures.length;
      const files = results.filter((result) => result.tests.length).map((result) => result.testFile);
      const skipped =
        sessions.flatMap(({ testResults }) => (testResults ? all(testResults) : [])).length - tests.length;
      writeFileSync(path, JSON.stringify({ passed, failures, skipped, files }));
    },
  };
}

export default {
  files: ['test/elements/**/*.test.ts', '!test/elements/**/*.node.test.ts'],
  // One page at a time: only one can have the focus.
  concurrency: 1,
  browsers: [await engines[engine]()],
  nodeResolve: { exportConditions: ['kith-source', 'development'] },
  middleware: [answers],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }), shared],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  // nanostores reads process.env.NODE_ENV.
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <body>
        <script>globalThis.process = { env: { NODE_ENV: 'test' } };</script>
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), ...(process.env.KITH_COUNTS ? [countsReporter(process.env.KITH_COUNTS)] : [])],
};
