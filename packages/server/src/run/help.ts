import { variables } from './environment.js';

const commands = `Serves communities to Kith's widgets.

  kith-server                         serves until it is told to stop (SIGTERM, Ctrl-C)
  kith-server community add <id>      a new community; with --name, or --document <file> to begin with
  kith-server community set <id>      says more of one, by the same options
      --origin <https://…>            a site whose pages may ask; as often as there are sites
      --key <file> --kid <id> --issuer <text> [--algorithm ES256|EdDSA|RS256|HS256]
                                      a public key (JWK) with which the site signs its members' tokens
      --joining token|listed          whether a token makes a member, or only who is listed is one
      --review none|first             whether a member's first letter waits for a moderator
  kith-server community revoke <id> --kid <id>
  kith-server community duty <id> <member> moderator|admin|none
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
