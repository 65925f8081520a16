import { expect, fixtureSync } from '@open-wc/testing';
import { ladderGuide, purposeGuide } from '../../stories/authors.js';
import { read, write } from './support.js';

const { info } = console;

/** A guide in the page, and what it says of what stands in it. */
function open(guide: HTMLElement) {
  fixtureSync<HTMLElement>('<div></div>').append(guide);
  const buttons = () => [...guide.querySelectorAll('button')];
  return {
    field: (asks: string, nth = 0) => {
      const labels = [...guide.querySelectorAll('label')].filter((label) => read(label).startsWith(asks));
      return labels[nth]?.control as HTMLInputElement;
    },
    press(name: string) {
      const button = buttons().find((each) => read(each) === name);
      if (!button) throw new Error(`There is no button “${name}”.`);
      button.focus();
      expect(document.activeElement === button, `“${name}” takes the focus`).to.equal(true);
      button.click();
    },
    found: () => [...guide.querySelectorAll('.findings li')].map(read),
  };
}

describe('for authors', () => {
  before(() => void (console.info = () => undefined));
  after(() => void (console.info = info));

  describe('a purpose', () => {
    const well = [
      'Concise It fits on a T-shirt: at most 8 words and 60 characters.',
      'Relational It is larger than whoever says it.',
      'Timeless It is as true in ten years.',
    ];

    it('passes as both mottos do, and fails two ways as the race for first place does', () => {
      const { press, found } = open(purposeGuide());
      for (const motto of ['Everyone a changemaker', 'Innovation everyone can enjoy']) {
        press(motto);
        expect(found()).to.deep.equal(well);
      }
      press('Be the #1 smartphone brand in Europe by 2027');
      const [concise, relational, timeless] = found();
      expect(concise).to.equal(well[0]);
      expect(relational).to.match(/^Not relational This is a place in a contest\. .+#1/);
      expect(timeless).to.match(/^Not timeless A year passes\. .+2027/);
    });

    it('is read again with each letter, and by whose people they are', () => {
      const { field, found } = open(purposeGuide());
      write(field('The sentence'), '');
      expect(found()[0]).to.equal('Not concise Write the sentence your people would wear on a T-shirt.');
      write(field('The sentence'), 'Riverside mends');
      expect(found()).to.deep.equal(well);
      write(field('Whose people'), 'Riverside');
      expect(found()[1]).to.match(/^Not relational This names who says it\./);
    });
  });

  describe('a ladder', () => {
    it('passes where the first step is true at once, each says what one can do, and none is too far', () => {
      const { press, found } = open(ladderGuide());
      expect(found()).to.deep.equal([
        'Begun The first step is true on the first day.',
        'Able Every step says what one can do.',
        'Near No step is too far from the one below.',
      ]);
      press('A loyalty card');
      expect(found()[0]).to.match(/^Not begun Step 1: /);
      expect(found()[1]).to.match(/^Not able Step 1: .+ Step 2: /);
      expect(found()[2]).to.match(/^Not near Step 2: From 5 to 500 is a long way\./);
    });

    it('is mended step by step', () => {
      const { field, press, found } = open(ladderGuide());
      press('Add a step');
      expect(found()[1]).to.match(/^Not able Step 5: This does not say yet what one can do here\./);
      write(field('You can', 4), 'open the door on Saturdays');
      expect(found()[1]).to.match(/^Able/);
      write(field('after so many', 4), '4000');
      expect(found()[2]).to.match(/^Not near Step 5: From 40 to 4000/);
      press('Take step 5 out');
      expect(found()[2]).to.match(/^Near/);
      expect(read(document.activeElement as Element), 'the focus').to.equal('Add a step');
    });
  });
});
