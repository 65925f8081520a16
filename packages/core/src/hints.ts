/**
 * What may be said to somebody who writes a thanks. Known of English and Arabic, whatever language the page is in;
 * doubtful words pass, since a hint that is wrong is worse than none.
 */

/** Code units. What is longer has surely said something, and a hint must not make anybody wait. */
const READ = 2000;

const units =
  'dollars?|euros?|quid|bucks|rupees?|francs?|kron(?:a|or|er|e)|pesos?|rou?bles?|shillings?|dirhams?|dinars?|riyals?|rials?|shekels?|yen|yuan|naira';
const codes = 'USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|INR|JPY|CNY|AUD|NZD|ZAR|BRL|EGP|SAR|AED|JOD|KWD|QAR';
const more = 'one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const number = `(?:\\p{Nd}[\\p{Nd}.,٫٬’]*(?:\\s?(?:k|thousand|million))?|(?:${more}|${tens}|eleven|twelve|[a-z]+teen)(?:[\\s-](?:and|${more}))*)`;
const spent = 'costs?|paid|pays?|paying|spent|spend|gave|give|lent|lend|owes?|owed|saved|worth|charged?|price|earned';

/** Words of a price, as `folded` gives them. */
const unitsInArabic = '(?:ريال|درهم|دينار|جنيه|دولار)(?:ا|ات)?|دراهم|دنانير|يورو|ليره|ليرات|شيكل|شواكل|قروش';
const numberInArabic =
  '(?:\\p{Nd}|(?:واحد|اثن|ثلاث|اربع|خمس|سبع|ثمان|تسع|عشر|مئ|مائ|ميه)\\p{L}*|سته|ستين|ستون|الف|الاف|الفين|نصف)';

const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const pattern = (words: string) => new RegExp(words, 'iu');

/** Pounds are flour as well, two cents an opinion, a EUR pallet is of wood, and a dollar alone may be any. */
const prices: readonly RegExp[] = [
  /\p{Sc}\s?\p{Nd}|\p{Nd}[.,]?[-–—]*\s?k?\s?\p{Sc}/u,
  new RegExp(`${start}(?:${codes})\\s?\\p{Nd}|\\p{Nd}\\s?(?:${codes})${end}(?![\\s-]?pallet)`, 'u'),
  pattern(`${start}Rs\\.?\\s?\\p{Nd}|\\p{Nd}\\s?(?:kr|zł)${end}`),
  pattern(`${start}${number}[\\s-]?(?:${units})${end}(?![\\s-]?pallet)`),
  pattern(`${start}(?:a|the|my|your|one|two) (?:fiver|tenner)s?${end}`),
  pattern(`${start}(?!(?:2|two)\\s)${number}\\s(?:cents|pence)${end}`),
  pattern(`${start}(?:${spent})\\s(?:[\\p{L}’']+\\s){0,4}${number}\\spounds?${end}(?!\\s(?:of|heavier|lighter)${end})`),
  pattern(`${numberInArabic}\\s?(?:${unitsInArabic}|(?:ر\\.س|د\\.ا|ج\\.م|د\\.ك|ل\\.س|د\\.ج))${end}`),
  pattern(`(?<!\\p{L})ب?(?:${unitsInArabic})\\s(?:واحد${end}|\\p{Nd})`),
  pattern(`(?<!\\p{L})ب?(?:(?:ريال|درهم|دينار|جنيه|دولار)(?:ين|ان)|ليرتين|ليرتان)${end}`),
];

/** Whether a text names a price: "$20", "20 €", "twenty quid", "٢٠ ريال"; not a date, a time, a model or "3 kettles". */
export function namesPrice(text: string): boolean {
  const read = folded(text.slice(0, READ));
  return prices.some((price) => price.test(read));
}

/** What could be said of anybody, or of nobody: praise, thanks, and the words between. */
const general = new Set(
  `a about above absolutely all always am amazing an and another any appreciate appreciated appreciation are around
  as ask asset at attitude awesome be been being best better beyond big bless blessed brilliant bunch but by can
  champ champion cheers colleague colleagues commitment community congrats congratulations continue contribution
  contributions cool could couldn d day dear dedicated dedication deeply deserve did do does doing don done effort
  efforts energy enough every everybody everyone everything excellent exceptional extraordinary extremely fab
  fabulous fantastic for forever forward friend friends from fun gem generosity generous genius give giving glad go
  goes going gold good grateful gratitude great greatest guy guys had happy hard has have having heart hearts hello
  help helped helpful helping here hero hey hi highly honestly how huge i icing in incredible incredibly
  inspiration inspire inspired inspiring invaluable is it its job just keep keeping kind kindness kudos leader
  leadership legend life ll lot lots love loved lovely loving luck lucky m made magic magnificent make makes making
  many marvellous marvelous massive mate me means mega member million month months much my never nice nicely no not
  of oh on one ones ongoing others our out outstanding passion people perfect perfectly person phenomenal pleasure
  positive project pros proud re real really remarkable rock rocks rockstar role s shout shoutout so some someone
  something soul special spectacular splendid star stars stellar stuff such super superb superstar support
  supported supporting supportive sure t talent talented team teammate teammates terrific thank thankful thanks
  that the their them there these they thing things think this those thx time times to today too top totally
  tremendous true truly ty tysm u ultimate unbelievable up us valuable value valued ve very vibe vibes volunteer
  volunteers was way we week well were what whatever when where who whole with without wonderful words work worked
  working works world would wow y yay year years yes yesterday you your yours yourself
  شكر ممنون مشكور تقدير امتنان جزيل كثير جدا حق دائم كل شيء شي عمل اعمال مجهود جهد جهود مساعده دعم وقت تعاون عطاء تعب
  انت انتم نحن هذا هذه ذلك ما من في علي الي عن مع كان كنت قد لقد هو هي هم رائع رائعه مذهل مذهله ممتاز ممتازه مميز مميزه
  عظيم عظيمه جميل جميله احسن افضل احسنت ابدع ابدعت مبذول مبدع مبدعه بطل بطله نجم نجمه قدوه ملهم ملهمه فخر فخور قلب اعماق بارك
  الله يعطي عافيه جزا خير يا فعل فعلت تفعل قدم قدمت تقدم قام قمت قيام عزيز صديق اخ اخت فريق جميع ناس شخص الف مليون لطف
  كرم اخلاص تفان تفاني استمر واصل سلمت سلم يد ايدي شغل حلو حلوه روعه ان ل ب و به فيه عليه له لها ك`.split(/\s+/),
);

/**
 * Whether a text says nothing that one person did: "Thanks for your amazing work!!". Names, also of those it is to, say
 * no deed. What is not written yet is not too general, nor is a word nobody foresaw.
 */
export function isGeneral(text: string, names: readonly string[] = []): boolean {
  if (!text.trim() || text.length > READ) return false;
  const named = new Set(names.flatMap((name) => wordsIn(name)));
  return wordsIn(text).every((word) => named.has(word) || isAnybodys(word));
}

function isAnybodys(word: string): boolean {
  return forms(word).some((form) => general.has(form));
}

/** "sooo" is "so" and "goooood" is "good"; of an Arabic word also what is left without what is written together with it. */
function forms(word: string): string[] {
  const drawnOut = [word, word.replace(/(\p{L})\1{2,}/gu, '$1'), word.replace(/(\p{L})\1{2,}/gu, '$1$1')];
  if (!/\p{Script=Arabic}/u.test(word)) return drawnOut;
  const bare = drawnOut.flatMap((form) => [form, form.replace(/^[وف]/, '')]);
  const alone = bare.flatMap((form) => [form, form.replace(/^(?:[بلك]?ال|لل|[بل])/, '')]);
  return alone.flatMap((form) => [form, form.replace(/(?:كما|كم|كن|هم|ها|نا|ني|ات|[كيها])$/, '')]);
}

function wordsIn(text: string): string[] {
  return (
    folded(text)
      .toLowerCase()
      .match(/\p{Nd}+|[\p{L}\p{M}]+/gu) ?? []
  );
}

/** Arabic letters as they are searched for: without vowel signs and hamza; and any script's digits and signs as one. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}
