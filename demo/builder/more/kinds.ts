import { widgets, type Widget } from '@kith/embed/static';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Around, Now } from './section.js';

const called: Readonly<Record<Widget, string>> = {
  'recognition-wall': 'Letters to each other',
  'purpose-banner': 'What we are here for',
  'role-badge': 'What people are known for',
  'progression-ladder': 'The next step',
  'peer-intro': 'Somebody to meet',
};

/** Which widget it is. */
export function kinds({ making }: Now, { change }: Around): TemplateResult {
  return html`<fieldset class="question" id="widget">
    <legend>What will stand there?</legend>
    <div class="answers">
      ${widgets.map(
        (widget) =>
          html`<label class="answer"
            ><input
              type="radio"
              name="widget"
              .checked=${live(making.widget === widget)}
              @change=${() => change({ widget, attributes: {} }, 'widget')}
            /><span>${called[widget]}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}
