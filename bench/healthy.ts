/**
 * `node bench/healthy.ts [LOOKS] [KIND]`: counts the doctor's false alarms on healthy work. LOOKS is the total over all
 * kinds (default: UNLATCH_SAMPLES, else 2,000). Exits 1 if there is a warning or an error.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { matrixVersions } from '../src/cli/matrix-versions.ts';
import { readGoSettings } from '../src/go/go-settings.ts';
import { hostPlatform } from '../src/go/platform.ts';
import { provisionGo } from '../src/go/provision/provision-go.ts';
import { provisionGopls } from '../src/go/provision/provision-gopls.ts';
import { matrixGoVersions } from '../src/go/versions.ts';
import { type Kind, kinds } from './healthy/kinds.ts';
import { aYard } from './healthy/look-at-kind.ts';

const [looksText = process.env['UNLATCH_SAMPLES'] ?? '2000', only = ''] = process.argv.slice(2);
const chosen = kinds.filter(({ name }) => name.includes(only));
const each = Math.ceil(Number(looksText) / chosen.length);

const go = matrixGoVersions({}).at(-1);
const newest = matrixVersions().gopls.at(-1);
const { goroot } = await provisionGo(go ?? 'stable', { env: process.env });
const gopls = newest === undefined ? null : (await provisionGopls(newest.gopls, { env: process.env })).path;
const { goproxy } = await readGoSettings(process.env, hostPlatform());
await using yard = await aYard({ goroot, gopls, goproxy: goproxy ?? '' });

let [looks, looked, loud] = [0, 0, 0];
// Several kinds at once, as on a machine in use.
const atOnce = pLimit(4);
await Promise.all(chosen.map((kind) => atOnce(look, kind)));
console.log(`${looks} looks at ${looked} kinds of healthy work: ${loud} false alarms`);
process.exitCode = loud === 0 ? 0 : 1;

async function look(kind: Kind): Promise<void> {
  const result = await yard.look(kind, each);
  if (result.missing !== null) {
    console.log(`${kind.name}: skipped, ${result.missing}`);
    return;
  }
  looks += result.looks;
  looked += 1;
  loud += result.accused.length;
  console.log(
    `${kind.name}: ${result.looks} looks, ${result.seen} processes seen, ${result.accused.length} false alarms`,
  );
  for (const { finding, snapshot } of result.accused) {
    console.log(`  ${finding.severity} ${finding.id}: ${finding.summary}`);
    const file = join(tmpdir(), `accused-${finding.id}-${Date.now()}.json`);
    writeFileSync(file, JSON.stringify(snapshot, null, 1));
    console.log(`    ${file}`);
  }
}
