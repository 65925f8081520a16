/* global document, matchMedia */
import '@fontsource-variable/material-symbols-outlined/fill.css';
import {
  argbFromHex,
  hexFromArgb,
  Hct,
  MaterialDynamicColors,
  SchemeFidelity,
} from '@material/material-color-utilities';
import '@material/web/button/filled-button.js';
import '@material/web/button/text-button.js';
import '@material/web/chips/assist-chip.js';
import '@material/web/chips/chip-set.js';
import '@material/web/divider/divider.js';
import '@material/web/icon/icon.js';
import '@material/web/labs/card/filled-card.js';
import '@material/web/labs/card/outlined-card.js';
import '@material/web/list/list.js';
import '@material/web/list/list-item.js';
import '@material/web/progress/linear-progress.js';
import { styles as typescale } from '@material/web/typography/md-typescale-styles.js';
import { html, nothing } from 'lit';
import { badge, banner, intro, ladder, wall } from './words.js';
import './material.css';

document.adoptedStyleSheets.push(typescale.styleSheet);

// What the Material Theme Builder writes down for the site's accent.
const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
const scheme = new SchemeFidelity(Hct.fromInt(argbFromHex('#c43d00')), isDark, 0);
for (const [key, color] of Object.entries(MaterialDynamicColors)) {
  if (typeof color !== 'object' || !('getArgb' in color)) continue;
  const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  document.documentElement.style.setProperty(`--md-sys-color-${name}`, hexFromArgb(color.getArgb(scheme)));
}

const roleIcons = { sharer: 'group', connector: 'hub', innovator: 'lightbulb', builder: 'construction' };

const initialsOf = (name) =>
  name
    .split(/\s+/)
    .map(([first]) => first)
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('');
const avatar = (name, slot) =>
  html`<span slot=${slot ?? ''} class="md-avatar" role="img" aria-label=${name}
    ><span aria-hidden="true">${initialsOf(name)}</span></span
  >`;
const group = (names) => html`<span class="md-group">${names.map((name) => avatar(name))}</span>`;
// Two letters do not fit into a pile this small.
const pile = (names) =>
  html`<span class="md-group"
    >${names.map(
      (name) =>
        html`<span class="md-avatar" role="img" aria-label=${name}><span aria-hidden="true">${name[0]}</span></span>`,
    )}</span
  >`;
const cheers = ({ cheerers, cheers }) =>
  html`<div class="md-row md-typescale-body-medium md-small">${pile(cheerers)}<span>${cheers}</span></div>`;
const signed = ({ from, role, at }) =>
  html`<div class="md-row">
    ${avatar(from)}
    <div>
      <div class="md-typescale-title-medium">${from}</div>
      <div class="md-typescale-body-medium md-quiet">${at}</div>
    </div>
    ${role ? html`<md-icon class="md-end" aria-label=${role}>${roleIcons[role]}</md-icon>` : nothing}
  </div>`;

const { best, short, evidence, shipped } = wall;

export const cells = {
  banner: html`<div class="md-stack">
    <h1 class="md-typescale-display-medium">${banner.statement}</h1>
    ${group(banner.people)}
    <p class="md-typescale-body-medium md-quiet">${banner.provenance}</p>
    <p class="md-typescale-body-large"><a href="#">${banner.made}</a></p>
    <md-filled-button href="#">${banner.invitation}</md-filled-button>
  </div>`,

  badge: html`<div class="md-stack">
    <md-chip-set>
      ${badge.roles.map(
        ({ id, name, ring }) =>
          html`<md-assist-chip ?elevated=${ring === 'shown'} label=${`${name}, ${ring}`}
            ><md-icon slot="icon">${roleIcons[id]}</md-icon></md-assist-chip
          >`,
      )}
    </md-chip-set>
    <md-outlined-card class="md-card">
      <div class="md-row md-top">
        <span class="md-avatar md-large"><md-icon>group</md-icon></span>
        <div class="md-stack md-tight">
          <h3 class="md-typescale-title-large">${badge.heading}</h3>
          <p class="md-typescale-body-large">${badge.wish}</p>
          <div class="md-row md-typescale-body-medium md-small">${pile(badge.people)}<span>${badge.seen}</span></div>
          <p class="md-typescale-body-medium md-quiet">${badge.shown}</p>
          <md-text-button class="md-start">${badge.detail}</md-text-button>
        </div>
      </div>
    </md-outlined-card>
  </div>`,

  wall: html`<div class="md-stack">
    <md-filled-card class="md-card">
      <div class="md-row">
        <md-icon class="md-mark">emoji_events</md-icon>
        <div>
          <div class="md-typescale-title-large">${best.deed}</div>
          <div class="md-typescale-body-medium">${best.who} <span class="md-quiet">${best.at}</span></div>
        </div>
      </div>
      <p class="md-typescale-body-medium md-quiet">${best.by}</p>
      <p class="md-typescale-body-medium md-quote">${best.reply}</p>
      ${cheers(best)}
    </md-filled-card>
    <md-outlined-card class="md-card">
      ${signed(short)}
      <p class="md-typescale-body-large"><strong>${short.to}</strong> ${short.text}</p>
      ${cheers(short)}
    </md-outlined-card>
    <md-outlined-card class="md-card">
      ${signed(evidence)}
      <p class="md-typescale-body-medium md-quiet">${evidence.need}</p>
      <img src=${evidence.picture} alt=${evidence.alt} />
      <p class="md-typescale-body-large">${evidence.text}</p>
      <p class="md-typescale-body-large">${evidence.names}</p>
      ${cheers(evidence)}
    </md-outlined-card>
    <md-outlined-card class="md-card">
      ${signed(shipped)}
      <div class="md-row md-typescale-body-medium md-quiet">
        <md-icon>update</md-icon><span>${shipped.asked}</span> <span>${shipped.here}</span>
        <strong>${shipped.took}</strong>
      </div>
      <p class="md-typescale-body-large">${shipped.text}</p>
      <p class="md-typescale-body-large">${shipped.names}</p>
      ${cheers(shipped)}
    </md-outlined-card>
  </div>`,

  ladder: html`<md-outlined-card class="md-card md-flush">
    <md-list>
      <md-list-item type="button"><md-icon slot="start">expand_more</md-icon>${ladder.behind}</md-list-item>
      <md-list-item>
        <md-icon slot="start" class="md-mark">check_circle</md-icon>
        <span slot="headline">${ladder.already}</span>
        <span slot="supporting-text">${ladder.here.since}</span>
        <span slot="supporting-text" class="md-row md-small"
          >${pile(ladder.cheerers)}<span>${ladder.cheers}</span></span
        >
      </md-list-item>
      <md-list-item class="md-now">
        ${avatar('Yuki Tanaka', 'start')}
        <span slot="headline" class="md-typescale-headline-small">${ladder.act}</span>
        <div slot="supporting-text" class="md-stack md-tight">
          <md-linear-progress value=${ladder.value / ladder.of} aria-label=${ladder.soFar}></md-linear-progress>
          <span>${ladder.soFar}</span>
          <span class="md-typescale-body-large">${ladder.then}</span>
          <span class="md-row md-small"><md-icon>redeem</md-icon><span>${ladder.opens}</span></span>
          <span class="md-row md-small">${pile(['Kwame Boateng'])}<span>${ladder.follower}</span></span>
        </div>
      </md-list-item>
      ${ladder.ahead.map(
        (can) =>
          html`<md-list-item
            ><md-icon slot="start" class="md-quiet">radio_button_unchecked</md-icon>${can}</md-list-item
          >`,
      )}
      <md-divider inset></md-divider>
      ${ladder.bests.map(
        ({ deed, at }) =>
          html`<md-list-item
            >${deed}<span slot="trailing-supporting-text" class="md-typescale-body-medium">${at}</span></md-list-item
          >`,
      )}
    </md-list>
  </md-outlined-card>`,

  intro: html`<md-outlined-card class="md-card">
    <div class="md-row">
      ${group(intro.people)}
      <h3 class="md-typescale-headline-small">${intro.heading}</h3>
    </div>
    ${intro.reasons.map(
      ([before, words, after]) =>
        html`<p class="md-typescale-body-large">
          ${before}${words.map((word, i) => html`${i ? ' and ' : ''}<mark class="md-match">${word}</mark>`)}${after}
        </p>`,
    )}
    <div class="md-row md-typescale-body-large"><md-icon>schedule</md-icon><span>${intro.hours}</span></div>
    <md-divider></md-divider>
    <div>
      <div class="md-typescale-title-medium">${intro.about}</div>
      <div class="md-typescale-body-medium md-quiet">${intro.headline}</div>
    </div>
  </md-outlined-card>`,
};
