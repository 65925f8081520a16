import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isGeneral, namesPrice, type CommunityDocument } from '@kith/core';

const demo = JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as CommunityDocument;
const letters = (demo.recognitions ?? []).flatMap(({ text }) => text ?? []);

describe('namesPrice', () => {
  it.each([
    'Here is $20 for the part.',
    'You saved us £1,200.',
    'It would have been 20 €.',
    'It would have been 20€ the hour',
    'A new one is 19,- €',
    'The shop wanted €5k.',
    'The part was 3.50 $ and you waved it away.',
    '₹500 for the bus, and you said no.',
    '¥2000 each',
    'R$ 30 for the glue',
    'You put in USD 40.',
    'It came to 45 CHF.',
    'You paid EUR 12.50 for the belt',
    'Twenty quid, and you would not hear of it.',
    'You lent me twenty-five dollars on the Friday.',
    'a hundred dollars in stamps',
    'a five-dollar belt',
    'It is worth 3 million dollars to us',
    '20 bucks says it runs again',
    'You gave me a tenner for the bus.',
    'Two fivers under the lamp',
    'You paid 30 pounds for the valve.',
    'It cost the two of us twenty pounds.',
    'Rs. 200 for the socket',
    '150 kr for paint',
    '80 zł za klej',
    'Fifty pence in the jar',
    'thirteen euros exactly',
    'ten thousand yen',
    'You gave two hundred and ten rupees.',
    '٢٠ ريال',
    'دفعتَ ٢٠ ريالًا عني.',
    'كلّف ٥٠٠ ليرة',
    'أعطيتني عشرين دينارًا',
    'بعشرين ريال',
    'بخمسين جنيهًا فقط',
    'مئة درهم',
    'ثلاثة آلاف ليرة',
    'دفعت 30 دولار',
    'دفعت دينارين ثمن الغراء',
    'بريال واحد',
    '١٥ ر.س',
    '٤٠ يورو',
  ])('finds one in "%s"', (text) => {
    expect(namesPrice(text)).toBe(true);
  });

  it.each([
    '',
    'You mended 3 kettles before ten.',
    'On 3.3.2026 at 18:30 you came with the lamp.',
    'On 20/11 you swept the stairs, 2026-11-20 again.',
    'I need an ECL86 that still glows.',
    'The BC547B was the wrong way round, and the 20k resistor too.',
    'Hook 61, bench 2, Room 12, loan 10,000.',
    'You carried 40 pounds of flour up four flights.',
    'The lathe is 20 pounds lighter now.',
    'You gave me ten pounds of tomatoes.',
    'You lifted 80 pounds.',
    'My two cents: it was the fuse.',
    'I felt like a million dollars.',
    'The dollar store was shut, and you opened ours.',
    'You stacked 20 EUR pallets and 2 euro pallets.',
    'You fixed $HOME in the script.',
    'Fifty-two people came at 10 pm.',
    'Your 1,900 tools, 41 centimetres under water.',
    'You moved two grand pianos.',
    'Euro 2024 on the big screen you mended.',
    'That is a yen I never had: to sing.',
    'You are top of 20 all over again',
    'Five crowns and a root: your dentist songs.',
    'You did it for free, at no cost, and paid attention.',
    'v2.0.1 runs on the RTX 4090',
    'أصلحتَ ٣ أباريق قبل الساعة ٦.',
    'جلستَ ست ساعات مع المخرطة.',
    'رأينا قرشًا في النهر.',
    'في ٢٠ نوفمبر كنست الدرج.',
    'كنا في ريال مدريد معًا',
    'ألف شكر لك',
    'عشرة أولاد صنعوا الأكياس',
    ...letters,
  ])('finds none in "%s"', (text) => {
    expect(namesPrice(text)).toBe(false);
  });
});

describe('isGeneral', () => {
  it.each([
    'Thanks for your amazing work!!',
    'Thank you so much for everything you do.',
    'Great job today, keep it up!',
    'You are the best',
    "You're a star, and it's always a pleasure working with you.",
    'THAAAANK YOU SOOOO MUCH',
    'You rock 🤘',
    '👏👏👏',
    'Thanks!',
    'Kudos to you for your dedication and hard work',
    'I really appreciate all your help and support.',
    'You made my day',
    'A big shoutout for being awesome',
    'What a legend.',
    'We couldn’t have done it without you',
    'Thanks for your time and effort on the project.',
    'You always go above and beyond.',
    'Couldn’t ask for a better colleague',
    'شكرًا جزيلًا على عملك الرائع!',
    'شكرا لك على كل شيء',
    'شكراً لكم على مجهودكم ودعمكم الدائم',
    'أنت الأفضل',
    'أحسنت',
    'بارك الله فيك',
    'يعطيك العافية',
    'شكرًا من أعماق قلبي على تعاونك ووقتك',
    'ألف شكر على جهودك العظيمة',
    'كل الشكر والتقدير لجهودكم المبذولة',
  ])('finds nothing that somebody did in "%s"', (text) => {
    expect(isGeneral(text)).toBe(true);
  });

  it('takes no name for a deed', () => {
    expect(isGeneral('Thanks, Ada! You and Tomás are the best.', ['Ada Obi', 'Tomás'])).toBe(true);
    expect(isGeneral('شكرًا يا ليلى، أنتِ رائعة', ['ليلى حداد'])).toBe(true);
  });

  it.each([
    '',
    '  \n ',
    'The kettle works.',
    'You stayed until the last kettle worked.',
    'You stayed.',
    'Thanks for holding the lamp.',
    'Great soup!',
    'Hook 61.',
    'Thank you for Tuesday.',
    'You rang before I had asked.',
    '10 out of 10',
    'Danke, dass du geblieben bist.',
    'Merci pour la lampe !',
    'ランプを持ってくれて、ありがとう。',
    'शुक्रिया, लालटेन के लिए',
    'بقيتَ حتى عمل آخر إبريق.',
    'شكرًا لأنك أصلحت الكرسي',
    'أمسكت المصباح ساعتين',
    'شكرًا على المصباح',
    ...letters,
  ])('finds something in "%s"', (text) => {
    expect(isGeneral(text)).toBe(false);
  });
});

describe('a very long text', () => {
  const long = 'You held the lamp. '.repeat(120);

  it('is read as far as a letter goes, and has surely said something', () => {
    expect(namesPrice(`$20. ${long}`)).toBe(true);
    expect(namesPrice(`${long} $20.`)).toBe(false);
    expect(isGeneral('Thanks! '.repeat(300))).toBe(false);
  });
});
