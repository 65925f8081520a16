import type { Finding } from './finding.js';
import type { KithScript, Reading } from './reading.js';
import { quoted } from './words.js';

/** Something that keeps scripts from running until somebody agrees, or until later. */
interface Keeper {
  name: string;
  waits: 'consent' | 'delay' | 'end';
  /** Whether a script carries its mark. */
  marks(script: Element): boolean;
  /** How Kith is left out of it. */
  except: string;
}

const type = (script: Element) => (script.getAttribute('type') ?? '').trim().toLowerCase();
const has =
  (...names: string[]) =>
  (script: Element) =>
    names.some((name) => script.hasAttribute(name));
const begins = (prefix: string) => (script: Element) =>
  [...script.attributes].some(({ name }) => name.startsWith(prefix));
const typed = (pattern: RegExp) => (script: Element) => pattern.test(type(script));
const classed = (pattern: RegExp) => (script: Element) => pattern.test(script.getAttribute('class') ?? '');

/** By the marks they leave on a script. The first that fits is named. */
const keepers: readonly Keeper[] = [
  // Consent.
  {
    name: 'Cookiebot',
    waits: 'consent',
    marks: has('data-cookieconsent'),
    except: 'Write data-cookieconsent="ignore" on it, or mark it as necessary in Cookiebot.',
  },
  {
    name: 'OneTrust',
    waits: 'consent',
    marks: classed(/\boptanon-category/i),
    except: 'Put it into the category “Strictly necessary” in OneTrust.',
  },
  {
    name: 'Complianz',
    waits: 'consent',
    marks: (script) => classed(/\bcmplz-/i)(script) || begins('data-cmplz')(script),
    except: 'Add kith.js to the safelist: Complianz, Integrations, Script Center.',
  },
  {
    name: 'CookieYes',
    waits: 'consent',
    marks: (script) => begins('data-cookieyes')(script) || begins('data-cky')(script),
    except: 'Put it into the category “Necessary” in CookieYes.',
  },
  {
    name: 'Usercentrics',
    waits: 'consent',
    marks: has('data-usercentrics'),
    except: 'Call it essential in Usercentrics.',
  },
  { name: 'Didomi', waits: 'consent', marks: typed(/^didomi\//), except: 'Call it essential in Didomi.' },
  {
    name: 'iubenda',
    waits: 'consent',
    marks: (script) => classed(/\b_iub_cs_activate/)(script) || has('suppressedsrc')(script),
    except: 'Write class="_iub_cs_skip" on it.',
  },
  {
    name: 'Borlabs Cookie',
    waits: 'consent',
    marks: begins('data-borlabs'),
    except: 'Add kith.js under Borlabs Cookie, Script Blocker, as one that is not blocked.',
  },
  {
    name: 'Termly',
    waits: 'consent',
    marks: (script) => type(script) === 'text/plain' && has('data-categories')(script),
    except: 'Write data-categories="essential" on it.',
  },
  {
    name: 'Klaro',
    waits: 'consent',
    marks: (script) => type(script) === 'text/plain' && has('data-name')(script),
    except: 'Call its service required in Klaro.',
  },
  {
    name: 'Cookie Consent',
    waits: 'consent',
    marks: (script) => type(script) === 'text/plain' && has('data-category', 'data-cookiecategory')(script),
    except: 'Put it into the category “necessary”.',
  },
  // Delay.
  {
    name: 'WP Rocket',
    waits: 'delay',
    marks: (script) => type(script) === 'rocketlazyloadscript' || begins('data-rocket')(script),
    except: 'In WP Rocket: File Optimization, Delay JavaScript execution, Excluded JavaScript files: write kith.js.',
  },
  {
    name: 'LiteSpeed Cache',
    waits: 'delay',
    marks: (script) => typed(/^litespeed\//)(script) || begins('data-litespeed')(script),
    except: 'In LiteSpeed Cache: Page Optimization, Tuning, JS Delayed and Deferred Excludes: write kith.js.',
  },
  {
    name: 'Perfmatters',
    waits: 'delay',
    marks: (script) => type(script) === 'pmdelayedscript' || begins('data-perfmatters')(script),
    except: 'In Perfmatters: Assets, Delay JavaScript, Excluded from Delay: write kith.js.',
  },
  {
    name: 'Cloudflare’s Rocket Loader',
    waits: 'end',
    marks: (script) => typed(/^[\da-f]{16,}-/)(script) || has('data-cf-settings')(script),
    except: 'Write data-cfasync="false" on it, before src.',
  },
  {
    name: 'NitroPack',
    waits: 'delay',
    marks: (script) => typed(/^nitropack\//)(script) || begins('data-nitro')(script),
    except: 'In NitroPack, exclude kith.js from delayed scripts.',
  },
  {
    name: 'WP Meteor',
    waits: 'delay',
    marks: (script) => type(script) === 'javascript/blocked' || begins('data-wpmeteor')(script),
    except: 'Write data-wpmeteor-nooptimize="true" on it.',
  },
  {
    name: 'Phast',
    waits: 'delay',
    marks: typed(/^(?:text|phast)\/phast/),
    except: 'Write data-phast-no-defer on it.',
  },
  {
    name: 'Flying Scripts',
    waits: 'delay',
    marks: (script) => has('data-type')(script) && script.getAttribute('data-type') === 'lazy',
    except: 'Take kith out of its list of keywords.',
  },
];

/** What a browser runs. */
const RUNS = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script)?$/;

/** Kith's scripts that wait for something else to let them run. */
export function delayed({ scripts, lineOf }: Reading): Finding[] {
  return scripts.flatMap((script) => {
    const line = lineOf(script.address);
    const found = findingOf(script);
    return found ? [{ ...found, ...(line !== undefined && { line }) }] : [];
  });
}

function findingOf({ element, isAsked }: KithScript): Finding | undefined {
  const keeper = keepers.find(({ marks }) => marks(element));
  const isExcepted = /^(?:ignore|essential|strictly-?necessary|necessary)$/i.test(
    element.getAttribute('data-cookieconsent') ?? element.getAttribute('data-categories') ?? '',
  );
  const runs = RUNS.test(type(element)) && isAsked;
  if (runs && (!keeper || isExcepted || keeper.waits === 'consent')) {
    // A mark of consent on a script that runs says only what it is for.
    return undefined;
  }
  if (!keeper && runs) return undefined;
  if (keeper?.waits === 'end')
    return {
      kind: 'may-fail',
      said: `${keeper.name} lets Kith’s script run once all else of the page is there: until then it shows its plain text, and then it may jump.`,
      mend: keeper.except,
    };
  if (keeper?.waits === 'delay')
    return {
      kind: 'may-fail',
      said: `${keeper.name} holds Kith’s script back until somebody moves or scrolls: until then the page shows its plain text, and then it may jump.`,
      mend: keeper.except,
    };
  if (keeper || type(element) === 'text/plain')
    return {
      kind: 'fails',
      said: `${keeper?.name ?? 'A cookie notice'} holds Kith’s script back until the visitor agrees to cookies: whoever does not never sees it work.`,
      mend: `${keeper?.except ?? 'Mark it as necessary there.'} It may: Kith stores nothing before somebody acts, and asks nobody but the page’s own source.`,
    };
  if (!isAsked)
    return {
      kind: 'may-fail',
      said: 'Something took Kith’s script away to load it later: its address does not stand in src.',
      mend: 'Except kith.js in the plugin that delays scripts. Kith stores nothing before somebody acts.',
    };
  return {
    kind: 'fails',
    said: `The script’s type is ${quoted(type(element))}, which browsers do not run.`,
    mend: 'Write type="module". If a plugin changed it, except kith.js there: Kith stores nothing before somebody acts.',
  };
}
