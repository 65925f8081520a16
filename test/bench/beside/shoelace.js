/* global document, matchMedia */
import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/themes/dark.css';
import '@shoelace-style/shoelace/dist/components/avatar/avatar.js';
import '@shoelace-style/shoelace/dist/components/badge/badge.js';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/card/card.js';
import '@shoelace-style/shoelace/dist/components/details/details.js';
import '@shoelace-style/shoelace/dist/components/divider/divider.js';
import '@shoelace-style/shoelace/dist/components/icon/icon.js';
import '@shoelace-style/shoelace/dist/components/progress-bar/progress-bar.js';
import '@shoelace-style/shoelace/dist/components/tag/tag.js';
import { registerIconLibrary } from '@shoelace-style/shoelace/dist/utilities/icon-library.js';
import { html, nothing } from 'lit';
import { badge, banner, intro, ladder, wall } from './words.js';
import './shoelace.css';

const icons = import.meta.glob(
  './node_modules/@shoelace-style/shoelace/dist/assets/icons/{people-fill,diagram-3-fill,lightbulb-fill,tools,check-circle-fill,circle,person-circle,clock,clock-history,chevron-right,trophy-fill,gift-fill}.svg',
  { query: '?url', import: 'default', eager: true },
);
registerIconLibrary('default', {
  resolver: (name) => icons[`./node_modules/@shoelace-style/shoelace/dist/assets/icons/${name}.svg`],
});
const dark = matchMedia('(prefers-color-scheme: dark)');
document.documentElement.classList.toggle('sl-theme-dark', dark.matches);

const roleIcons = {
  sharer: 'people-fill',
  connector: 'diagram-3-fill',
  innovator: 'lightbulb-fill',
  builder: 'tools',
};

const initialsOf = (name) =>
  name
    .split(/\s+/)
    .map(([first]) => first)
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('');
const avatar = (name) => html`<sl-avatar initials=${initialsOf(name)} label=${name}></sl-avatar>`;
const group = (names) => html`<span class="sl-group">${names.map(avatar)}</span>`;
// Two letters do not fit into a pile this small.
const pile = (names) =>
  html`<span class="sl-group"
    >${names.map((name) => html`<sl-avatar initials=${name[0]} label=${name}></sl-avatar>`)}</span
  >`;

const cheers = ({ cheerers, cheers }) =>
  html`<div slot="footer" class="sl-row sl-small">${pile(cheerers)}<span>${cheers}</span></div>`;

const signed = ({ from, role, at }) =>
  html`<div slot="header" class="sl-row">
    ${avatar(from)}
    <div>
      <strong>${from}</strong>
      <div class="sl-quiet">${at}</div>
    </div>
    ${role ? html`<sl-icon class="sl-end" name=${roleIcons[role]} label=${role}></sl-icon>` : nothing}
  </div>`;

const { best, short, evidence, shipped } = wall;

export const cells = {
  banner: html`<div class="sl-stack">
    <h1 class="sl-display">${banner.statement}</h1>
    <div class="sl-row">${group(banner.people)}</div>
    <p class="sl-quiet">${banner.provenance}</p>
    <p><a href="#">${banner.made}</a></p>
    <sl-button variant="primary" size="large" href="#">${banner.invitation}</sl-button>
  </div>`,

  badge: html`<div class="sl-stack">
    <div class="sl-row">
      ${badge.roles.map(
        ({ id, name, ring }) =>
          html`<sl-tag pill variant=${ring === 'shown' ? 'primary' : 'neutral'}
            ><sl-icon name=${roleIcons[id]}></sl-icon>&nbsp;${name}&nbsp;<sl-badge
              variant=${ring === 'shown' ? 'primary' : 'neutral'}
              pill
              >${ring}</sl-badge
            ></sl-tag
          >`,
      )}
    </div>
    <sl-card class="sl-card">
      <div class="sl-row sl-top">
        <sl-avatar class="sl-large" label="Sharer"><sl-icon slot="icon" name="people-fill"></sl-icon></sl-avatar>
        <div class="sl-stack sl-tight">
          <h3 class="sl-heading">${badge.heading}</h3>
          <p>${badge.wish}</p>
          <div class="sl-row sl-small">${pile(badge.people)}<span>${badge.seen}</span></div>
          <p class="sl-quiet">${badge.shown}</p>
          <sl-button size="small">${badge.detail}</sl-button>
        </div>
      </div>
    </sl-card>
  </div>`,

  wall: html`<div class="sl-stack">
    <sl-card class="sl-card">
      <div class="sl-row">
        <sl-icon class="sl-mark" name="trophy-fill"></sl-icon>
        <div>
          <strong>${best.deed}</strong>
          <div>${best.who} <span class="sl-quiet">${best.at}</span></div>
        </div>
      </div>
      <p class="sl-quiet">${best.by}</p>
      <p class="sl-quote">${best.reply}</p>
      ${cheers(best)}
    </sl-card>
    <sl-card class="sl-card">
      ${signed(short)}
      <p><strong>${short.to}</strong> ${short.text}</p>
      ${cheers(short)}
    </sl-card>
    <sl-card class="sl-card">
      <img slot="image" src=${evidence.picture} alt=${evidence.alt} />
      ${signed(evidence)}
      <p class="sl-quiet">${evidence.need}</p>
      <p>${evidence.text}</p>
      <p>${evidence.names}</p>
      ${cheers(evidence)}
    </sl-card>
    <sl-card class="sl-card">
      ${signed(shipped)}
      <p class="sl-row sl-quiet">
        <sl-icon name="clock-history"></sl-icon><span>${shipped.asked}</span> <span>${shipped.here}</span>
        <sl-badge pill variant="success">${shipped.took}</sl-badge>
      </p>
      <p>${shipped.text}</p>
      <p>${shipped.names}</p>
      ${cheers(shipped)}
    </sl-card>
  </div>`,

  ladder: html`<sl-card class="sl-card">
    <div class="sl-stack">
      <sl-details summary=${ladder.behind}></sl-details>
      <div class="sl-row sl-top">
        <sl-icon class="sl-done" name="check-circle-fill"></sl-icon>
        <div>
          <div>${ladder.already} <span class="sl-quiet">${ladder.here.since}</span></div>
          <div class="sl-row sl-small">${pile(ladder.cheerers)}<span>${ladder.cheers}</span></div>
        </div>
      </div>
      <div class="sl-row sl-top">
        <sl-icon class="sl-now" name="person-circle"></sl-icon>
        <div class="sl-stack sl-tight sl-grow">
          <h3 class="sl-heading">${ladder.act}</h3>
          <sl-progress-bar value=${(100 * ladder.value) / ladder.of} label=${ladder.soFar}></sl-progress-bar>
          <p class="sl-quiet">${ladder.soFar}</p>
          <p>${ladder.then}</p>
          <p class="sl-row sl-line"><sl-icon name="gift-fill"></sl-icon><span>${ladder.opens}</span></p>
          <p class="sl-row sl-small">${pile(['Kwame Boateng'])}<span>${ladder.follower}</span></p>
        </div>
      </div>
      ${ladder.ahead.map(
        (can) =>
          html`<div class="sl-row sl-quiet">
            <sl-icon class="sl-ahead" name="circle"></sl-icon><span>${can}</span>
          </div>`,
      )}
      <sl-divider></sl-divider>
      <table class="sl-table">
        ${ladder.bests.map(
          ({ deed, at }) =>
            html`<tr>
              <td>${deed}</td>
              <td>${at}</td>
            </tr>`,
        )}
      </table>
    </div>
  </sl-card>`,

  intro: html`<sl-card class="sl-card">
    <div slot="header" class="sl-row">
      ${group(intro.people)}
      <h3 class="sl-heading">${intro.heading}</h3>
    </div>
    <div class="sl-stack sl-tight">
      ${intro.reasons.map(
        ([before, words, after]) =>
          html`<p>
            ${before}${words.map(
              (word, i) => html`${i ? ' and ' : ''}<sl-tag size="small" variant="primary">${word}</sl-tag>`,
            )}${after}
          </p>`,
      )}
      <p class="sl-row sl-line"><sl-icon name="clock"></sl-icon><span>${intro.hours}</span></p>
    </div>
    <div slot="footer">
      <strong>${intro.about}</strong>
      <div class="sl-quiet">${intro.headline}</div>
    </div>
  </sl-card>`,
};
