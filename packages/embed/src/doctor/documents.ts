import { readDocument } from '@kith/core';
import type { Finding } from './finding.js';
import { faultIn, sayFault } from './json-fault.js';
import type { Reading } from './reading.js';
import { quoted } from './words.js';

/** What is wrong with documents that are written into the page. */
export function documents({ tags, divs, page, lineOf, text }: Reading): Finding[] {
  const held = [...tags, ...divs].flatMap((each) =>
    [...each.querySelectorAll('script')].filter((script) => /json\s*$/i.test(script.type)),
  );
  // Of tags one in another each is looked at once.
  return [...new Set(held)]
    .flatMap((script) => {
      const inside = script.textContent ?? '';
      const begins = text.indexOf(inside);
      const line = begins < 0 || !inside.trim() ? undefined : text.slice(0, begins).split('\n').length;
      return ofOne(inside, line).map((each) => ({
        ...each,
        ...(each.line === undefined && line !== undefined && { line }),
      }));
    })
    .concat(astray(page, lineOf));
}

function ofOne(json: string, begins: number | undefined): Finding[] {
  const fault = faultIn(json);
  if (fault) {
    const line = begins === undefined ? undefined : begins + json.slice(0, fault.at).split('\n').length - 1;
    const bent = /[“”]/.test(json.slice(fault.at, fault.at + 1));
    return [
      {
        kind: 'fails',
        said: `The community written into the page cannot be read: in it, ${quotedFault(json, fault)}`,
        mend: bent
          ? 'Put straight quotation marks in place of the typographic ones.'
          : 'Mend it there, or copy the whole snippet again.',
        ...(line !== undefined && { line }),
      },
    ];
  }
  try {
    const { document, aside } = readDocument(JSON.parse(json));
    const [first] = aside;
    return [
      ...(document.archive === true
        ? [
            {
              kind: 'fails',
              said: 'This is a community’s archive, and it stands in the page for everybody to read: what was said in private, and people who said no.',
              mend: 'Take it out today. Give the page what everyone may see: bring the archive to the builder, which leaves the rest out.',
            } as const,
          ]
        : []),
      ...(first
        ? [
            {
              kind: 'may-fail',
              said: `Of the community written into the page ${aside.length === 1 ? 'one piece is' : `${aside.length} pieces are`} set aside: ${quoted(`${first.path}: ${first.reason}`)}.`,
              mend: 'Mend it there; all else is shown.',
            } as const,
          ]
        : []),
    ];
  } catch (error) {
    return [
      {
        kind: 'fails',
        said: `What is written into the page is JSON, but no community: ${quoted(error instanceof Error ? error.message : '')}.`,
        mend: 'Copy the whole snippet again.',
      },
    ];
  }
}

/** The fault without signs that could be taken for markup. */
function quotedFault(json: string, fault: NonNullable<ReturnType<typeof faultIn>>): string {
  return sayFault(json, fault).replace(/[<>]/g, (sign) => (sign === '<' ? '‹' : '›'));
}

/** A document whose tag was taken away from around it. */
function astray(page: Document, lineOf: Reading['lineOf']): Finding[] {
  const lost = [...page.scripts].find(
    (script) =>
      /^application\/json$/i.test(script.type.trim()) &&
      !script.closest('[data-kith]') &&
      !/^(?:kith)/.test(script.parentElement?.localName ?? '') &&
      /"kith"\s{0,9}:\s{0,9}1\b/.test(script.textContent?.slice(0, 2000) ?? ''),
  );
  if (!lost) return [];
  const line = lineOf(lost.textContent ?? '');
  return [
    {
      kind: 'fails',
      said: 'A community is written into the page, but no tag stands around it: nothing shows it.',
      mend: 'Paste the whole snippet again, with its tag.',
      ...(line !== undefined && { line }),
    },
  ];
}
