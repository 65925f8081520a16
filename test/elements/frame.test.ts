import { expect, fixture } from '@open-wc/testing';
import type { Community, PurposeBanner } from '@kith/elements';
import { hasPart, sending, showTo, standing, until } from './support.js';

describe('a frame', () => {
  it('reads, and counts in: for every other wish there is the community’s own site', async () => {
    const tag = await fixture<Community>('<kith-community data-server="/v1/riverside" hold></kith-community>');
    await import('../../packages/embed/src/frame.js');
    const { takes } = tag.provider as { takes: ReadonlySet<string> };
    expect([...takes]).to.deep.equal(['with-us']);
    const { provider } = sending(standing('Everyone can fix something'));
    const banner = await showTo<PurposeBanner>('ada', '<kith-purpose-banner></kith-purpose-banner>', {
      ...provider,
      takes: takes as typeof provider.takes,
    });
    await until(() => hasPart(banner, 'with-us'), 'one can count in');
    expect(hasPart(banner, 'pledge')).to.equal(false);
  });
});
