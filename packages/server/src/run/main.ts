import { pino, type Logger } from 'pino';
import { commandIn, Mistake } from './community.js';
import { openPlace, serve, type Place } from './serve.js';

export const help = `Serves communities to Kith's widgets.

  kith-server                         serves
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

Environment
  KITH_DATA      folder of the embedded database (./.kith)
  DATABASE_URL   a PostgreSQL (15 or later) instead, for any number of processes
  PORT           (8787)
  HOST           address to listen at (127.0.0.1)
  KITH_URL       address under which everyone reaches it, where a proxy speaks for it
  KITH_PROXIES   proxies whose X-Forwarded-For is believed, apart by commas
  LOG_LEVEL      (info)
`;

/** What a process has that a test has too. */
export interface Surroundings {
  args: readonly string[];
  env: Record<string, string | undefined>;
  print: (text: string) => void;
  complain: (text: string) => void;
  /** Settles when it is time to stop. */
  stop: Promise<unknown>;
  log?: Logger;
}

/** Does what is asked for; gives the exit code. */
export async function main(surroundings: Surroundings): Promise<number> {
  const { args, print, complain } = surroundings;
  if (args.includes('--help') || args.includes('-h')) {
    print(help);
    return 0;
  }
  try {
    const [first = 'serve', ...rest] = args;
    if (first === 'community') await administer(surroundings, rest);
    else if (first === 'serve') await serveUntil(surroundings);
    else throw new Mistake(`There is no command "${first}". See --help.`);
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function placeIn({ DATABASE_URL, KITH_DATA = './.kith' }: Surroundings['env']): Place {
  return DATABASE_URL ? { url: DATABASE_URL } : { folder: KITH_DATA };
}

async function administer({ env, print }: Surroundings, args: string[]): Promise<void> {
  const act = commandIn(args);
  const { db, close } = await openPlace(placeIn(env));
  try {
    print(await act(db));
  } finally {
    await close();
  }
}

async function serveUntil({ env, stop, log = logIn(env) }: Surroundings): Promise<void> {
  const port = Number(env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Mistake(`PORT is no port: "${env.PORT}".`);
  const proxies = env.KITH_PROXIES?.split(',').map((each) => each.trim()) ?? [];
  const { HOST: hostname = '127.0.0.1', KITH_URL: url } = env;
  if (url !== undefined && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new Mistake(`KITH_URL is no address: "${url}".`);
  const { close } = await serve({ place: placeIn(env), port, hostname, proxies, log, ...(url && { url }) });
  await stop;
  await close();
}

function logIn({ LOG_LEVEL = 'info' }: Surroundings['env']): Logger {
  return pino({ level: LOG_LEVEL });
}
