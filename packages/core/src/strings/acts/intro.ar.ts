import { phrase } from '../../phrase.js';
import type * as en from './intro.en.js';

export const introActs: typeof en.introActs = (f) => ({
  yourLineTo: (name) => (name === undefined ? ['سطر لهم، إن أحببت.'] : phrase`سطر إلى ${name}، إن أحببت.`),
  whatIsSeen: (name) =>
    name === undefined
      ? ['ما يصل إليهم: اسمك وسطرك وهذه الأسباب، ولا شيء غيرها حتى توافقا معًا.']
      : phrase`ما يصل إلى ${name}: اسمك وسطرك وهذه الأسباب، ولا شيء غيرها حتى توافقا معًا.`,
  declined: 'تمّ. لم يُرسل شيء.',
  notSeenFor: (name, months) =>
    phrase`لن ترى ${name} هنا لمدّة ${f.plural(months, {
      one: 'شهر',
      two: 'شهرين',
      few: `${f.number(months)} أشهر`,
      many: `${f.number(months)} شهرًا`,
      other: `${f.number(months)} شهر`,
    })}.`,
  addToCalendar: 'أضفه إلى التقويم',
  talked: 'هل تحدّثتما؟',
  weDid: 'تحدّثنا',
  notYet: 'ليس بعد',
  wontHappen: 'لن يحدث',
  introduceTwo: 'عرّف شخصين أحدهما إلى الآخر',
  lookForThem: 'ابحث بالاسم',
  oneOfThem: 'من أحدهما؟',
  theOther: 'ومن الآخر؟',
  whyMeet: 'لماذا ينبغي أن يلتقيا؟',
  introduceThem: 'عرّفهما',
  handWith: 'ما العون الذي ينفعك؟',
  addAsk: 'أضفه',
});
