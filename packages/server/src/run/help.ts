import { variables } from './environment.js';

const commands = `Serves communities to Kith's widgets.

  kith-server                         serves until it is told to stop (SIGTERM, Ctrl-C)
  kith-server serve --development-identity
                                      serves, and lets whoever asks on this machine be any member, for a demo; not where
                                      NODE_ENV is production, nor at another address than this machine's, behind a
                                      proxy, or on a PostgreSQL
  kith-server community add <id>      a new community; with --name, or --document <file> to begin with
  kith-server community set <id>      says more of one, by the same options
      --origin <https://…>            a site whose pages may ask; as often as there are sites
      --key <file> --kid <id> --issuer <text> [--algorithm ES256|EdDSA|RS256|HS256]
                                      a public key (JWK) with which the site signs its members' tokens; once more with
                                      another --kid and both are believed, so that a site can change over
      --joining token|listed          whether a token makes a member, or only who is listed is one
      --review none|first             whether a member's first letter waits for a moderator
  kith-server community revoke <id> --kid <id>
                                      believes the key no more, within a minute everywhere
  kith-server community forbid <id> --origin <https://…>
                                      lets the site's pages ask no more
  kith-server community duty <id> <member> moderator|admin|none
  kith-server community invite <id> <member or name> --page <https://site/page> [--duty moderator|admin] [--days 7]
                                      a personal link, which signs whoever opens it in on one device
  kith-server community sign-out <id> <member>
                                      signs a member out on every device that was signed in by such a link
  kith-server community introduce <id> --by <host> [--text <why they should meet>]
                                      introduces everybody to somebody, in pairs: shows whom and why, and who is left out
                                      and why; with --text asks them, each alone, as that host (300 members take a
                                      second, 1,000 half a minute)
  kith-server community show <id>     what a community has: sites, keys, duties, links, devices
  kith-server community list
  kith-server backup <file>           writes down everything that is kept, also while it is served
  kith-server restore <file>          puts that into a place where nothing is kept
`;

const width = Math.max(...Object.keys(variables).map((name) => name.length));

const environment = Object.entries(variables).map(
  ([name, { usual, says }]) => `  ${name.padEnd(width)}  ${says}${usual && ` (${usual})`}`,
);

/** What `--help` says; the page on running a server holds the same. */
export const help = `${commands}\nEnvironment\n${environment.join('\n')}\n`;
