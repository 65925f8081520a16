import { expect } from '@open-wc/testing';
import type { KithElement } from '@kith/elements';
import { heard, put, read, until } from './support.js';

// nst/JSONTestSuite, which lies outside the project: names that begin with y are JSON, with n are not.
const suite = '/shared/corpora/json/JSONTestSuite/test_parsing/';
const found = await fetch(suite);
const names: string[] = found.ok ? await found.json() : [];

// A NUL, for which an HTML parser puts U+FFFD: what is left is JSON, though no community document.
const mended = 'n_string_unescaped_ctrl_char.json';

const widgets = ['purpose-banner', 'recognition-wall'];

/** Writes a document into each widget of a page, a script after it, and waits until both are through. */
async function write(text: string, name: string): Promise<KithElement[]> {
  const tags = widgets.map(
    (each) => `<kith-${each}><p>As of old</p><script type="application/json">${text}</script></kith-${each}>`,
  );
  const page = put<HTMLElement>('<div></div>');
  // As a parser would, this runs scripts.
  page.append(
    document
      .createRange()
      .createContextualFragment(`${tags.join('')}<script>document.title = ${JSON.stringify(name)}</script>`),
  );
  const written = widgets.map((each) => page.querySelector(`kith-${each}`) as KithElement);
  await until(() => written.every(({ status }) => status !== 'loading'), `${name} is read`);
  await Promise.all(written.map(({ updateComplete }) => updateComplete));
  return written;
}

const textOf = async (name: string) => (await fetch(suite + encodeURIComponent(name))).text();

describe('a document written into a tag', () => {
  it('is refused where it is no JSON: the tag shows its own content, one line says why, and the page goes on', async () => {
    const written = await write('{ "kith": 1, }', 'a comma too many');
    expect(document.title).to.equal('a comma too many');
    expect(written.map(({ status }) => status)).to.deep.equal(['failed', 'failed']);
    for (const widget of written)
      expect(read(widget)).to.equal("As of old This part of the page didn't arrive. Try again");
    const lines = heard().sort();
    expect(lines).to.have.length(2);
    expect(lines[0]).to.match(/^<kith-purpose-banner>: This is not JSON/);
    expect(lines[1]).to.match(/^<kith-recognition-wall>: This is not JSON/);
  });

  it('is refused where it is no community document', async () => {
    const written = await write('["kith", 1]', 'a list');
    expect(written.map(({ status }) => status)).to.deep.equal(['failed', 'failed']);
    const lines = heard();
    expect(lines).to.have.length(2);
    for (const line of lines) expect(line).to.match(/^<kith-.+>: This is no community document/);
  });

  it('is read in part where a piece of it is wrong, and one line says which', async () => {
    const [banner, wall] = await write(
      '{ "kith": 1, "purpose": { "statement": "Here" }, "roles": 7 }',
      'a wrong piece',
    );
    expect(read(banner as KithElement)).to.equal('Here Proposed by the organisers.');
    expect(wall?.status).to.equal('empty');
    const lines = heard();
    expect(lines).to.have.length(2);
    for (const line of lines) expect(line).to.match(/^<kith-.+>: .+ roles: should be a list/);
  });
});

describe(`a document of the JSON test suite${names.length ? '' : ' (needs corpora/json in KITH_SHARED)'}`, () => {
  before(function () {
    // Others' files, which are not ours to commit; without them the run counts these as skipped.
    if (!names.length) this.skip();
  });

  it('has a suite to be tried with', () => {
    expect(names.filter((name) => name.startsWith('y_'))).to.have.length.at.least(90);
    expect(names.filter((name) => name.startsWith('n_'))).to.have.length.at.least(180);
  });

  for (const name of names.filter((each) => each.startsWith('y_'))) {
    it(`is read as JSON: ${name}`, async () => {
      await write(await textOf(name), name);
      const lines = heard();
      for (const each of widgets) {
        expect(lines.filter((line) => line.startsWith(`<kith-${each}>: `))).to.have.length.at.most(1);
      }
      expect(lines.join('\n')).not.to.include('not JSON').and.not.to.include('is empty');
      expect(lines.length).to.be.at.most(widgets.length);
    });
  }

  for (const name of names.filter((each) => each.startsWith('n_'))) {
    it(`is refused, and the page goes on: ${name}`, async () => {
      const written = await write(await textOf(name), name);
      expect(document.title, 'what the script after it set').to.equal(name);
      expect(written.map(({ status }) => status)).to.deep.equal(widgets.map(() => 'failed'));
      for (const widget of written) {
        expect(widget.matches(':state(failed)')).to.equal(true);
        expect(read(widget)).to.equal("As of old This part of the page didn't arrive. Try again");
      }
      const lines = heard().sort();
      expect(lines).to.have.length(widgets.length);
      const cause = name === mended ? 'no community document' : '(not JSON|empty)';
      widgets.forEach((each, i) => expect(lines[i]).to.match(new RegExp(`^<kith-${each}>: This is ${cause}`)));
    });
  }
});
