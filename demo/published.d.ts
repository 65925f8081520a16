declare module 'virtual:published' {
  import type { Published } from '@kith/embed/snippet';
  const published: Omit<Published, 'base'>;
  export default published;
}
declare module 'virtual:fields' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a module that is declared here can import none by its path
  const fields: import('./builder/fields.js').Fields;
  export default fields;
}
