import { phrase } from '../../phrase.js';
import type * as en from './purpose.en.js';

export const purposeDetail: typeof en.purposeDetail = (f) => ({
  couldBeNext: 'عددُ من يقولون هذا منّا يكفي ليكون صياغتنا التالية.',
  takeItUp: (version) =>
    `أنت من المضيفين هنا. لاعتماده، اجعله العبارة في وثيقة المجموعة، بوصفه الصياغة ${f.number(version)}، وأبقِ صياغة اليوم فيها بين الصياغات السابقة؛ فإن كانت المجموعة على خادم فهو يُبقيها من تلقاء نفسه. عندها يُسأل الجميع من جديد.`,
  youSigned: (until) => (until ? phrase`ما وقّعتَه، قبل ${until}:` : ['ما وقّعتَه:']),
  itSaysNow: 'ما تقوله الآن:',
  takenOut: 'حُذف:',
  putIn: 'أُضيف:',
  sameWords: 'الكلمات هي نفسها.',
});
