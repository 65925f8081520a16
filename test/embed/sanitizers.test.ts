import { describe, expect, it } from 'vitest';
import { sanitizers } from '../sanitizers.js';

const [post, readme] = sanitizers.map(({ sanitize }) => sanitize);
const html =
  '<kith-recognition-wall provider="html"><div class="h-entry" data-kith="x" id="r1" onclick="go()">' +
  '<script type="application/json">{"a":"<b>"}</script><a href="javascript:go()">Bo</a> ' +
  '<a href="https://bo.example/">Bo</a><time datetime="2026">2026</time></div></kith-recognition-wall>';

describe('what the tests take for a CMS', () => {
  it('takes Kith’s tags out of a post and leaves what is in them, a script’s words, too', () => {
    expect(post?.(html)).toBe(
      '<div class="h-entry" data-kith="x" id="r1">{"a":"&lt;b&gt;"}<a>Bo</a> ' +
        '<a href="https://bo.example/">Bo</a>2026</div>',
    );
  });

  it('takes classes, data and scripts out of a README', () => {
    expect(readme?.(html)).toBe('<div id="user-content-r1"><a>Bo</a> <a href="https://bo.example/">Bo</a>2026</div>');
  });
});
