/**
 * What each process did between two looks. If nothing waits, the time that the rest of the doctor
 * took is enough. Otherwise the window is two seconds: a go between two compilations uses CPU time in
 * it, a stuck one does not.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { uptimeTicks } from '../../process/proc/stat.ts';
import { lintLocks } from '../chain/lint-lock.ts';
import { linksOf, lockWaitOf, otherHoldersOf, stateOf } from '../chain/wait-chain.ts';
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { within } from './disk/places.ts';
import { withTimes } from './process/connections.ts';
import { isLocked } from './process/is-locked.ts';
import { childrenSince, lookAgain } from './process/look-again.ts';
import type { Pass } from './process/processes.ts';
import { resolveServers } from './resolve-servers.ts';
import { runLimited, systemEnv } from './run-limited.ts';
import { withoutAside } from './subject.ts';

const windowMs = 2000;

/** The kernel's timers of each connection; null without ss(8). */
export async function askTimes(
  processes: readonly ProcessFact[],
  limitMs: number,
): Promise<readonly ProcessFact[] | null> {
  const asked = await runLimited(['ss', '-tneoiOH'], { env: systemEnv, cwd: '/', limitMs });
  return asked.code === 0 ? withTimes(processes, asked.stdout) : null;
}

export async function secondLook(first: Snapshot, pass: Pass, limitMs: number): Promise<Snapshot> {
  const look = async (): Promise<Snapshot> => {
    const connected = first.processes.some(({ connections }) => connections.length > 0);
    const timed = connected ? await askTimes(first.processes, limitMs) : null;
    // Read together: on a busy machine the rest of this look takes long, and ages less the window are those of the first.
    const [windowMs, uptime] = [Math.round(performance.now() - pass.begin), uptimeTicks()];
    const processes = lookAgain(timed ?? first.processes, pass, childrenSince(pass.starts), uptime);
    return withoutPassingWaits(first, { ...first, processes, windowMs });
  };
  const quick = await look();
  if (!somebodyWaits(quick)) return quick;
  await sleep(Math.max(0, windowMs - quick.windowMs));
  let snapshot = await look();
  // A lock briefly has no holder while it changes hands. Only one without a holder in look after look has an invisible holder.
  for (let again = 0; again < 4 && waitsForNobody(snapshot); again += 1) {
    await sleep(150);
    snapshot = await look();
  }
  const servers = await within(limitMs, resolveServers(snapshot));
  return { ...snapshot, servers: servers === 'hung' ? [] : servers };
}

/**
 * Builds that queue for a lock pass it on. A process that waits for the same file in both looks but
 * behind another holder is not stuck, nor is one whose holder appeared after the first look.
 */
export function withoutPassingWaits(before: Snapshot, now: Snapshot): Snapshot {
  const processes = now.processes.map((process) => {
    if (process.threads.every(({ flockFd }) => flockFd === null) || isSameWait(process, before, now)) return process;
    return { ...process, threads: process.threads.filter(({ flockFd }) => flockFd === null) };
  });
  return { ...now, processes };
}

function isSameWait(process: ProcessFact, before: Snapshot, now: Snapshot): boolean {
  const first = before.processes.find(({ pid }) => pid === process.pid);
  if (first === undefined) return false;
  const [was, is] = [lockWaitOf(first, before), lockWaitOf(process, now)];
  if (was?.inode !== is?.inode || was?.path !== is?.path) return false;
  if (was === null || is === null) return true;
  const holders = otherHoldersOf(was, first, before).map(({ pid }) => pid);
  if (holders.length === 0) return !isLocked(is);
  return otherHoldersOf(is, process, now).some(({ pid }) => holders.includes(pid));
}

function waitsForNobody(whole: Snapshot): boolean {
  return [...linksOf(withoutAside(whole)).values()].some(
    ({ wait }) => wait.kind === 'lock' && wait.file !== null && wait.holders.length === 0,
  );
}

function somebodyWaits(whole: Snapshot): boolean {
  const snapshot = withoutAside(whole);
  if (lintLocks(snapshot).length > 0) return true;
  return [...linksOf(snapshot).values()].some(
    (link) => link.wait.kind === 'lock' || stateOf(link, snapshot) !== 'moving',
  );
}
