import {
  BEADS,
  roleNamed,
  sayRole,
  sayRoles,
  speech,
  type Loaded,
  type RoleSaid,
  type Store,
  type Words,
} from '@kith/core';
import { badge } from '@kith/core/strings/en';
import { html, type PropertyValues } from 'lit';
import { AtomController } from '../atom-controller.js';
import { correctWord, text, warnOnce } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { nobody } from '../sources.js';
import { glyphStyles } from '../styles/glyphs.styles.js';
import { unfoldStyles } from '../styles/unfold.styles.js';
import { layouts } from './layouts.js';
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
 * @csspart status - How things stand, where that needs saying.
 * @csspart retry - Tries again.
 * @cssproperty --kith-dye - How vivid the roles' dyes are; 0 draws them gray. Default: 0.085.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There is a role.
 * @cssstate empty - There is none.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
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
  readonly #member = new AtomController(this, () => this.#asked.member?.$answer);
  readonly #roles = new AtomController(this, () => this.#asked.roles?.$answer);
  readonly #holders = new AtomController(this, () => this.#asked.holders?.$answer);
  #nobody: Store | undefined;

  constructor() {
    super();
    this.layout = 'chip';
  }

  protected override get loaded(): Loaded<unknown> | undefined {
    const [first, second] = this.member
      ? [this.#member.value, this.#roles.value]
      : [this.#roles.value, this.#holders.value];
    if (!first?.value || first.state === 'failed' || !second) return first;
    // What is known of the one is shown without the other only once that has failed.
    if (second.state === 'failed') return { ...second, value: first.value };
    return second.value ? first : { state: 'loading' };
  }

  protected override get isEmpty() {
    return !this.#said.length;
  }

  protected override reload() {
    for (const asked of Object.values(this.#asked)) asked?.reload();
  }

  /** A role alone needs no community; then it is asked of nobody. */
  get #source(): Store | undefined {
    if (this.store || this.hold || this.member || !this.name) return this.store;
    return (this.#nobody ??= nobody());
  }

  /** The id of the role that is meant: its author may have written it with a capital. */
  get #id(): string | undefined {
    return this.name && (roleNamed(this.name, this.#roles.value?.value?.roles ?? [])?.id ?? this.name);
  }

  get #asked() {
    const { store, member } = this;
    const name = this.#id;
    return {
      member: member ? store?.ask({ kind: 'member', id: member }) : undefined,
      roles: this.#source?.ask({ kind: 'roles' }),
      holders: name && !member ? store?.ask({ kind: 'members', role: name, limit: BEADS }) : undefined,
    };
  }

  get #said(): RoleSaid[] {
    const { language } = this;
    const name = this.#id;
    const roles = this.#roles.value?.value?.roles ?? [];
    if (this.member) {
      const answer = this.#member.value?.value;
      const said = answer ? sayRoles(answer, roles, language) : [];
      return name ? said.filter(({ id }) => id === name) : said;
    }
    const holders = this.#holders.value?.value;
    return (name ? [name] : roles.map(({ id }) => id)).map((id) => sayRole(id, roles, holders, language));
  }

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctWord(this, 'layout', ['chip', 'card', 'glyph']);
  }

  override updated(changed: Parameters<KithElement['updated']>[0]) {
    super.updated(changed);
    if (!this.store || this.loaded?.state !== 'ready') return;
    const { name, member } = this;
    if (member && !this.#member.value?.value?.member) warnOnce(this, `member="${member}" is nobody in this community`);
    const isHeld = member ? this.#said.length : this.#holders.value?.value?.total;
    if (name && !isHeld && !roleNamed(name, this.#roles.value?.value?.roles ?? []))
      warnOnce(this, `name="${name}" is no role of this community`);
  }

  override render() {
    const { words, direction, format } = this.language;
    const said = this.#said;
    if (!said.length || !this.loaded?.value || this.status === 'loading') {
      return this.renderPlaceholder(this.name ? words.openRole : words.noRoles);
    }
    const { headingLevel, pictures } = this;
    const member = this.member ? this.#member.value?.value?.member : undefined;
    return html`<div part="base" lang=${format.locale} dir=${direction}>
      ${layouts[this.layout](said, { member, words, headingLevel, pictures })} ${this.renderStatus()}
    </div>`;
  }
}
