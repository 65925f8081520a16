/**
 * What a page's author reads of a tag that does not work, in the languages Kith speaks. It stands here and not with what
 * widgets say, since no visitor loads it.
 */
export const en = {
  title: 'Only you see this: Kith found something to mend',
  well: (shown: readonly string[], sources: readonly string[], isWaiting: boolean) =>
    `${isWaiting ? 'Well so far' : 'All well'}: ${shown.join(', ')}${sources.length ? `, from ${sources.join(', ')}` : ''}.`,
  toMend: (n: number, all: string) => `${n} of ${all} to mend. What is wrong is said beside each.`,
  pageToMend: (n: number) => `What stands on this page is well, but for ${n === 1 ? 'one thing' : `${n} things`}:`,
  held: (tag: string) => `${tag} waits, as hold is written on it or on its community.`,
  loading: (tag: string, address: string | undefined) =>
    `${tag} is still loading${address ? ` from ${address}` : ''}. If this line stays, nothing answers there.`,
  widgets: (n: number) => (n === 1 ? '1 widget' : `${n} widgets`),
  letters: (n: number) => (n === 1 ? '1 letter' : `${n} letters`),
  thisPage: 'this page',
  noTags:
    'kith.js runs, and there is no tag of Kith’s on this page. The editor may have taken it out: paste the form with <div data-kith="…"> instead.',
  dismiss: 'Close',
  noSource:
    'Nothing says where its people are. Write src="…" with the address of your file, or put the letters inside the tag.',
  missing: (address: string) => `There is no file at ${address}. Put it there, or mend the address in src="…".`,
  refused: (address: string) => `${address} is not for everyone to read. Allow it to be read without signing in.`,
  webPage: (address: string) =>
    `${address} is a web page and not a file of Kith’s. Often that is the site’s “not found” page: mend the address in src="…".`,
  notJson: (said: string) => `The file cannot be read. ${said} A check by jsonlint or your editor shows the place.`,
  unreachable: (address: string) =>
    `${address} did not answer. Is the address right? If it is on another site, that site has to allow yours to read it (CORS); or put the file beside your page.`,
  blocked: (address: string) =>
    `This page’s own Content-Security-Policy lets nothing be read from ${address}. Add it to connect-src.`,
  attribute: (attribute: string, value: string, choices: string) =>
    `${attribute}="${value}" is none of its words. They are: ${choices}.`,
  said: (message: string) => message,
  noSheet: 'kith.css is not on this page. With it the page does not move while Kith loads.',
  twice: 'kith.js is included more than once. The first is used; take the others out.',
  delayed:
    'A cookie or speed plugin holds a script tag of Kith’s back (its type was changed). This copy runs; exempt kith.js there, so that it always does.',
  unknown: (name: string) => `data-kith="${name}" is no widget. Is it misspelled?`,
  unnamed: (address: string) =>
    `A data-kith of this page names ${address}, and Kith’s script does not, so it stays as it is. If you wrote it, write data-sources="${address}" there; if a visitor did, all is well.`,
  ofVisitors:
    'A data-kith stands in what visitors write, so it stays as it is. Your own belongs elsewhere on the page.',
};

/** What is written from left to right, kept so. */
const ltr = (code: string) => `\u2066${code}\u2069`;

export const ar: typeof en = {
  title: 'أنت وحدك ترى هذا: وجدت Kith ما يحتاج إلى إصلاح',
  well: (shown, sources, isWaiting) =>
    `${isWaiting ? 'على ما يرام حتّى الآن' : 'كلّ شيء على ما يرام'}: ${shown.join('، ')}${sources.length ? `، من ${sources.map(ltr).join('، ')}` : ''}.`,
  toMend: (n, all) => `ما يحتاج إلى إصلاح: ${n} من أصل ${all}. وبجانب كلّ منها ما فيه.`,
  pageToMend: (n) => `ما في هذه الصفحة على ما يرام إلّا ما يلي، وعدده ${n}:`,
  held: (tag) => `${ltr(tag)} ينتظر، إذ كُتبت hold عليه أو على جماعته.`,
  loading: (tag, address) =>
    `${ltr(tag)} ما زال يُحمَّل${address ? ` من ${ltr(address)}` : ''}. إن بقي هذا السطر فلا شيء يجيب هناك.`,
  widgets: (n) => `عدد الودجات ${n}`,
  letters: (n) => `عدد الرسائل ${n}`,
  thisPage: 'هذه الصفحة',
  noTags: `يعمل kith.js ولا وسم لـ Kith في هذه الصفحة. لعلّ المحرّر أزاله: ألصق الصيغة التي فيها ${ltr('<div data-kith="…">')} بدلًا منه.`,
  dismiss: 'إغلاق',
  noSource: `لا شيء يدلّ على مكان الناس. اكتب ${ltr('src="…"')} بعنوان ملفّك، أو ضع الرسائل داخل الوسم.`,
  missing: (address) => `لا ملفّ في ${ltr(address)}. ضعه هناك أو صحّح العنوان في ${ltr('src="…"')}.`,
  refused: (address) => `قراءة ${ltr(address)} ليست متاحة للجميع. اسمح بقراءته من غير تسجيل دخول.`,
  webPage: (address) =>
    `${ltr(address)} صفحة ويب وليس ملفًّا من ملفّات Kith، وكثيرًا ما تكون صفحة «غير موجود»: صحّح العنوان في ${ltr('src="…"')}.`,
  notJson: (said) => `تتعذّر قراءة الملفّ. ${said} يدلّك محرّرك أو jsonlint على الموضع.`,
  unreachable: (address) =>
    `لم يُجب ${ltr(address)}. هل العنوان صحيح؟ إن كان في موقع آخر فعلى ذلك الموقع أن يسمح لموقعك بقراءته (CORS)، أو ضع الملفّ بجانب صفحتك.`,
  blocked: (address) => `سياسة أمان المحتوى في هذه الصفحة تمنع القراءة من ${ltr(address)}. أضفه إلى connect-src.`,
  attribute: (attribute, value, choices) =>
    `${ltr(`${attribute}="${value}"`)} ليست من كلماته. كلماته: ${ltr(choices)}.`,
  said: (message) => message,
  noSheet: 'ملفّ kith.css غير موجود في هذه الصفحة. به لا تتحرّك الصفحة أثناء تحميل Kith.',
  twice: 'أُدرج kith.js أكثر من مرّة. تُستعمل الأولى؛ أزل الباقي.',
  delayed:
    'إضافة لملفّات تعريف الارتباط أو للسرعة تؤخّر وسم نصّ برمجيّ لـ Kith (غُيّر نوعه). هذه النسخة تعمل؛ استثنِ kith.js هناك ليعمل دائمًا.',
  unknown: (name) => `${ltr(`data-kith="${name}"`)} ليس ودجة. هل فيه خطأ إملائيّ؟`,
  unnamed: (address) =>
    `في هذه الصفحة data-kith يذكر ${ltr(address)}، ولا يذكره نصّ Kith البرمجيّ، فيبقى كما هو. إن كتبته أنت فاكتب ${ltr(`data-sources="${address}"`)} هناك؛ وإن كتبه زائر فكلّ شيء كما ينبغي.`,
  ofVisitors: 'في ما يكتبه الزوّار data-kith، فيبقى كما هو. ضع ما هو لك في مكان آخر من الصفحة.',
};

export type CheckWords = typeof en;

/** The words for whoever reads here. */
export function wordsFor(place: Element): { words: CheckWords; lang: 'en' | 'ar' } {
  const lang = /^ar\b/i.test(place.closest('[lang]')?.getAttribute('lang') ?? '') ? 'ar' : 'en';
  return { words: lang === 'ar' ? ar : en, lang };
}
