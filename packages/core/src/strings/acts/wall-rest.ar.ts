import { phrase, type Mark, type Phrase } from '../../phrase.js';
import type * as en from './wall-rest.en.js';

export const wallRest: typeof en.wallRest = (f) => ({
  wasTried: (what: Phrase) => phrase`ما جُرّب: ${what}`,
  wasMeasured: (what: Phrase) => phrase`ما قيس: ${what}`,
  wasFound: (what: Phrase) => phrase`ما تبيّن: ${what}`,
  heardBy: (name: Mark, day: Mark | undefined) => (day ? phrase`وصل إلى ${name} في ${day}.` : phrase`وصل إلى ${name}.`),
  theyDid: (what: Phrase) => phrase`ما نتج عن ذلك: ${what}`,
  grewOutOf: (letter: Mark | undefined): Phrase =>
    letter ? phrase`نبتت من هذه الرسالة: ${letter}` : ['نبتت من رسالة أقدم.'],
  writtenAs: 'كُتبت على أنّها',
  anyOccasion: 'أيّ شيء',
  asThanks: 'شكر',
  asWelcome: 'ترحيب',
  asFirst: 'أوّل مرّة',
  asBest: 'أفضل مرّة',
  asMilestone: 'محطّة',
  asShipped: 'طُلب ووصل',
  asAsk: 'طلب',
  asIdea: 'فكرة',
  asStory: 'حكاية',
  theRole: 'الدور',
  anyRole: 'أيّ دور',
  whatItGives: 'ما تمنحه',
  anyReward: 'أيّ شيء',
  toBeKnownBy: 'ما يُعرف المرء به',
  toDo: 'ما يُفعل',
  toHold: 'ما يُمسك باليد',
  keptOnes: 'المحفوظة',
  fits: (n) =>
    f.plural(n, {
      0: 'لا رسالة تطابق.',
      one: 'رسالة واحدة تطابق.',
      two: 'رسالتان تطابقان.',
      few: `${f.number(n)} رسائل تطابق.`,
      other: `${f.number(n)} رسالة تطابق.`,
    }),
  allLetters: 'كلّ الرسائل',
  thisWeek: (name: Mark) => phrase`هذا الأسبوع: ${name}`,
  thisDay: (name: Mark) => phrase`اليوم: ${name}`,
});
