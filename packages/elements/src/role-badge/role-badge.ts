import { roleNamed, speech, type RoleSaid, type Words } from '@kith/core';
import { badge } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { correctWord, text, warnOnce } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { LateController } from '../late-controller.js';
import { placeholder } from '../status.js';
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
 * @csspart detail - What unfolds of somebody's role: what others saw, the letters that show it, what it needs.
 * @csspart reason - What one of them saw.
 * @csspart letter - One of the letters that show it.
 * @csspart badge - A badge from elsewhere in one of them.
 * @csspart along - What unfolds to take one's own roles elsewhere.
 * @csspart copy - The button that copies a line, or HTML.
 * @csspart download - A link that downloads a picture, or an Open Badge.
 * @csspart description - What the role is.
 * @csspart needs - What the role needs.
 * @csspart title - The member's title.
 * @csspart affirm - The button "I've seen this", or "Suggest … for this".
 * @csspart claim - The button "I'd like to be known for this".
 * @csspart suggest - What unfolds to suggest somebody for a role, and the button "Suggest someone", which opens the role finder.
 * @csspart accept - The button "That's me".
 * @csspart decline - The button "Not me".
 * @csspart compose - A question: what somebody saw, who comes to mind, or the wish in own words.
 * @csspart pass - The button "Nobody comes to mind".
 * @csspart back - The button that goes back to the question before.
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

  /**
   * The role's id. Alone it is the role itself, one of the six where the page has no community.
   * @label Which role
   * @help Left empty, all of somebody’s roles, or all there are.
   */
  declare name: string | undefined;
  /**
   * Whose role it is; without a name all of theirs. Without either, the roles there are.
   * @label Whose role
   * @help One person; left empty, the role itself and who said yes to it.
   */
  declare member: string | undefined;
  /**
   * A word in its outline, a medallion with its people, or the glyph alone.
   * @label Shape
   * @help A word in its outline, a card with its people, or the sign alone.
   */
  declare layout: 'chip' | 'card' | 'glyph';

  protected override readonly speech = spoken;
  readonly #reading = new RoleReading(this);
  protected override readonly acts = new ActsController(this, async () => {
    const code = await import('./acts.js');
    const acting = new code.Acting(this, this.#reading, (...said) => this.say(...said));
    return { ...code, acting, isOwn: acting.isOwn, edit: acting.reopen, editing: () => acting.drafts.instead };
  });
  protected override readonly detail = new LateController(this, async () => {
    const { Detail } = await import('./detail.js');
    return new Detail(this, this.#reading);
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
  #onPress: Stage['press'] = (about, part, button) => {
    const on = !part.on;
    const isLetter = on && this.store?.provider.reach === 'mail';
    const box = button.getBoundingClientRect();
    if (isLetter || sayOf(about, on, undefined, (...said) => this.say(...said)))
      this.acts.do((late) => late.pressed(about, part, isLetter, box, this.#stage, late));
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
      ? html`${stage.late?.told(stage.late)} ${memberActs(said, stage)} ${stage.late?.mended(stage, stage.late)}`
      : nothing;
    if (!said.length || !isHere) {
      const empty = this.store && (this.name ? words.openRole : words.noRoles);
      const below = html`<div lang=${format.locale} dir=${direction}>${acts}</div>`;
      return placeholder(this, words, empty, [below, this.renderStatus()]);
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
        unfold: (role) => this.detail.do((detail) => detail.unfold(role)),
        detail: (one) => this.detail.here?.render(one, this.language),
      })}
      ${acts} ${this.#renderAlong()} ${this.renderStatus()}
    </div>`;
  }

  #renderAlong() {
    return this.#reading.isOwn && this.layout !== 'glyph'
      ? html`<details part="along" class="suggest" @toggle=${() => this.detail.do((detail) => detail.takeAlong())}>
          <summary><span class="quiet">${this.language.words.takeAlong}</span></summary>
          ${this.detail.here?.renderAlong(this.language)}
        </details>`
      : nothing;
  }
}
