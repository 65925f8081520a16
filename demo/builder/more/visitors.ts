import type { CommunityDocument, Provider } from '@kith/core';
import { mail } from '@kith/providers/mail';
import { memory } from '@kith/providers/memory';
import { html, nothing as none, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { canTakePart, type Making } from '../making.js';
import { faultOfPart } from '../reachable.js';
import type { Around, Now } from './section.js';

/** Whether visitors take part, and where what they say goes. */
export function visitors({ making }: Now, { change }: Around): TemplateResult {
  const { part } = making;
  const kind = part === 'show' ? 'show' : 'mail' in part ? 'mail' : 'server';
  const answers = [
    ['show', 'They read', 'Nothing can be pressed that says something.'],
    [
      'mail',
      'By e-mail to me',
      'What they say becomes a draft of an e-mail in their own program. They send it; you put it on the page.',
    ],
    ['server', 'Live', 'A Kith server that you or somebody you trust keeps. What they say is there at once.'],
  ] as const;
  const empty = { show: 'show', mail: { mail: '' }, server: { server: '' } } as const;
  return html`<fieldset class="question" id="part">
    <legend>Should visitors take part?</legend>
    <div class="answers">
      ${answers.map(
        ([each, label, then]) =>
          html`<label class="answer"
            ><input
              type="radio"
              name="part"
              .checked=${live(kind === each)}
              @change=${() => change({ part: empty[each] }, 'part')}
            /><span>${label}<span class="aside">${then}</span></span></label
          >`,
      )}
    </div>
    ${
      part === 'show'
        ? none
        : html`<label class="line"
              ><span>${'mail' in part ? 'Your e-mail address' : 'The server’s address'}</span
              ><input
                type=${'mail' in part ? 'text' : 'url'}
                inputmode=${'mail' in part ? 'email' : 'url'}
                autocapitalize="off"
                spellcheck="false"
                aria-describedby="part-said"
                aria-invalid=${faultOfPart(part) ? 'true' : none}
                placeholder=${'mail' in part ? 'you@example.org' : 'https://kith.example.org/v1/our-community'}
                .value=${live('mail' in part ? part.mail : part.server)}
                @input=${({ target }: Event) => {
                  const value = (target as HTMLInputElement).value.trim();
                  change({ part: 'mail' in part ? { mail: value } : { server: value } }, `part-${kind}`);
                }}
            /></label>
            <p class="aside" id="part-said" role="status">
              ${faultOfPart(part) || (canTakePart(making) ? '' : 'Until it’s there visitors only read.')}
            </p>
            <p class="aside">
              ${
                'mail' in part
                  ? 'It stands in your page, where everybody can read it, programs that gather addresses too.'
                  : 'Once the server answers, its people and letters stand there. What you made here is what is read until then, and where scripts are off: to have it stay, put it on the server, too.'
              }
            </p>`
    }
  </fieldset>`;
}

/** What takes wishes in the drawn page; undefined where visitors only look. */
export function receiverOf({ part }: Making, { say }: Around): ((document: CommunityDocument) => Provider) | undefined {
  if (part === 'show') return undefined;
  if ('server' in part) return (document) => memory(document);
  return (document) =>
    mail(
      { document },
      {
        to: part.mail && !faultOfPart(part) ? part.mail : 'you@example.org',
        report: () => undefined,
        open: () => say('On your page, their e-mail program opens now, with the letter in it.'),
      },
    );
}
