import { countGraphemes } from './graphemes.js';

/** What an author may mend: a code for machines, the words it is about (NFKC), and a sentence for people. */
export interface Objection {
  code:
    | 'empty'
    | 'words'
    | 'characters'
    | 'praise'
    | 'position'
    | 'money'
    | 'own-name'
    | 'year'
    | 'date'
    | 'quarter'
    | 'version'
    | 'percentage';
  words: string[];
  sentence: string;
}

/** One of the three; so if there are no objections. */
export interface Finding {
  ok: boolean;
  objections: Objection[];
}

/** Whether a purpose has the shape of one that holds people, and if not, why. */
export interface PurposeFindings {
  concise: Finding;
  relational: Finding;
  timeless: Finding;
}

type Rule = readonly [code: Objection['code'], sentence: string, ...patterns: RegExp[]];

const WORDS = 8;
const CHARACTERS = 60;

/**
 * Advice to the author of a purpose, never shown to visitors. Concise: at most 8 words and 60 characters; figures
 * are not words, and "T-shirt" is one. Relational: no praise of oneself, market position, money earned or own name
 * (`organisation`). Timeless: no year, date, quarter, version or percentage. Counting and the own name work in any
 * language; praise, position, money and dates in words are known in English only. Doubtful words pass.
 */
export function lintPurpose(
  statement: string,
  { organisation }: { organisation?: string | undefined } = {},
): PurposeFindings {
  const text = statement.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const own = ownName(text, organisation);
  return {
    concise: finding(lengths(text)),
    relational: finding([...search(text, relational), ...own]),
    timeless: finding(search(text, timeless)),
  };
}

/* Each pattern leaves room for the mottos it must not hit: "bring out the best in our town", "people before profit". */
const relational: readonly Rule[] = [
  [
    'praise',
    'This praises those who say it. Say what becomes possible for people.',
    /\b(?:world[- ]class|award[- ]winn(?:ing|ers?)|cutting[- ]edge|state[- ]of[- ]the[- ]art|second to none|without equal|(?:world[- ])?renowned|years of excellence|trusted by (?=\d|millions|thousands))\b/gi,
    /\bbest[- ](?:in[- ](?:class|breed)|of[- ]breed|sell(?:ing|ers?))\b/gi,
    /\bun(?:rivall?ed|matched|paralleled|beatable|surpassed) \w+/gi,
    /\b(?:the|our|\w+['’]s) most (?:trusted|loved|admired|innovative|respected|popular|advanced|successful|valuable|reliable)\b/gi,
    /\b(?:we are|we['’]re|simply|still) the (?:very )?(?:best|greatest|finest|leaders?|experts)\b(?! of| when| at)/gi,
    /\bbe(?:come|ing)? the (?:very )?(?:best|greatest|biggest|largest)(?=[.!]?$)/gi,
  ],
  [
    'position',
    'This is a place in a contest. Say what is in it for those who are not in the contest.',
    /#\s?1(?!\d)|\bno\.? ?1(?!\d)|\bnumber[- ](?:1(?!\d)|one\b)/gi,
    /\btop[- ](?:\d+|ten|five|three|tier|rated|ranked|selling)\b/gi,
    /\b(?:market|industry|category)[- ]lead(?:ers?|ership|ing)\b|\b(?:world|globally)[- ]leading\b|\bworld leaders? in\b/gi,
    /(?:\b(?:the|an?)|\w['’]s) leading \w+|\bleading (?:provider|supplier|maker|manufacturer|company|brand|platform|retailer|producer)s?\b|\b(?:go-to|preferred) (?:brand|choice|partner|supplier|provider|platform)\b/gi,
    /\bmarket (?:share|position|dominance|power)\b/gi,
    /\b(?:win|lead|conquer|dominate|dominating|capture|corner|disrupt|beat|crush|ahead of|than) (?:the|our|all|any|every) (?:\w+ )?(?:market|industry|category|competition|competitors?|rivals?)\b|\bout(?:perform|sell)\b/gi,
    /(?<!\bout the )\b(?:best|biggest|largest|greatest|finest|fastest|top)(?! (?:\w+ )?(?:challenge|problem|need|question|threat|issue))(?: [\w'’-]+){0,4} (?:in|on|around) (?:the |our |this )?(?:whole |entire )?(?:world|country|nation|region|state|city|town|industry|market|business|sector|planet|earth|continent|europe|asia|africa|america)\b/gi,
    /\b(?:[Bb]est|[Bb]iggest|[Ll]argest|[Ff]inest)(?: \p{Ll}+){1,3} in \p{Lu}\p{Ll}+/gu,
    /\b(?:world|europe|asia|africa|america|nation|country|industry|city|town|region)['’]s (?:best|biggest|largest|greatest|finest|fastest|favou?rite|premier|top)\b(?! (?:\w+ )?(?:challenge|problem|need|question|threat|issue))/gi,
    /\b(?:best|biggest|largest|greatest|finest|favou?rite|premier|top)(?: [\w-]+){0,2} (?:company|brand|provider|supplier|platform|employer|agency|firm|bank|business|retailer|manufacturer|vendor|corporation|network|organi[sz]ation|place to work)\b/gi,
  ],
  [
    'money',
    'This is about money earned. Say what it is earned for.',
    /(?<!\b(?:before|over|above|beyond|not|for|non|without|than|no|may|can|everyone)[- ])\b(?:profit(?:s|ab\w+)?(?! from| when| by)|revenues?|shareholders?|investors?|bottom line|(?:share|stock) price|return on investment|EBITDA|ROI|IPO)\b/gi,
    /\b(?:growth|sales|earnings) (?:targets?|goals?|growth|figures?|rates?|records?)\b/gi,
    /\b(?:double|triple|grow|boost|increase|drive|maximi[sz]e) (?:our |the |its )?(?:\w+ )?(?:sales|earnings|margins?|customer base)\b/gi,
    /\p{Sc}\s?\p{Nd}[\p{Nd}.,]*(?:\s?(?:k|m|bn|[mb]illion)\b)?|\p{Nd}\s?\p{Sc}|\b[mb]illion[- ](?:dollar|euro)s?\b/giu,
  ],
];

const timeless: readonly Rule[] = [
  [
    'year',
    'A year passes. Say what will still be true after it.',
    // 1600 to 2099 in Latin digits, any four in others; "2000 trees" are a quantity.
    /(?<!\p{Nd})(?:(?:1[6-9]|20)(?!00 \p{Ll})\d\d|(?!\d)\p{Nd}{4})(?!\p{Nd})(?:s\b)?/gu,
    /(?<!\d)['’]\d\ds?\b/g,
  ],
  [
    'date',
    'A date passes, and the sentence with it. Say what holds on any day.',
    /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d\d?(?:st|nd|rd|th)?\b/gi,
    /\b(?:\d\d?(?:st|nd|rd|th)?(?: of)?|by|in|until|till|since|this|next|last) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/gi,
    /\b(?:by|until|till|this|next|last) (?:(?:early|late|next) )?(?:spring|summer|autumn|fall|winter|christmas|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow)\b/gi,
    /\b(?:this|next|last) (?:week|month|year|decade)\b|\bend of (?:the |this |next )?(?:week|month|year|decade)\b|\byear['’]s end\b/gi,
    /\b(?:in|within) (?:\d+|one|two|three|four|five|ten|twenty) (?:days|weeks|months|years)\b/gi,
    /\b(?:\d+(?:st|nd|rd|th)|twentieth|twenty-first)[- ]century\b/gi,
    /\b\d{4}-\d\d(?:-\d\d)?\b|\b\d\d?([./-])\d\d?\1\d{2,4}\b|\d\d?月/g,
  ],
  [
    'quarter',
    'A quarter ends. Say what goes on.',
    /\bq[1-4]\b|\b[1-4]q\d\d\b|\bfy ?\d{2,4}\b|\b(?:this|next|last|first|second|third|fourth|fiscal) quarter\b|\bfiscal year\b/gi,
  ],
  [
    'version',
    'There will be a next version. Say what stays the same in all of them.',
    /\bv\.? ?\d+(?:\.\d+)*\b|\b(?:version|release) \d+(?:\.\d+)*|\b\d+\.\d+\.\d{1,3}\b|\b\d+\.0\b/gi,
  ],
  [
    'percentage',
    'A percentage is a target. Say what it is a target for.',
    /\p{Nd}[\p{Nd}.,]*\s?[%٪‰]|[%٪]\s?\p{Nd}+|\bper ?cent\b/giu,
  ],
];

function finding(objections: Objection[]): Finding {
  return { ok: objections.length === 0, objections };
}

function search(text: string, rules: readonly Rule[]): Objection[] {
  return rules.flatMap(([code, sentence, ...patterns]) => {
    const words = patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), ([found]) => found));
    return words.length ? [{ code, words: [...new Set(words)], sentence }] : [];
  });
}

function lengths(text: string): Objection[] {
  if (!text) return [{ code: 'empty', words: [], sentence: 'Write the sentence your people would wear on a T-shirt.' }];
  const objections: Objection[] = [];
  const words = segments(text.replace(/(\p{L})[-‐](?=\p{L})/gu, '$1')).flatMap(({ segment }) =>
    /\p{L}/u.test(segment) ? [segment] : [],
  );
  const characters = countGraphemes(text);
  if (words.length > WORDS) {
    const sentence = `These are ${words.length} words. A T-shirt takes ${WORDS}.`;
    objections.push({ code: 'words', words: words.slice(WORDS), sentence });
  }
  if (characters > CHARACTERS) {
    const sentence = `These are ${characters} characters. A T-shirt takes ${CHARACTERS}.`;
    objections.push({ code: 'characters', words: [text], sentence });
  }
  return objections;
}

function ownName(text: string, name = ''): Objection[] {
  const wanted = name.normalize('NFKC').trim();
  if (!wanted) return [];
  const pattern = wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, ' ');
  // Chinese, Japanese and Thai run words together: there only the segmenter knows where one ends.
  const ends = new Set(segments(text).map(({ index }) => index));
  const whole = (at: number) =>
    ends.has(at) || !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, at)) || !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at));
  const words = Array.from(text.matchAll(new RegExp(pattern, 'giu')))
    .filter(({ 0: found, index }) => whole(index) && whole(index + found.length))
    .map(([found]) => found);
  const sentence = 'This names who says it. Say what would be worth doing under any name.';
  return words.length ? [{ code: 'own-name', words: [...new Set(words)], sentence }] : [];
}

function segments(text: string): Intl.SegmentData[] {
  return [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)];
}
