import { RecognitionWall } from '../recognition-wall/recognition-wall.js';
import { register } from '../register.js';

register('kith-recognition-wall', RecognitionWall);

declare global {
  interface HTMLElementTagNameMap {
    'kith-recognition-wall': RecognitionWall;
  }
}
