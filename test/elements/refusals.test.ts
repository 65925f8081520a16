import { expect } from '@open-wc/testing';
import type { Intent, Provider, Receipt } from '@kith/core';
import { memory } from '@kith/providers/memory';
import { answerError } from '../../packages/providers/src/http.js';
import { allByRole, byRole, hasPart, letters, part, press, read, says, showTo, until, write } from './support.js';

/** What a server answers, by request: a status, or nothing where it takes the wish. */
type Answered = { status: number; headers?: Record<string, string>; problem?: object } | undefined;

/** A community behind HTTP: what is wished is posted, and answered as the test says. */
function posting(...answers: Answered[]) {
  const inner = memory(letters({ from: 'noor', text: 'The kettle works again.' }));
  const posted: Intent[] = [];
  const provider: Provider = {
    ...inner,
    async send(intent, signal): Promise<Receipt> {
      posted.push(intent);
      const answered = answers.shift();
      if (!answered) return inner.send(intent, signal);
      const query = new URLSearchParams({ body: JSON.stringify(answered.problem ?? ''), ...answered.headers });
      const url = `/answers/${answered.status}?${query}`;
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(intent), signal });
      throw await answerError(url, response);
    },
  };
  return { provider, posted };
}

const wall = '<kith-recognition-wall></kith-recognition-wall>';
const text = `You stayed until the last kettle worked.\n\n“<b>26 Ω</b>”, you said. ${'And then the toaster. '.repeat(20)}نعم.`;

/** Bo writes that to Cy. */
async function sendLetter(provider: Provider) {
  const widget = await showTo('bo', wall, provider);
  press(widget, 'Write to them');
  const field = await until(
    () => widget.shadowRoot?.getElementById('composer/to') as HTMLInputElement | null,
    'it opens',
  );
  write(field, 'Cy');
  (await until(() => widget.shadowRoot?.querySelector<HTMLElement>('[role=option]'), 'Cy is found')).click();
  await widget.updateComplete;
  write(widget.shadowRoot?.getElementById('composer/text') as HTMLTextAreaElement, text);
  await widget.updateComplete;
  part(widget, 'submit').click();
  return widget;
}

const refused = (widget: Element) => part(widget, 'refused');
const isRefused = (widget: Element) => until(() => hasPart(widget, 'refused'), 'it is shown as not sent');

const statuses: [number, string][] = [
  [400, 'One thing to mend: how it is written.'],
  [403, 'Here only the hosts can do this.'],
  [404, 'This was taken down while you were writing.'],
  [409, 'One thing to mend: how it is written.'],
  [413, 'One character too many. Nothing was cut.'],
  [422, 'One thing to mend: how it is written.'],
];

describe('a letter a server refuses', () => {
  for (const [status, why] of statuses)
    it(`is shown as not sent, with why and every word, and can be edited, tried again and thrown away: ${status}`, async () => {
      const { provider, posted } = posting({ status }, { status }, undefined, { status });
      const widget = await sendLetter(provider);
      await isRefused(widget);
      const line = refused(widget);
      expect(read(line)).to.include(`Not sent. ${why} Edit Try again Throw away`);
      expect(line.querySelector('blockquote')?.textContent).to.equal(text.trim());

      press(widget, 'Try again');
      await until(() => posted.length === 2 && hasPart(widget, 'refused'), 'it was tried again, in vain');
      expect(posted[1]).to.deep.equal(posted[0]);

      press(widget, 'Edit');
      const area = () => widget.shadowRoot?.getElementById('composer/text') as HTMLTextAreaElement | null;
      await until(() => area()?.value === text.trim(), 'every word is back in the composer');
      write(area() as HTMLTextAreaElement, 'The last kettle works.');
      await widget.updateComplete;
      part(widget, 'submit').click();
      await until(() => !hasPart(widget, 'refused') && posted.length === 3, 'the mended letter is taken');
      expect(posted[2]?.key).not.to.equal(posted[0]?.key);
      await says(widget, 'The last kettle works.');

      press(widget, 'Cheer');
      await isRefused(widget);
      expect(read(refused(widget))).to.equal(`Not sent. ${why} Try again Throw away`);
      press(widget, 'Throw away');
      await until(() => !hasPart(widget, 'refused'), 'it is gone');
      expect(byRole(widget, 'button', 'Cheer').ariaPressed).to.equal('false');
      expect(posted).to.have.length(4);
    });

  it('says why in the words of its problem details, where a server gives them', async () => {
    const headers = { 'content-type': 'application/problem+json' };
    const { provider } = posting({
      status: 409,
      headers,
      problem: { reason: 'too-long', params: { field: 'text', n: 12 } },
    });
    const widget = await sendLetter(provider);
    await isRefused(widget);
    expect(read(refused(widget))).to.include('Not sent. 12 characters too many. Nothing was cut.');
  });

  it('that wants to know who asks is kept with every word until they have signed in: 401', async () => {
    const { provider, posted } = posting({ status: 401 });
    const widget = await sendLetter(provider);
    await isRefused(widget);
    expect(read(refused(widget))).to.include('Not sent. Sign in and it goes at once. Your words are kept.');
    expect(refused(widget).querySelector('blockquote')?.textContent).to.equal(text.trim());
    expect(posted).to.have.length(1);
    press(widget, 'Try again');
    await until(() => posted.length === 2 && !widget.matches(':state(unsent)'), 'it goes');
  });

  for (const status of [429, 503])
    it(`that is busy has it once it is not, with nothing to press: ${status}`, async () => {
      const { provider, posted } = posting({ status, headers: { 'retry-after': '1' } });
      const widget = await sendLetter(provider);
      await says(widget, "This browser won't keep it. Leave the page open until it has gone.");
      expect(allByRole(widget, 'button', 'Try again')).to.deep.equal([]);
      await until(() => posted.length === 2 && !widget.matches(':state(unsent)'), 'it has gone by itself');
      expect(posted[1]).to.deep.equal(posted[0]);
    });
});
