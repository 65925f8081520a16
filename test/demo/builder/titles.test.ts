import { describe, expect, it } from 'vitest';
import { asksOf, isOfWriter, speaksToWriter } from '../../../demo/builder/titles.js';

describe('a title', () => {
  it.each([
    ['May we publish your name?', true],
    ['Dürfen wir Ihren Namen nennen?', true],
    ['Peut-on publier votre nom ?', true],
    ['هل ننشر اسمك؟', true],
    ['Who helped you?', false],
    ['Did they say yes?', false],
    ['Consent', false],
  ])('“%s” is of what is the writer’s own: %s', (title, isOwn) => {
    expect(isOfWriter(title)).toBe(isOwn);
  });

  it.each([
    ...[
      'May we publish your name?',
      'Do you consent?',
      'I agree',
      'Do you agree to publication?',
      'You may publish me',
    ],
    ...['Bist du einverstanden?', 'Stimmen Sie zu?', 'Ich bin einverstanden', 'Darf mein Name hier stehen?'],
    ...['Acceptez-vous ?', 'J’autorise la publication', 'Es-tu d’accord ?', 'Publier mon nom'],
    ...['¿Está usted de acuerdo?', 'Yo autorizo', '¿Aceptas tú?', 'Acepto', '¿Podemos publicar su nombre?'],
    ...['هل أنت موافق؟', 'أوافق على النشر', 'هل توافق؟'],
  ])('“%s” speaks to whoever filled it in', (title) => {
    expect(speaksToWriter(title)).toBe(true);
  });

  it.each(['Consent', 'Did they say yes?', 'Einverstanden', 'Did Ada agree?', '¿De acuerdo?', 'هل يوافق؟'])(
    '“%s” speaks to nobody',
    (title) => {
      expect(speaksToWriter(title)).toBe(false);
    },
  );

  it.each([
    ...['Yes', 'Yes?', 'Ja', 'Oui', 'Sí', 'نعم'],
    ...['Consent', 'Consent given', 'Said yes?', 'Permission?', 'Agreed (yes/no)', 'OK to publish', 'Consent Y/N'],
    ...['May we publish your name?', 'Consent to be named here', 'Do you agree to publication?', 'Did they say yes?'],
    ...['Einverstanden', 'Veröffentlichen?', 'Einwilligung zur Namensnennung', 'Einverstanden (ja/nein)'],
    ...['Peut-on publier ?', 'D’accord', 'Autorisation de citer le nom', '¿De acuerdo?', '¿Permiso para publicar?'],
    ...['هل يوافق؟', 'هل يوافق على نشر الاسم؟', 'موافق (نعم/لا)'],
  ])('“%s” asks for the yes', (title) => {
    expect(asksOf(title)).toBe('yes');
  });

  it.each([
    ...['Do not publish my name', 'Don’t publish', 'Does not consent', 'No permission to publish', 'Disagrees'],
    ...['Consent withdrawn', 'Publish anonymously', 'Opted out of publication', 'Consent refused', 'Without consent'],
    ...['Nicht veröffentlichen', 'Keine Einwilligung', 'Einwilligung widerrufen', 'Anonym'],
    ...['Ne pas publier', 'Sans autorisation', 'No publicar', 'Publicar sin nombre'],
    ...['لا يوافق على النشر', 'عدم النشر', 'بدون نشر'],
  ])('“%s” asks for a no', (title) => {
    expect(asksOf(title)).toBe('no');
  });

  it.each([
    ...[
      'Consent to newsletter',
      'OK to contact?',
      'May we publish a photo?',
      'GDPR consent given',
      'Agree to the terms',
    ],
    ...[
      'Consent to e-mail',
      'May we call you?',
      'May we visit?',
      'Agrees to share lifts',
      'Data consent',
      'Medical consent',
      'Parental consent',
    ],
    ...['Einwilligung Newsletter', 'Foto veröffentlichen?', 'Zustimmung zur Satzung', 'Permis de conduire'],
    ...['Acepta los términos', 'Autoriza el uso de datos', 'يوافق على نشر الصورة', 'يوافق على الشروط'],
  ])('“%s” asks for something else', (title) => {
    expect(asksOf(title)).toBe('else');
  });

  it.each(['Name', 'الاسم', 'What did they do?', 'Timestamp', 'Notes', 'Nobody saw'])(
    '“%s” asks for neither',
    (title) => {
      expect(asksOf(title)).toBeUndefined();
    },
  );
});
