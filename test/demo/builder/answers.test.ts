import { describe, expect, it } from 'vitest';
import { answerIn } from '../../../demo/builder/answers.js';

describe('an answer', () => {
  it.each([
    ...['Yes', 'yes.', 'y', 'YES!', 'Yes, with my name', 'Yes please', 'yes, of course', 'ok', 'TRUE', '1', 'x', '✓'],
    ...['Ja', 'ja, gerne', 'Ja, mit meinem Namen', 'Natürlich', 'einverstanden', 'WAHR'],
    ...['Oui', 'oui, avec mon nom', 'D’accord', 'Bien sûr', 'VRAI'],
    ...['Sí', 'si, con mi nombre', 'Claro', 'de acuerdo', 'VERDADERO'],
    ...['نعم', 'نعم، باسمي', 'أوافق', 'موافقة'],
  ])('“%s” is a yes to the name', (words) => {
    expect(answerIn(words)).toBe('yes');
  });

  it.each([
    ...[
      '',
      'no',
      'No.',
      'maybe',
      'y/n',
      '1) no',
      'asked, waiting',
      'Yes, without my name',
      'yes - but no name',
      'FALSE',
    ],
    ...['do not publish my name', 'Please remove my name', 'yes, but not my surname', '❌', 'first name only'],
    ...['nein', 'Ja, ohne Namen', 'Namen nicht veröffentlichen', 'vielleicht', 'anonym'],
    ...['non', 'oui, sans mon nom', 'ne pas publier mon nom', 'no', 'sí, sin mi nombre', 'no publicar mi nombre'],
    ...['لا', 'نعم، بدون اسمي', 'لا تنشروا اسمي'],
  ])('“%s” leaves the name off', (words) => {
    expect(answerIn(words)).toBe('unnamed');
  });

  it.each([
    ...['not at all', 'No, not at all.', 'nothing', 'Keep it to myself', 'private', 'never', 'withdrawn'],
    ...['do not publish', 'Don’t post it', "don't want anything published", 'delete', 'Please remove it', 'not public'],
    ...['gar nicht', 'Nein, überhaupt nicht', 'nicht veröffentlichen', 'bitte löschen', 'auf keinen Fall', 'nichts'],
    ...['pas du tout', 'ne pas publier', 'rien', 'supprimer', 'jamais'],
    ...['para nada', 'no publicar', 'nada', 'borrar', 'nunca'],
    ...['إطلاقًا', 'لا تنشر', 'لا شيء', 'احذفها', 'أبدًا', 'عدم النشر'],
  ])('“%s” leaves out everything', (words) => {
    expect(answerIn(words)).toBe('nothing');
  });
});
