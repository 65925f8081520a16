import type {} from '@kith/elements/react';
import type { Store } from '@kith/core';

export const Page = ({ store }: { store: Store }) => (
  <kith-community id="own" provider="server" src="/v1/us" viewer="ada" className="wide">
    <kith-recognition-wall
      store={store}
      layout="grid"
      page-size={10}
      filter-role="builder"
      compose
      lang="ar"
      onkith-cheer={(event) => console.log(event.detail)}
      onkith-sent={({ detail }) => detail.key.trim()}
      ref={(wall) => console.log(wall?.status)}
    />
    <kith-purpose-banner statement="Mend." no-pledge="" heading-level="1" />
    <kith-role-badge member="ada" layout="glyph" />
    <kith-progression-ladder ladder="bench" layout="path" />
    <kith-peer-intro limit={3} />
    {/* @ts-expect-error There is no such layout. */}
    <kith-recognition-wall layout="gird" />
    {/* @ts-expect-error It is a number. */}
    <kith-peer-intro limit="many" />
    {/* @ts-expect-error A badge shows no letters, so that none can be written there. */}
    <kith-role-badge compose />
    {/* @ts-expect-error What is said of a cheer is not said of a role. */}
    <kith-role-badge onkith-affirm-role={(event) => event.detail.recognition} />
    {/* @ts-expect-error What it takes is a store. */}
    <kith-role-badge store="us" />
    {/* @ts-expect-error There is no such tag. */}
    <kith-wall />
  </kith-community>
);
