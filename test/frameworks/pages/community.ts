import { memory } from '@kith/providers/memory';

/** A provider of the page's own: an object, which no attribute can say. */
export const provider = memory({
  kith: 1,
  community: { id: 'bench', name: 'The bench' },
  members: [
    { id: 'noor', kind: 'person', name: 'Noor Haddad' },
    { id: 'yuki', kind: 'person', name: 'Yuki Mori' },
    { id: 'tomas', kind: 'person', name: 'Tomás Ruiz' },
  ],
  recognitions: [
    { id: 'kettle', occasion: 'thanks', from: 'noor', to: ['tomas'], text: 'You stayed until the last kettle worked.' },
  ],
});
