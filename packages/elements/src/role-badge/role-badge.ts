import { roleNamed, speech, type RoleSaid, type Words } from '@kith/core';
import { badge } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { correctWord, text, warnOnce } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { glyphStyles } from '../styles/glyphs.styles.js';
import { unfoldStyles } from '../styles/unfold.styles.js';
import { sayOf } from './about.js';
import { memberActs, roleActs, type Stage } from './buttons.js';
import { layouts } from './layouts.js';
import { RoleReading } from './reading.js';
import { roleBadgeStyles } from './role-badge.styles.js';

const spoken = speech({ badge });

/**
 * What somebody does here, in three rings: hoped for, affirmed by others, shown. Or a role itself, and who said yes to it.
 *
 * @tag kith-role-badge
 * @slot - What is read before and without JavaScript.
 * @slot heading - A heading of the page's own.
 * @slot empty - What stands here while there is no role.
 * @csspart base - The whole.
 * @csspart heading - Whose role it is; on a card.
 * @csspart role - The role: its chip, card or glyph.
 * @csspart medallion - The three rings, with the stones of those who have seen it.
 * @csspart wish - The wish in the person's own words.
 * @csspart people - Who has seen it, or said yes to the role.
 * @csspart shown - How often it was shown.
 * @csspart detail - What unfolds: of a chip what its thread says, of a card what others saw.
 * @csspart reason - What one of them saw.
 * @csspart description - What the role is.
 * @csspart needs - What the role needs.
 * @csspart title - The member's title.
 * @csspart affirm - The button "I've seen this", or "Suggest … for this".
 * @csspart claim - The button "I'd like to be known for this".
 * @csspart suggest - What unfolds to suggest somebody for a role, and the button "Suggest someone".
 * @csspart accept - The button "That's me".
 * @csspart decline - The button "Not me".
 * @csspart compose - A question: what somebody saw, whom to suggest, or the wish in own words.
 * @csspart submit - Sends its answer.
 * @csspart status - How things stand, where that needs saying.
 * @csspart retry - Tries again.
 * @cssproperty --kith-dye - How vivid the roles' dyes are; 0 draws them gray. Default: 0.085.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There is a role.
 * @cssstate empty - There is none.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
 * @cssstate unsent - Something was wished that has not been sent.
 * @fires kith-affirm-role - Somebody has seen a role of another, or suggests them for it: `{ member, role, on, because? }`.
 * @fires kith-claim-role - Somebody would like to be known for a role, or no more: `{ role, on, aspires? }`.
 * @fires kith-accept-role - Somebody says yes or no to what others think of them for: `{ role, on }`.
 */
export class RoleBadge extends KithElement<Words<'badge'>> {
  static override styles = [...KithElement.styles, glyphStyles, unfoldStyles, roleBadgeStyles];

  static override get properties() {
    return {
      ...super.properties,
      name: { converter: text },
      member: { converter: text },
      layout: { reflect: true, useDefault: true },
    };
  }

  /** The role's id. Alone it is the role itself, one of the six where the page has no community. */
  declare name: string | undefined;
  /** Whose role it is; without a name all of theirs. Without either, the roles there are. */
  declare member: string | undefined;
  /** A word in its outline, a medallion with its people, or the glyph alone. */
  declare layout: 'chip' | 'card' | 'glyph';

  protected override readonly speech = spoken;
  readonly #reading = new RoleReading(this);
  protected override readonly acts = new ActsController(this, async () => {
    const code = await import('./acts.js');
    const acting = new code.Acting(this, this.#reading, (...said) => this.say(...said));
    return { ...code, acting, isOwn: acting.isOwn, edit: acting.reopen, editing: () => acting.drafts.instead };
  });
  /** What had the focus before it was drawn anew. */
  #held: Element | null | undefined;

  constructor() {
    super();
    this.layout = 'chip';
  }

  protected override get loaded() {
    return this.#reading.loaded;
  }

  protected override get isEmpty() {
    return !this.#said.length;
  }

  protected override reload() {
    this.#reading.reload();
  }

  get #said(): RoleSaid[] {
    return this.#reading.said(this.language);
  }

  get #stage(): Stage {
    return {
      reading: this.#reading,
      late: this.acts.here,
      language: this.language,
      takes: (name) => this.takes(name),
      press: this.#onPress,
      prepare: (then) => this.acts.do(({ acting }) => then?.(acting)),
    };
  }

  /** It is said at once, and asked then what it is said with; what becomes a letter is said once, with that. */
  #onPress: Stage['press'] = (about, on, button) => {
    const isLetter = on && this.store?.provider.reach === 'mail';
    const box = button.getBoundingClientRect();
    if (isLetter || sayOf(about, on, undefined, (...said) => this.say(...said)))
      this.#stage.prepare((acting) => acting.pressed(about, on, isLetter ? undefined : '', box));
  };

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctWord(this, 'layout', ['chip', 'card', 'glyph']);
    this.#held = this.shadowRoot?.activeElement;
  }

  override updated(changed: Parameters<KithElement['updated']>[0]) {
    super.updated(changed);
    const late = this.acts.here;
    const ids = this.#said.map(({ id }) => id);
    if (late && this.shadowRoot) late.settle(this.shadowRoot, ids, this.#held ?? null, late.acting);
    if (!this.store || this.loaded?.state !== 'ready') return;
    const { name, member } = this;
    if (member && !this.#reading.member) warnOnce(this, `member="${member}" is nobody in this community`);
    if (name && !this.#reading.isHeld(this.#said) && !roleNamed(name, this.#reading.roles))
      warnOnce(this, `name="${name}" is no role of this community`);
  }

  override render() {
    const { words, direction, format } = this.language;
    const said = this.#said;
    const stage = this.#stage;
    const isHere = this.loaded?.value !== undefined && this.status !== 'loading';
    const acts = isHere
      ? html`${memberActs(said, stage)} ${stage.late?.told(stage.late)} ${stage.late?.mended(stage, stage.late)}`
      : nothing;
    if (!said.length || !isHere) {
      return html`${this.renderPlaceholder(this.name ? words.openRole : words.noRoles)}
        <div lang=${format.locale} dir=${direction}>${acts}</div>`;
    }
    const { headingLevel, pictures } = this;
    const { member, reader } = this.#reading;
    return html`<div part="base" lang=${format.locale} dir=${direction}>
      ${layouts[this.layout](said, {
        member,
        words,
        headingLevel,
        pictures,
        viewer: reader?.viewer,
        acts: (one) => roleActs(one, said.length === 1 && this.layout === 'card', stage),
      })}
      ${acts} ${this.renderStatus()}
    </div>`;
  }
}
