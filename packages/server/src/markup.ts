import { createHash } from 'node:crypto';
import { Markup } from '@kith/core';

/** A style sheet of ours as an element, and how a content security policy lets it in and no other. */
export function sheet(css: string): { element: Markup; source: string } {
  const digest = createHash('sha256').update(css).digest('base64');
  return { element: new Markup(`<style>${css}</style>`), source: `'sha256-${digest}'` };
}
