import { phrase, type Mark, type Phrase } from '../../phrase.js';
import type * as en from './finder.en.js';

export const finder: typeof en.finder = (f) => ({
  whoSharer: 'من يوصل إليك الأخبار؟',
  whoConnector: 'من يعرّف الناس بعضهم ببعض؟',
  whoCurator: 'من يعرف أين تُحفظ الأشياء الجيّدة؟',
  whoInnovator: 'من يجرّب ما لم يجرّبه أحد هنا؟',
  whoBuilder: 'من يصلح ما نقف عليه جميعًا؟',
  whoStoryteller: 'من يحكي ما جرى هنا؟',
  whoIs: (role) => `من يخطر على بالك لهذا الدور: ${role}؟`,
  whyThem: 'ماذا رأيت؟ (إن شئت)',
  questionOf: (at, of) => `السؤال ${f.number(at)} من ${f.number(of)}`,
  next: 'التالي',
  nobodyInMind: 'لا يخطر أحد على بالي',
  back: 'السابق',
  holdsIt: (name: Mark) => phrase`هذا الدور مقبول من ${name} من قبل، فيظهر ما تقوله معه حالًا.`,
  suggests: 'من تقترح',
  forRole: (name: Mark, role: Mark) => phrase`${name}، ${role}`,
  forRoleBecause: (name: Mark, role: Mark, because: Mark) => phrase`${name}، ${role}: «${because}»`,
  changeThis: (role) => `تغيير: ${role}`,
  suggestThem: (n) =>
    f.plural(n, {
      one: 'أقترح هذا الشخص',
      two: 'أقترحهما معًا',
      few: `أقترحهم جميعًا، وهم ${f.number(n)}`,
      other: `أقترحهم جميعًا، وهم ${f.number(n)}`,
    }),
  nobodyThisTime: 'لم يخطر أحد على البال هذه المرّة. لن يُرسل شيء.',
  onlyEach: (names: Phrase) => phrase`لا يظهر هذا إلّا عندهم حتى تأتي الموافقة، لكلٍّ ما يخصّه: ${names}.`,
});
