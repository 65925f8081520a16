import { speech } from '@kith/core';
import { composerActs, wallActs } from '@kith/core/strings/en';

/** What the wall's acts say once they are under way; thanks for an answer are a letter as the composer's are. */
export const spoken = speech({ wallActs, composerActs });
