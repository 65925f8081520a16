/** The widgets that can stand in a page without their code, by their tags' names without `kith-`. */
export const widgets = [
  'purpose-banner',
  'role-badge',
  'recognition-wall',
  'progression-ladder',
  'peer-intro',
] as const;
export type Widget = (typeof widgets)[number];

/** A widget as a page wants it. */
export interface Shown {
  widget: Widget;
  /** The tag's attributes, by their names in HTML: `layout`, `page-size`, `member`, `heading-level`… */
  attributes?: Readonly<Record<string, string>>;
  /** The language it speaks; the community's where absent, else English. */
  locale?: string;
  /** When it is looked at. Default now. */
  now?: Date;
}
