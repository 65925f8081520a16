import { Markup, markup } from '@kith/core';
import type { Shown } from './shown.js';

export interface TagOptions {
  /** What the tags' names begin with. Default `kith`. */
  prefix?: string;
  /** As a `<div data-kith="…">`, for where tags of Kith's own are taken out. */
  div?: boolean;
}

/** A widget's static HTML inside its tag, which takes its place where scripts run. */
export function staticTag(
  { widget, attributes = {}, locale }: Shown,
  inside: Markup,
  { prefix = 'kith', div = false }: TagOptions = {},
): Markup {
  const all = { ...(locale !== undefined && { locale }), ...attributes };
  const written = Object.entries(all)
    .filter(([name]) => isPlain(name))
    .map(([name, value]) => markup` ${div ? `data-${name}` : name}="${value}"`);
  const tag = new Markup(div ? 'div' : `${prefix}-${widget}`);
  return markup`<${tag}${div ? markup` data-kith="${widget}"` : undefined}${written}>
${inside}
</${tag}>`;
}

/** An attribute that says something to a widget: none that runs or looks. */
function isPlain(name: string): boolean {
  return /^(?!on|style$)[a-z][a-z-]*$/.test(name);
}
