import '@kith/elements/define';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { provider } from '../community';
import { RecognitionWall } from './snippet.jsx';

function Page() {
  const [heard, setHeard] = useState('');
  return (
    <>
      <section>
        <RecognitionWall />
      </section>
      <kith-community
        id="own"
        provider={provider}
        viewer="yuki"
        onkith-cheer={(event) => setHeard(event.detail.recognition)}
      >
        <kith-recognition-wall community="own" />
      </kith-community>
      <output>{heard}</output>
    </>
  );
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<Page />);
