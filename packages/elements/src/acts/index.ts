export { actsStyles as styles } from './acts.styles.js';
export { announce, announceOutcome } from './announce.js';
export { askedIn } from './asked-in.js';
export { Drafts, type Draft } from './drafts.js';
export { tellLate } from './late.js';
export { asking, question, takeFocus, type Asking, type Question } from './question.js';
export { Telling } from './telling.js';
export { sayRefusal, textOf, wishLines } from './wish-lines.js';
export { actWords, inLanguage, type ActWords } from './words.js';
