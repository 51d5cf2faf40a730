/**
 * Runs the part of the catalogue in Docker, or on the host under the named isolation, and prints the report as JSON. A separate
 * process, because it needs its own PATH.
 */
import { provisionFaultfs } from '../../../src/go/provision/provision-faultfs.ts';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../../src/go/provision/provision-gopls.ts';
import { runCells } from '../../../src/lab/run.ts';
import { dockerRuntime } from '../../../src/lab/runtime/docker/docker.ts';
import { hostRuntime } from '../../../src/lab/runtime/host/host.ts';
import { isolations } from '../../../src/lab/runtime/host/isolations.ts';
import { anEngine } from '../../docker/an-engine.ts';
import { partArms, partOfTheCatalogue } from './part-of-the-catalogue.ts';

const [, , place, named] = process.argv;
const isolation = isolations.find((name) => name === place);
if (isolation === undefined && place !== 'docker') throw new Error(`no isolation ${place}`);
const arms = partArms.find((name) => name === named);
if (arms === undefined) throw new Error(`no arms ${named}`);
const options = { keep: false, tell: () => {} };
await using runtime =
  isolation === undefined
    ? await dockerRuntime({ ...options, engine: anEngine() })
    : await hostRuntime({ ...options, env: process.env, isolation });
const report = await runCells({
  unlatch: '0.0.0',
  cells: partOfTheCatalogue(arms),
  runtime,
  provision: async (go, gopls) => ({
    go: await provisionGo(go, { env: process.env, from: 'store' }),
    gopls: gopls === null ? null : await provisionGopls(gopls, { env: process.env, from: 'store' }),
  }),
  faultfs: () => provisionFaultfs({ env: process.env, from: 'store' }),
  // Trials mostly wait.
  jobs: 4,
  trials: null,
  deadlineMs: null,
  listen: () => {},
  keep: async () => {},
  signal: new AbortController().signal,
});
process.stdout.write(JSON.stringify(report));
