/** What TypeScript does not know yet: the one thing of Trusted Types that is used, and HTML that needs none. */
interface Policy {
  createHTML(html: string): string;
}
interface Page {
  [KEY]?: { policy?: Policy | undefined };
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  /** What every Lit leaves behind that has run. */
  litHtmlVersions?: unknown;
}
type Fill = (template: HTMLTemplateElement, html: string) => true;
type Sanitizing = HTMLTemplateElement & { setHTML?(html: string, options: object): void };

const KEY: unique symbol = Symbol.for('kith') as never;
const page = globalThis as unknown as Page;
let isRefused = false;

/**
 * What no template of Kith's has: another element than these, a handler, an address that is not bound, CSS, or what hides
 * one. Any script of the page can reach the policy, since copies of Kith share it, so what it lets through has to be
 * harmless whoever wrote it.
 */
const FOREIGN =
  /<(?!(?:[abp]|article|bdi|blockquote|button|circle|code|d[dlt]|de(?:l|tails)|dialog|div|form|h[2r]|img|in(?:put|s)|l(?:abel|i)|[ou]l|option|path|select|slot|span|summary|svg|text(?:area)?|time)[\s/>])[a-z]|[\s"'/]on\w+\s*=|(?:href|style|\w*src\w*|action)\s*=|[\\&]|\S\(/i;

/** What the policy is called; a page may say it, so that its own Lit has the usual one: `<script data-policy="kith">`. */
export const name =
  globalThis.document?.querySelector<HTMLScriptElement>('script[data-policy]')?.dataset['policy'] ?? 'lit-html';

/** What Lit's templates are made with, shared by all copies of Kith on the page; none where the page refuses it. */
export const policy = create();

/**
 * Fills a template without a policy: where the page's own Lit came first and there may be no second one. Kith's templates
 * hold nothing that the browser takes out.
 */
export const fill: Fill | undefined =
  isRefused && page.litHtmlVersions && 'setHTML' in Element.prototype
    ? (template, html) => {
        const all = { removeElements: [], removeAttributes: [], comments: true };
        (template as Sanitizing).setHTML?.(html, { sanitizer: all });
        return true;
      }
    : undefined;

/** Whether templates can be made here. */
export const mayDraw = !isRefused || !!fill;

function create(): Policy | undefined {
  const { trustedTypes } = page;
  if (!trustedTypes) return undefined;
  const shared = (page[KEY] ??= Object.create(null) as NonNullable<Page[typeof KEY]>);
  try {
    return (shared.policy ??= make(trustedTypes));
  } catch {
    isRefused = asksForTypes();
    return undefined;
  }
}

function make(types: NonNullable<Page['trustedTypes']>): Policy {
  const made = types.createPolicy(name, {
    createHTML(html) {
      if (FOREIGN.test(html)) throw new TypeError('not Kith');
      return html;
    },
  });
  // Whoever comes second may make none of that name; only this event tells of it.
  addEventListener('securitypolicyviolation', ({ sample }) => {
    if (sample === name) void import('./taken.js');
  });
  return made;
}

/** A page may name its policies and ask for none. */
function asksForTypes(): boolean {
  try {
    return !new DOMParser().parseFromString('', 'text/html');
  } catch {
    return true;
  }
}
