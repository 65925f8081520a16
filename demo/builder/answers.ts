import { plain } from './names.js';

/**
 * What somebody said to standing there: with their name, without it, or not at all. What is none of the three for
 * certain is the second.
 */
export type Answer = 'yes' | 'unnamed' | 'nothing';

const anyOf = (...words: string[]): string => `(?:${words.join('|')})`;

const yes = anyOf(
  'y|yes|yep|yeah|sure|certainly|gladly|of course|ok|okay|agreed?|i agree|granted|true|1|x|✓|✔|☑',
  "ja|jawohl|klar|gerne?|naturlich|einverstanden|wahr|oui|bien sur|d[’' ]accord|volontiers|vrai",
  'si|claro|por supuesto|de acuerdo|vale|verdadero|sim|نعم|اجل|موافقه?|اوافق|طبعا|بالتاكيد',
);
const withIt = anyOf(
  "please|of course|bitte|gerne?|s[’']il vous plait|por favor|من فضلك|(?:with|by) (?:my|their|the) name|by name",
  'mit (?:meinem |dem )?namen|avec (?:mon|le|son) nom|con (?:mi|el|su) nombre|باسمي|مع اسمي',
);
/** A yes, and nothing beside it that could take it back: "yes, without my name" is none. */
const isYes = new RegExp(`^${yes}(?:[,،]? ${withIt})*[.!]*$`, 'u');

/** Whatever else is said beside these, nothing is to stand. */
const never = new RegExp(
  anyOf(
    String.raw`\bnot at all\b|\bnothing\b|\bnot? (?:\S+ )?anything\b|don[’']?t (?:\S+ )?anything\b|\bnever\b|\bwithdr[ae]w`,
    String.raw`\bkeep (?:it|this) (?:to myself|private)\b|^(?:strictly )?(?:private|privat|prive|privado)\b`,
    String.raw`\b(?:gar|uberhaupt) nicht\b|\bnichts\b|\bniemals\b|\bauf keinen fall\b|\bfur mich behalten\b`,
    String.raw`\bpas du tout\b|\brien\b|\bjamais\b|\ben absoluto\b|\bpara nada\b|\bnada\b|\bnunca\b`,
    'لا شي|اطلاقا|علي الاطلاق|ابدا|بتاتا',
  ),
  'u',
);
/** To be taken away, or not to be shown; the letter, unless it is the name that is spoken of. */
const away = new RegExp(
  anyOf(
    String.raw`\b(?:not?|don[’']?t|nicht|kein\S*|pas|ni)\b.*\b(?:publi|post|print|show|shar|us(?:e|ed|ing)\b)`,
    String.raw`\b(?:no|pas|nicht|kein\S*)\b.*\b(?:veroffentlich|zeigen|abdruck|montr|partag|affich|mostr|compart)`,
    String.raw`\b(?:veroffentlich|zeigen|verwenden)\S* \S*\s?nicht\b|\b(?:delet|remov|eras|take (?:it|this|me) (?:down|off|out))`,
    String.raw`\b(?:losch|entfern|supprim|effac|retire[rz]?\b|borr|elimin|quita)`,
    '(?:لا|عدم|بدون|دون) .*نشر|لا (?:ت|ا|ي)?نشر|عدم النشر|حذف|امسح|ازال',
  ),
  'u',
);
const theName = /\bnam(?:e|es|en|ens)\b|\bnoms?\b|\bprenom|\bnombres?\b|اسم/u;

/** Reads an answer as people write it in English, German, French, Spanish and Arabic. */
export function answerIn(words: string): Answer {
  const said = plain(words);
  if (isYes.test(said)) return 'yes';
  if (never.test(said) || (away.test(said) && !theName.test(said))) return 'nothing';
  return 'unnamed';
}
