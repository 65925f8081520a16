import { markup } from '@kith/core';

/** Where a picture lies, light and dark, and what leads on from it. */
export interface PictureAt {
  light: string;
  dark: string;
  /** What is on it, for who does not see it. */
  alt: string;
  /** In pixels, where that is known. */
  width?: number | undefined;
  /** The page it leads to. */
  href?: string | undefined;
}

/** A picture in a README or an e-mail: light or dark as its reader has it, where whoever shows it knows how. */
export function pictureSnippet({ light, dark, alt, width, href }: PictureAt): string {
  const picture = markup`<picture>
<source media="(prefers-color-scheme: dark)" srcset="${dark}">
<img src="${light}" alt="${alt}"${width === undefined ? undefined : markup` width="${width}"`}>
</picture>`;
  return (href === undefined ? markup`${picture}\n` : markup`<a href="${href}">${picture}</a>\n`).text;
}
