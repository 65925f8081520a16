import type { Editor } from './wanted.js';

/** The places most people paste into, as they are called there. */
export const editors: readonly Editor[] = [
  {
    id: 'wordpress',
    name: 'WordPress',
    form: 'tag',
    steps: [
      'Open the page and press the plus sign.',
      'Choose “Custom HTML”.',
      'Paste, and press “Preview” to see it.',
      'Press “Save” or “Publish”.',
    ],
    // Who may not write HTML as they like loses scripts and tags that WordPress does not know.
    unless: {
      question: 'Can you see “Custom HTML”?',
      form: 'div',
      steps: [
        'Open the page and press the three dots at the top of the screen.',
        'Choose “Code editor”.',
        'Paste where it should stand, on a line of its own.',
        'Press “Exit code editor”, then “Save” or “Publish”.',
      ],
    },
  },
  {
    id: 'squarespace',
    name: 'Squarespace',
    form: 'tag',
    steps: [
      'Edit the page and press “Add block”.',
      'Choose “Code”.',
      'Paste over what stands there; leave it on “HTML”.',
      'Save the page. It shows once you are out of the editor.',
    ],
    // Scripts are taken by the dearer plans alone.
    unless: {
      question: 'Does your plan allow code in “Code”?',
      form: 'static',
      steps: [
        'Edit the page and press “Add block”.',
        'Choose “Code”: words may stand in it on every plan.',
        'Paste over what stands there; leave it on “HTML”.',
        'Save the page.',
      ],
    },
  },
  {
    id: 'wix',
    name: 'Wix',
    form: 'tag',
    steps: [
      'In the editor press “Add elements”, then “Embed code”.',
      'Choose “Embed HTML”.',
      'Press “Enter code”, paste, and press “Update”.',
      'Pull the box until everything has room.',
    ],
  },
  {
    id: 'ghost',
    name: 'Ghost',
    form: 'tag',
    steps: [
      'Open the post or page and type “/html” on an empty line.',
      'Choose “HTML”.',
      'Paste, and press beside it.',
      'Press “Publish” or “Update”. It shows on the site, and in an e-mail its words do.',
    ],
  },
  {
    id: 'readme',
    name: 'A README',
    form: 'picture',
    steps: [
      'Put the two pictures into a folder “kith” of your project.',
      'Open README.md and paste where it should stand.',
      'Commit.',
    ],
    unless: {
      question: 'Can you add pictures to the project?',
      form: 'static',
      steps: ['Open README.md.', 'Paste where it should stand.', 'Commit.'],
    },
  },
  {
    id: 'html',
    name: 'An HTML page',
    form: 'tag',
    steps: [
      'Open the page’s file.',
      'Paste where it should stand, between <body> and </body>.',
      'Save it and put it online.',
    ],
  },
];
