import { expect } from '@open-wc/testing';
import { editorPlaces, examine, type Finding, type Piece } from '@kith/embed/doctor';
import { forms, snippetFor } from '@kith/embed/snippet';
import { tagAttributes } from '@kith/embed/static';

const code = 'https://tools.example/kith/0.1.0/kith.js';
const script = `<script type="module" src="${code}"></script>`;
const wall = '<kith-recognition-wall><p>Dear Ada, you stayed until the last kettle worked.</p></kith-recognition-wall>';
const snippet = `${script}\n${wall}`;
const page = (head: string, body = snippet) =>
  `<!doctype html><html lang="en"><head><title>Repairs</title>${head}</head><body>${body}</body></html>`;

/** What is wrong with a text itself, wherever it is pasted. */
const wrongIn = (text: string) => examine(text).filter(({ kind }) => kind === 'fails' || kind === 'may-fail');
const saidOf = (findings: Finding[]) => findings.map(({ said, mend = '' }) => `${said} ${mend}`).join('\n');

/** Each with what is pasted, and words that have to be in what is said of it. */
const faults: [what: string, pasted: string, kind: Finding['kind'], ...said: string[]][] = [
  // As text.
  [
    'escaped',
    '<p>&lt;script type="module" src="/kith.js"&gt;&lt;/script&gt;</p>',
    'fails',
    'pasted as text',
    'Custom HTML',
  ],
  [
    'in a code sample',
    '<pre><code>&lt;kith-recognition-wall&gt;&lt;/kith-recognition-wall&gt;</code></pre>',
    'fails',
    'code sample',
  ],
  [
    'escaped twice',
    '<p>&amp;lt;kith-recognition-wall&amp;gt;&amp;lt;/kith-recognition-wall&amp;gt;</p>',
    'fails',
    'pasted as text',
  ],
  ['in a code sample of Markdown', `Ours:\n\n\`\`\`html\n${snippet}\n\`\`\``, 'fails', 'code sample'],
  [
    'in an e-mail',
    `<!--[if mso]><p>x</p><![endif]--><table><tr><td>${snippet}</td></tr></table>`,
    'fails',
    'no mail program runs scripts',
  ],
  ['out of an e-mail’s source', snippet.replaceAll('="', '=3D"'), 'fails', 'an e-mail’s source'],
  [
    'with a script that a mail program sends through its own site',
    `<script type="module" src="https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(code)}&data=x"></script>${wall}`,
    'fails',
    'changed by a mail program',
    'not out of a mail',
  ],
  [
    'without its tag’s end',
    `${script}<kith-recognition-wall><p>Dear Ada</p><footer>Ours</footer>`,
    'fails',
    'never ends',
    '</kith-recognition-wall>',
  ],
  [
    'with a community that never ends',
    `${script}<kith-community>${wall}<p>Ours</p>`,
    'fails',
    'kith-community begins and never ends',
  ],
  [
    'with a tag whose beginning is never closed',
    `${script}<kith-recognition-wall layout="grid" <p>x</p></kith-recognition-wall>`,
    'fails',
    'never closed',
    '‹p',
  ],
  ['a document alone', '{ "kith": 1, "members": [] }', 'fails', 'a community’s document'],
  ['in a comment', `<p>Hello</p><!-- ${snippet} -->`, 'fails', 'in a comment'],
  [
    'with typographic quotes',
    `<script type=“module” src=“${code}”></script>${wall}`,
    'fails',
    'typographic',
    'straight',
  ],
  [
    'with a curly quote around a name of two words',
    `${script}<kith-recognition-wall member=“ada lovelace”><p>x</p></kith-recognition-wall>`,
    'fails',
    'typographic',
  ],
  [
    'through Word',
    `<p class=MsoNormal><o:p></o:p></p><span style="mso-ansi-language:EN">${snippet}</span>`,
    'may-fail',
    'through Word',
  ],
  [
    'through Google Docs',
    `<b id="docs-internal-guid-1a2b"><span style="font-size:11pt">${snippet}</span></b>`,
    'may-fail',
    'Google Docs',
  ],
  ['within spans of style', `${script}<span style="color:#333">${wall}</span>`, 'may-fail', 'a word processor'],
  [
    'with spaces that do not break',
    `${script}<kith-recognition-wall\u00a0layout="grid"><p>x</p></kith-recognition-wall>`,
    'fails',
    'nobody sees',
  ],
  [
    'with signs of no width',
    `${script.replace('/kith/', '/ki\u200bth/')}${wall.replace('<kith-recognition-wall>', '<kith-recognition-wall src="https://a.example/\u200bcommunity.json">')}`,
    'fails',
    'nobody sees',
  ],
  // Plugins.
  [
    'held by a cookie notice',
    `<script type="text/plain" src="${code}"></script>${wall}`,
    'fails',
    'A cookie notice',
    'stores nothing before somebody acts',
  ],
  [
    'held by Cookiebot',
    `<script type="text/plain" data-cookieconsent="statistics" src="${code}"></script>${wall}`,
    'fails',
    'Cookiebot',
    'data-cookieconsent="ignore"',
  ],
  [
    'held by OneTrust',
    `<script type="text/plain" class="optanon-category-C0002" src="${code}"></script>${wall}`,
    'fails',
    'OneTrust',
    'Strictly necessary',
  ],
  [
    'held by Complianz',
    `<script type="text/plain" data-cmplz-src="${code}" data-category="marketing"></script>${wall}`,
    'fails',
    'Complianz',
    'safelist',
  ],
  [
    'held by CookieYes',
    `<script type="javascript/blocked" data-cookieyes="cookieyes-analytics" src="${code}"></script>${wall}`,
    'fails',
    'CookieYes',
  ],
  [
    'held by Usercentrics',
    `<script type="text/plain" data-usercentrics="Kith" src="${code}"></script>${wall}`,
    'fails',
    'Usercentrics',
  ],
  ['held by Didomi', `<script type="didomi/javascript" src="${code}"></script>${wall}`, 'fails', 'Didomi'],
  [
    'held by iubenda',
    `<script type="text/plain" class="_iub_cs_activate" suppressedsrc="${code}"></script>${wall}`,
    'fails',
    'iubenda',
    '_iub_cs_skip',
  ],
  [
    'held by Borlabs',
    `<script type="text/template" data-borlabs-cookie-script-blocker-src="${code}"></script>${wall}`,
    'fails',
    'Borlabs',
  ],
  [
    'held by Termly',
    `<script type="text/plain" data-categories="analytics" src="${code}"></script>${wall}`,
    'fails',
    'Termly',
  ],
  [
    'held by Klaro',
    `<script type="text/plain" data-type="module" data-name="kith" data-src="${code}"></script>${wall}`,
    'fails',
    'Klaro',
  ],
  [
    'held by Cookie Consent',
    `<script type="text/plain" data-category="analytics" src="${code}"></script>${wall}`,
    'fails',
    'Cookie Consent',
  ],
  [
    'delayed by WP Rocket',
    `<script type="rocketlazyloadscript" data-rocket-type="module" data-rocket-src="${code}"></script>${wall}`,
    'may-fail',
    'WP Rocket',
    'Delay JavaScript',
  ],
  [
    'delayed by an older WP Rocket',
    `<script data-rocketlazyloadscript="${code}" data-rocketlazyloadscript-src="${code}"></script>${wall}`,
    'may-fail',
    'WP Rocket',
  ],
  [
    'delayed by LiteSpeed',
    `<script type="litespeed/javascript" data-src="${code}"></script>${wall}`,
    'may-fail',
    'LiteSpeed',
    'Excludes',
  ],
  [
    'delayed by Perfmatters',
    `<script type="pmdelayedscript" src="${code}"></script>${wall}`,
    'may-fail',
    'Perfmatters',
  ],
  [
    'delayed by Rocket Loader',
    `<script type="8f14e45fceea167a5a36dedd-module" src="${code}"></script>${wall}`,
    'may-fail',
    'once all else of the page is there',
    'data-cfasync="false"',
  ],
  [
    'delayed by NitroPack',
    `<script type="nitropack/inlinescript" data-nitro-src="${code}"></script>${wall}`,
    'may-fail',
    'NitroPack',
  ],
  [
    'delayed by WP Meteor',
    `<script type="javascript/blocked" data-wpmeteor-type="module" src="${code}"></script>${wall}`,
    'may-fail',
    'WP Meteor',
  ],
  ['delayed by Phast', `<script type="text/phast" src="${code}"></script>${wall}`, 'may-fail', 'Phast'],
  [
    'delayed by Flying Scripts',
    `<script data-type="lazy" data-src="${code}"></script>${wall}`,
    'may-fail',
    'Flying Scripts',
  ],
  [
    'with its address put elsewhere',
    `<script type="module" data-src="${code}"></script>${wall}`,
    'may-fail',
    'does not stand in src',
  ],
  [
    'of a type nobody runs',
    `<script type="text/later" src="${code}"></script>${wall}`,
    'fails',
    '“text/later”',
    'type="module"',
  ],
  // The script.
  ['without its script', wall, 'fails', 'script is missing', 'words inside the tag are shown'],
  [
    'without its script, and empty',
    '<link rel="stylesheet" href="https://tools.example/kith.css"><kith-recognition-wall></kith-recognition-wall>',
    'fails',
    'nothing will be shown',
  ],
  ['with its script alone', script, 'fails', 'no tag'],
  ['with nomodule', `<script nomodule src="${code}" type="module"></script>${wall}`, 'fails', 'nomodule'],
  ['twice', `${snippet}${snippet}`, 'may-fail', 'stands here twice'],
  [
    'in two versions',
    `${snippet}<script type="module" src="https://tools.example/kith/0.2.0/kith.js"></script>`,
    'may-fail',
    '“0.1.0” and “0.2.0”',
    'Keep the newest',
  ],
  ['by http', snippet.replace('https:', 'http:'), 'may-fail', 'asked for by http'],
  [
    'by http on a page of https',
    page('<link rel="canonical" href="https://repairs.example/">', snippet.replace('https:', 'http:')),
    'fails',
    'is one of https',
  ],
  [
    'held by integrity to what moves',
    `<script type="module" src="https://tools.example/kith/0/kith.js" integrity="sha384-${'a'.repeat(64)}"></script>${wall}`,
    'may-fail',
    'follows the newest',
  ],
  [
    'with an integrity that is none',
    snippet.replace('src=', 'integrity="md5-abc" src='),
    'may-fail',
    'integrity “md5-abc”',
  ],
  [
    'from GitHub’s page about a file',
    snippet.replace(code, 'https://github.com/ada/tools/blob/main/kith.js'),
    'fails',
    'GitHub’s page about a file',
  ],
  [
    'from GitHub’s raw files',
    snippet.replace(code, 'https://raw.githubusercontent.com/ada/tools/main/kith.js'),
    'fails',
    'plain text',
  ],
  ['from an own machine', snippet.replace(code, 'http://localhost:4173/kith.js'), 'fails', '“localhost:4173”'],
  ['from a folder', snippet.replace(code, 'file:///home/ada/kith.js'), 'fails', 'own machine'],
  ['from wherever it is pasted', snippet.replace(code, '/kith.js'), 'may-fail', 'names no site'],
  [
    'held to one file of another site without crossorigin',
    snippet.replace('type="module"', `integrity="sha384-${'b'.repeat(64)}"`),
    'fails',
    'Write crossorigin',
  ],
  ['in noscript', `<noscript>${snippet}</noscript>`, 'fails', 'in noscript'],
  ['in something hidden', `<div hidden>${wall}</div>${script}`, 'fails', 'something hidden'],
  // The tags.
  [
    'misspelt',
    `${script}<kith-recognitionwall><p>x</p></kith-recognitionwall>`,
    'fails',
    '“kith-recognitionwall”',
    'Write kith-recognition-wall',
  ],
  [
    'misspelt at its beginning',
    `${script}<kit-recognition-wall><p>x</p></kit-recognition-wall>`,
    'fails',
    'Write kith-recognition-wall',
  ],
  [
    'misspelt in a div',
    `${script}<div data-kith="recognitions-wall"><p>x</p></div>`,
    'fails',
    'data-kith="recognition-wall"',
  ],
  [
    'with an attribute there is not',
    snippet.replace('-wall>', '-wall pagesize="4">'),
    'may-fail',
    '“pagesize”',
    'Write page-size',
  ],
  [
    'with a word that is none',
    snippet.replace('-wall>', '-wall layout="masonry">'),
    'may-fail',
    '“masonry”',
    'list or grid',
  ],
  ['with a number that is none', snippet.replace('-wall>', '-wall heading-level="9">'), 'may-fail', '1 to 6'],
  [
    'with a language that is none',
    snippet.replace('-wall>', '-wall locale="english please">'),
    'may-fail',
    'such as en or ar',
  ],
  [
    'with false where a flag is on',
    snippet.replace('-wall>', '-wall hold="false">'),
    'may-fail',
    'on wherever it stands',
  ],
  [
    'in a div, with a word that is none',
    `${script}<div data-kith="role-badge" data-layout="round"><p>x</p></div>`,
    'may-fail',
    'chip, card, or glyph',
  ],
  [
    'in a div, with another site’s people that the script does not name',
    `${script}<div data-kith="role-badge" data-src="https://kith.example/v1/fuse?x"><p>Ada</p></div>`,
    'may-fail',
    'only what is written inside is shown',
    'data-sources="https://kith.example/v1/fuse"',
  ],
  [
    'in a div, with letters to whom the script does not name',
    `${script}<div data-kith="community" data-provider="mail" data-to="ada@fuse.example"><p>Ada</p></div>`,
    'may-fail',
    'letters written to “ada@fuse.example”',
    'data-sources="mailto:ada@fuse.example"',
  ],
  [
    'in a div, in what visitors write',
    `${script}<ol id="comments"><li><div data-kith="role-badge"><p>Ada</p></div></li></ol>`,
    'fails',
    'what visitors write',
    'Move it out of there',
  ],
  [
    'with a source on GitHub’s page',
    snippet.replace('-wall>', '-wall src="https://github.com/ada/tools/blob/main/community.json">'),
    'fails',
    'press “Raw”',
  ],
  ['with a source of this site', snippet.replace('-wall>', '-wall src="people.json">'), 'may-fail', 'The tag’s source'],
  [
    'closed with a slash',
    `${script}<kith-recognition-wall layout="grid" /><p>After</p>`,
    'fails',
    'ends no tag in HTML',
  ],
  ['empty without kith.css', `${script}<kith-recognition-wall></kith-recognition-wall>`, 'may-fail', 'no kith.css'],
  // What is written into it.
  ['with a comma too many', inline('{\n  "kith": 1,\n  "members": [],\n}'), 'fails', 'on line 4, column 1'],
  ['with bent quotes in it', inline('{ “kith”: 1 }'), 'fails', 'straight quotation marks'],
  ['cut off', inline('{ "kith": 1, "members": ['), 'fails', 'it ends on line 1'],
  ['with markup in it', inline('{ "kith": 1, <br> }'), 'fails', '“‹” stands'],
  ['with JSON that is no community', inline('[1, 2]'), 'fails', 'no community'],
  ['with a piece that cannot be read', inline('{ "kith": 1, "members": [{ "id": 7 }] }'), 'may-fail', 'set aside'],
  ['with an archive', inline('{ "kith": 1, "archive": true, "members": [] }'), 'fails', 'archive', 'everybody to read'],
  [
    'with its tag taken away',
    `${script}<script type="application/json">{ "kith": 1 }</script>`,
    'fails',
    'no tag stands around it',
  ],
  // Frames.
  ['in a sandbox without scripts', frame('sandbox="allow-popups"'), 'fails', 'allows no scripts'],
  ['in a sandbox of nowhere', frame('sandbox="allow-scripts"'), 'may-fail', 'nobody can be counted in'],
  ['in a sandbox without links', frame('sandbox="allow-scripts allow-same-origin"'), 'may-fail', 'no link open'],
  ['in a frame without a title', frame('').replace('title="Letters"', ''), 'may-fail', 'no title'],
  ['in a frame with a height in words', frame('height="100%"'), 'may-fail', '“100%”'],
  [
    'in a frame of a page that refuses it',
    frame('').replace('kith.example', 'github.com'),
    'fails',
    'github.com lets no other site',
  ],
  ['in a frame by http', frame('').replace('https:', 'http:'), 'may-fail', 'The frame is asked for by http'],
  ['in a frame that waits', frame('').replace(' src=', ' data-src='), 'may-fail', 'took the frame’s address away'],
  // The policy.
  [
    'under a policy for this site alone',
    page(policy("script-src 'self'")),
    'fails',
    'forbids Kith’s script',
    'Add https://tools.example to script-src',
  ],
  ['under a policy of nothing', page(policy("default-src 'none'")), 'fails', 'forbids Kith’s script'],
  [
    'under a policy with a nonce',
    page(policy("script-src 'nonce-abc' https://tools.example"), snippet.replace('src=', 'nonce="abd" src=')),
    'fails',
    'forbids Kith’s script',
  ],
  [
    'under a policy that lets it fetch nothing',
    page(policy("connect-src 'self'"), snippet.replace('-wall>', '-wall src="https://a.example/c.json">')),
    'fails',
    'connect-src',
  ],
  ['under a policy without frames', page(policy("frame-src 'self'"), frame('')), 'fails', 'frame-src'],
  [
    'under Trusted Types of others',
    page(policy("require-trusted-types-for 'script'; trusted-types default")),
    'fails',
    'Add lit-html',
  ],
  // Nothing.
  ['with nothing of Kith', '<p>Open on Saturday.</p>', 'fails', 'nothing of Kith'],
  ['empty', ' \n ', 'fails', 'nothing in it yet'],
];

function inline(json: string): string {
  return `${script}<kith-recognition-wall><script type="application/json">${json}</script><p>x</p></kith-recognition-wall>`;
}

function frame(attributes: string): string {
  return `<iframe src="https://kith.example/embed/riverside/recognition-wall" title="Letters" ${attributes}></iframe>`;
}

function policy(content: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
}

describe('the doctor', () => {
  for (const [what, pasted, kind, ...said] of faults)
    it(`says what is wrong with a snippet ${what}`, () => {
      const findings = wrongIn(pasted);
      expect(findings.map((each) => each.kind)).to.include(kind);
      for (const words of said) expect(saidOf(findings.filter((each) => each.kind === kind))).to.include(words);
      expect(examine(pasted).some((each) => each.kind === 'well')).to.equal(false);
    });

  it('asks whether another site lets a page load its script', () => {
    const findings = examine(page('<link rel="canonical" href="https://repairs.example/">'));
    expect(saidOf(findings.filter(({ kind }) => kind === 'asks'))).to.include('Access-Control-Allow-Origin: *');
    expect(findings[0]?.said).to.include('All well: a recognition wall');
    const own = examine(page('<link rel="canonical" href="https://tools.example/">'));
    expect(own.map(({ kind }) => kind)).not.to.include('asks');
  });

  for (const [what, pasted, said] of [
    ['a tag with its script', snippet, 'All well: a recognition wall, with Kith 0.1.0.'],
    [
      'a div',
      `${script}<div data-kith="role-badge" data-layout="card" data-own="x"><p>Ada</p></div>`,
      'All well: a role badge, with Kith 0.1.0.',
    ],
    [
      'a div with another site’s people that the script names',
      `${script.replace('src', 'data-sources="https://kith.example" src')}<div data-kith="role-badge" data-src="https://kith.example/v1/fuse"><p>Ada</p></div>`,
      'All well: a role badge, with Kith 0.1.0.',
    ],
    [
      'a div with letters to whom the script names',
      `${script.replace('src', 'data-sources="mailto:ada@fuse.example" src')}<div data-kith="community" data-provider="mail" data-to="Ada@fuse.example"><p>Ada</p></div>`,
      'All well: a community, with Kith 0.1.0.',
    ],
    [
      'two of a kind held to one file',
      `${snippet.replace('src=', `integrity="sha384-${'b'.repeat(64)}" src=`)}${wall}`,
      '2 recognition walls, with Kith 0.1.0, held to one exact file.',
    ],
    ['a document written into it', inline('{ "kith": 1, "members": [{ "id": "ada", "name": "Ada" }] }'), 'All well'],
    ['a frame', frame('height="640" sandbox="allow-scripts allow-same-origin allow-popups"'), 'All well: a frame.'],
    ['a page that bundles it', page('<script type="module" src="/assets/kith-bundle.js"></script>', wall), 'All well'],
    ['a page about Kith that shows code too', page('', `${snippet}<pre>&lt;kith-role-badge&gt;</pre>`), 'All well'],
    ['a script that consent lets through', snippet.replace('src=', 'data-cookieconsent="ignore" src='), 'All well'],
    ['a script marked for Rocket Loader to leave it', snippet.replace('src=', 'data-cfasync="false" src='), 'All well'],
    [
      'a policy that names its site',
      page(policy("default-src 'none'; script-src https://*.example; connect-src 'self'")),
      'All well',
    ],
    [
      'a policy with its nonce',
      page(policy("script-src 'nonce-abc'"), snippet.replace('src=', 'nonce="abc" src=')),
      'All well',
    ],
    [
      'another’s prefix',
      page('<link rel="stylesheet" href="x.css">', `${snippet}<acme-recognition-wall></acme-recognition-wall>`),
      'All well',
    ],
    [
      'an empty tag with kith.css',
      `<link rel="stylesheet" href="https://tools.example/kith.css">${script}<kith-peer-intro></kith-peer-intro>`,
      'All well: an introduction',
    ],
    [
      'a picture',
      '<picture><img src="https://tools.example/kith/wall.svg" alt="Letters"></picture>',
      'All well: a picture',
    ],
    [
      'words alone',
      '<div class="kith-static" itemscope><p itemprop="kith-statement">Everyone can fix something</p></div>',
      'All well: these are words alone',
    ],
  ] as const)
    it(`says that all is well with ${what}`, () => {
      expect(wrongIn(pasted)).to.deep.equal([]);
      expect(examine(pasted)[0]?.said).to.include(said);
    });

  it('says all is well of each form as it is written, and of a component also where it runs', async () => {
    const published = { base: 'https://tools.example/kith/0.1.0/', version: '0.1.0', files: {} };
    const document = {
      kith: 1 as const,
      members: [{ id: 'ada', name: 'Ada Obi' }],
      recognitions: [{ id: 'r', to: ['ada'], text: 'You held the torch.' }],
    };
    for (const form of forms) {
      const wanted = {
        attributes: {},
        people: { document },
        part: 'show',
        locale: 'en',
        hosted: 'https://site.example/ours/',
      } as const;
      const { text } = await snippetFor({ ...wanted, widget: 'recognition-wall' }, form, published);
      const found = examine(text).filter(({ kind }) => kind !== 'is-lost' && kind !== 'asks');
      expect(
        found.map(({ kind }) => kind),
        `${form}: ${saidOf(found)}`,
      ).to.deep.equal(['well']);
      if (!['react', 'vue', 'svelte', 'angular', 'solid', 'astro'].includes(form)) continue;
      expect(saidOf(found)).to.contain('a project of your own');
      const [pasted] = examine(text, { editor: 'wordpress' });
      expect([pasted?.kind, pasted?.form], form).to.deep.equal(['fails', 'tag']);
    }
  });

  it('says of bent quotation marks one thing, and nothing of what they make of the rest', () => {
    const found = wrongIn(snippet.replace(/"([^"]*)"/g, '“$1”'));
    expect(found.map(({ said }) => said)).to.have.length(1);
  });

  it('takes a picture in Markdown for one, and a fence in a page about Kith for no sample', () => {
    expect(saidOf(examine('[![Letters](ours/recognition-wall-light.svg)](https://site.example/)'))).to.contain(
      'All well',
    );
    expect(wrongIn(page('', `<pre>\n\`\`\`html\n</pre>${snippet}`))).to.deep.equal([]);
  });

  it('takes no picture for one of Kith’s', () => {
    expect(examine('<p>Hi</p><img src="cat.jpg">')[0]).to.include({
      kind: 'fails',
      said: 'There is nothing of Kith in this.',
    });
  });

  it('names the line', () => {
    const lineOf = (pasted: string) => wrongIn(pasted)[0]?.line;
    expect(lineOf(`<p>\n</p>\n<kith-recognitionwall></kith-recognitionwall>\n${script}`)).to.equal(3);
    expect(lineOf(`\r\n\r\n${script.replace('"module"', '"text/later"')}${wall}`)).to.equal(3);
    expect(lineOf(`<p>\n</p>\n${inline('{\n"kith": 1,\n"x": }')}`)).to.equal(5);
  });

  it('says what each editor takes out, and what works there instead', () => {
    const lost = (pasted: string) =>
      examine(pasted)
        .filter(({ kind }) => kind === 'is-lost')
        .map(({ editor, form }) => `${editor ?? ''}: ${form ?? ''}`);
    expect(lost(snippet)).to.have.members([
      'wordpress: div',
      'squarespace: static',
      'wix: tag',
      'ghost: tag',
      'readme: picture',
    ]);
    expect(lost(frame('height="640"'))).to.include.members([
      'wordpress: div',
      'squarespace: static',
      'readme: picture',
    ]);
    expect(lost('<picture><img src="https://a.example/kith/wall.svg" alt="Letters"></picture>')).to.not.include(
      'readme: picture',
    );
    const inReadme = examine(snippet, { editor: 'readme' });
    expect(inReadme.map(({ kind }) => kind)).to.deep.equal(['is-lost']);
    expect(inReadme[0]?.said).to.equal(
      'A README on GitHub: the script and Kith’s tag are taken out. The words inside stay.',
    );
    expect(examine(snippet, { editor: 'html' }).map(({ kind }) => kind)).to.deep.equal(['well']);
  });

  it('asks what only the person at the editor can know', () => {
    const asked = examine(snippet).find(({ kind }) => kind === 'asks');
    expect(asked?.said).to.include('can you see “Custom HTML”');
    expect(asked).to.include({ editor: 'wordpress', form: 'div' });
  });

  it('holds of what is pasted only words, short, and never markup', () => {
    const name = `kith-${'x'.repeat(5000)}`;
    const hostile = [
      `<${name}></${name}>`,
      `${script}<kith-recognition-wall layout="<img src=x onerror=alert(1)>" theme='"><script>alert(1)</script>'><p>x</p></kith-recognition-wall>`,
      inline('{ "kith": 1, "members": [{ "id": "<script>alert(1)</script>", "name": 4 }], <script> }'),
      `<div data-kith="<svg onload=alert(1)>"></div>`,
      page(policy('script-src &lt;b&gt;'), snippet.replace(code, 'https://x.example/<b>/kith.js')),
    ];
    for (const pasted of hostile)
      for (const { said, mend = '' } of examine(pasted)) {
        expect(said + mend).to.not.match(/[<>]/);
        expect(said.length + mend.length).to.be.below(700);
      }
  });

  it('stays quick with what is large or deep, and runs nothing of it', () => {
    const ran = 'kithDoctorRan';
    const large = [
      `${snippet}${'<p>Mending</p>'.repeat(70_000)}`,
      '<div>'.repeat(200_000) + snippet,
      '<kith-recognition-wall>'.repeat(40_000),
      '<kith-recognition-wall '.repeat(40_000),
      `${script}<kith-recognition-wall ${'a="“" '.repeat(100_000)}>`,
      inline('['.repeat(400_000)),
      '<!--'.repeat(250_000),
      '&lt;kith-'.repeat(100_000),
      `<img src=x onerror="window.${ran}=1"><script>window.${ran}=1</script><iframe srcdoc="<script>parent.${ran}=1</script>"></iframe>`,
      `<script>${'import "'.repeat(120_000)}</script>${wall}`,
      `<style>${'/'.repeat(1_000_000)}</style>${snippet}`,
      'x'.repeat(5_000_000),
    ];
    for (const pasted of large) {
      const began = performance.now();
      expect(examine(pasted).length).to.be.within(1, 300);
      expect(performance.now() - began, pasted.slice(0, 40)).to.be.below(3000);
    }
    expect(ran in window).to.equal(false);
  });

  it('has an answer to hostile markup that others gathered (shared)', async function () {
    const folders = ['xss/DOMPurify/expect.json', 'xss/OWASP/xss-filter-evasion.json'];
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : value && typeof value === 'object'
          ? Object.values(value).flatMap(texts)
          : [];
    for (const file of folders) {
      const response = await fetch(`/shared/corpora/${file}`);
      if (!response.ok) return this.skip();
      const all = texts(await response.json());
      expect(all.length).to.be.above(100);
      for (const text of all)
        for (const { said, mend = '' } of examine(`${snippet}${text}`)) expect(said + mend).to.not.match(/[<>]/);
    }
  });

  it('knows of two editors what they themselves say that they keep (shared)', async function () {
    const lists = await Promise.all(
      ['wordpress-kses-post.json', 'github-hast-default.json'].map((file) =>
        fetch(`/shared/corpora/cms-sanitizers/${file}`),
      ),
    );
    if (lists.some(({ ok }) => !ok)) return this.skip();
    const [kses, github] = (await Promise.all(lists.map((each) => each.json()))) as [
      { tags: Record<string, unknown>; globalAttributes: string[] },
      { tagNames: string[]; attributes: Record<string, unknown[]> },
    ];
    const everywhere = github.attributes['*'] ?? [];
    const keeps: Record<string, Record<Exclude<Piece, 'text' | 'json'>, boolean>> = {
      'WordPress, for authors': {
        script: 'script' in kses.tags,
        tag: 'kith-recognition-wall' in kses.tags,
        frame: 'iframe' in kses.tags,
        sheet: 'style' in kses.tags,
        picture: 'picture' in kses.tags,
        class: kses.globalAttributes.includes('class'),
        data: kses.globalAttributes.includes('data-*'),
        style: kses.globalAttributes.includes('style'),
      },
      'A README on GitHub': {
        script: github.tagNames.includes('script'),
        tag: github.tagNames.includes('kith-recognition-wall'),
        frame: github.tagNames.includes('iframe'),
        sheet: github.tagNames.includes('style'),
        picture: github.tagNames.includes('picture'),
        class: everywhere.includes('className'),
        data: everywhere.includes('data*'),
        style: everywhere.includes('style'),
      },
    };
    for (const [begins, kept] of Object.entries(keeps)) {
      const place = editorPlaces.find(({ named }) => named.startsWith(begins));
      for (const [piece, isKept] of Object.entries(kept))
        expect(place?.keeps.has(piece as Piece), `${begins}: ${piece}`).to.equal(isKept);
    }
  });

  it('knows the tags’ attributes as the tags themselves do', async () => {
    await import('@kith/elements/define');
    for (const [tag, known] of Object.entries(tagAttributes)) {
      const made = customElements.get(tag) as CustomElementConstructor & { observedAttributes: string[] };
      expect(Object.keys(known), tag).to.have.members(made.observedAttributes);
    }
  });

  it('takes for wrong exactly the values that the tags themselves refuse', async () => {
    await import('@kith/elements/define');
    const { warn } = console;
    const warned: string[] = [];
    console.warn = (line: string) => void warned.push(line);
    try {
      for (const [tag, known] of Object.entries(tagAttributes))
        for (const [name, { takes }] of Object.entries(known)) {
          if (typeof takes === 'string') continue;
          const tries =
            'least' in takes ? [takes.least, takes.most, takes.least - 1, takes.most + 1] : [...takes, 'nonsense'];
          for (const value of tries.map(String)) {
            warned.length = 0;
            const made = document.createElement(tag);
            made.setAttribute(name, value);
            if (name === 'provider') made.setAttribute('src', 'data:,x');
            document.body.append(made);
            await (made as unknown as { updateComplete: Promise<unknown> }).updateComplete;
            made.remove();
            const refuses = warned.some((line) => line.includes(`${name}="${value}"`));
            const written = `${script}<${tag} ${name}="${value}"><p>x</p></${tag}>`;
            const finds = wrongIn(written).some(({ said }) => said.includes(`${name}=“${value}”`));
            expect(finds, `${tag} ${name}=${value}`).to.equal(refuses);
          }
        }
    } finally {
      console.warn = warn;
    }
  });
});
