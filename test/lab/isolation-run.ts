/** The part of the catalogue under the isolation that is named; its report, as JSON, to stdout. A process of its own, for the sake of its PATH. */
import { provisionFaultfs } from '../../src/go/provision/provision-faultfs.ts';
import { provisionGo } from '../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../src/go/provision/provision-gopls.ts';
import { run } from '../../src/lab/run.ts';
import { hostRuntime } from '../../src/lab/runtime/host/host.ts';
import { isolations } from '../../src/lab/runtime/host/isolation.ts';
import { partOfTheCatalogue } from './part-of-the-catalogue.ts';

const isolation = isolations.find((name) => name === process.argv[2]);
if (isolation === undefined) throw new Error(`no isolation ${process.argv[2]}`);
await using runtime = await hostRuntime({ env: process.env, keep: false, tell: () => {}, isolation });
const report = await run({
  unlatch: '0.0.0',
  cells: partOfTheCatalogue(),
  runtime,
  provision: async (go, gopls) => ({
    go: await provisionGo(go, { env: process.env, from: 'store' }),
    gopls: gopls === null ? null : await provisionGopls(gopls, { env: process.env, from: 'store' }),
  }),
  faultfs: () => provisionFaultfs({ env: process.env, from: 'store' }),
  // Most of a trial is waiting.
  jobs: 6,
  trials: null,
  deadlineMs: null,
  listen: () => {},
  keep: async () => {},
  signal: new AbortController().signal,
});
process.stdout.write(JSON.stringify(report));
