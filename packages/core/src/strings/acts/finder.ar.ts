import type * as en from './finder.en.js';

export const finder: typeof en.finder = () => ({
  whoSharer: 'من يوصل إليك الأخبار؟',
  whoConnector: 'من يعرّف الناس بعضهم ببعض؟',
  whoCurator: 'من يعرف أين تُحفظ الأشياء الجيّدة؟',
  whoInnovator: 'من يجرّب ما لم يجرّبه أحد هنا؟',
  whoBuilder: 'من يصلح ما نقف عليه جميعًا؟',
  whoStoryteller: 'من يحكي ما جرى هنا؟',
  whoIs: (role) => `من يخطر على بالك لهذا الدور: ${role}؟`,
});
