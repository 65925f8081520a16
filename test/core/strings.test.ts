import { describe, expect, it, vi } from 'vitest';
import {
  english,
  languageFor,
  languageNow,
  languages,
  plain,
  speech,
  type Language,
  type Phrase,
  type Strings,
} from '@kith/core';
import * as parts from '@kith/core/strings/en';

const names: Phrase = [{ name: 'Noor' }, ', ', { name: 'Tomás' }];
const noor = { name: 'Noor' };
const day = { time: 'Saturday', at: '2026-07-11' };
const counts = [0, 1, 2, 3, 11, 100, 1204].map((n) => [n] as [number]);

/** What each sentence that takes something is tried with; one that is added must be added here. */
const tries: {
  [K in keyof Strings as Strings[K] extends string ? never : K]: Strings[K] extends (...given: infer G) => unknown
    ? G[]
    : never;
} = {
  stale: [['10:02']],
  lettersIn: [['Gladly']],
  comesFrom: [[{ link: '٣', href: '#' }]],
  peopleIn: [['Gladly']],
  purposeOf: [['Gladly']],
  andLetters: counts.slice(1),
  andPeople: counts.slice(1),
  showPicture: [[noor], [undefined]],
  wasTried: [[['Gladly']]],
  wasMeasured: [[['Gladly']]],
  wasFound: [[['Gladly']]],
  heardBy: [
    [noor, day],
    [noor, undefined],
  ],
  theyDid: [[['Gladly']]],
  grewOutOf: [[noor], [undefined]],
  fits: counts,
  thisWeek: [[noor]],
  thisDay: [[noor]],
  hereIsLink: [[noor]],
  meetThem: [[noor]],
  charactersLeft: counts,
  sentence: [[names]],
  proposedBy: counts,
  sharedBy: counts,
  countedIn: counts,
  byName: counts,
  whyWeAreHere: counts,
  tookPart: counts,
  takeItUp: counts,
  youSigned: [[], [day]],
  counts: [
    [['412 in', '87 named'], '31 here'],
    [['412 in'], undefined],
    [[], '31 here'],
  ],
  ofRole: [['Gladly']],
  inRole: [[{ name: 'Noor' }, { name: 'Gladly' }]],
  rolesOf: [['Noor']],
  wish: [[{ name: 'Noor' }, ['Gladly']]],
  wishes: [[{ name: 'Noor' }]],
  seen: [
    [names, 2],
    [[{ name: 'Noor' }], 1],
  ],
  seenBy: counts,
  shown: counts,
  needs: [[['Gladly']]],
  saidYes: [[names]],
  suggestFor: [[noor]],
  suggestForRole: [[noor]],
  salutation: [[names]],
  toSomeone: counts,
  moreUnnamed: counts,
  someUnnamed: counts,
  labelled: [[names, ['code']]],
  more: counts,
  cheered: [[names]],
  cheeredBy: counts,
  replied: [[{ name: 'Noor' }, ['Gladly']]],
  writtenUpBy: [[{ name: 'Noor' }]],
  answered: [[names]],
  asked: [[day]],
  shipped: [[day]],
  took: counts,
  shaped: [[names]],
  arrived: counts,
  backedBy: counts,
  thankHelp: [[noor]],
  keptBy: [
    [noor, undefined],
    [noor, 'Gladly'],
  ],
  mayItStand: [[noor], [undefined]],
  waitsFor: [[names]],
  canAlready: [['code'], ['code', noor]],
  thenCan: [['code'], ['code', noor]],
  soFar: [[19, 30, '…']],
  moreOf: [[11, '…']],
  askSponsors: [...counts, [2, noor], [3, noor]],
  withHost: [[names], [undefined], [names, noor], [undefined, noor]],
  opens: [[names]],
  reputational: [[names]],
  experiential: [[names]],
  material: [[names]],
  since: [[day]],
  whereYouWere: [[noor, day]],
  afterLast: [[], [noor]],
  resting: [[day], [undefined]],
  placeKept: [[], [noor]],
  moreKinds: counts,
  grace: [[day], [undefined]],
  keepsHere: [[true], [false]],
  vouched: [
    [names, 2, 3],
    [[noor], 1, 2],
  ],
  noNumber: [[2.5]],
  mailSteps: [['Gladly']],
  bringsBack: [[true], [false], [true, noor], [false, noor]],
  past: [
    ['code', day],
    [undefined, day],
    [undefined, undefined],
  ],
  noWord: [[noor]],
  behind: [...counts, [3, noor]],
  further: counts,
  counted: [[3, 'code']],
  bestYet: [
    ['code', '10:02'],
    ['code', '10:02', noor],
  ],
  first: [[], [noor]],
  rememberTheirs: [
    [names, 2],
    [names, 1],
  ],
  earlier: counts,
  cheerFor: [[noor]],
  howMany: [['code']],
  howManyNow: [[19, 'code']],
  addedUp: [[19, 2]],
  bestStays: counts,
  tellThem: [[noor]],
  readyFor: [['code']],
  tellNote: [[noor]],
  sendReady: [[noor]],
  saidYesToIt: [[noor]],
  meet: [[{ name: 'Noor' }, names]],
  youAsked: [
    [names, { name: 'Noor' }, 1],
    [names, { name: 'Noor' }, 2],
    [names, { name: 'Noor' }, 3],
  ],
  theyAsked: [[{ name: 'Noor' }, names]],
  bothLike: [[names]],
  bothHelped: [[names]],
  bothHold: [[names]],
  onlyThread: [[names]],
  newHere: [[noor, names]],
  youAreNew: [[noor, names]],
  pairsToAsk: counts,
  pairsAsked: counts,
  askedOffers: [[noor, names, noor]],
  theyLike: [[names]],
  theyHelped: [[names]],
  theyHold: [[names]],
  theirOnlyThread: [[names]],
  newAndWelcomed: [[noor, noor, names]],
  ofTwo: [[names, names]],
  leftAlone: [[names]],
  leftApart: [[names]],
  leftOver: [[names]],
  leftHosts: [[names]],
  leftNoPeople: [[names]],
  leftPast: [[names]],
  fromTo: [['10:02', '10:03']],
  bothUp: [[names]],
  forThem: [[{ name: 'Noor' }, names]],
  wouldMeet: [[{ name: 'Noor' }]],
  quoted: [['Gladly']],
  askedToMeet: [
    [{ name: 'Noor' }, day],
    [{ name: 'Noor' }, undefined],
  ],
  introduced: [[{ name: 'Noor' }, names]],
  couldUse: [[{ name: 'Noor' }, names]],
  sendTo: [[names]],
  readsFirst: [
    [names, 2],
    [[noor], 1],
  ],
  goesTo: [[names]],
  takeOff: [['Noor']],
  found: counts,
  beginsWith: [['code']],
  canRead: [[noor]],
  onlyThey: [[noor]],
  thinkOf: [
    [[noor], 1, 'code', ['Gladly']],
    [names, 2, 'code'],
    [undefined, 1, 'code', ['Gladly']],
  ],
  shownNowhere: [
    [[noor], 1],
    [names, 2],
    [undefined, 0],
  ],
  areNotTold: [
    [names, 2],
    [[noor], 1],
  ],
  yourLineTo: [[noor], [undefined]],
  whatIsSeen: [[noor], [undefined]],
  timeFor: [[noor, day, '10:02', 'code']],
  notSeenFor: counts.map(([n]) => [noor, n] as [typeof noor, number]),
  notSent: [['Gladly']],
  notAllowed: [['Gladly']],
  invalid: [['Gladly']],
  tooLong: counts,
  tooOld: counts,
  tooOften: [['Saturday'], [undefined]],
  mailSubject: [['Gladly', 'code']],
  mailReference: [['Gladly']],
  mailQuoted: [['Gladly']],
  mailNameOn: [['Gladly']],
  mailNameOff: [['Gladly']],
  mailWhy: [['Gladly']],
  mailClaim: [['Gladly']],
  mailUnclaim: [['Gladly']],
  mailAspires: [['Gladly']],
  mailSeen: [['Gladly', 'code']],
  mailUnseen: [['Gladly', 'code']],
  mailWhatISaw: [['Gladly']],
  mailLetter: [['Gladly']],
  mailNeed: [['Gladly']],
  mailRole: [['Gladly']],
  mailLook: [['Gladly']],
  mailRetract: [['Gladly']],
  mailThanks: [['Gladly']],
  mailNamed: [['Gladly']],
  mailUnnamed: [['Gladly']],
  mailHidden: [['Gladly']],
  mailHelp: [['Gladly']],
  mailWrong: [['Gladly']],
  mailRecord: [['Gladly', 'code']],
  mailVouch: [['Gladly', 'code']],
  mailUnvouch: [['Gladly', 'code']],
  mailMeet: [['Gladly']],
  mailReasons: [['Gladly']],
  mailIntroduce: [['Gladly']],
  mailOffers: [['Gladly']],
  mailAsks: [['Gladly']],
  mailTopics: [['Gladly']],
  mailLanguages: [['Gladly']],
  mailHours: [['Gladly']],
  mailTimeZone: [['Gladly']],
  mailStory: [['Gladly']],
  noLonger: [[noor]],
  questionOf: [[3, 11]],
  holdsIt: [[noor]],
  forRole: [[noor, { name: 'Gladly' }]],
  forRoleBecause: [[noor, { name: 'Gladly' }, { name: 'code' }]],
  changeThis: [['Gladly']],
  suggestThem: counts.slice(1),
  onlyEach: [[names]],
  downloadOf: [['Gladly']],
  nobodySigned: [[noor]],
  moreLetters: counts.slice(1),
  atPlace: [[names, noor]],
  hopesFor: [[names, noor]],
  whoIs: [['Gladly']],
  issuedBy: [[noor]],
  runsUntil: [[day]],
  ranOut: [[day]],
  runsFrom: [[day]],
};

const text = (said: string | Phrase) => (typeof said === 'string' ? said : plain(said));

/** Every sentence of a language, with what it was given. */
function everything({ words }: Language): { key: string; given: readonly unknown[]; said: string }[] {
  return Object.entries(words).flatMap(([key, sentence]) =>
    typeof sentence === 'string'
      ? [{ key, given: [], said: sentence }]
      : (tries[key as keyof typeof tries] as unknown[][]).map((given) => ({
          key,
          given,
          said: text((sentence as (...given: unknown[]) => string | Phrase)(...given)),
        })),
  );
}

/** The words inside what a sentence is given. */
const placed = (given: unknown): string[] =>
  typeof given === 'string'
    ? [given]
    : Array.isArray(given)
      ? given.flatMap(placed)
      : given && typeof given === 'object'
        ? placed(Object.values(given)[0])
        : [];

const spoken = await Promise.all(languages.map(languageFor));

describe.each(spoken.map((language) => [language.format.locale, language] as const))(
  'the words of %s',
  (_, language) => {
    it('are those English has, of the same kinds', () => {
      const kinds = (words: Strings) =>
        Object.fromEntries(Object.entries(words).map(([key, said]) => [key, typeof said]));
      expect(kinds(language.words)).toEqual(kinds(english.words));
    });

    it('leave nothing empty, undefined or not a number', () => {
      for (const { key, said } of everything(language)) {
        expect(said, key).toMatch(/\p{L}/u);
        expect(said, key).not.toMatch(/undefined|NaN|null|\[object|\$\{|  | [.,;،؛]|^[\s.,;،؛]|\s$/);
      }
    });

    it('say whatever they are given', () => {
      for (const { key, given, said } of everything(language)) {
        for (const word of given.flatMap(placed)) expect(said, key).toContain(word);
        const [n] = given;
        if (typeof n === 'number' && n > 2) expect(said, key).toContain(language.format.number(n));
      }
    });
  },
);

describe('the words of every language but English', () => {
  it('hold none of English', () => {
    const said = new Set(everything(english).map(({ said }) => said));
    const dashed = (one: string) =>
      one.replace(/Noor, Tomás|Gladly|Noor|Saturday|10:0[23]|412 in|87 named|31 here|code/g, '');
    for (const language of spoken.filter(({ words }) => words !== english.words)) {
      for (const { key, said: here } of everything(language)) {
        if (/\p{L}/u.test(dashed(here))) expect(said, key).not.toContain(here);
        if (language.direction === 'rtl') expect(dashed(here), key).not.toMatch(/[a-z]/i);
      }
    }
  });
});

describe('English', () => {
  it('says each thing in one place', () => {
    const keys = Object.values(parts).flatMap((part) => Object.keys(part(english.format)));
    expect(keys).toEqual(Object.keys(english.words));
  });

  it('says of one widget what that widget says, and what all of them do', () => {
    const { words } = speech({ banner: parts.banner }).english;
    expect(Object.keys(words)).toEqual([
      ...Object.keys(parts.every(english.format)),
      ...Object.keys(parts.banner(english.format)),
    ]);
  });

  it.each<[(words: Strings) => string, string]>([
    [(w) => w.proposedBy(1), 'Proposed by the organisers. One of us stands behind it so far.'],
    [(w) => w.sharedBy(1), 'Shared by one of us.'],
    [(w) => w.toSomeone(2), "To 2 people who'd rather not be named,"],
    [(w) => w.someUnnamed(1), "Someone who'd rather not be named"],
    [(w) => w.someUnnamed(4), "4 people who'd rather not be named"],
    [(w) => w.cheeredBy(1), 'One person cheered.'],
    [(w) => w.arrived(1), 'One new letter'],
    [(w) => plain(w.askSponsors(1)), "Ask somebody who's seen your work."],
    [(w) => plain(w.askSponsors(3)), "Ask 3 people who've seen your work."],
    [(w) => plain(w.askSponsors(1, noor)), "Noor asks somebody who's seen the work."],
    [(w) => plain(w.rememberTheirs([noor], 1)), 'Noor remembers theirs.'],
    [(w) => plain(w.rememberTheirs(names, 2)), 'Noor, Tomás remember theirs.'],
    [(w) => plain(w.past('Co-founder', day)), 'Co-founder until Saturday, still one of us.'],
    [(w) => plain(w.past(undefined, day)), 'Here until Saturday, still one of us.'],
    [(w) => plain(w.past('Co-founder', undefined)), 'Still one of us.'],
    [(w) => w.arrived(1204), '1,204 new letters'],
    [(w) => w.took(0), 'the same day'],
    [(w) => w.took(1), 'one day'],
    [(w) => w.took(17), '17 days'],
    [(w) => w.counts(['412 counted in', '87 by name'], undefined), '412 counted in, 87 by name.'],
    [(w) => w.counts([], '31 took part'), '31 took part.'],
  ])('%s reads %j', (say, said) => {
    expect(say(english.words)).toBe(said);
  });
});

describe('Arabic', async () => {
  const { words, format } = await languageFor('ar');
  const n = (count: number) => format.number(count);

  it.each<[string, (count: number) => string, string[]]>([
    ['days', words.took, ['في اليوم نفسه', 'يوم واحد', 'يومان', `${n(3)} أيام`, `${n(11)} يومًا`, `${n(100)} يوم`]],
    [
      'letters',
      words.arrived,
      [
        `${n(0)} رسالة جديدة`,
        'رسالة جديدة',
        'رسالتان جديدتان',
        `${n(3)} رسائل جديدة`,
        `${n(11)} رسالة جديدة`,
        `${n(100)} رسالة جديدة`,
      ],
    ],
    [
      'people unnamed',
      words.someUnnamed,
      [
        `${n(0)} شخص يفضّلون ألّا تُذكر أسماؤهم`,
        'شخص يفضّل ألّا يُذكر اسمه',
        'شخصان يفضّلان ألّا يُذكر اسماهما',
        `${n(3)} أشخاص يفضّلون ألّا تُذكر أسماؤهم`,
        `${n(11)} شخصًا يفضّلون ألّا تُذكر أسماؤهم`,
        `${n(100)} شخص يفضّلون ألّا تُذكر أسماؤهم`,
      ],
    ],
    [
      'cheers',
      words.cheeredBy,
      [
        `تهانٍ من ${n(0)} شخص.`,
        'تهنئة من شخص واحد.',
        'تهانٍ من شخصين.',
        `تهانٍ من ${n(3)} أشخاص.`,
        `تهانٍ من ${n(11)} شخصًا.`,
        `تهانٍ من ${n(100)} شخص.`,
      ],
    ],
    [
      'counted in',
      words.countedIn,
      [
        `قيلت «أنا معكم» ${n(0)} مرّة`,
        'قيلت «أنا معكم» مرّة واحدة',
        'قيلت «أنا معكم» مرّتين',
        `قيلت «أنا معكم» ${n(3)} مرّات`,
        `قيلت «أنا معكم» ${n(11)} مرّة`,
        `قيلت «أنا معكم» ${n(100)} مرّة`,
      ],
    ],
    [
      'more after "from"',
      words.more,
      [`${n(0)} آخرين`, 'شخص آخر', 'شخصين آخرين', `${n(3)} آخرين`, `${n(11)} آخرين`, `${n(100)} آخرين`],
    ],
  ])('has the right form of %s for 0, 1, 2, 3, 11 and 100', (_, say, said) => {
    expect([0, 1, 2, 3, 11, 100].map(say)).toEqual(said);
  });

  it('counts steps in the right form', () => {
    expect([1, 2, 3, 11, 100].map(words.further)).toEqual([
      'خطوة بعد ذلك',
      'خطوتان بعد ذلك',
      `${n(3)} خطوات بعد ذلك`,
      `${n(11)} خطوة بعد ذلك`,
      `${n(100)} خطوة بعد ذلك`,
    ]);
  });

  it('puts its own commas into the sentence of counts', () => {
    expect(words.counts(['ا', 'ب'], 'ج')).toBe('ا، ب؛ ج.');
  });
});

describe('the language', () => {
  it('of English is here at once, and British where no country is named', () => {
    expect(languageNow('en')).toBe(english);
    expect(plain(english.format.list(['Noor', 'Tomás', '5 more']))).toBe('Noor, Tomás and 5 more');
    expect(english.format.day('2025-03-03', new Date('2026-07-15'))).toMatchObject({ time: '3 March 2025' });
    expect(languageNow('en-US')?.format.day('2025-03-03', new Date('2026-07-15'))).toMatchObject({
      time: 'March 3, 2025',
    });
  });

  it('of a locale is made once', async () => {
    expect(languageNow('en-AU')).toBe(languageNow('en-AU'));
    expect(await languageFor('ar-EG')).toBe(languageNow('ar-EG'));
  });

  it.each([
    'fi',
    'fi-FI',
    'tlh',
    'enx',
    'arz',
    'e',
    '',
    'not a locale',
    '12',
    '-',
    'x-klingon',
    '__proto__',
    'constructor',
  ])('of %j, which Kith does not speak, is English with English dates', async (locale) => {
    expect(languageNow(locale)).toBe(english);
    expect(await languageFor(locale)).toBe(english);
  });

  it.each(['ar', 'ar-EG', 'AR-eg', 'ar_EG', 'ar-EG-u-nu-latn', 'ar-!!'])(
    'of %j is Arabic, from right to left',
    async (locale) => {
      const language = await languageFor(locale);
      expect(language.words.retry).toBe('أعد المحاولة');
      expect(language.direction).toBe('rtl');
      expect(language.format.locale).toMatch(/^ar/);
    },
  );

  it.each(['en', 'en-GB', 'en_US', 'EN'])('of %j runs from left to right', (locale) => {
    expect(languageNow(locale)?.direction).toBe('ltr');
  });
});

describe('a language that is not here yet', () => {
  const ar = '../../packages/core/src/strings/ar.js';
  const fresh = () => {
    vi.resetModules();
    return import('@kith/core');
  };

  it('is loaded when first asked for, and here from then on', async () => {
    const { languageFor, languageNow } = await fresh();
    expect(languageNow('ar')).toBeUndefined();
    expect(languageNow('ar-EG')).toBeUndefined();
    const language = await languageFor('ar');
    expect(language.direction).toBe('rtl');
    expect(languageNow('ar')).toBe(language);
    expect(languageNow('ar-EG')?.words.retry).toBe(language.words.retry);
  });

  it('is English where its words do not arrive, and tried again the next time', async () => {
    const { english, languageFor, languageNow } = await fresh();
    vi.doMock(ar, () => {
      throw new Error('no connection');
    });
    expect(await languageFor('ar')).toBe(english);
    expect(languageNow('ar')).toBeUndefined();
    vi.doUnmock(ar);
    expect((await languageFor('ar')).direction).toBe('rtl');
  });
});
