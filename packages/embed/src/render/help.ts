import { LIMIT } from './asked.js';

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
  --code <https://…>    where kith.js and kith.css lie, an address or a place on the same site: then index.html loads them
  --now <date>          when it is looked at; the same source and date give the same files

What the tags take as attributes:
  --member --name --ladder --layout --page-size --filter-role --filter-reward --filter-occasion
  --spotlight --no-pledge --heading-level --pictures --theme --accent
                        each widget takes those that it has

It writes of each widget <tag>.html (to be pasted) and, of all but the introduction, <tag>.svg, <tag>-light.svg,
<tag>-dark.svg and <tag>.picture.html (for a README or an e-mail); and for all of them index.html with page.css,
community.json, feed.json, oembed.json and shields/*.json. Days are those of UTC, unless TZ says another zone.

Who takes their yes back is gone from these files when they are written again, and not before: have it run every day.

It ends with 0 where all is written, with 1 where the source or the folder fails (what was written before stays as it
was), and with 2 where the command is none.
`;
