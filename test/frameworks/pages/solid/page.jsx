import '@kith/elements/define';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { provider } from '../community';
import { RecognitionWall } from './snippet.jsx';

function Page() {
  const [heard, setHeard] = createSignal('');
  return (
    <>
      <section>
        <RecognitionWall />
      </section>
      <kith-community
        id="own"
        prop:provider={provider}
        viewer="yuki"
        on:kith-cheer={(event) => setHeard(event.detail.recognition)}
      >
        <kith-recognition-wall community="own" />
      </kith-community>
      <output>{heard()}</output>
    </>
  );
}

render(() => <Page />, document.body.appendChild(document.createElement('main')));
