/// <reference types="vite/client" />

/** A kind of page Kith may stand in: its style sheet, and what it would call itself. */
export interface Host {
  id: string;
  title: string;
  name: string;
  css: string;
}

const sheets = {
  ...import.meta.glob<string>('../hosts/*.css', { query: '?inline', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../demo/hosts/{workshop,choir,docs}.css', {
    query: '?inline',
    import: 'default',
    eager: true,
  }),
};

const sheetOf = (id: string) => Object.entries(sheets).find(([path]) => path.endsWith(`/${id}.css`))?.[1];

/** The kinds of page, in the order the toolbar has them. */
export const hosts: readonly Host[] = [
  { id: 'workshop', title: 'Workshop', name: 'Riverside Tool Library' },
  { id: 'choir', title: 'Choir', name: 'The Tool Library Choir' },
  { id: 'docs', title: 'Project documentation', name: 'bench-timer' },
  { id: 'council', title: 'Town council', name: 'Town of Lower Ford' },
  { id: 'newspaper', title: 'Newspaper', name: 'The Lower Ford Courier' },
  { id: 'university', title: 'University', name: 'Department of Useful Arts' },
  { id: 'shop', title: 'Shop', name: 'Pettigrew & Daughters' },
  { id: 'blog', title: 'Personal site', name: '~/gus' },
].flatMap((host) => {
  const css = sheetOf(host.id);
  return css === undefined ? [] : [{ ...host, css }];
});

export type Light = 'auto' | 'day' | 'night';

/** A host's style sheet as it is by day or by night, whatever the machine prefers. */
export function sheetFor(id: string, light: Light): string {
  const css = hosts.find((host) => host.id === id)?.css ?? '';
  if (light === 'auto') return css;
  const [on, off] = ['(min-width: 0)', '(max-width: 0)'];
  const scheme = light === 'day' ? 'light' : 'dark';
  return `${css.replace(/\(prefers-color-scheme:\s*(light|dark)\)/g, (_, asked) => (asked === scheme ? on : off))}
    :root { color-scheme: ${scheme} !important; }`;
}
