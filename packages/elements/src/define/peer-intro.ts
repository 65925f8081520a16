import { PeerIntro } from '../peer-intro/peer-intro.js';
import { register } from '../register.js';

register('kith-peer-intro', PeerIntro);

declare global {
  interface HTMLElementTagNameMap {
    'kith-peer-intro': PeerIntro;
  }
}
