/**
 * The program `doctor` of a sandbox: judges the machine as its environment and working directory have it, and adds one line to
 * $LAB/out/doctor; --for is the finding that the scenario names, which may take a longer look. The snapshot stays beside it, for a look at a sandbox that was kept.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../errors.ts';
import { diagnose } from './diagnose.ts';
import { inChild, whoAsks } from './doctor-child.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** These are found only when every module is read, which takes its time. */
const deepFindings = new Set(['index-stale', 'module-damaged']);

/**
 * These may be no more than noted while the symptom shows: whom the kernel has killed stands in a log that is not to be read in a
 * container, and a gopls that got no socket has ended.
 */
const notedFindings = new Set(['out-of-memory', 'socket-path', 'socket-owner']);

async function look(): Promise<number> {
  const { values } = parseArgs({
    options: { at: { type: 'string', default: 'end' }, for: { type: 'string', default: '' } },
  });
  const out = join(process.env['LAB'] ?? '.', 'out');
  const deep = deepFindings.has(values.for);
  const snapshot = await takeSnapshot({ folder: process.cwd(), env: process.env, limitMs: 3000, deep });
  const { verdict, findings } = diagnose(snapshot);
  const counted = findings
    .filter(({ id, severity }) => severity !== 'note' || (id === values.for && notedFindings.has(id)))
    .map(({ id }) => id);
  appendFileSync(
    join(out, 'doctor'),
    `${JSON.stringify({ at: values.at, findings: [...new Set(counted)], verdict })}\n`,
  );
  writeFileSync(join(out, `doctor.${values.at}.snapshot`), JSON.stringify(snapshot, null, 1));
  return 0;
}

const tell = whoAsks(process.env);
const status = tell === null ? inChild(process.env) : look();
status.then(tell ?? process.exit, (error: unknown) => {
  process.stderr.write(`doctor: ${messageOf(error)}\n`, () => (tell ?? process.exit)(1));
});
