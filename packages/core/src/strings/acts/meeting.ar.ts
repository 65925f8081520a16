import { phrase, type Phrase } from '../../phrase.js';
import type * as en from './meeting.en.js';

export const meeting: typeof en.meeting = () => ({
  askToMeet: 'اطلب التعارف',
  yourLineTo: (name) => (name === undefined ? ['سطر لهم، إن أحببت.'] : phrase`سطر إلى ${name}، إن أحببت.`),
  whatIsSeen: (name) =>
    name === undefined
      ? ['ما يصل إليهم: اسمك وسطرك وهذه الأسباب، ولا شيء غيرها حتى توافقا معًا.']
      : phrase`ما يصل إلى ${name}: اسمك وسطرك وهذه الأسباب، ولا شيء غيرها حتى توافقا معًا.`,
  askedToMeet: (name, day) =>
    phrase`أُرسل الطلب. إن جاءت الموافقة من ${name} وصلتكما رسالة معًا، وإلّا أُغلق الطلب بهدوء${day ? phrase` في ${day}` : ''}.`,
  bothHelped: (names: Phrase) => phrase`ساعدتما معًا: ${names}.`,
});
