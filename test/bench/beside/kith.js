import { createStore } from '@kith/core';
import { defineAll } from '@kith/elements';
import { json } from '@kith/providers/json';
import { html } from 'lit';
import community from './community.json';

defineAll();
const now = () => new Date('2026-11-21T12:00:00Z');
const storeOf = (viewer) => createStore(json({ document: community }), { now, ...(viewer && { viewer }) });
const store = storeOf();

export const cells = {
  banner: html`<kith-purpose-banner .store=${store}></kith-purpose-banner>`,
  badge: html`<kith-role-badge .store=${store} member="ada"></kith-role-badge>
    <kith-role-badge .store=${store} member="ada" name="sharer" layout="card"></kith-role-badge>`,
  wall: html`<kith-recognition-wall .store=${store} pictures="allow"></kith-recognition-wall>`,
  ladder: html`<kith-progression-ladder .store=${storeOf('yuki')} ladder="pull-up"></kith-progression-ladder>`,
  intro: html`<kith-peer-intro .store=${storeOf('ada')} member="bo"></kith-peer-intro>`,
};
