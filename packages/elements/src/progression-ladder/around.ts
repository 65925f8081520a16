import type { Answer, ClimberSaid, Ladder, Language, Loaded, Progress, Store, Words } from '@kith/core';
import type { Saying } from './buttons.js';

export type Climbing = Loaded<Answer<{ kind: 'ladder' }>>;

/** A ladder as it stands, for what comes later than the first look. */
export interface Around {
  store: Store | undefined;
  language: Language<Words<'ladder'>>;
  pictures: 'none' | 'allow';
  loaded: Climbing | undefined;
  ladder: Ladder | undefined;
  /** Those the reader may choose among. */
  ladders: readonly Pick<Ladder, 'id' | 'name'>[];
  progress: readonly Progress[];
  /** Whose steps: a member's id. */
  whose: string | undefined;
  climber: ClimberSaid | undefined;
  cheer: Saying['cheer'];
}
