import { render } from 'solid-js/web';
import { PeerIntro } from './peer-intro.jsx';
import { ProgressionLadder } from './progression-ladder.jsx';
import { PurposeBanner } from './purpose-banner.jsx';
import { RecognitionWall } from './recognition-wall.jsx';
import { RoleBadge } from './role-badge.jsx';

render(
  () => (
    <>
      <PurposeBanner />
      <RoleBadge />
      <RecognitionWall />
      <ProgressionLadder />
      <PeerIntro />
    </>
  ),
  document.body.appendChild(document.createElement('main')),
);
