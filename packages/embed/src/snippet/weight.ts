import type { Widget } from '../static/shown.js';
import { isOnServer } from './source.js';
import type { Form, Published, Wanted } from './wanted.js';

/** A hash may have dashes in it, and is always as long. */
const HASHED = /^kith-(.+)-[\w-]{8}\.js$/;

/** Files of the kit, by what they are called before their hash and after `kith-`. */
const words = (names: string) => names.split(' ');
const documents = words('json roles http rolldown-runtime');
const writing = words('acts saying announce in-language own-databases follow pieces place pledges rolldown-runtime');

/** What a widget needs beside all others: to be read, and for members' wishes once it has been. */
const own: Readonly<Record<Widget, { read: readonly string[]; written: readonly string[] }>> = {
  'purpose-banner': { read: [], written: ['purpose-banner-acts'] },
  'role-badge': { read: [], written: ['role-badge-acts'] },
  'recognition-wall': {
    read: [],
    written: words('recognition-wall-acts recognition-wall-composing composer.en met can-be-met people-search roles'),
  },
  'progression-ladder': { read: [], written: words('progression-ladder-acts met') },
  'peer-intro': {
    read: words('meetings can-be-met common-ground met'),
    written: words('peer-intro-acts met note can-be-met'),
  },
};

/**
 * What a visitor's browser loads of Kith's code for a snippet, zipped, before anybody acts. A framework packs what it
 * needs by itself: of those it is about what comes.
 */
export function bytesOf(wanted: Wanted, form: Form, { files }: Published): number {
  if (form === 'static' || form === 'picture') return 0;
  // What a folder holds as a page is words: all that runs is what tells its height, and what hears it.
  if (form === 'frame' && !isOnServer(wanted.part)) return weighed(files, ['tell-height.js', 'fit.js']);
  const names = [...partsOf(wanted, form), ...(form === 'div' ? ['become'] : [])];
  const framed = form === 'frame' ? ['frame.js', 'fit.js'] : [];
  return weighed(files, ['kith.js', 'kith.css', ...framed], names);
}

function weighed(files: Published['files'], whole: readonly string[], parts: readonly string[] = []): number {
  const isLoaded = (file: string) => whole.includes(file) || parts.includes(file.replace(HASHED, '$1'));
  return Object.entries(files).reduce((sum, [file, { bytes }]) => sum + (isLoaded(file) ? bytes : 0), 0);
}

function partsOf({ widget, people, part }: Wanted, form: Form): string[] {
  const { read, written } = own[widget];
  if (isOnServer(part)) return [...words('server http live'), ...writing, ...written];
  if (typeof part === 'object')
    return [...words('mail by-mail intent once dist'), ...documents, ...read, ...writing, ...written];
  const isHtml = 'document' in people && (form === 'tag' || form === 'div' || form === 'astro');
  return [...(isHtml ? ['html'] : []), ...documents, ...read];
}
