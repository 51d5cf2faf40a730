import { resolve } from 'node:path';
import pc from 'picocolors';
import { endWithParent } from '../../doctor/end-with-parent.ts';
import { attachDelve } from '../../doctor/facts/gopls/attach-delve.ts';
import { type GoplsFact, lookAtGopls } from '../../doctor/facts/gopls/look-at-gopls.ts';
import { withoutAside } from '../../doctor/facts/subject.ts';
import { takeSnapshot } from '../../doctor/facts/take-snapshot.ts';
import type { Finding } from '../../doctor/finding.ts';
import { type Diagnosis, diagnose } from '../../doctor/judge/diagnose.ts';
import { parseSnapshot } from '../../doctor/parse-snapshot.ts';
import { type Step, stepText } from '../../doctor/remedy/remedy.ts';
import type { Snapshot } from '../../doctor/snapshot.ts';
import { doctorText } from '../../doctor/text/doctor-text.ts';
import { drawTree } from '../../doctor/text/draw-tree.ts';
import { exitStatus, UserError } from '../../errors.ts';
import { onInterruption } from '../../process/interruption.ts';
import { endOwnGroups } from '../../process/own-groups.ts';
import { readStat } from '../../process/proc/stat.ts';
import { findingDocs } from '../finding-docs.ts';
import { folderRefusal } from '../folder-refusal.ts';
import { outputOf } from '../output.ts';
import { packageVersion } from '../package-version.ts';
import { parseCount } from '../parse-count.ts';
import { checkPlace, writeResult } from '../result-files.ts';
import { type SignOfLife, signOfLife } from '../sign-of-life.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { type Connected, connect, sessionLines } from './connect.ts';
import { checkFix, type FixResult, fixMachine } from './fix-machine.ts';
import { judgeLog } from './judge-log.ts';
import { readStored } from './read-stored.ts';

export interface DoctorOptions {
  readonly connect?: true;
  readonly as?: string;
  readonly deep?: true;
  readonly pid?: string;
  readonly dlv?: true;
  readonly log?: string;
  readonly fix?: true;
  readonly yes?: true;
  readonly timeout: string;
  readonly json?: true;
  readonly html?: string;
  readonly snapshot?: string;
  readonly from?: string;
}

/** @returns the exit status: 1 if there is a warning or an error, or the session was stuck. */
export async function runDoctor(folder: string, options: DoctorOptions): Promise<number> {
  endWithParent();
  const limitMs = parseCount('--timeout', options.timeout, 3600) * 1000;
  if (options.log !== undefined) {
    const others = [
      options.connect,
      options.deep,
      options.snapshot,
      options.pid,
      options.from,
      options.fix,
      options.html,
    ];
    if (others.some((option) => option !== undefined))
      throw new UserError('--log only judges a log; the only option to combine it with is --json');
    return await judgeLog(options.log, options.json === true);
  }
  const here = [options.connect, options.deep, options.snapshot, options.pid, options.fix];
  if (options.from !== undefined && here.some((option) => option !== undefined)) {
    throw new UserError(
      '--from judges a stored snapshot; --connect, --deep, --pid, --snapshot and --fix look at this machine',
    );
  }
  if (options.as !== undefined && options.connect === undefined) {
    throw new UserError('--as goes with --connect: it names the gopls to imitate');
  }
  checkFix(options);
  if (options.dlv !== undefined && options.pid === undefined) {
    throw new UserError('--dlv goes with --pid: it attaches to that gopls');
  }
  if (options.snapshot !== undefined) await checkPlace('--snapshot', options.snapshot, 'file');
  if (options.html !== undefined) await checkPlace('--html', options.html, 'file');
  const looked =
    options.from === undefined
      ? await untilInterrupted(async (life) => ({
          gopls: await askedGopls(options, limitMs),
          ...(await lookHere(await workspace(folder), limitMs, options, life)),
        }))
      : { snapshot: parseSnapshot(options.from, await readStored('--from', options.from)), session: null, gopls: null };
  if (looked === null) {
    process.stderr.write('unlatch: interrupted; nothing was judged\n');
    return exitStatus.interrupted;
  }
  const { snapshot, session, gopls } = looked;
  if (options.snapshot !== undefined) await writeResult(options.snapshot, `${JSON.stringify(snapshot, null, 1)}\n`);
  const diagnosis = diagnose(snapshot);
  const lines = [...(session === null ? [] : sessionLines(session)), ...(gopls === null ? [] : goplsLines(gopls))];
  if (options.html !== undefined) {
    const { diagnosisPage } = await import('../../doctor/page/diagnosis-page.ts');
    await writeResult(
      options.html,
      diagnosisPage(snapshot, diagnosis, { unlatch: packageVersion(), lines, docsOf: findingDocs }),
    );
  }
  const colours = pc.createColors(outputOf(process.stdout).colour);
  const mend = () => fixHere(diagnosis, snapshot.folder, limitMs, options, colours);
  if (options.json) {
    const { verdict, findings } = diagnosis;
    const fixed = options.fix === undefined ? null : await mend();
    const document = {
      schema: 2,
      verdict,
      findings: findings.map(withDocs),
      tree: drawTree(withoutAside(snapshot)),
      session,
      gopls,
      unseen: snapshot.unseen,
      ...(fixed === null ? {} : { fix: fixDocument(fixed) }),
    };
    process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
    if (fixed !== null) return fixed.status;
  } else {
    process.stdout.write(doctorText(snapshot, diagnosis, lines, findingDocs, colours));
    if (options.fix !== undefined) return (await mend()).status;
  }
  return isHealthy(diagnosis) && (session === null || session.stuck === null)
    ? exitStatus.expected
    : exitStatus.differs;
}

function fixHere(
  first: Diagnosis,
  folder: string,
  limitMs: number,
  options: DoctorOptions,
  colours: ReturnType<typeof pc.createColors>,
): Promise<FixResult> {
  // The gopls of --as may have been killed.
  const { as: _, ...again } = options;
  let last = first;
  const look = async () => {
    const looked = await untilInterrupted((life) => lookHere(folder, limitMs, again, life));
    if (looked !== null) last = diagnose(looked.snapshot);
    return last;
  };
  return fixMachine({ folder, first, look, yes: options.yes === true, json: options.json === true, colours });
}

/** What was done, and the diagnosis after it. */
function fixDocument({ fixed: { done, environment, diagnosis } }: FixResult) {
  const { verdict, findings } = diagnosis;
  return {
    done: done.map(({ finding, step, outcome, lines }) => ({ finding, step: withText(step), outcome, lines })),
    environment,
    verdict,
    findings: findings.map(withDocs),
  };
}

function withDocs(finding: Finding) {
  return { ...finding, remedy: finding.remedy.map(withText), docs: findingDocs(finding.id) };
}

/** A step's data with its printed line. */
function withText(step: Step): Step & { readonly text: string } {
  return { ...step, text: stepText(step) };
}

function isHealthy({ findings }: Diagnosis): boolean {
  return findings.every(({ severity }) => severity === 'note');
}

interface Look {
  readonly snapshot: Snapshot;
  readonly session: Connected | null;
}

/** @returns null when a signal came first. Then nothing that was started is left. */
async function untilInterrupted<T>(look: (life: SignOfLife) => Promise<T>): Promise<T | null> {
  using life = signOfLife(outputOf(process.stderr));
  using interruption = onInterruption();
  const { signal } = interruption;
  const ended = new Promise<null>((settle) => {
    signal.addEventListener('abort', () => void endOwnGroups().then(() => settle(null)));
  });
  return (await unlessAborted(Promise.race([look(life), ended]), signal)) ?? (await ended);
}

async function askedGopls({ pid, dlv }: DoctorOptions, limitMs: number): Promise<GoplsFact | null> {
  if (pid === undefined) return null;
  const delve = dlv === undefined ? null : (of: number) => attachDelve(of, process.env, limitMs);
  return await lookAtGopls(goplsPid('--pid', pid), limitMs, delve);
}

async function lookHere(
  folder: string,
  limitMs: number,
  { connect: wanted, as, deep }: DoctorOptions,
  life: SignOfLife,
): Promise<Look> {
  const take = () => {
    life.phase('looking at processes, locks and connections, twice where somebody waits');
    return takeSnapshot({ folder, env: process.env, limitMs, deep: deep === true });
  };
  if (wanted === undefined) return { snapshot: await take(), session: null };
  life.phase(`connecting to gopls as an editor does, up to ${limitMs / 1000} s a step`);
  return await connect({ folder, env: process.env, limitMs, as: as === undefined ? null : goplsPid('--as', as), take });
}

function goplsPid(option: '--pid' | '--as', text: string): number {
  const pid = parseCount(option, text, 2 ** 22);
  const name = readStat(pid)?.name;
  if (name === undefined) throw new UserError(`${option} ${pid}: no such process`);
  if (name !== 'gopls') throw new UserError(`${option} ${pid}: this is ${name}, not gopls`);
  return pid;
}

function goplsLines({ pid, debug, goroutines, delve, threads }: GoplsFact): readonly string[] {
  const who = `gopls (pid ${pid})`;
  const done = goroutines.map(
    ({ does, count, minutes }) => `${count} × ${does}${minutes === 0 ? '' : ` for ${minutes} min`}`,
  );
  const doing = done.join(', ') || 'none waits or works';
  if (debug !== null) return [`${who}, goroutines from ${debug}: ${doing}`];
  if (delve !== null && delve.why === null) return [`${who}, goroutines from delve: ${doing}`];
  const asleep = Object.entries(threads).map(([wchan, count]) => `${count} in ${wchan === '' ? 'no call' : wchan}`);
  const byThreads = `${who} has no debug pages; its threads: ${asleep.join(', ')}`;
  return delve === null ? [byThreads] : [byThreads, delve.why];
}

async function workspace(folder: string): Promise<string> {
  const whole = resolve(folder);
  // Only reports a missing folder at once; whether the folder answers is the doctor's own question.
  const refused = await Promise.race([folderRefusal(whole), late()]);
  if (refused !== null) throw new UserError(`${folder}: ${refused}`);
  return whole;
}

function late(): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), 1000).unref());
}
