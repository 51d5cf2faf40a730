/**
 * Reads what strace wrote (see strace-command.ts): who called flock on what, when, and whose thread that was. A line that it does
 * not know is counted, and never a reason to give up: a log may be cut off, or be from elsewhere.
 */
import { redact } from '../redact.ts';
import type { AtUs, Delay, FlockCall, StraceLog, TracedProcess } from './strace-log.ts';
import { argumentsOf, unescaped } from './strace-text.ts';

export interface StraceReader {
  readonly line: (text: string) => void;
  /** What follows the last newline: of a call that has not come back strace has written only the beginning. */
  readonly rest: (text: string) => void;
  /** The process that strace started; null until its first line. */
  readonly main: () => TracedProcess | null;
  readonly end: () => StraceLog;
}

type Building<T> = { -readonly [K in keyof T]: T[K] };
type Process = Building<Omit<TracedProcess, 'parent'>> & { parent: Process | null; threads: number };
interface Thread {
  process: Process;
}
type Flock = Omit<FlockCall, 'process'> & { readonly thread: Thread };

/** Calls that answer at once, whatever others do. */
const instant = new Set(['gettid', 'rseq', 'set_robust_list']);
const restarted = new Set(['ERESTARTSYS', 'ERESTARTNOINTR', 'ERESTARTNOHAND', 'ERESTART_RESTARTBLOCK', 'EINTR']);

export function straceReader(): StraceReader {
  const threads = new Map<number, Thread>();
  const begun = new Map<number, { readonly text: string; readonly atUs: AtUs }>();
  /** Calls that a signal broke off: the next one of the thread goes on with them. */
  const brokenOff = new Map<number, AtUs>();
  const processes = new Set<Process>();
  const flocks: Flock[] = [];
  const delaysUs: number[] = [];
  /** Their first lines, and perhaps their last, stand before the clone that made them comes back. */
  const unborn = new Map<number, Thread>();
  /** Calls that never came back to say whom they made, as when another thread ends the process meanwhile. */
  const unreturned: { readonly thread: Thread; readonly flags: string; readonly atUs: AtUs }[] = [];
  let main: Process | null = null;
  let beganUs: AtUs | null = null;
  let endedUs: AtUs | null = null;
  let unreadable = 0;
  let torn = 0;
  let untimed = 0;

  const threadOf = (tid: number, atUs: AtUs): Thread => {
    const known = threads.get(tid);
    if (known !== undefined) return known;
    const process: Process = {
      pid: tid,
      command: null,
      args: [],
      parent: null,
      beganUs: atUs,
      endedUs: null,
      endedHow: null,
      threads: 1,
    };
    processes.add(process);
    const thread = { process };
    threads.set(tid, thread);
    if (main === null) main = process;
    else unborn.set(tid, thread);
    return thread;
  };

  const made = (parent: Process, tid: number, flags: string, atUs: AtUs): void => {
    const thread = unborn.get(tid) ?? threadOf(tid, atUs);
    unborn.delete(tid);
    const child = thread.process;
    if (flags.includes('CLONE_THREAD')) {
      thread.process = parent;
      parent.threads += child.threads;
      processes.delete(child);
      return;
    }
    child.parent = parent;
    if (child.command === null) {
      child.command = parent.command;
      child.args = parent.args;
    }
  };

  /** @param resumedUs when strace saw its end; null where nothing came between, and `-T` tells it. */
  const called = (tid: number, text: string, atUs: AtUs, resumedUs: AtUs | null): void => {
    const [, name = '', given = '', result = '', errno, seconds, micros] = wholeCall.exec(text) ?? [];
    if (name === '') {
      unreadable += 1;
      return;
    }
    const thread = threadOf(tid, atUs);
    if (result !== '?' && seconds === undefined && resumedUs === null) untimed += 1;
    const tookUs = seconds === undefined ? 0 : Number(seconds) * 1e6 + Number(micros);
    const leftUs = result === '?' && errno === undefined ? null : (resumedUs ?? atUs + tookUs);
    // The last call may be answered after the last line began.
    if (leftUs !== null) endedUs = Math.max(endedUs ?? leftUs, leftUs);
    if (instant.has(name) && leftUs !== null) delaysUs.push(leftUs - atUs);
    if (name === 'flock') flocked(tid, thread, given, { askedUs: atUs, leftUs, result, errno: errno ?? null });
    else if (/^execve/.test(name) && result === '0') {
      const args = argumentsOf(given);
      thread.process.args = args;
      thread.process.command = args.length === 0 ? null : redact(args.join(' '));
    } else if (/^(v?fork|clone)/.test(name)) {
      const child = Number(result);
      // strace repeats the last answer where the caller is killed before it can ask for this one.
      const stale = threads.has(child) && !unborn.has(child);
      if (child > 0 && !stale) made(thread.process, child, given, atUs);
      else if (stale || result === '?') unreturned.push({ thread, flags: given, atUs });
    }
  };

  /** Whoever came out of a call that never came back, where only one process can have made it. */
  const adopt = (): void => {
    for (const [tid, { process }] of [...unborn].sort(([, a], [, b]) => a.process.beganUs - b.process.beganUs)) {
      const possible = unreturned.filter(({ thread, atUs }) => thread.process !== process && atUs <= process.beganUs);
      const [call, ...others] = possible;
      if (call === undefined || others.some(({ thread }) => thread.process !== call.thread.process)) continue;
      unreturned.splice(unreturned.indexOf(call), 1);
      made(call.thread.process, tid, call.flags, process.beganUs);
    }
  };

  const flocked = (
    tid: number,
    thread: Thread,
    given: string,
    call: {
      readonly askedUs: AtUs;
      readonly leftUs: AtUs | null;
      readonly result: string;
      readonly errno: string | null;
    },
  ): void => {
    const [, fd, path, deleted, operation] = flockArguments.exec(given) ?? [];
    const wants = operation?.includes('LOCK_EX')
      ? 'exclusive'
      : operation?.includes('LOCK_SH')
        ? 'shared'
        : operation?.includes('LOCK_UN')
          ? 'unlock'
          : null;
    if (fd === undefined || operation === undefined || wants === null) {
      unreadable += 1;
      return;
    }
    const askedUs = brokenOff.get(tid) ?? call.askedUs;
    brokenOff.delete(tid);
    // Go, and the kernel itself, ask again: to who waits it is one wait.
    if (call.errno !== null && restarted.has(call.errno)) {
      brokenOff.set(tid, askedUs);
      return;
    }
    const nonBlocking = operation.includes('LOCK_NB');
    if ((wants === 'unlock' || nonBlocking) && call.leftUs !== null) delaysUs.push(call.leftUs - call.askedUs);
    flocks.push({
      thread,
      fd: Number(fd),
      file: path === undefined ? null : unescaped(path) + (deleted === undefined ? '' : ' (deleted)'),
      wants,
      nonBlocking,
      askedUs,
      answeredUs: call.result === '?' ? null : call.leftUs,
      errno: call.errno,
    });
  };

  const ended = (tid: number, how: string, atUs: AtUs): void => {
    const { process } = threadOf(tid, atUs);
    const open = begun.get(tid);
    if (open !== undefined) {
      begun.delete(tid);
      called(tid, `${open.text}) = ?`, open.atUs, null);
    }
    threads.delete(tid);
    brokenOff.delete(tid);
    process.threads -= 1;
    if (process.threads > 0) return;
    process.endedUs = atUs;
    process.endedHow = how;
  };

  const reader: StraceReader = {
    rest: (text) => {
      if (/^\d+ +[\d.]+ \w+\(/.test(text)) reader.line(text.includes(') ') ? text : `${text} <unfinished ...>`);
      else if (text !== '') torn += 1;
    },
    line: (text) => {
      if (text === '') return;
      const [, pid, seconds, micros, rest] = stamped.exec(text) ?? [];
      if (pid === undefined || rest === undefined) {
        unreadable += 1;
        return;
      }
      const tid = Number(pid);
      const atUs = Number(seconds) * 1e6 + Number(micros);
      beganUs ??= atUs;
      endedUs = Math.max(endedUs ?? atUs, atUs);
      if (rest.startsWith('--- ')) return;
      const end = /^\+\+\+ (.*) \+\+\+$/.exec(rest)?.[1];
      if (end !== undefined) {
        ended(tid, end, atUs);
        return;
      }
      const start = /^(.*?),? ?<unfinished \.\.\.>$/.exec(rest)?.[1];
      if (start !== undefined) {
        threadOf(tid, atUs);
        begun.set(tid, { text: start, atUs });
        return;
      }
      const resumed = /^<\.\.\. \S+ resumed>(.*)$/.exec(rest)?.[1];
      if (resumed === undefined) {
        called(tid, rest, atUs, null);
        return;
      }
      const open = begun.get(tid);
      begun.delete(tid);
      if (open === undefined) torn += 1;
      else called(tid, open.text + resumed, open.atUs, atUs);
    },
    main: () => main,
    end: () => {
      for (const [tid, open] of begun) called(tid, `${open.text}) = ?`, open.atUs, null);
      adopt();
      return {
        flocks: flocks
          .map(({ thread, ...call }) => ({ ...call, process: thread.process }))
          .sort((a, b) => a.askedUs - b.askedUs),
        processes: [...processes],
        beganUs,
        endedUs,
        delay: delayOf(delaysUs),
        running: [...processes].filter((process) => process.endedUs === null),
        gaps: [
          ...(unreadable === 0 ? [] : [`${count(unreadable, 'line')} could not be read`]),
          ...(torn === 0 ? [] : [`${count(torn, 'line')} without a beginning or an end`]),
          ...(unborn.size === 0
            ? []
            : [`${count(unborn.size, 'process', 'es')} out of nowhere: the call that made them is lost`]),
          ...(untimed === 0 ? [] : [`${count(untimed, 'call')} without the time that they took: strace wants -T`]),
          ...(beganUs === null ? ['the trace is empty'] : []),
        ],
      };
    },
  };
  return reader;
}

/** The log in one text. */
export function readStrace(text: string): StraceLog {
  const reader = straceReader();
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  for (const line of lines) reader.line(line);
  reader.rest(last);
  return reader.end();
}

const stamped = /^(\d+) +(\d{9,11})\.(\d{6}) (.*)$/;
/** A thread that is killed before strace could ask it has called "???", and its answer is unavailable. */
const wholeCall =
  /^(\w+|\?{3})\((.*)\) += (-?\d+|\?)(?: ([A-Z]\w+))?(?: \([^()]*\))?(?: <(?:(\d+)\.(\d{6})|unavailable)>)?$/;
/** A ">" in the name of a file is written in octal. */
const flockArguments = /^(\d+)(?:<([^>]*)>)?(\(deleted\))?, (LOCK_[A-Z_|]+)/;

function count(n: number, what: string, plural = 's'): string {
  return n === 1 ? `1 ${what}` : `${n} ${what}${plural}`;
}

function delayOf(us: readonly number[]): Delay {
  const sorted = [...us].sort((a, b) => a - b);
  return { calls: sorted.length, p50Us: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, maxUs: sorted.at(-1) ?? 0 };
}
