import type * as en from './banner.en.js';

export const bannerActs: typeof en.bannerActs = () => ({
  youCount: 'حُسبتَ معنا. بلا اسم ولا حساب.',
  yourNameIsOn: 'اسمك عليها.',
  takeItOff: 'أزِله',
  earlierWording: 'وقّعتَ صياغة سابقة.',
  seeWhatChanged: 'انظر ما الذي تغيّر',
  whyHere: 'ما الذي جاء بك إلى هنا؟ سطر واحد، إن أحببت.',
  addLine: 'أضفه',
});
