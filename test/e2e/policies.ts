/** A page's content security policy. */
export interface Policy {
  name: string;
  /** What the page allows, where Kith's code lies at `kit` (an origin, or `'self'`) and its source, if any, at `source`. */
  header: (kit: string, source?: string) => string;
  /** What the page writes into the `nonce` of each script tag, as its server does. */
  nonce?: string;
  /** Whether a style sheet may be linked; a page that allows none leaves out `kith.css`. */
  isStyled: boolean;
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
    header: () => `script-src 'nonce-a1b2c3' 'strict-dynamic'; object-src 'none'; base-uri 'none'`,
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

/** Under this one the code cannot draw: what stands in the tag stays, and one line says why. */
export const noTypes = (kit: string): string =>
  `default-src 'none'; script-src ${kit}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
