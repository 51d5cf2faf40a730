/**
 * The program `doctor` of a sandbox: judges the machine as its environment and working directory have it, and adds one line to
 * $LAB/out/doctor; --for is the finding that the scenario names, which may take a longer look. The snapshot stays beside it, for a look at a sandbox that was kept.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../errors.ts';
import { diagnose } from './diagnose.ts';
import { inChild, whoAsks } from './doctor-child.ts';
import { type Heard, sessionFact } from './session-fact.ts';
import type { SessionFact } from './snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** These are found only when every module is read, which takes its time. */
const deepFindings = new Set(['index-stale', 'module-damaged']);

async function look(): Promise<number> {
  const { values } = parseArgs({
    options: { at: { type: 'string', default: 'end' }, for: { type: 'string', default: '' } },
  });
  const out = join(process.env['LAB'] ?? '.', 'out');
  const deep = deepFindings.has(values.for);
  // Where the sandbox has no PID namespace, other trials and this machine's own gopls run beside it.
  const trial = process.env['UNLATCH_TRIAL'];
  const mark = trial === undefined ? {} : { mark: `UNLATCH_TRIAL=${trial}` };
  const looked = await takeSnapshot({ folder: process.cwd(), env: process.env, limitMs: 3000, deep, ...mark });
  const snapshot = { ...looked, session: heardSession() };
  const { verdict, findings } = diagnose(snapshot);
  const counted = findings.filter(({ severity }) => severity !== 'note').map(({ id }) => id);
  appendFileSync(
    join(out, 'doctor'),
    `${JSON.stringify({ at: values.at, findings: [...new Set(counted)], verdict })}\n`,
  );
  writeFileSync(join(out, `doctor.${values.at}.snapshot`), JSON.stringify(snapshot, null, 1));
  return 0;
}

/** Null: it was no editor that asked. */
function heardSession(): SessionFact | null {
  const file = process.env['UNLATCH_HEARD'];
  if (file === undefined) return null;
  const { stuck, heard } = JSON.parse(readFileSync(file, 'utf8')) as { stuck: string | null; heard: readonly Heard[] };
  // Its gopls stands for one of an editor's: the processes are judged as such.
  return sessionFact(heard, { pid: null, stuck, why: null, from: [] });
}

const tell = whoAsks(process.env);
const status = tell === null ? inChild(process.env) : look();
status.then(tell ?? process.exit, (error: unknown) => {
  process.stderr.write(`doctor: ${messageOf(error)}\n`, () => (tell ?? process.exit)(1));
});
