/**
 * The program `doctor` of a sandbox: judges the machine as its environment and working directory have it, and adds one line to
 * $LAB/out/doctor; --for is the finding that the scenario names, which may take a longer look. The snapshot stays beside it, for a look at a
 * sandbox that was kept. With --fix it then carries out its remedies, by the module that `unlatch doctor --fix` has: the steps go to the
 * file remedy, and what is to be set to remedy.env, below $WORKER_OUT or else $LAB/out.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errnoOf, messageOf } from '../errors.ts';
import { inChild, whoAsks } from './doctor-child.ts';
import { type Heard, sessionFact } from './facts/gopls/session-fact.ts';
import { takeSnapshot } from './facts/take-snapshot.ts';
import { type Diagnosis, diagnose } from './judge/diagnose.ts';
import { assignments, counted, fix } from './remedy/fix.ts';
import { stepText } from './remedy/remedy.ts';
import type { SessionFact, Snapshot } from './snapshot.ts';

/** These are found only when every module is read, which takes its time. */
const deepFindings = new Set(['index-stale', 'module-damaged']);
const commandLimitMs = 300_000;
const lab = process.env['LAB'] ?? '.';
const out = join(lab, 'out');

/**
 * These may be no more than noted while the symptom shows: whom the kernel has killed stands in a log that is not to be read in a
 * container, and a gopls that got no socket has ended.
 */
const notedFindings = new Set(['out-of-memory', 'socket-path', 'socket-owner']);

async function look(): Promise<number> {
  const { values } = parseArgs({
    options: {
      at: { type: 'string', default: 'end' },
      for: { type: 'string', default: '' },
      fix: { type: 'boolean', default: false },
    },
  });
  const deep = deepFindings.has(values.for);
  // Where the sandbox has no PID namespace, other trials and this machine's own gopls run beside it.
  const trial = process.env['UNLATCH_TRIAL'];
  const mark = trial === undefined ? {} : { mark: `UNLATCH_TRIAL=${trial}` };
  const take = () => takeSnapshot({ folder: process.cwd(), env: process.env, limitMs: 6000, deep, ...mark });
  const snapshot = { ...(await take()), session: heardSession() };
  const judge = (facts: Snapshot) => withNoted(diagnose(facts), values.for);
  const diagnosis = judge(snapshot);
  const { verdict } = diagnosis;
  const findings = [...new Set(counted(diagnosis).map(({ id }) => id))];
  // Whoever mends at the symptom has asked already; what is found there is no report of the end.
  if (!values.fix || values.at === 'symptom') {
    appendFileSync(join(out, 'doctor'), `${JSON.stringify({ at: values.at, findings, verdict })}\n`);
    writeFileSync(join(out, `doctor.${values.at}.snapshot`), JSON.stringify(snapshot, null, 1));
  }
  if (values.fix) await mend(diagnosis, async () => judge(await take()));
  return 0;
}

/** What the scenario asks about counts also where it is no more than noted. */
function withNoted(diagnosis: Diagnosis, asked: string): Diagnosis {
  const findings = diagnosis.findings.map((finding) =>
    finding.id === asked && notedFindings.has(asked) ? { ...finding, severity: 'warning' as const } : finding,
  );
  return { ...diagnosis, findings };
}

/** Null: it was no editor that asked. */
function heardSession(): SessionFact | null {
  const file = process.env['UNLATCH_HEARD'];
  if (file === undefined) return null;
  const { stuck, heard } = JSON.parse(readFileSync(file, 'utf8')) as { stuck: string | null; heard: readonly Heard[] };
  // Its gopls stands for one of an editor's: the processes are judged as such.
  return sessionFact(heard, { pid: null, stuck, why: null, from: [] });
}

async function mend(first: Diagnosis, again: () => Promise<Diagnosis>): Promise<void> {
  const folder = process.env['WORKER_OUT'] ?? out;
  const decided: string[] = [];
  const answer = join(lab, 'trial/decide');
  const { environment } = await fix(first, {
    look: again,
    hands: {
      env: process.env,
      folder: process.cwd(),
      limitMs: commandLimitMs,
      signal: new AbortController().signal,
      output: process.stderr.fd,
      // Without namespaces the doctor of a sandbox sees all of this machine.
      spare: (pid) => (isOfTrial(pid) ? null : 'is left alone: it is none of this trial'),
    },
    agree: async () => true,
    told: async (step) => {
      if (step.kind === 'decide' && decided.length === 0 && existsSync(answer)) decided.push(decide(answer));
    },
    heard: ({ finding, step, outcome, lines }) =>
      appendFileSync(join(folder, 'remedy'), `${JSON.stringify({ finding, text: stepText(step), outcome, lines })}\n`),
  });
  const lines = [...assignments(environment), ...decided.map((text) => text.trimEnd())];
  writeFileSync(join(folder, 'remedy.env'), lines.map((line) => `${line}\n`).join(''));
}

/** What a person would do: lines of the scenario. */
function decide(answer: string): string {
  const { status, stdout } = spawnSync('bash', ['-e', '-c', '. "$LAB/trial/commands.sh"; . "$0"', answer], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: commandLimitMs,
  });
  if (status !== 0) throw new Error(`the scenario's answer to a step that only a person decides ended with ${status}`);
  return stdout;
}

function isOfTrial(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`LAB=${lab}`);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

const tell = whoAsks(process.env);
const status = tell === null ? inChild(process.env) : look();
status.then(tell ?? process.exit, (error: unknown) => {
  process.stderr.write(`doctor: ${messageOf(error)}\n`, () => (tell ?? process.exit)(1));
});
