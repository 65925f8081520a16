import type { Editor, Form } from '../snippet/wanted.js';

/** What is wrong with a snippet or a page, or that nothing is. In words alone: nothing in it is markup. */
export interface Finding {
  /**
   * - `fails`: nobody will see it as it was meant
   * - `may-fail`: somebody will not, or one day nobody
   * - `is-lost`: an editor takes it out
   * - `asks`: only whoever pastes can know
   * - `well`: nothing is wrong
   */
  kind: 'fails' | 'may-fail' | 'is-lost' | 'asks' | 'well';
  /** In plain words, what happens and where. */
  said: string;
  /** What to do about it. */
  mend?: string;
  /** The form that works there. */
  form?: Form;
  /** The editor that it is of, where it is of one. */
  editor?: Editor['id'];
  /** The line it is about, where one can be named. */
  line?: number;
}
