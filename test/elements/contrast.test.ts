import { expect } from '@open-wc/testing';
import {
  createStore,
  type CommunityDocument,
  type HeldRole,
  type Ladder,
  type Member,
  type Progress,
  type Recognition,
} from '@kith/core';
import type { KithElement, PeerIntro } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { accents, grounds } from '../accents.mjs';
import { communityOf, people, settled } from './support.js';

/** Everything that is drawn with the thread: dashed and solid, deeds and days, replies, links, a button. */
const letters: Recognition[] = [
  { id: 'r1', occasion: 'first', from: 'bo', to: ['ada'], text: 'First pull-up', at: '2025-03-18' },
  {
    id: 'r2',
    occasion: 'shipped',
    from: 'bo',
    to: ['cy'],
    text: 'The shelf is lower.',
    askedAt: '2025-03-01',
    shippedAt: '2025-03-18',
    at: '2025-03-18',
  },
  {
    id: 'r3',
    occasion: 'thanks',
    from: 'noor',
    to: ['ada'],
    text: 'Hook 61.',
    role: 'connector',
    replies: [{ member: 'ada', text: 'It was there.' }],
    cheers: { count: 7, by: ['cy', 'tomas'] },
    evidence: [{ kind: 'image', src: 'https://tools.example/hook.jpg', alt: 'A hook' }],
    at: '2025-03-17',
  },
  {
    id: 'r4',
    occasion: 'thanks',
    from: 'cy',
    to: ['bo'],
    text: 'It cuts straight again. '.repeat(40),
    at: '2025-03-16',
  },
];

const ladders: Ladder[] = [
  {
    id: 'bar',
    name: 'The bar',
    measures: [{ id: 'reps', label: 'pull-ups' }],
    rungs: [
      { id: 'hang', name: 'Hang', can: 'hang from the bar', needs: [] },
      { id: 'one', name: 'One', can: 'do one', needs: [{ measure: 'reps', atLeast: 1 }] },
      { id: 'five', name: 'Five', can: 'do five', needs: [{ measure: 'reps', atLeast: 5 }] },
    ],
  },
];

const progress: Progress[] = [
  {
    member: 'ada',
    ladder: 'bar',
    measures: { reps: 3 },
    reached: { hang: '2025-01-01', one: '2025-02-01' },
    records: [
      { measure: 'reps', value: 1, at: '2025-02-01' },
      { measure: 'reps', value: 3, at: '2025-03-01' },
    ],
    cheers: [{ rung: 'one', count: 2, by: ['bo'] }],
  },
];

const roles: HeldRole[] = [
  { role: 'sharer', accepted: true, aspires: 'I know who has a van.' },
  {
    role: 'builder',
    accepted: true,
    affirmed: { count: 2, by: [{ member: 'bo', because: 'The lathe.' }, { member: 'cy' }] },
  },
  { role: 'curator', accepted: true, shown: 2 },
];

/** Two who fit each other, up at hours of which some are the same. */
const day = (from: number) => ({ timeZone: 'UTC', hours: [`${from}:00-20:00`], headline: 'Mends kettles' });
const wishes: Record<string, Partial<Member>> = {
  ada: { ...day(10), roles, asks: ['soldering'], offers: ['bread'] },
  bo: { ...day(12), asks: ['bread'], offers: ['soldering'], url: 'https://bo.example/' },
};

const source: CommunityDocument = {
  kith: 1,
  members: people.map((member) => ({ ...member, ...wishes[member.id] })),
  ladders,
  progress,
  purpose: {
    statement: 'Everyone can fix something',
    counts: { withUs: 12, pledged: 5 },
    by: people.map(({ id }) => id),
    made: { count: 12, unit: 'repairs', href: 'https://tools.example/' },
  },
  recognitions: letters,
};

const widgets = [
  '<kith-purpose-banner></kith-purpose-banner>',
  '<kith-recognition-wall></kith-recognition-wall>',
  '<kith-role-badge member="ada"></kith-role-badge>',
  '<kith-role-badge member="ada" layout="card"></kith-role-badge>',
  '<kith-progression-ladder ladder="bar" member="ada"></kith-progression-ladder>',
  '<kith-peer-intro limit="2"></kith-peer-intro>',
  '<kith-peer-intro></kith-peer-intro>',
];

/** A color as it is painted: red, green, blue and alpha. */
const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
const paints = new Map<string, number[]>();
function painted(color: string): number[] {
  const known = paints.get(color);
  if (known) return known;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const paint = [...pen.getImageData(0, 0, 1, 1).data];
  paints.set(color, paint);
  return paint;
}

const over = ([r = 0, g = 0, b = 0, a = 255]: number[], ground: number[]): number[] =>
  [r, g, b].map((channel, i) => (channel * a + (ground[i] ?? 0) * (255 - a)) / 255);

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: number[]): number {
  const [r = 0, g = 0, b = 0] = color.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: number[], b: number[]): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

type Drawn = { what: string; isText: boolean; color: () => string; ground: () => string[] };

/** A tint within an outline, a hairline between lines: what it says is said beside it. */
const isWash = ([, , , alpha = 255]: number[]) => alpha < 255 * 0.3;

const NO_COLOR = /^(transparent|rgba\(0, 0, 0, 0\)|none)$/;

/** Everything a widget paints with a color: texts, lines, underlines, strokes and fills; each way of doing so once. */
function drawnIn(root: ParentNode): Drawn[] {
  return [...root.querySelectorAll<HTMLElement | SVGElement>('*')].flatMap((element) => {
    if (!element.checkVisibility() || element.closest('.unseen')) return [];
    const ways: [name: string, isText: boolean, pseudo?: string | undefined][] = [];
    const has = (pseudo?: string) => getComputedStyle(element, pseudo);
    const isSvg = element instanceof SVGElement;
    if (!isSvg && [...element.childNodes].some((node) => node instanceof Text && node.data.trim())) {
      ways.push(['color', true]);
      if (has().textDecorationLine.includes('underline')) ways.push(['textDecorationColor', false]);
    }
    if (isSvg && element.localName !== 'svg') ways.push(['stroke', false], ['fill', false]);
    for (const pseudo of [undefined, '::before', '::after']) {
      if (pseudo && ['none', 'normal'].includes(has(pseudo).content)) continue;
      for (const side of ['Top', 'Bottom', 'Left', 'Right'] as const) {
        if (parseFloat(has(pseudo)[`border${side}Width`]) && has(pseudo)[`border${side}Style`] !== 'none') {
          ways.push([`border${side}Color`, false, pseudo]);
        }
      }
    }
    const kind = `${element.localName}.${element.getAttribute('class') ?? ''}`.replace(/ ?hue\d+ shape\d/, '');
    return ways.map(([name, isText, pseudo]) => ({
      what: `${kind} ${name}${pseudo ?? ''}`,
      isText,
      color: () => String(has(pseudo)[name as 'color']),
      ground: () => groundsOf(name.startsWith('border') ? around(element) : element),
    }));
  });
}

const around = (node: Node): Element | null => {
  const parent = (node as Element).assignedSlot ?? node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : (parent as Element | null);
};

/** The colors laid under an element, from its own down to the widget's. */
function groundsOf(element: Element | null): string[] {
  const colors: string[] = [];
  for (let at = element; at && !at.matches('.ground'); at = around(at))
    colors.push(getComputedStyle(at).backgroundColor);
  return colors.filter((color) => !NO_COLOR.test(color));
}

describe('the contrast of what is drawn with a site’s accent', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`is at least 4.5:1 for text and 3:1 for lines, for 200 accents on ${scheme} grounds`, async function () {
      this.timeout(60_000);
      const place = document.createElement('div');
      place.className = 'ground';
      place.style.color = scheme === 'light' ? '#141414' : '#f1efec';
      const community = communityOf(source);
      community.innerHTML = widgets.join('');
      place.append(community);
      document.body.append(place);
      try {
        const all = [...community.children] as KithElement[];
        const note = community.querySelector('kith-peer-intro[limit]') as PeerIntro;
        note.store = createStore(memory(source), { viewer: 'ada' });
        for (const widget of all) await settled(widget);
        expect(all.every((widget) => widget.matches(':state(dark)') === (scheme === 'dark'))).to.equal(true);
        const drawn = [
          ...new Map(all.flatMap((w) => drawnIn(w.renderRoot as ShadowRoot)).map((d) => [d.what, d])).values(),
        ];
        // Only what the accent changes depends on it; the rest needs looking at once.
        const seen = (accent: string) => {
          place.style.setProperty('--kith-accent', accent);
          return drawn.map(({ color, ground }) => [color(), ...ground()].join());
        };
        const [red, blue] = [seen('#a00'), seen('#00a')];
        const derived = drawn.filter((_, i) => red[i] !== blue[i]);
        const named = derived.map(({ what }) => what);
        expect(named).to.include.members([
          'hr.thread  borderTopColor',
          'a. textDecorationColor',
          'span.deed textDecorationColor',
        ]);

        const tooFaint: string[] = [];
        const look = (what: Drawn, accent: string) => {
          const paint = what.color();
          if (NO_COLOR.test(paint) || (!what.isText && !derived.includes(what) && isWash(painted(paint)))) return;
          const layers = what.ground();
          for (const page of grounds[scheme]) {
            const ground = layers.reduceRight((below, layer) => over(painted(layer), below), painted(page).slice(0, 3));
            const ratio = contrast(over(painted(paint), ground), ground);
            if (ratio < (what.isText ? 4.5 : 3))
              tooFaint.push(`${accent} on ${page}: ${what.what} ${paint} ${ratio.toFixed(2)}`);
          }
        };
        for (const what of drawn) look(what, '#a00');
        // What looks alike in two colors, on the same grounds, is the same rule.
        const rules = new Map(drawn.map((what, i) => [`${what.isText} ${red[i]} ${blue[i]}`, what]));
        const sampled = [...rules.values()].filter((what) => derived.includes(what));
        for (const accent of accents()) {
          place.style.setProperty('--kith-accent', accent);
          for (const what of sampled) look(what, accent);
        }
        expect(tooFaint).to.deep.equal([]);
      } finally {
        place.remove();
      }
    });
  }
});
