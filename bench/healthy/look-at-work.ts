/** Runs the doctor on healthy work repeatedly, and collects its warnings and errors. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeSnapshot } from '../../src/doctor/facts/take-snapshot.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { diagnose } from '../../src/doctor/judge/diagnose.ts';
import type { Snapshot } from '../../src/doctor/snapshot.ts';
import { signalGroup } from '../../src/process/signal-group.ts';
import type { Work } from './work.ts';

export interface Looks {
  readonly looks: number;
  /** Processes of the work seen in all snapshots together. Zero means that no work was running. */
  readonly seen: number;
  readonly accused: readonly { readonly finding: Finding; readonly snapshot: Snapshot }[];
}

/** @param most the number of looks after which the work is ended. @throws Error if the work itself fails. */
export async function lookAtWork(work: Work, root: string, most: number): Promise<Looks> {
  const accused: { finding: Finding; snapshot: Snapshot }[] = [];
  let [looks, seen, ended, running] = [0, 0, false, work.commands.length];
  const children = work.commands.map((command) =>
    spawn('bash', ['-c', command], {
      cwd: work.cwd,
      env: { ...work.env, PWD: work.cwd },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    }),
  );
  const ends = children.map(async (child) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    const [code] = await once(child, 'exit');
    running -= 1;
    if (code !== 0 && !ended) throw new Error(`healthy work failed with ${code}: ${said}`);
  });
  const all = Promise.all(ends);
  all.catch(() => undefined);
  const begin = performance.now();
  while (running > 0 && looks < most && performance.now() - begin < (work.endAfterMs ?? Number.POSITIVE_INFINITY)) {
    const whole = await takeSnapshot({ folder: work.cwd, env: work.env, limitMs: 20_000, deep: false });
    if (running === 0) break;
    const snapshot = ofWork(
      whole,
      root,
      children.flatMap(({ pid }) => pid ?? []),
    );
    seen += snapshot.processes.length;
    looks += 1;
    const loud = diagnose(snapshot).findings.filter(({ severity }) => severity !== 'note');
    accused.push(...loud.map((finding) => ({ finding, snapshot })));
    // Looks at a session over its whole time: an editor needs a moment before its gopls runs.
    await sleep(work.endAfterMs === undefined ? 50 : 800);
  }
  ended = true;
  for (const child of children) if (child.exitCode === null) signalGroup(child.pid, 'SIGKILL');
  await all.finally(() => work.dispose?.());
  return { looks, seen, accused };
}

/** The snapshot without other work on this machine. */
function ofWork(snapshot: Snapshot, root: string, pids: readonly number[]): Snapshot {
  const own = new Set(pids);
  for (let grown = true; grown; ) {
    const more = snapshot.processes.filter(({ pid, ppid }) => own.has(ppid) && !own.has(pid));
    for (const { pid } of more) own.add(pid);
    grown = more.length > 0;
  }
  const processes = snapshot.processes.filter(
    ({ pid, cwd, files }) =>
      own.has(pid) || cwd?.startsWith(root) === true || files.some(({ path }) => path.startsWith(root)),
  );
  return { ...snapshot, processes, sockets: snapshot.sockets.filter(({ path }) => path.startsWith(root)) };
}
