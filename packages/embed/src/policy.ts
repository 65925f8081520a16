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
    return (shared.policy ??= trustedTypes.createPolicy('lit-html', { createHTML: (html) => html }));
  } catch {
    isRefused = asksForTypes();
    return undefined;
  }
}

/** A page may name its policies and ask for none. */
function asksForTypes(): boolean {
  try {
    return !new DOMParser().parseFromString('', 'text/html');
  } catch {
    return true;
  }
}
