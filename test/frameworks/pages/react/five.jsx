import { createRoot } from 'react-dom/client';
import { PeerIntro } from './peer-intro.jsx';
import { ProgressionLadder } from './progression-ladder.jsx';
import { PurposeBanner } from './purpose-banner.jsx';
import { RecognitionWall } from './recognition-wall.jsx';
import { RoleBadge } from './role-badge.jsx';

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <>
    <PurposeBanner />
    <RoleBadge />
    <RecognitionWall />
    <ProgressionLadder />
    <PeerIntro />
  </>,
);
