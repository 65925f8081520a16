import type { EvidenceBadge, Language, Recognition } from '@kith/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { warnOnce } from '../attributes.js';
import { draw } from '../parts.js';
import type * as badgeReader from './badge-reader.js';

type Widget = ReactiveControllerHost & HTMLElement;
type Reader = typeof badgeReader;

/** What was read of a letter's evidence, which is the same object until it changes; and with what. */
const read = new WeakMap<object, { reader: Reader; badges: readonly EvidenceBadge[] } | 'reading'>();

/**
 * The badges from elsewhere among a letter's evidence: what each is for, who gave it, and how it stands with it. Nothing is
 * fetched from where they are, and nothing said that was not read. What reads them loads with the first.
 */
export function foreignBadges(
  letter: Pick<Recognition, 'evidence'>,
  widget: Widget,
  { format }: Language<unknown>,
  now: Date,
): TemplateResult | typeof nothing {
  const { evidence = [] } = letter;
  if (!evidence.some(({ kind }) => kind === 'badge')) return nothing;
  const known = read.get(evidence);
  if (!known) void readIn(evidence, widget, now);
  if (!known || known === 'reading') return nothing;
  const { reader, badges } = known;
  const language = reader.spoken.now(format.locale) ?? reader.spoken.english;
  return html`<ul class="badges">
    ${badges.map((badge) => {
      const { name, issued, stands } = reader.sayEvidenceBadge(badge, language, now);
      return html`<li part="badge"><b>${draw([name])}</b> ${draw(issued)} ${stands ? draw(stands) : nothing}</li>`;
    })}
  </ul>`;
}

async function readIn(evidence: NonNullable<Recognition['evidence']>, widget: Widget, now: Date): Promise<void> {
  read.set(evidence, 'reading');
  try {
    const reader = await import('./badge-reader.js');
    const badges = await reader.readEvidenceBadges({ evidence }, now);
    read.set(evidence, { reader, badges });
    for (const { wrong } of badges) if (wrong) warnOnce(widget, wrong);
    widget.requestUpdate();
  } catch {
    // Its code did not arrive: whoever draws it next asks again.
    read.delete(evidence);
  }
}
