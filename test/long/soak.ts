import { build, defaultClientConditions, type Rolldown } from 'vite';
import { createProfile } from './chromium.js';
import { startFaultServer } from './fault-server.js';
import { judged, type Soaked } from './judge.js';
import { randomOf } from './random.js';
import { Storm } from './storm.js';

/** The page's script, of the sources. */
export async function bundled(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['kith-source', ...defaultClientConditions] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: 'test/long/page.ts', formats: ['es'], fileName: 'page' } },
  })) as Rolldown.RolldownOutput[];
  return built[0]?.output[0].code ?? '';
}

/** Three tabs wish so many times against a network, a server and a computer that fail as the seed says. */
export async function soakWith(seed: number, writes: number, script: string): Promise<Soaked> {
  const random = randomOf(seed);
  const server = await startFaultServer(seed, script);
  const profile = createProfile();
  const storm = new Storm(random, server, profile.open);
  let isWell = false;
  try {
    await storm.open();
    while (storm.promised.size < writes) await storm.blow();
    const { kept, waiting } = await storm.calm();
    const { promised, forgotten, faults } = storm;
    const soaked = { ...judged(server, promised, kept), forgotten, waiting, faults: { ...server.faults, ...faults } };
    isWell = !soaked.lost.length && !forgotten.length;
    return soaked;
  } finally {
    await storm.kill();
    await server.stop();
    if (isWell) profile.remove();
    else console.log(`seed ${seed}: the browser's folder is left to be looked at, ${profile.folder}`);
  }
}
