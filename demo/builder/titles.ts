import { plain } from './names.js';

/** Whether a column's title speaks of what is its writer's own: "Your name". */
export const isOfWriter = (title: string): boolean =>
  /\b(?:your|my|dein\w*|votre|ton|vos|tu)\b|اسمك|موافقتك/i.test(title) || /\bIhr(?:e[nmrs]?)?\b/.test(title);

const toWriter = new RegExp(
  [
    String.raw`\b(?:you|your|yours|i|me|my|mine|du|dich|dir|dein\w*|ich|mich|mir|mein\w*|euch|euer)\b`,
    String.raw`\b(?:vous|votre|vos|je|j(?=[’'])|tu|toi|ton|tes|moi|mon|mes)\b`,
    String.raw`\b(?:usted|ustedes|yo|ti|mi|su|acepto|aceptas|autorizo|consiento)\b`,
    String.raw`انت(?!\p{L})|[ات]وافق|موافقت[كي]|اسم[كي]`,
  ].join('|'),
  'u',
);

/** Whether a column's title speaks to who filled it in: "Do you agree?", "I agree". */
export const speaksToWriter = (title: string): boolean =>
  isOfWriter(title) || toWriter.test(plain(title)) || /\bSie\b/.test(title);

const consent = new RegExp(
  [
    String.raw`^(?:their |a )?(?:yes|ja|oui|si|sim|نعم)[?!.:]*$`,
    String.raw`consent\w*|sa(?:y|id) yes|agree\w*|permission|publi\w*`,
    String.raw`einverst\w*|einwill\w*|zustimm\w*|stimm\w* .*\bzu\b|veroffentl\w*`,
    String.raw`\bd.accord|accept\w*|autori[sz]\w*|de acuerdo|acept\w*|permis\w*|وافق|نشر`,
  ].join('|'),
  'gu',
);
/** What asks for a consent too, and says none by itself. */
const mayWe = /\bmay we\b|\bok(?:ay)? to\b|anonym|anonim|unnamed|withdr[ae]w|\bopt\w*[ -]?out/;
const no = new RegExp(
  [
    String.raw`\b(?:not?|non|never|without|cannot|\w+n[’']t|dont|disagree\w*|refus\w*|declin\w*|den(?:y|ied)|object\w*)\b`,
    String.raw`withdr[ae]w|revo[ck]|\bopt\w*[ -]?out|anonym|anonim|unnamed|unpubli|\bprivate\b|\bremov|\bdelet|\bhide`,
    String.raw`\bnicht\b|\bkein|\bohne\b|widerr|abgelehn|verweiger|\b(?:ne|pas|sans|ni|sin|nunca)\b|retir|rechaz`,
    String.raw`(?<!\p{L})(?:لا|لم|لن|غير|عدم|ب?دون)(?!\p{L})|سحب|رفض|مجهول`,
  ].join('|'),
  'u',
);
/** "Yes or no" is no no. */
const either = /\b(?:yes|y|ja|j|oui|si|s) ?(?:\/|or|oder|ou|o) ?(?:no|n|nein|non)\b|نعم ?(?:\/|او) ?لا/gu;
const somethingElse = new RegExp(
  [
    String.raw`news ?letter|mailing|contact|kontakt|mail|phone|telefon|\bcall|\bsms\b|whatsapp|marketing|boletin|correo`,
    String.raw`photo|foto|picture|\bimage|imagen|\bbild|video|film|record|aufnahme|cookie|survey`,
    String.raw`\b(?:gdpr|dsgvo|rgpd)\b|\bdata\b|\bdaten|donnees|\bdatos|privacy|policy|\bterm(?:s|es|inos)\b|conditions?\b`,
    String.raw`parent|guardian|\beltern|medic|health|treatment|research|liabil|waiver|payment|\bsepa\b|insur|vaccin`,
    String.raw`\brules?\b|conduct|صور|بريد|بيانات|شروط|تواصل|نشره`,
  ].join('|'),
  'u',
);
/** What a consent is to, where a title says it. */
const says =
  /\b(?:to|for|with|that|we|zu[rm]?|mit|fur|dass|an?|au|pour|que|para|con|del?|los|las|el|les|la)\b|علي|(?<!\p{L})لل/u;
const standing =
  /nam|publi|\bshow|\bstand|appear|mention|\bcredit|\bthank|\bhere\b|veroffentl|\bnenn|\bnom|\bcit|affich|mostr|اسم|نشر|ذكر|ظهور/u;

/**
 * What a column's title asks for, where it asks for consent: for a yes to standing here by name, for a no to it, or for
 * something else. What is none of these for certain is something else.
 */
export function asksOf(title: string): 'yes' | 'no' | 'else' | undefined {
  const said = plain(title).replace(either, ' ');
  const rest = said.replace(consent, ' ');
  if (rest === said && !mayWe.test(said)) return undefined;
  if (no.test(said)) return 'no';
  return !somethingElse.test(said) && (standing.test(said) || !says.test(rest)) ? 'yes' : 'else';
}
