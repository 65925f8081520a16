import { beforeAll, describe, expect, it } from 'vitest';
import { fivePage, isAlive, otherVersion, ownLit, plainBundle, stranger, type Visited } from './stranger.js';

const visit = stranger();

const module = (src: string) => `<script type="module" src="${src}"></script>`;
const classic = (src: string, how = '') => `<script ${how} src="${src}"></script>`;

const both = ({ said }: Visited) => said.filter((line) => /Kith \d.*Kith \d/.test(line));
/** The databases a page keeps, but for the community's own. */
const outboxes = ({ page }: Visited) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name).filter((name) => /outbox/.test(`${name}`)),
  );

describe('kith.js twice on a page', () => {
  const left = (version: string, first: string) =>
    `Kith ${version} is left out, as Kith ${first} is on this page already`;
  const old = otherVersion('0.0.9', '/old');
  const young = otherVersion('0.2.0', '/new');

  it.each<[string, string, string[]]>([
    ['at one address', module('/kith.js') + module('/kith.js'), []],
    ['at two addresses', module('/kith.js') + module('/kith.js?ver=6.5'), [left('0.1.0', '0.1.0')]],
    ['the older version first', module('/old/kith.js') + module('/kith.js'), [left('0.1.0', '0.0.9')]],
    ['the newer version first', module('/new/kith.js') + module('/kith.js'), [left('0.1.0', '0.2.0')]],
    ['a newer version later', module('/kith.js') + module('/new/kith.js'), [left('0.2.0', '0.1.0')]],
    ['as no module', classic('/kith.js') + classic('/kith.js'), [left('0.1.0', '0.1.0')]],
    [
      'as no module, in two versions',
      classic('/old/kith.js', 'defer') + classic('/kith.js', 'defer'),
      [left('0.1.0', '0.0.9')],
    ],
    ['as a module and as none', classic('/kith.js') + module('/kith.js'), [left('0.1.0', '0.1.0')]],
  ])('works, and says once which versions met: %s', async (_, scripts, lines) => {
    const visited = await visit({ html: fivePage(scripts), files: { ...old, ...young } });
    await isAlive(visited);
    expect(visited.uncaught).toEqual([]);
    expect(visited.said).toEqual(lines);
    expect(await outboxes(visited)).toEqual(['kith-outbox']);
  });

  it('reads and draws with the first alone: no part of the other is asked for', async () => {
    const visited = await visit({ html: fivePage(module('/kith.js') + module('/new/kith.js')), files: young });
    await isAlive(visited);
    expect(visited.asked.filter((path) => path.startsWith('/new/'))).toEqual(['/new/kith.js']);
  });

  it('is loaded once where a CMS writes its version behind the address', async () => {
    const visited = await visit({ html: fivePage(module('/kith.js?ver=6.5')) });
    await isAlive(visited);
    expect(visited.asked.filter((path) => path === '/kith.js')).toHaveLength(1);
    expect([visited.uncaught, visited.said]).toEqual([[], []]);
  });

  it('adds the tags an older version had not, which belong to the same community', async () => {
    const fewer = otherVersion('0.0.9', '/old', (code) => code.replace('-peer-intro`', '-of-old`'));
    const visited = await visit({ html: fivePage(module('/old/kith.js') + module('/kith.js')), files: fewer });
    await isAlive(visited);
    expect(visited.uncaught).toEqual([]);
    expect(both(visited)).toEqual(['<kith-community> is registered already, by Kith 0.0.9; Kith 0.1.0 leaves it so']);
    const versions = await visited.page.evaluate(() =>
      ['kith-recognition-wall', 'kith-peer-intro'].map(
        (tag) => (customElements.get(tag) as unknown as { version: string }).version,
      ),
    );
    expect(versions).toEqual(['0.0.9', '0.1.0']);
    expect(await outboxes(visited)).toEqual(['kith-outbox']);
  });

  it('works beside a copy from before it was one file', async () => {
    const visited = await visit({
      html: fivePage(module('/old/kith.js') + module('/kith.js')),
      files: await plainBundle('0.0.8', '/old'),
    });
    await isAlive(visited);
    expect(visited.uncaught).toEqual([]);
    expect(visited.said).toEqual([left('0.1.0', '0.0.8')]);
  });
});

describe.each(['development', 'production'] as const)('beside the Lit of the host’s own, in %s', (condition) => {
  const own = '<own-tag></own-tag>';
  const strict = (types: string) => ({
    'content-security-policy': `script-src 'self'; require-trusted-types-for 'script'; trusted-types ${types}`,
  });
  const named = '<script type="module" src="/kith.js" data-policy="kith"></script>';
  let files: Record<string, string>;
  beforeAll(async () => {
    files = { '/own.js': await ownLit(condition) };
  });

  it.each([
    ['which comes first', module('/own.js') + module('/kith.js'), {}],
    ['which comes later', module('/kith.js') + module('/own.js'), {}],
    [
      'whose policy may stand beside another',
      module('/own.js') + module('/kith.js'),
      strict("lit-html 'allow-duplicates'"),
    ],
    ['whose policy comes later', module('/kith.js') + module('/own.js'), strict("lit-html 'allow-duplicates'")],
    ['whose policy is the only one there may be', module('/own.js') + module('/kith.js'), strict('lit-html')],
    ['which comes first, each with its policy', module('/own.js') + named, strict('lit-html kith')],
    ['which comes later, each with its policy', named + module('/own.js'), strict('lit-html kith')],
  ])('all widgets live: %s', async (_, scripts, headers) => {
    const visited = await visit({ html: fivePage(scripts, own), files, headers });
    await isAlive(visited);
    await visited.page.getByText('The host’s own').waitFor();
    expect(visited.uncaught).toEqual([]);
    expect(visited.said).toEqual([]);
    if (scripts.includes('data-policy')) expect(visited.refused).toEqual([]);
  });

  it('which comes later and finds its only policy taken, one line says so and what to do', async () => {
    const html = fivePage(module('/kith.js') + module('/own.js'), own);
    const visited = await visit({ html, files, headers: strict('lit-html') });
    await isAlive(visited);
    await expect.poll(() => visited.said).toEqual([expect.stringMatching(/own Lit fails.+data-policy="kith"/)]);
    expect(visited.uncaught).toEqual([expect.stringContaining('lit-html')]);
  });
});
