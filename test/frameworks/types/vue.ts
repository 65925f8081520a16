import type {} from '@kith/elements/vue';
import type { Store } from '@kith/core';
import type { GlobalComponents } from 'vue';

/** As a template is checked: what stands in a tag are its properties. */
type Props<T extends keyof GlobalComponents> = InstanceType<GlobalComponents[T]>['$props'];
declare const store: Store;

export const wall: Props<'kith-recognition-wall'> = {
  store,
  layout: 'grid',
  pageSize: 10,
  compose: '',
  lang: 'ar',
  'onKith-cheer': (event) => console.log(event.detail),
};
export const badge: Props<'kith-role-badge'> = { member: 'ada', layout: 'glyph' };
// @ts-expect-error There is no such layout.
export const odd: Props<'kith-recognition-wall'> = { layout: 'gird' };
// @ts-expect-error A badge shows no letters.
export const other: Props<'kith-role-badge'> = { pageSize: 10 };
