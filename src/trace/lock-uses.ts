/**
 * Turns flock calls into uses of locks: who requested which lock, for whom it waited, how long it held
 * the lock, and how that ended.
 *
 * A lock belongs to the open file description, which outlives a descriptor if a child inherited it or
 * another descriptor is a copy of it (flock(2)). The trace does not show which descriptors are copies.
 * It does show unlocks, exits, and who was granted the lock next; these decide when a lock ended. If
 * they leave a doubt, the use lists who may have kept the lock.
 */
import { groupBy } from '../group-by.ts';
import type { LockUse, LockUses } from './lock-use.ts';
import type { AtUs, FlockCall, StraceLog, TracedProcess } from './strace/strace-log.ts';

/**
 * Anything shorter may be due to tracing or a busy machine: a wait for nobody in the trace, a lock that
 * outlives its process. On a busy machine the slack is twice the longest call that cannot wait.
 */
const slackAtLeastUs = 20_000;

type Building<T> = { -readonly [K in keyof T]: T[K] };
interface Use extends Building<Omit<LockUse, 'pid' | 'command' | 'heldBy' | 'waited'>> {
  /** The process whose descriptor it is. */
  readonly owner: TracedProcess;
  readonly fd: number;
  /** The process that called flock; it may have exited while it waited. */
  readonly caller: TracedProcess;
  readonly overlaps: Use[];
}

/**
 * @param logs of one period on one machine, whose processes share a PID namespace, such as a trial's
 * workers.
 * @param endUs when the logs ended; their last lines may be much older.
 */
export function lockUses(logs: readonly StraceLog[], endUs: AtUs): LockUses {
  const slackUs = Math.max(slackAtLeastUs, ...logs.map(({ delay }) => 2 * delay.maxUs));
  const processes = logs.flatMap((log) => log.processes);
  const { uses, unexplained } = takeAndRelease(logs.flatMap((log) => log.flocks));
  const heldTwice: string[] = [];
  for (const [file, ofFile] of groupBy(uses, (use) => plainName(use.file))) {
    dateEnds(ofFile, processes, slackUs);
    if (findHolders(ofFile, endUs)) heldTwice.push(file);
  }
  const gaps =
    unexplained === 0 ? [] : [`${unexplained} unlock${unexplained === 1 ? '' : 's'} without a matching lock`];
  return { uses: uses.map((use) => finished(use, endUs, slackUs)), heldTwice, gaps };
}

function finished({ owner, fd, caller, overlaps, ...use }: Use, endUs: AtUs, slackUs: number): LockUse {
  const untilUs = use.takenUs ?? caller.endedUs ?? endUs;
  const heldBy = [...groupBy(overlaps, (other) => other.owner)]
    .map(([{ pid, command }, ofHolder]) => ({
      pid,
      command,
      us: ofHolder
        .map(
          ({ takenUs, releasedUs }) => Math.min(untilUs, releasedUs ?? endUs) - Math.max(use.askedUs, takenUs ?? endUs),
        )
        .reduce((sum, us) => sum + Math.max(0, us), 0),
    }))
    .filter(({ us }) => us > 0)
    .sort((a, b) => b.us - a.us);
  const waits = use.takenUs !== null || use.end === 'waiting';
  const waited = waits && (heldBy.length > 0 || untilUs - use.askedUs > slackUs);
  return { ...use, pid: owner.pid, command: owner.command, waited, heldBy: waited ? heldBy : [] };
}

/** What the calls themselves show. Unlocking twice is harmless and happens; `unexplained` counts unlocks of what was never locked. */
function takeAndRelease(calls: readonly FlockCall[]): { readonly uses: readonly Use[]; readonly unexplained: number } {
  const uses: Use[] = [];
  const seen = new Set<string>();
  let unexplained = 0;
  const held = new Map<TracedProcess, Map<number, Use>>();
  for (const call of inOrderOfEffect(calls)) {
    if (call.file === null) continue;
    const owner = ownerOf(call);
    const descriptors = held.get(owner) ?? new Map<number, Use>();
    held.set(owner, descriptors);
    const before = descriptors.get(call.fd);
    if (call.wants === 'unlock') {
      const use = before ?? inherited(call, owner, held);
      if (use === undefined && !seen.has(plainName(call.file))) unexplained += 1;
      if (use === undefined || call.errno !== null) continue;
      use.releasedUs = call.askedUs;
      use.end = 'unlocked';
      held.get(use.owner)?.delete(call.fd);
      continue;
    }
    const use: Use = {
      file: call.file,
      mode: call.wants,
      askedUs: call.askedUs,
      takenUs: null,
      releasedUs: null,
      end: call.errno === null ? 'waiting' : call.errno === 'EAGAIN' ? 'refused' : 'failed',
      errno: call.errno,
      perhapsKeptBy: [],
      owner,
      fd: call.fd,
      caller: call.process,
      overlaps: [],
    };
    uses.push(use);
    seen.add(plainName(call.file));
    const other = before !== undefined && plainName(before.file) !== plainName(call.file);
    const granted = call.errno === null && call.answeredUs !== null;
    if (before !== undefined && (other || granted)) {
      before.releasedUs = call.askedUs;
      // flock(2) releases the lock before it changes the mode; otherwise the number is a new descriptor's.
      before.end = other || before.mode === call.wants ? 'closed' : 'unlocked';
      descriptors.delete(call.fd);
    }
    if (!granted) continue;
    use.takenUs = call.answeredUs;
    use.end = 'held';
    descriptors.set(call.fd, use);
  }
  return { uses: uses.sort((a, b) => a.askedUs - b.askedUs), unexplained };
}

/** A lock takes effect when the call returns, an unlock when it is called. */
function inOrderOfEffect(calls: readonly FlockCall[]): readonly FlockCall[] {
  const effectUs = ({ wants, askedUs, answeredUs }: FlockCall) =>
    wants === 'unlock' ? askedUs : (answeredUs ?? Number.POSITIVE_INFINITY);
  // Two may never have returned, and Infinity - Infinity is NaN.
  return [...calls].sort((a, b) => (effectUs(a) < effectUs(b) ? -1 : effectUs(a) > effectUs(b) ? 1 : 0));
}

/** `flock 9` locks a descriptor that its parent opened, and exits at once; the lock is the parent's. Source: flock(1). */
function ownerOf({ process, fd }: FlockCall): TracedProcess {
  const [program = '', ...args] = process.args;
  const onNumber = /(^|\/)flock$/.test(program) && args.at(-1) === String(fd);
  return onNumber && process.parent !== null ? process.parent : process;
}

/** A process may unlock what it inherited. */
function inherited(
  { fd, file }: FlockCall,
  owner: TracedProcess,
  held: ReadonlyMap<TracedProcess, ReadonlyMap<number, Use>>,
): Use | undefined {
  for (let from = owner.parent; from !== null; from = from.parent) {
    const use = held.get(from)?.get(fd);
    if (use !== undefined && plainName(use.file) === plainName(file ?? '')) return use;
  }
  return undefined;
}

/** Dates the ends that no call shows: the next grant and the exit of the owner say when at the latest. */
function dateEnds(ofFile: readonly Use[], processes: readonly TracedProcess[], slackUs: number): void {
  const taken = ofFile.filter(({ takenUs }) => takenUs !== null).sort((a, b) => (a.takenUs ?? 0) - (b.takenUs ?? 0));
  taken.forEach((use, index) => {
    if (use.end !== 'held' && use.end !== 'closed') return;
    const { owner } = use;
    const next = taken.slice(index + 1).find((other) => excludes(use, other));
    const nextUs = next?.takenUs ?? Number.POSITIVE_INFINITY;
    const diedUs = owner.endedUs ?? Number.POSITIVE_INFINITY;
    if (use.end === 'closed' || nextUs < diedUs - slackUs) {
      use.releasedUs = Math.min(use.releasedUs ?? Number.POSITIVE_INFINITY, nextUs);
      use.end = 'closed';
      return;
    }
    if (owner.endedUs === null) return;
    const keepers = processes.filter(
      (other) =>
        isBelow(other, owner) && other.beganUs < diedUs && (other.endedUs ?? Number.POSITIVE_INFINITY) > diedUs,
    );
    // A process waited before the exit and went on waiting after it: the lock outlived its owner.
    const kept = keepers.length > 0 && next !== undefined && next.askedUs < diedUs && nextUs > diedUs + slackUs;
    use.releasedUs = kept ? nextUs : Math.min(diedUs, nextUs);
    use.end = kept ? 'kept' : 'process-ended';
    use.perhapsKeptBy = keepers.map(({ pid, command }) => ({ pid, command }));
  });
}

function isBelow(process: TracedProcess, above: TracedProcess): boolean {
  for (let at = process.parent; at !== null; at = at.parent) if (at === above) return true;
  return false;
}

function excludes(a: Use, b: Use): boolean {
  return (a.owner !== b.owner || a.fd !== b.fd) && (a.mode === 'exclusive' || b.mode === 'exclusive');
}

/**
 * Finds who held the lock while another process requested it. The times in a trace lie within the
 * kernel's, since strace notes a grant after it and an unlock before it: so two holders at once in the
 * trace were two at once in the kernel.
 *
 * @returns whether two processes held it at once and both unlocked it later.
 */
function findHolders(ofFile: readonly Use[], endUs: AtUs): boolean {
  const moments = ofFile.flatMap(
    (use): readonly { readonly atUs: AtUs; readonly order: number; readonly act: () => void }[] => {
      if (use.end === 'refused' || use.end === 'failed') return [];
      const asked = { atUs: use.askedUs, order: 1, act: () => ask(use) };
      if (use.takenUs === null) return [asked];
      return [
        asked,
        { atUs: use.takenUs, order: 2, act: () => take(use) },
        { atUs: use.releasedUs ?? endUs, order: 0, act: () => holding.delete(use) },
      ];
    },
  );
  const holding = new Set<Use>();
  const waiting = new Set<Use>();
  let twice = false;
  const ask = (use: Use) => {
    waiting.add(use);
    for (const holder of holding) if (excludes(use, holder)) use.overlaps.push(holder);
  };
  const take = (use: Use) => {
    waiting.delete(use);
    for (const holder of holding) if (excludes(use, holder) && holder.end === 'unlocked') twice = true;
    for (const waiter of waiting) if (excludes(use, waiter)) waiter.overlaps.push(use);
    if (use.releasedUs === null || use.releasedUs > (use.takenUs ?? 0)) holding.add(use);
  };
  moments.sort((a, b) => a.atUs - b.atUs || a.order - b.order);
  for (const { act } of moments) act();
  return twice;
}

function plainName(file: string): string {
  return file.replace(/ \(deleted\)$/, '');
}
