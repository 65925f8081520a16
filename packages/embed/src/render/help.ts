import { LIMIT } from './asked.js';
import { attributeNames } from './widgets.js';

/** Options in lines, as wide as the others. */
const listed = [...attributeNames.keys()].reduce<string[]>((lines, name) => {
  const line = `${lines.at(-1) ?? ''} --${name}`;
  return line.length > 82 || !lines.length ? [...lines, `  --${name}`] : [...lines.slice(0, -1), line];
}, []);

/** What `--help` says. */
export const help = `Writes a community's widgets as files that any web server can serve, so that no visitor asks anybody else.

  kith-embed render <source> --widget wall --out <folder>

<source>   a community document or an .all-contributorsrc, as a file or an address; the address of a community on a
           Kith server (https://…/v1/<id>); or - for what is piped in

  --widget <name>       wall, banner, badge, ladder or intro, their tags' names, or all; as often as there are widgets
  --out <folder>        where the files go; nothing is written anywhere else
  --provider <name>     json, all-contributors or server, where it is not told from the source's name or shape
  --locale <language>   what Kith says; else the community's own language, else English
  --limit <n>           letters that are read, the newest first (${LIMIT.toLocaleString('en')})
  --url <https://…>     where the folder will be published: then the tags, oembed.json and the page name their addresses
  --image <https://…>   a picture of your own for previews of links (og:image), also a place in --url: they show no SVG
  --code <https://…>    where kith.js and kith.css lie, an address or a place on the same site: then the pages load them
  --now <date>          when it is looked at; the same source and date give the same files

What the tags take as attributes:
${listed.join('\n')}
                        each widget takes those that it has

It writes of each widget <tag>.html (a page of it alone, for a frame), <tag>.tag.html (to be pasted), <tag>.svg,
<tag>-light.svg, <tag>-dark.svg and <tag>.picture.html (for a README or an e-mail); and for all of them index.html with
page.css, community.json, feed.json, oembed.json and shields/*.json. tell-height.js tells a page around a frame how high
that is, and fit.js hears it there. Days are those of UTC, unless TZ says another zone.

Any web server serves them. For pages, pictures, frames and counts it needs no header of its own; it must not forbid
frames (X-Frame-Options, frame-ancestors). Where another site's page reads community.json or feed.json, or frames
one with --code in a sandbox, it sends Access-Control-Allow-Origin: * with .json and .js.

Who takes their yes back is gone from these files when they are written again, and not before: have it run every day. What
it can no longer draw of a widget is removed. It names files of other widgets that another command left in the folder.

A page for a frame is light or dark as its reader's device is: in a page that is only ever light, say --theme light.

It ends with 0 where all is written, with 1 where the source or the folder fails (what was written before stays as it
was, or it says which files are new), and with 2 where the command is none.
`;
