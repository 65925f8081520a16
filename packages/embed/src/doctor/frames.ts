import type { Finding } from './finding.js';
import { addressIn, urlOf, type Reading } from './reading.js';
import { places } from './scripts.js';
import { quoted } from './words.js';

/** Sites that let nobody else’s page frame theirs. */
const unframable =
  /(?:^|\.)(?:github\.com|gitlab\.com|facebook\.com|instagram\.com|linkedin\.com|x\.com|twitter\.com|google\.com|wikipedia\.org|wordpress\.com|discourse\.org|opencollective\.com|notion\.so)$/;

/** What is wrong with frames of Kith’s, and with frames meant for it. */
export function frames(reading: Reading): Finding[] {
  return reading.frames.flatMap((frame) => {
    const address = addressIn(frame) ?? '';
    const line = reading.lineOf(address);
    return ofOne(frame, address, reading).map((each) => ({ ...each, ...(line !== undefined && { line }) }));
  });
}

function ofOne(frame: HTMLIFrameElement, address: string, reading: Reading): Finding[] {
  const found: Finding[] = [...places(address, 'frame', reading)];
  const url = urlOf(address);
  if (!found.length && url && unframable.test(url.hostname))
    found.push({
      kind: 'fails',
      said: `${url.hostname} lets no other site frame its pages: readers see an empty box.`,
      mend: 'Frame the page that a Kith server, or your own site, gives for this.',
    });
  if (frame.getAttribute('src') === null)
    found.push({
      kind: 'may-fail',
      said: 'Something took the frame’s address away to load it later, or after the visitor agrees to cookies.',
      mend: 'Except it there: Kith stores nothing before somebody acts.',
    });
  found.push(...sandboxed(frame));
  if (!frame.title.trim() && !frame.getAttribute('aria-label')?.trim())
    found.push({
      kind: 'may-fail',
      said: 'The frame has no title: whoever listens to the page is not told what is in it.',
      mend: 'Write title="Recognition wall", or what it is, on it.',
    });
  const height = frame.getAttribute('height');
  if (height !== null && !/^\d+$/.test(height.trim()))
    found.push({
      kind: 'may-fail',
      said: `The frame’s height is ${quoted(height)}, where browsers take a number of pixels.`,
      mend: 'Write a number alone, such as height="640".',
    });
  return found;
}

function sandboxed(frame: HTMLIFrameElement): Finding[] {
  const sandbox = frame.getAttribute('sandbox');
  if (sandbox === null) return [];
  const may = new Set(sandbox.toLowerCase().split(/\s+/));
  if (!may.has('allow-scripts'))
    return [
      {
        kind: 'fails',
        said: 'The frame’s sandbox allows no scripts: it shows what it holds at first, never grows, and nothing in it can be pressed.',
        mend: 'Write sandbox="allow-scripts allow-same-origin allow-popups" on it, or leave sandbox out.',
      },
    ];
  if (!may.has('allow-same-origin'))
    return [
      {
        kind: 'may-fail',
        said: 'The frame’s sandbox makes it a page of nowhere: it can be read, but nobody can be counted in there, since nothing can be kept.',
        mend: 'Add allow-same-origin where the frame is of another site than this page.',
      },
    ];
  return may.has('allow-popups')
    ? []
    : [
        {
          kind: 'may-fail',
          said: 'The frame’s sandbox lets no link open.',
          mend: 'Add allow-popups.',
        },
      ];
}
