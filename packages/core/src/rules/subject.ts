import type { Detail, Intent } from './intent.js';

/** What a wish is about: wishes about the same thing are sent in the order they were made, others need not wait. */
export function subjectOf(intent: Intent): string {
  const { name, detail, key } = intent;
  switch (name) {
    case 'with-us':
    case 'pledge':
      return 'purpose';
    case 'back':
      return `${detail.subject.kind} ${detail.subject.id}`;
    case 'claim-role':
    case 'accept-role':
      return `role ${detail.role}`;
    case 'affirm-role':
      return `role ${detail.role} ${detail.member}`;
    case 'recognize':
    case 'introduce':
      return key;
    case 'cheer':
      return 'recognition' in detail ? `letter ${detail.recognition}` : stepOf(detail);
    case 'sponsor':
      return stepOf(detail);
    case 'retract':
    case 'thank':
    case 'consent':
    case 'keep':
    case 'report':
      return `letter ${detail.recognition}`;
    case 'answer':
      return `letter ${detail.ask}`;
    case 'record':
      return `ladder ${detail.ladder}`;
    case 'ask-intro':
    case 'pass-intro':
      return `person ${detail.with}`;
    case 'answer-intro':
    case 'met':
      return `introduction ${detail.introduction}`;
    case 'profile':
      return 'profile';
  }
}

function stepOf({ member, ladder, rung }: Detail<'sponsor'> | Extract<Detail<'cheer'>, { rung: string }>): string {
  return `step ${member} ${ladder} ${rung}`;
}
