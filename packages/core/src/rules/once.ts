import { ProviderError, type Receipt } from '../provider.js';
import { checked, type Intent, type Refusal } from './intent.js';

/** A wish that was carried out, kept by its key so that it counts once however often it is sent. */
export interface Taken {
  key: string;
  /** What was wished, to tell another wish under the same key. */
  said: string;
  receipt: Receipt;
}

/** What a wish says, in one way of writing it. */
export function wordsOf({ name, detail, actor }: Intent): string {
  const said = checked(name, detail);
  return JSON.stringify([name, 'detail' in said ? said.detail : detail, actor]);
}

/** The receipt of a wish that was carried out before. Throws where its key was another's: that one counts. */
export function receiptOf(intent: Intent, before: Taken): Receipt {
  if (before.said === wordsOf(intent)) return before.receipt;
  throw refusalError({ reason: 'invalid', params: { field: 'key' } });
}

/** A refusal as a provider gives it. */
export function refusalError({ reason, params }: Refusal): ProviderError {
  const kind = reason === 'gone' || reason === 'invalid' ? reason : 'refused';
  return new ProviderError(kind, { message: `Not carried out: ${reason}.`, reason, ...(params && { params }) });
}
