import type { Format } from '../format.js';
import { phrase, type Mark, type Phrase } from '../phrase.js';
import type * as en from './en.js';

export * from './acts/every.ar.js';
export * from './acts/banner.ar.js';
export * from './acts/purpose.ar.js';
export * from './acts/badge.ar.js';
export * from './acts/wall.ar.js';
export * from './acts/wall-rest.ar.js';
export * from './acts/ladder.ar.js';
export * from './acts/meeting.ar.js';
export * from './acts/note.ar.js';
export * from './acts/intro.ar.js';
export * from './acts/round.ar.js';
export * from './acts/composer.ar.js';
export * from './acts/mail.ar.js';
export * from './acts/link.ar.js';
export * from './acts/outside.ar.js';
export * from './acts/frame.ar.js';
export * from './acts/open-badge.ar.js';
export * from './acts/along.ar.js';
export * from './acts/finder.ar.js';
export * from './acts/role-detail.ar.js';

/** The six roles, by their English: a site that wrote words of its own keeps them. */
const roles = new Map([
  ['Sharer', 'مُشارِك'],
  [
    'Passes on what they know, have or find, so that nobody starts from nothing.',
    'يمرّر ما يعرفه أو يملكه أو يجده، كي لا يبدأ أحد من الصفر.',
  ],
  [
    'A place to put things, and word back when something got used.',
    'مكان توضع فيه الأشياء، وخبر حين يُستفاد من شيء منها.',
  ],
  ['Connector', 'صلة وصل'],
  [
    'Hears who needs what, knows who has it, and brings the two together.',
    'يسمع من يحتاج إلى ماذا، ويعرف عند من يوجد، ويجمع بينهما.',
  ],
  ['To know what people offer and what they ask for.', 'معرفة ما يعرضه الناس وما يطلبونه.'],
  ['Curator', 'قيّم'],
  [
    'Picks what is worth keeping, puts it where others find it, and says why.',
    'ينتقي ما يستحقّ أن يُحفظ، ويضعه حيث يجده الآخرون، ويقول لماذا.',
  ],
  [
    'A shelf everyone can see, and the trust to choose what stands on it.',
    'رفّ يراه الجميع، وثقة باختيار ما يوضع عليه.',
  ],
  ['Innovator', 'مبتكر'],
  [
    "Tries what nobody here has tried, and tells us how it went when it didn't work too.",
    'يجرّب ما لم يجرّبه أحد هنا، ويخبرنا كيف جرى، حتى حين لا ينجح.',
  ],
  ['Room to try, and people who ask what came of it.', 'متّسع للتجربة، وأناس يسألون عمّا نتج عنها.'],
  ['Builder', 'بنّاء'],
  [
    'Makes and mends what the rest of us stand on, and stays until it holds.',
    'يصنع ويصلح ما نقف عليه جميعًا، ويبقى حتى يثبت.',
  ],
  ['A clear next piece, the tools for it, and a second pair of hands.', 'قطعة تالية واضحة، وأدواتها، ويدان أخريان.'],
  ['Storyteller', 'راوٍ'],
  ['Tells what happened here, so that others see themselves in it.', 'يحكي ما حدث هنا، فيرى الآخرون أنفسهم فيه.'],
  ['Time with people, and their yes to what is told about them.', 'وقت مع الناس، وموافقتهم على ما يُحكى عنهم.'],
]);

export const every: typeof en.every = (f) => ({
  loading: 'لحظة من فضلك.',
  retry: 'أعد المحاولة',
  failed: 'لم يصل هذا الجزء من الصفحة.',
  stale: (time) => `هكذا كان الحال في ${time}. لم نتمكّن من جلب ما هو أحدث.`,
  offline: 'أنت غير متصل بالشبكة. تابع القراءة.',
  sentence: (said: Phrase) => phrase`${said}.`,
  more: (n) => f.plural(n, { one: 'شخص آخر', two: 'شخصين آخرين', other: `${f.number(n)} آخرين` }),
  cheered: (names: Phrase) => phrase`تهانٍ من ${names}.`,
  cheeredBy: (n) =>
    f.plural(n, {
      one: 'تهنئة من شخص واحد.',
      two: 'تهانٍ من شخصين.',
      few: `تهانٍ من ${f.number(n)} أشخاص.`,
      many: `تهانٍ من ${f.number(n)} شخصًا.`,
      other: `تهانٍ من ${f.number(n)} شخص.`,
    }),
  sayToo: 'وأنا أقول ذلك أيضًا',
  backedBy: (n) =>
    f.plural(n, {
      one: 'شخص واحد يقول ذلك أيضًا.',
      two: 'شخصان يقولان ذلك أيضًا.',
      few: `${f.number(n)} أشخاص يقولون ذلك أيضًا.`,
      many: `${f.number(n)} شخصًا يقولون ذلك أيضًا.`,
      other: `${f.number(n)} شخص يقولون ذلك أيضًا.`,
    }),
  replied: (name: Mark, text: Phrase) => phrase`${name}: «${text}»`,
  ofRole: (text) => roles.get(text) ?? text,
});

export const banner: typeof en.banner = (f) => ({
  proposed: 'اقترحها المنظّمون.',
  proposedNone: 'اقترحها المنظّمون. كن أوّل من يقف معها.',
  proposedBy: (n) =>
    `اقترحها المنظّمون. ${f.plural(n, {
      one: 'يقف معها واحد منّا',
      two: 'يقف معها اثنان منّا',
      other: `يقف معها ${f.number(n)} منّا`,
    })} حتى الآن.`,
  sharedBy: (n) => `يتشاركها ${f.plural(n, { one: 'واحد', two: 'اثنان', other: f.number(n) })} منّا.`,
  // Times it was said, not people who said it: a tap without an account is a device.
  countedIn: (n) =>
    `قيلت «أنا معكم» ${f.plural(n, {
      one: 'مرّة واحدة',
      two: 'مرّتين',
      few: `${f.number(n)} مرّات`,
      other: `${f.number(n)} مرّة`,
    })}`,
  byName: (n) =>
    f.plural(n, { one: 'واحدة منها بالاسم', two: 'اثنتان منها بالاسم', other: `${f.number(n)} منها بالاسم` }),
  tookPart: (n) =>
    `${f.plural(n, { one: 'شارك واحد', two: 'شارك اثنان', other: `شارك ${f.number(n)}` })} في الأشهر الثلاثة الأخيرة`,
  counts: (counted, active) => `${[counted.join('، '), active].filter(Boolean).join('؛ ')}.`,
  countMeIn: 'أنا معكم',
  putMyName: 'أضع اسمي عليها',
  putMyNameAgain: 'أضع اسمي على هذه',
  standBehind: 'من يقفون معها',
  whyWeAreHere: (n) => `لماذا نحن هنا (${f.number(n)})`,
  hasNext: 'أحدها قد يصبح صياغتنا التالية.',
  decided: 'ما قرّرناه من أجله',
  noPurpose: 'لم يكتب أحد هنا بعد ما الذي نقف من أجله.',
});

export const badge: typeof en.badge = (f) => ({
  inRole: (name: Mark, role: Mark) => phrase`${name}، ${role}`,
  roles: 'الأدوار',
  rolesOf: (name) => `أدوار ${name}`,
  hoped: 'مأمول',
  affirmed: 'بشهادة آخرين',
  proven: 'ظاهر',
  wish: (name: Mark, aspires: Phrase) => phrase`رغبة ${name} في هذا الدور: «${aspires}»`,
  wishes: (name: Mark) => phrase`لدى ${name} رغبة في هذا الدور.`,
  seen: (names: Phrase) => phrase`بشهادة ${names}.`,
  seenBy: (n) =>
    f.plural(n, {
      one: 'بشهادة شخص واحد.',
      two: 'بشهادة شخصين.',
      few: `بشهادة ${f.number(n)} أشخاص.`,
      many: `بشهادة ${f.number(n)} شخصًا.`,
      other: `بشهادة ${f.number(n)} شخص.`,
    }),
  aboutRole: 'المزيد عن هذا الدور',
  shown: (n) =>
    `ظهر ذلك ${f.plural(n, {
      one: 'مرّة واحدة',
      two: 'مرّتين',
      few: `${f.number(n)} مرّات`,
      other: `${f.number(n)} مرّة`,
    })}.`,
  needs: (what: Phrase) => phrase`ما يحتاج إليه: ${what}`,
  saidYes: (names: Phrase) => phrase`أصحاب هذا الدور: ${names}.`,
  openRole: 'ما زال هذا الدور مفتوحًا.',
  noRoles: 'لا أدوار بعد. من يعرّف الناس بعضهم ببعض هنا؟',
  seenThis: 'رأيتُ هذا',
  knownForThis: 'أودّ أن أُعرَف بهذا',
  knownFor: 'أودّ أن أُعرَف بـ…',
  suggestFor: (name: Mark) => phrase`أقترح ${name} لهذا`,
  suggestForRole: (name: Mark) => phrase`أقترح ${name} لدور`,
  suggestSomeone: 'أقترح شخصًا',
  takeAlong: 'خذه معك',
});

export const wall: typeof en.wall = (f) => ({
  letters: 'رسائل',
  salutation: (names: Phrase) => phrase`${names}،`,
  toSomeone: (n) =>
    f.plural(n, {
      one: 'إلى شخص يفضّل ألّا يُذكر اسمه،',
      two: 'إلى شخصين يفضّلان ألّا يُذكر اسماهما،',
      few: `إلى ${f.number(n)} أشخاص يفضّلون ألّا تُذكر أسماؤهم،`,
      many: `إلى ${f.number(n)} شخصًا يفضّلون ألّا تُذكر أسماؤهم،`,
      other: `إلى ${f.number(n)} شخص يفضّلون ألّا تُذكر أسماؤهم،`,
    }),
  moreUnnamed: (n) =>
    f.plural(n, {
      one: 'شخص آخر يفضّل ألّا يُذكر اسمه',
      two: 'شخصان آخران يفضّلان ألّا يُذكر اسماهما',
      other: `${f.number(n)} آخرون يفضّلون ألّا تُذكر أسماؤهم`,
    }),
  someUnnamed: (n) =>
    f.plural(n, {
      one: 'شخص يفضّل ألّا يُذكر اسمه',
      two: 'شخصان يفضّلان ألّا يُذكر اسماهما',
      few: `${f.number(n)} أشخاص يفضّلون ألّا تُذكر أسماؤهم`,
      many: `${f.number(n)} شخصًا يفضّلون ألّا تُذكر أسماؤهم`,
      other: `${f.number(n)} شخص يفضّلون ألّا تُذكر أسماؤهم`,
    }),
  labelled: (name: Phrase, labels: Phrase) => phrase`${name} — ${labels}`,
  writtenUpBy: (name: Mark) => phrase`كتبها ${name}.`,
  stillOpen: 'ما زال مفتوحًا',
  answered: (names: Phrase) => phrase`أجوبة من ${names}.`,
  asked: (day: Mark) => phrase`طُلب في ${day}`,
  shipped: (day: Mark) => phrase`وصل في ${day}`,
  took: (n) =>
    f.plural(n, {
      0: 'في اليوم نفسه',
      one: 'يوم واحد',
      two: 'يومان',
      few: `${f.number(n)} أيام`,
      many: `${f.number(n)} يومًا`,
      other: `${f.number(n)} يوم`,
    }),
  shaped: (names: Phrase) => phrase`شارك في تشكيله ${names}.`,
  onItsWay: 'لم يصل بعد. ما يُظهره يأتي حين يصل.',
  showPicture: (host: Mark | undefined) => (host ? phrase`أظهر الصورة من ${host}` : ['أظهر الصورة']),
  restOfIt: 'بقيّة الحكاية',
  chooseLetters: 'اختر من الرسائل',
  readOn: 'تابع القراءة',
  cheer: 'تهنئة',
  canHelp: 'أستطيع المساعدة',
  thankHelp: (name: Mark) => phrase`شكر ${name}`,
  keptBy: (name: Mark, because) =>
    because ? phrase`محفوظة باختيار ${name}: «${{ name: because }}»` : phrase`محفوظة باختيار ${name}.`,
  moreAbout: 'المزيد عن هذه الرسالة',
  older: 'رسائل أقدم',
  end: 'هذه أوّل رسالة كُتبت هنا.',
  arrived: (n) =>
    f.plural(n, {
      one: 'رسالة جديدة',
      two: 'رسالتان جديدتان',
      few: `${f.number(n)} رسائل جديدة`,
      other: `${f.number(n)} رسالة جديدة`,
    }),
  nobodyThanked: 'لم يُشكر أحد هنا بعد.',
  whoHelped: 'من ساعدك آخر مرّة؟',
  writeToThem: 'اكتب رسالة شكر',
  writeOne: 'اكتب واحدة',
  nothingFits: 'لا رسالة تطابق هذا الاختيار.',
});

export const ladder: typeof en.ladder = (f) => ({
  canAlready: (can, name?) => (name ? phrase`في مقدور ${name} بالفعل: ${can}.` : phrase`في مقدورك بالفعل: ${can}.`),
  thenCan: (can, name?) =>
    name ? phrase`بعدها يكون في مقدور ${name}: ${can}.` : phrase`بعدها يكون في مقدورك: ${can}.`,
  soFar: (value, target, label) => phrase`${f.number(value)} من ${f.number(target)}: ${label}.`,
  moreOf: (n, label) => phrase`${f.number(n)} بعد من ${label}`,
  askSponsors: (n, name?) => {
    const who = f.plural(n, {
      one: 'شخص رأى',
      two: 'شخصين رأيا',
      few: `${f.number(n)} أشخاص رأوا`,
      other: `${f.number(n)} شخصًا رأوا`,
    });
    return name ? phrase`تنقص ${name} كلمة من ${who} العمل.` : [`اطلب ذلك من ${who} عملك.`];
  },
  vouched: (names, n, of) => phrase`رأى ذلك ${names}: ${f.number(n)} من ${f.number(of)}.`,
  withHost: (host, name?) =>
    name
      ? phrase`${name} على هذه الخطوة برفقة ${host ?? 'أحد المنظّمين'}.`
      : phrase`تمرّ على هذه الخطوة برفقة ${host ?? 'أحد المنظّمين'}.`,
  opens: (what) => phrase`وتفتح هذه الخطوة: ${what}`,
  reputational: (what) => phrase`ما يُعرف به المرء: ${what}`,
  experiential: (what) => phrase`ما يُعاش: ${what}`,
  material: (what) => phrase`ما يُمسك باليد: ${what}`,
  since: (day) => phrase`منذ ${day}`,
  allSteps: 'كلّ الخطوات حتى آخرها.',
  afterLast: (name?) => (name ? phrase`${name} على دراية بالطريق.` : ['والآن أمسك الباب لمن يأتي بعدك.']),
  grace: (day) => (day ? phrase`مكانك كما هو حتى ${day}. بعدها تبدأ استراحة، ويبقى مكانك محفوظًا.` : ['مكانك كما هو.']),
  keepsHere: (isNewSentence) => [`${isNewSentence ? 'هذا ' : ''}يبقيك في مكانك.`],
  resting: (month) => (month ? phrase`استراحة منذ ${month}.` : ['استراحة.']),
  placeKept: (name?) => (name ? phrase`مكان ${name} محفوظ.` : ['مكانك محفوظ.']),
  bringsBack: (isNewSentence, name?) =>
    phrase`${isNewSentence ? 'هذا ' : ''}${name ? phrase`يعيد ${name}` : 'يعيدك'} إلى المكان نفسه مباشرة.`,
  past: (role, year) => (year ? phrase`${role ?? 'هنا'} حتى ${year}، وواحد منّا إلى اليوم.` : ['واحد منّا إلى اليوم.']),
  whereStart: 'من أين تبدأ؟',
  noWord: (name) => phrase`لا خبر هنا بعد عن ${name}.`,
  nobodyHere: 'لا نجد هذا الشخص هنا.',
  behind: (n, name?) => (name ? phrase`${steps(n, f)} خلف ${name}` : [`${steps(n, f)} خلفك`]),
  further: (n) => `${steps(n, f)} بعد ذلك`,
  board: 'على اللوح',
  counted: (n, label) => `${f.number(n)} ${label}`,
  bestYet: (deed, old, name?) =>
    phrase`${name ? phrase`أفضل ما لدى ${name}` : 'أفضل ما لديك'} حتى الآن: ${deed}، بعد ${old}.`,
  first: (name?) => (name ? phrase`هذه الأولى لدى ${name}.` : ['هذه الأولى لك.']),
  earlier: (n) => f.plural(n, { one: 'واحد أقدم', two: 'اثنان أقدم', other: `${f.number(n)} أقدم` }),
  writeItUp: 'اكتبه على اللوح',
  cheerFor: (name) => phrase`هنّئ ${name}`,
  sayReady: 'قل: أنا على استعداد',
  sawIt: 'رأيت ذلك',
  wentThrough: 'مررنا بها معًا',
  wordIsIn: 'كلمتك معها.',
  moreKinds: (n) => f.plural(n, { one: 'واحد آخر', two: 'اثنان آخران', other: `${f.number(n)} غيره` }),
  noLadder: 'لم يكتب أحد الخطوات هنا بعد.',
  noSuchLadder: 'لا نجد هذه الخطوات هنا.',
});

function steps(n: number, f: Format): string {
  return f.plural(n, { one: 'خطوة', two: 'خطوتان', few: `${f.number(n)} خطوات`, other: `${f.number(n)} خطوة` });
}

export const intro: typeof en.intro = () => ({
  whoNeeds: 'من يحتاج إلى عون؟',
  couldUse: (name, asks: Phrase) => phrase`يلزم ${name} عون في ${asks}.`,
  whomYouMeet: 'يقرأ الأعضاء هنا من قد يلتقون به، ولماذا.',
  nobodyNeeds: 'لم يطلب أحد عونًا هنا بعد.',
});
