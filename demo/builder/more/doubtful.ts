import type { Finding } from '@kith/embed/doctor';
import type { Editor, Form } from '@kith/embed/snippet';
import { html, nothing as none, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formOf, type Making } from '../making.js';
import { parse, readOld } from '../old-snippet.js';
import { formed, numbers, reasonOf, type Around, type Now } from './section.js';

/** What somebody has, looked through for what will happen to it. */
export function doubtfulSnippet({ editors, show, redraw }: Around): (now: Now) => TemplateResult {
  let current: Now | undefined;
  let doubtful = '';
  let findings: readonly Finding[] | undefined;
  let remadeSaid = '';

  async function examined(): Promise<void> {
    const { examine } = await import('@kith/embed/doctor');
    const editor = current?.making.place;
    [findings, remadeSaid] = [examine(doubtful, { parse, ...(editor && { editor }) }), ''];
    redraw();
  }

  /** Takes up what was looked at, in the form that works where it will stand. */
  async function remake(form: Form, of: Editor['id'] | undefined): Promise<void> {
    try {
      const { making, notes } = await readOld(doubtful);
      const made = asForm({ ...making, place: of ?? current?.making.place }, form);
      remadeSaid = ['It’s taken up in that form: copy it anew.', ...notes].join(' ');
      show(made);
    } catch (error) {
      remadeSaid = reasonOf(error);
      redraw();
    }
  }

  /** A making of a form: by its place's own question where that gives it, else by hand. */
  function asForm(making: Making, form: Form): Making {
    const editor = editors.find(({ id }) => id === making.place);
    const sees = editor?.unless && (form === editor.unless.form ? false : true);
    const asIs = { ...making, sees };
    return formOf(asIs, editors) === form ? asIs : { ...asIs, form };
  }

  return (now) => {
    current = now;
    return html`<section class="question" id="doctor">
      <h2><label for="doubtful">Will it work there?</label></h2>
      <textarea
        id="doubtful"
        rows="3"
        class="code"
        placeholder=" "
        spellcheck="false"
        aria-describedby="doctor-how"
        .value=${live(doubtful)}
        @input=${({ target }: Event) => (doubtful = (target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="aside" id="doctor-how">
        Paste what you have, or the whole page it stands in; see what will happen to it.
      </p>
      <div class="row"><button type="button" class="quiet" @click=${() => void examined()}>Look at it</button></div>
      <div role="status" class="findings">
        ${
          findings &&
          html`<ul>
            ${findings.map(
              ({ kind, said, mend, line, form, editor }) =>
                html`<li class=${kind}>
                  ${line === undefined ? none : html`Line ${numbers.format(line)}: `}${said}
                  ${mend ? html`<span class="aside">${mend}</span>` : none}
                  ${
                    form
                      ? html`<button type="button" class="quiet" @click=${() => void remake(form, editor)}>
                          Make it so: ${formed[form].toLowerCase()}
                        </button>`
                      : none
                  }
                </li>`,
            )}
          </ul>`
        }
        <p class="aside">${remadeSaid}</p>
      </div>
    </section>`;
  };
}
