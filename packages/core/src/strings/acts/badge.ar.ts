import { phrase, type Mark, type Phrase } from '../../phrase.js';
import type * as en from './badge.en.js';

export const badgeActs: typeof en.badgeActs = () => ({
  whatSeen: 'ماذا رأيت؟',
  canRead: (name: Mark) => phrase`يصل ما رأيته إلى ${name}.`,
  onlyThey: (name: Mark) => phrase`لا يظهر هذا إلّا عند ${name} حتى تأتي الموافقة.`,
  ownWords: 'بكلماتك أنت',
  addWords: 'أضفها',
  noLonger: (role: Mark) => phrase`لم يعد ${role} يظهر هنا.`,
  putBack: 'أعِده',
  thinkOf: (by: Phrase | undefined, _: number, role: string, because?: Phrase) => {
    const said = phrase`يخطر دور ${{ name: role }} على بال ${by ?? 'أحدهم'} حين تُذكر`;
    return because ? phrase`${said}: «${because}»` : phrase`${said}.`;
  },
  thatsMe: 'هذا أنا',
  notMe: 'لستُ أنا',
  shownNowhere: (by: Phrase | undefined) =>
    by ? phrase`لا يظهر شيء. ولا يصل خبر إلى ${by}.` : ['لا يظهر شيء. ولا يصل خبر إلى أحد.'],
});
