import { sayDecisions, sayLines, sayWordings, speech } from '@kith/core';
import { purposeDetail } from '@kith/core/strings/en';
import { nothing, type TemplateResult } from 'lit';
import type { Say } from '../emit.js';
import { inLanguage } from '../in-language.js';
import type { Around } from './around.js';
import { decisions } from './decisions.js';
import { bannerDetailStyles } from './detail.styles.js';
import { lines } from './lines.js';
import { wordings } from './wordings.js';

const spoken = speech({ purposeDetail });

/** What unfolds in a banner. */
export type Unfolded = 'wordings' | 'lines' | 'decisions';

/** What a banner tells beyond the first look: what changed, why people are here, what was decided. */
export class BannerDetail {
  readonly styles = bannerDetailStyles;

  constructor(
    private readonly around: () => Around,
    private readonly say: Say,
  ) {}

  draw(what: Unfolded): TemplateResult | typeof nothing {
    const { store, language, answer, self, version, unsent } = this.around();
    const { purpose } = answer ?? {};
    if (!answer || !purpose) return nothing;
    const words = inLanguage(spoken, language);
    const now = store?.now() ?? new Date();
    if (what === 'wordings') return wordings(sayWordings(purpose, language, now), words);
    if (what === 'decisions') return decisions(sayDecisions(purpose, language, now));
    return lines(sayLines(answer, store?.viewer, language), {
      words: { ...language.words, ...words },
      isHost: self?.host === true,
      version,
      isUnsent: (id) => unsent.some(({ intent }) => intent.key === id),
      onBack: store?.takes('back') ? (detail) => this.say('kith-back', detail) : undefined,
    });
  }
}
