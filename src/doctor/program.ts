/**
 * The program `doctor` of a sandbox: judges the machine in its environment and working directory, and
 * appends one line to $LAB/out/doctor. --for is the scenario's finding, which may need a longer look.
 * The snapshot stays next to it, for a sandbox that is kept. With --fix it then carries out the
 * remedies with the module of `unlatch doctor --fix`: steps go to the file remedy, variables to
 * remedy.env, below $WORKER_OUT or else $LAB/out.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errnoOf, messageOf } from '../errors.ts';
import { type ProcessSeen, processesSeen } from './chain/seen-processes.ts';
import { inChild, whoAsks } from './doctor-child.ts';
import { endWithParent } from './end-with-parent.ts';
import { type Heard, sessionFact } from './facts/gopls/session-fact.ts';
import { takeSnapshot } from './facts/take-snapshot.ts';
import { type Diagnosis, diagnose } from './judge/diagnose.ts';
import { assignments, counted, fix } from './remedy/fix.ts';
import { stepText } from './remedy/remedy.ts';
import type { SessionFact, Snapshot } from './snapshot.ts';

/** Found only by reading every module, which takes time. */
const deepFindings = new Set(['index-stale', 'module-damaged']);
const commandLimitMs = 300_000;
const lab = process.env['LAB'] ?? '.';
const out = join(lab, 'out');

/**
 * These may only be notes while the symptom shows: a container cannot read the log of the kernel's OOM
 * kills, and a gopls without a socket has already exited.
 */
const notedFindings = new Set(['out-of-memory', 'socket-path', 'socket-owner']);

async function look(): Promise<number> {
  endWithParent();
  const { values } = parseArgs({
    options: {
      at: { type: 'string', default: 'end' },
      for: { type: 'string', default: '' },
      fix: { type: 'boolean', default: false },
    },
  });
  const deep = deepFindings.has(values.for);
  // Without a PID namespace other trials and this machine's own gopls are visible.
  const trial = process.env['UNLATCH_TRIAL'];
  const mark = trial === undefined ? {} : { mark: `UNLATCH_TRIAL=${trial}` };
  const fromUs = Date.now() * 1000;
  const take = () => takeSnapshot({ folder: process.cwd(), env: process.env, limitMs: 6000, deep, ...mark });
  const snapshot = { ...(await take()), session: heardSession() };
  const judge = (facts: Snapshot) => withNoted(diagnose(facts), values.for);
  const diagnosis = judge(snapshot);
  const { verdict } = diagnosis;
  const findings = [...new Set(counted(diagnosis).map(({ id }) => id))];
  // With --fix at the end the report exists already, and this look is before the remedy.
  if (!values.fix || values.at === 'symptom') {
    const seen = { fromUs, toUs: Date.now() * 1000, processes: processesSeen(snapshot).map(sinceEpoch) };
    appendFileSync(join(out, 'doctor'), `${JSON.stringify({ at: values.at, findings, verdict, ...seen })}\n`);
    writeFileSync(join(out, `doctor.${values.at}.snapshot`), JSON.stringify(snapshot, null, 1));
  }
  if (values.fix) await mend(diagnosis, async () => judge(await take()));
  return 0;
}

/** On the clock of all times of a trial, as exact as ticks are. */
function sinceEpoch({ startTicks, ...process }: ProcessSeen): Omit<ProcessSeen, 'startTicks'> & { startUs: number } {
  const [seconds = '0'] = readFileSync('/proc/uptime', 'utf8').split(' ');
  return { ...process, startUs: Math.round(Date.now() * 1000 - (Number(seconds) * 1e6 - startTicks * 10_000)) };
}

/** Counts the scenario's finding even if it is only a note. */
function withNoted(diagnosis: Diagnosis, asked: string): Diagnosis {
  const findings = diagnosis.findings.map((finding) =>
    finding.id === asked && notedFindings.has(asked) ? { ...finding, severity: 'warning' as const } : finding,
  );
  return { ...diagnosis, findings };
}

/** null: no editor called this. */
function heardSession(): SessionFact | null {
  const file = process.env['UNLATCH_HEARD'];
  if (file === undefined) return null;
  const { stuck, heard } = JSON.parse(readFileSync(file, 'utf8')) as { stuck: string | null; heard: readonly Heard[] };
  // The session's gopls stands in for an editor's, so its processes are judged like any others.
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
      // Without namespaces the doctor of a sandbox sees the whole machine.
      spare: (pid) => (isOfTrial(pid) ? null : 'is left alone: it does not belong to this trial'),
    },
    agree: async () => true,
    leaveToPerson: async (step) => {
      if (step.kind === 'decide' && decided.length === 0 && existsSync(answer)) decided.push(decide(answer));
    },
    report: ({ finding, step, outcome, lines }) =>
      appendFileSync(join(folder, 'remedy'), `${JSON.stringify({ finding, text: stepText(step), outcome, lines })}\n`),
  });
  const lines = [...assignments(environment), ...decided.map((text) => text.trimEnd())];
  writeFileSync(join(folder, 'remedy.env'), lines.map((line) => `${line}\n`).join(''));
}

/** Runs the scenario's script for what a person would do, and returns its output. */
function decide(answer: string): string {
  const { status, stdout } = spawnSync('bash', ['-e', '-c', '. "$LAB/trial/commands.sh"; . "$0"', answer], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: commandLimitMs,
  });
  if (status !== 0) throw new Error(`the scenario's script for a person's decision exited with ${status}`);
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
