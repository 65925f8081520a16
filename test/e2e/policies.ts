import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** A page's content security policy. */
export interface Policy {
  name: string;
  /** What the page allows, where Kith's code lies at `kit` (an origin, or `'self'`) and its source, if any, at `source`. */
  header: (kit: string, source?: string) => string;
  /** What the page writes into the `nonce` of each script tag, as its server does. */
  nonce?: string;
  /** Whether a style sheet may be linked; a page that allows none leaves out `kith.css`. */
  isStyled: boolean;
  /** What else the page has to write so that its own policy lets Kith run: before the script, and into its tag. */
  before?: string;
  attributes?: string;
}

const connecting = (source?: string) => (source ? `; connect-src ${source}` : '');

/** Under these a widget works as on any page, and nothing is refused (QUALITY C9). */
export const policies: readonly Policy[] = [
  {
    name: 'no styles, and Trusted Types',
    header: (kit, source) =>
      `default-src 'none'; script-src ${kit}; style-src 'none'; require-trusted-types-for 'script'; ` +
      `trusted-types lit-html${connecting(source)}`,
    isStyled: false,
  },
  {
    name: 'a nonce, and what that script brings',
    header: () =>
      `script-src 'nonce-a1b2c3' 'strict-dynamic'; object-src 'none'; base-uri 'none'; ` +
      `require-trusted-types-for 'script'; trusted-types lit-html`,
    nonce: 'a1b2c3',
    isStyled: true,
  },
  {
    name: 'named hosts',
    header: (kit, source) =>
      `default-src 'self'; script-src 'self' ${kit}; style-src 'self' ${kit}; img-src 'self'; object-src 'none'` +
      connecting(source),
    isStyled: true,
  },
  {
    name: 'Trusted Types of any name, once each',
    header: (kit, source) =>
      `default-src 'none'; base-uri 'none'; form-action 'none'; script-src ${kit}; style-src ${kit}; ` +
      `require-trusted-types-for 'script'; trusted-types *${connecting(source)}`,
    isStyled: true,
  },
];

const digest = (how: string, bytes: string | Buffer) => `${how}-${createHash(how).update(bytes).digest('base64')}`;
const integrity = Object.fromEntries(
  readdirSync('packages/embed/dist')
    .filter((name) => name.endsWith('.js'))
    .map((name) => [`/${name}`, digest('sha384', readFileSync(`packages/embed/dist/${name}`))]),
);
/** Tells the browser what each part must be that `kith.js` loads later. */
const map = JSON.stringify({ integrity });

/** The same where Kith's files lie on the page's own site, at its top. */
export const ofOwnSite: readonly Policy[] = [
  ...policies,
  {
    name: 'the very files that were checked',
    header: (_, source) =>
      `default-src 'none'; script-src ${[digest('sha256', map), ...Object.values(integrity)].map((each) => `'${each}'`).join(' ')}; ` +
      `style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html${connecting(source)}`,
    isStyled: true,
    before: `<script type="importmap">${map}</script>`,
    attributes: ` integrity="${integrity['/kith.js']}"`,
  },
  {
    name: 'a frame without an origin, which runs scripts and no more',
    header: () => "sandbox allow-scripts; default-src 'self' https://site.example; object-src 'none'",
    isStyled: true,
    attributes: ' crossorigin',
  },
];

/** Under this one the code cannot draw: what stands in the tag stays, and one line says why. */
export const noTypes = (kit: string): string =>
  `default-src 'none'; script-src ${kit}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
