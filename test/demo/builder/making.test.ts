import { describe, expect, it } from 'vitest';
import type { CommunityDocument } from '@kith/core';
import { editors } from '@kith/embed/snippet';
import {
  asked,
  canHave,
  canTakePart,
  documentOf,
  formOf,
  isMade,
  lacksPicture,
  letterOf,
  lookOf,
  nameLeftIn,
  nothing,
  questionOf,
  stepsOf,
  wantedOf,
  type Making,
} from '../../../demo/builder/making.js';
import { picturesOf } from '../../../demo/builder/pictures.js';

const ada = { ...nothing, to: 'Ada Obi', did: 'You stayed until the last kettle worked.' };

describe('a letter', () => {
  it.each(['ask', 'off', undefined] as const)('names nobody while the answer is %s', (consent) => {
    const document = letterOf({ ...ada, consent });
    expect(JSON.stringify(document)).not.toContain('Ada');
    expect(document.recognitions).toEqual([{ id: 'letter', unnamed: 1, text: ada.did }]);
    expect(JSON.stringify(wantedOf({ ...ada, consent }))).not.toContain('Ada');
  });

  it('is not chosen by who may not be named: nothing would be left of it', () => {
    const chosen = { ...ada, attributes: { member: 'ada-obi', layout: 'grid' } };
    expect(wantedOf({ ...chosen, consent: 'off' }).attributes).toEqual({ layout: 'grid' });
    expect(wantedOf({ ...chosen, consent: 'yes' }).attributes).toEqual(chosen.attributes);
  });

  it('names them once they said yes, and shows the name before to who writes it', () => {
    expect(letterOf({ ...ada, consent: 'yes' }).members).toEqual([{ id: 'ada-obi', name: 'Ada Obi' }]);
    expect(letterOf(ada, true).members).toEqual([{ id: 'ada-obi', name: 'Ada Obi' }]);
    expect(letterOf({ ...ada, consent: 'ask' }, true).members).toEqual([]);
  });

  it('is signed, also by somebody of the same name', () => {
    expect(letterOf({ ...ada, from: 'ada obi', consent: 'yes' }).recognitions?.[0]?.from).toBe('ada-obi');
    expect(letterOf({ ...ada, to: 'مريم', from: '???', consent: 'yes' }).members?.map(({ id }) => id)).toEqual([
      'مريم',
      'somebody',
    ]);
  });

  it('is not signed with the name that is off', () => {
    expect(JSON.stringify(letterOf({ ...ada, from: 'ada  obi', consent: 'off' }))).not.toContain('ada');
    expect(letterOf({ ...ada, from: 'Bo', consent: 'off' }).recognitions?.[0]?.from).toBe('bo');
    expect(JSON.stringify(letterOf({ ...ada, from: 'Ada', consent: 'off' }))).not.toMatch(/ada/i);
    expect(JSON.stringify(letterOf({ ...ada, to: 'Ada', from: 'Ada Obi', consent: 'off' }))).not.toMatch(/ada/i);
    expect(letterOf({ ...ada, from: 'Ada', consent: 'yes' }).recognitions?.[0]?.from).toBe('ada');
    expect(letterOf({ ...ada, to: 'J', from: 'j', consent: 'off' }).recognitions?.[0]?.from).toBeUndefined();
  });

  it('tells where its own words still say a name that is to stay off', () => {
    const left = { ...ada, did: 'You stayed. Thank you, Ada.', consent: 'off' } as const;
    expect(nameLeftIn(left)).toEqual([23, 26]);
    expect(nameLeftIn({ ...left, consent: 'ask' })).toEqual([23, 26]);
    expect(nameLeftIn({ ...left, consent: 'yes' })).toBeUndefined();
    expect(nameLeftIn({ ...left, consent: undefined })).toBeUndefined();
    expect(nameLeftIn({ ...left, did: ada.did })).toBeUndefined();
  });

  it('is let go where somebody looked and found another word, until it is another letter', () => {
    const will: Making = { ...nothing, to: 'Will', did: 'You will be missed.', consent: 'off' };
    const looked = { ...will, lookedAt: lookOf(will) };
    expect(nameLeftIn(will)).toBeDefined();
    expect(nameLeftIn(looked)).toBeUndefined();
    expect(nameLeftIn({ ...looked, did: 'Will, you stayed.' })).toBeDefined();
    expect(nameLeftIn({ ...looked, to: 'Missed' })).toBeDefined();
  });
});

describe('the questions', () => {
  it('come one after the other', () => {
    expect(asked(nothing)).toBe('letter');
    expect(asked(ada)).toBe('consent');
    expect(asked({ ...ada, consent: 'ask' })).toBe('place');
    expect(isMade({ ...ada, consent: 'ask' }, editors)).toBe(false);
    expect(isMade({ ...ada, consent: 'ask', place: 'html' }, editors)).toBe(true);
    expect(isMade({ ...ada, consent: 'ask', place: 'wordpress' }, editors)).toBe(false);
    expect(isMade({ ...ada, consent: 'ask', place: 'wordpress', sees: false }, editors)).toBe(true);
  });

  it('give each place its form, another where it lacks what was asked about, and the chosen one before both', () => {
    for (const { id, form, unless } of editors) {
      expect(formOf({ ...ada, place: id, sees: true }, editors)).toBe(form);
      expect(formOf({ ...ada, place: id, sees: false }, editors)).toBe(unless?.form ?? form);
      expect(formOf({ ...ada, place: id, sees: false, form: 'react' }, editors)).toBe('react');
    }
  });
});

describe('steps', () => {
  it.each(editors.filter(({ unless }) => unless).map(({ id }) => [id] as const))(
    'in %s lead another way where what was asked about is not there',
    (place) => {
      const [yes, no] = [true, false].map((sees) => stepsOf({ ...ada, place, sees }, editors));
      expect(no?.length).toBeGreaterThan(1);
      expect(no).not.toEqual(yes);
    },
  );

  it('never name what somebody just said they do not see', () => {
    expect(stepsOf({ ...ada, place: 'wordpress', sees: false }, editors).join()).not.toContain('Custom HTML');
    expect(stepsOf({ ...ada, place: 'readme', sees: false }, editors).join()).not.toContain('picture');
  });
});

describe('a picture', () => {
  const readme = { ...ada, consent: 'yes', place: 'readme', sees: true } as const;
  const us: CommunityDocument = {
    kith: 1,
    members: [{ id: 'ada', name: 'Ada', roles: [{ role: 'builder' }] }],
    ladders: [{ id: 'keys', name: 'Keys', rungs: [{ id: 'one', name: 'One', can: 'Open the door' }] }],
  };
  const people = { kind: 'document', document: us } as const;

  it.each<[string, Partial<Making>, boolean]>([
    ['a letter', {}, true],
    ['a purpose nobody stated', { widget: 'purpose-banner', people }, false],
    ['a purpose the tag states', { widget: 'purpose-banner', attributes: { statement: 'Mend together.' } }, true],
    ['roles of nobody', { widget: 'role-badge', people }, false],
    ['roles of somebody', { widget: 'role-badge', people, attributes: { member: 'ada' } }, true],
    ['roles of who is not there', { widget: 'role-badge', people, attributes: { member: 'bo' } }, false],
    ['a ladder', { widget: 'progression-ladder', people }, true],
    ['a ladder that is not there', { widget: 'progression-ladder', people, attributes: { ladder: 'no' } }, false],
    ['no ladder', { widget: 'progression-ladder' }, false],
    ['who could use a hand', { widget: 'peer-intro', people }, true],
    [
      'a statement beside people at an address',
      {
        widget: 'purpose-banner',
        attributes: { statement: 'Mend together.' },
        people: { kind: 'link', src: 'https://example.org/us.json' },
      },
      true,
    ],
  ])('of %s is copied where there is one, and words with a reason where there is none', async (_, patch, isDrawn) => {
    const making = { ...readme, ...patch };
    const drawn = await picturesOf(making, documentOf(making) ?? { kith: 1 });
    expect(drawn !== undefined).toBe(isDrawn);
    expect(formOf(making, editors)).toBe(isDrawn ? 'picture' : 'static');
    expect(formOf({ ...making, place: 'html', form: 'picture' }, editors)).toBe(isDrawn ? 'picture' : 'static');
    expect(lacksPicture(making, editors)).toMatch(isDrawn ? /^$/ : /no picture|picture of/);
    expect(questionOf(making, editors)).toBe(isDrawn ? 'Can you add pictures to the project?' : undefined);
    expect(isMade({ ...making, sees: undefined }, editors)).toBe(!isDrawn);
    expect(stepsOf(making, editors).join().includes('pictures')).toBe(isDrawn);
  });

  it('of people at an address is none, and the way there is copied', () => {
    const making: Making = { ...readme, people: { kind: 'link', src: 'https://example.org/us.json' } };
    expect(formOf(making, editors)).toBe('static');
    expect(lacksPicture(making, editors)).toContain('a link to them is copied');
    expect(lacksPicture({ ...making, place: 'html' }, editors)).toBe('');
  });

  it('says the statement of its tag, and who somebody is with their roles', async () => {
    const banner = { ...readme, widget: 'purpose-banner', attributes: { statement: 'Mend together.' } } as const;
    expect((await picturesOf(banner, { ...us, purpose: { statement: 'Another.' } }))?.light).toMatch(/Mend together\./);
    const badge = { ...readme, widget: 'role-badge', attributes: { member: 'ada' } } as const;
    expect((await picturesOf(badge, us))?.dark).toMatch(/Ada[^]*Builder/);
  });

  it('says days with their year: it is looked at for longer than "Saturday" is true', async () => {
    const at = new Date().toISOString().slice(0, 10);
    const letter = { id: 'r', to: ['ada'], text: 'You stayed.', at };
    const drawn = await picturesOf(readme, { ...us, recognitions: [letter] });
    expect(drawn?.light).toContain(at.slice(0, 4));
  });
});

describe('a frame', () => {
  it('is there where a server has the page in it, and nowhere else', () => {
    const server = { server: 'https://kith.example.org/v1/us' };
    const making = { ...ada, place: 'html', form: 'frame' } as const;
    expect(canHave('frame', making)).toBe(false);
    expect(formOf(making, editors)).toBe('tag');
    expect(formOf({ ...making, part: { mail: 'ada@example.org' } }, editors)).toBe('tag');
    expect(formOf({ ...making, part: { server: 'kith.example.org' } }, editors)).toBe('tag');
    expect(formOf({ ...making, part: server }, editors)).toBe('frame');
  });
});

describe('taking part', () => {
  it('waits for an address', () => {
    expect(canTakePart({ ...ada, part: { mail: 'ada' } })).toBe(false);
    expect(wantedOf({ ...ada, part: { mail: 'ada' } }).part).toBe('show');
    expect(wantedOf({ ...ada, part: { mail: 'ada@example.org' } }).part).toEqual({ mail: 'ada@example.org' });
    expect(canTakePart({ ...ada, part: { mail: 'ada@example.org, bo@example.org' } })).toBe(true);
    expect(canTakePart({ ...ada, part: { mail: '' } })).toBe(false);
    expect(canTakePart({ ...ada, part: { server: 'https://kith.example.org/us' } })).toBe(false);
    expect(canTakePart({ ...ada, part: { server: 'kith.example.org' } })).toBe(false);
    expect(canTakePart({ ...ada, part: { server: 'https://kith.example.org/v1/us' } })).toBe(true);
  });
});
