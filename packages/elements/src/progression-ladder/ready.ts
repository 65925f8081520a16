import { called, closesAt, standingFor } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { actWords, inLanguage, question } from '../acts/index.js';
import { draw } from '../parts.js';
import { choice, spoken, type Desk, type Draft } from './desk.js';

/** One line to whoever goes through the step; they see it and a name, and nothing else until both said yes. */
export function askReady(draft: Extract<Draft, { kind: 'ready' }>, { climber, ladder, language, drafts, say }: Desk) {
  const words = inLanguage(spoken, language);
  const { ready: hosts, at } = climber;
  const to = hosts.find(({ id }) => id === draft.to) ?? hosts[0];
  if (!to) return nothing;
  const can = ladder.rungs[at + 1]?.can ?? '';
  return question(
    {
      asks: draw(words.tellThem(called(to))),
      text: draft.text ?? words.readyFor(can.replace(/[\s.。।۔]+$/u, '')),
      most: 1000,
      more:
        hosts.length > 1
          ? html`<label
              >${words.withWhom}${choice(
                hosts.map(({ id, name }) => [id, name]),
                to.id,
                (id) => drafts.change({ to: id }),
              )}</label
            >`
          : nothing,
      note: draw(words.tellNote(called(to))),
      submit: draw(words.sendReady(called(to))),
      draft: drafts,
      say: (text, aside) => say('kith-ask-intro', { with: to.id, text, reasons: [] }, aside),
    },
    actWords(language),
  );
}

/** How it stands with whom the reader told that they are ready; nothing where they told nobody lately. */
export function askedOf({ climber, introductions, language, store }: Desk): TemplateResult | undefined {
  const { viewer = '' } = store;
  const now = store.now();
  const words = inLanguage(spoken, language);
  for (const host of climber.ready) {
    for (const each of introductions) {
      if (each.by !== viewer || !each.people.includes(host.id)) continue;
      const stands = standingFor(each, viewer, now);
      const closes = closesAt(each);
      const day = closes === undefined ? undefined : language.format.day(closes, now);
      if (stands === 'asked') return html`<p class="asked aside">${draw(words.askedToMeet(called(host), day))}</p>`;
      // After that they can be asked again.
      if (stands === 'met' && closes !== undefined && new Date(closes) > now)
        return html`<p class="asked aside">${draw(words.saidYesToIt(called(host)))}</p>`;
    }
  }
  return undefined;
}
