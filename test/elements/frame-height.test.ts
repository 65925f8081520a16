import { expect } from '@open-wc/testing';
import { until } from './support.js';

interface Said {
  kith?: string;
  height?: number;
  message?: string;
  value?: unknown;
  secret?: string;
}

/** A frame of the page that tells its height; what it said, and its document. */
async function framed(hash = '') {
  const frame = document.createElement('iframe');
  frame.src = `/test/elements/framed.html${hash}`;
  const said: Said[] = [];
  const listen = ({ source, data }: MessageEvent<Said>) => void (source === frame.contentWindow && said.push(data));
  addEventListener('message', listen);
  document.body.append(frame);
  await until(() => said.length, 'the frame says how high it is');
  return {
    frame,
    said,
    inside: frame.contentDocument as Document,
    end: () => (frame.remove(), removeEventListener('message', listen)),
  };
}
const last = (said: Said[]) => said.filter(({ kith }) => kith === 'height').at(-1)?.height;

describe('a frame', () => {
  it('says how high it is, more and less, and to one who asks again', async () => {
    const { frame, said, inside, end } = await framed();
    expect(last(said)).to.equal(100);
    const block = inside.querySelector('div') as HTMLElement;
    block.style.height = '512.25px';
    await until(() => last(said) === 513, 'it says that it grew');
    block.style.height = '40px';
    await until(() => last(said) === 40, 'it says that it shrank');
    const before = said.length;
    frame.contentWindow?.postMessage({ kith: 'ready' }, '*');
    await until(() => said.length > before, 'it says it again');
    expect(last(said)).to.equal(40);
    expect(said.every((each) => Object.keys(each).sort().join() === 'height,kith')).to.equal(true);
    end();
  });

  it('speaks WordPress’s protocol only with the secret it was given', async () => {
    const { said, inside, end } = await framed('#?secret=a1B2c3D4e5');
    await until(() => said.some(({ message }) => message), 'it answers WordPress');
    expect(said.find(({ message }) => message)).to.deep.equal({ message: 'height', value: 100, secret: 'a1B2c3D4e5' });
    (inside.querySelector('#here') as HTMLElement).click();
    await until(() => said.some(({ message }) => message === 'link'), 'it asks to be followed');
    expect(said.find(({ message }) => message === 'link')?.value).to.equal(
      new URL('/elsewhere.html', location.href).href,
    );
    end();
  });
});
