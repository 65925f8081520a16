import type {} from '@kith/elements/solid';
import type { Provider, Store } from '@kith/core';

export const Page = (props: { store: Store; provider: Provider }) => (
  <kith-community id="own" prop:provider={props.provider} viewer="ada" class="wide">
    <kith-recognition-wall
      prop:store={props.store}
      layout="grid"
      page-size={10}
      compose
      lang="ar"
      on:kith-cheer={(event) => console.log(event.detail)}
      on:kith-sent={({ detail }) => detail.key.trim()}
    />
    <kith-purpose-banner statement="Mend." no-pledge heading-level="1" />
    <kith-role-badge member="ada" layout="glyph" />
    <kith-progression-ladder ladder="bench" layout="path" />
    <kith-peer-intro limit={3} />
    {/* @ts-expect-error There is no such layout. */}
    <kith-recognition-wall layout="gird" />
    {/* @ts-expect-error A badge shows no letters, so that none can be written there. */}
    <kith-role-badge compose />
    {/* @ts-expect-error What is said of a cheer is not said of a role. */}
    <kith-role-badge on:kith-affirm-role={(event) => event.detail.recognition} />
    {/* @ts-expect-error What it takes is a store. */}
    <kith-role-badge prop:store="us" />
    {/* @ts-expect-error There is no such tag. */}
    <kith-wall />
  </kith-community>
);
