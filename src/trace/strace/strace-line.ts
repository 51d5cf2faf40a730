/** Parses the lines of `strace -f -ttt -T -y`. Source: strace(1). */

import type { AtUs, FlockCall } from './strace-log.ts';
import { unescaped } from './strace-text.ts';

/**
 * `unfinished`: another thread's line came before the call returned. `resumed`: the rest of such a
 * call. `signal`: a thread received one. `ended`: a thread exited.
 */
export interface StraceLine {
  readonly tid: number;
  readonly atUs: AtUs;
  readonly kind: 'call' | 'unfinished' | 'resumed' | 'signal' | 'ended';
  /** Of `ended`: "exited with 1"; else the text of the call. */
  readonly text: string;
}

export interface StraceCall {
  readonly name: string;
  /** The arguments as strace writes them. */
  readonly given: string;
  /** "?": the call did not return. */
  readonly result: string;
  readonly errno: string | null;
  /** null: strace ran without -T, or the call did not return. */
  readonly tookUs: number | null;
}

const stamped = /^(\d+) +(\d{9,11})\.(\d{6}) (.*)$/;
/** strace writes "???" for a thread that was killed before it could ask; that call's time is "unavailable". */
const wholeCall =
  /^(\w+|\?{3})\((.*)\) += (-?\d+|\?)(?: ([A-Z]\w+))?(?: \([^()]*\))?(?: <(?:(\d+)\.(\d{6})|unavailable)>)?$/;
/** strace writes a ">" in a file name in octal. */
const flockArguments = /^(\d+)(?:<([^>]*)>)?(\(deleted\))?, (LOCK_[A-Z_|]+)/;

/** @returns null if the line is not one of strace's. */
export function parseLine(line: string): StraceLine | null {
  const [, pid, seconds, micros, text] = stamped.exec(line) ?? [];
  if (pid === undefined || text === undefined) return null;
  const at = { tid: Number(pid), atUs: Number(seconds) * 1e6 + Number(micros) };
  if (text.startsWith('--- ')) return { ...at, kind: 'signal', text };
  const end = /^\+\+\+ (.*) \+\+\+$/.exec(text)?.[1];
  if (end !== undefined) return { ...at, kind: 'ended', text: end };
  const start = /^(.*?),? ?<unfinished \.\.\.>$/.exec(text)?.[1];
  if (start !== undefined) return { ...at, kind: 'unfinished', text: start };
  const resumed = /^<\.\.\. \S+ resumed>(.*)$/.exec(text)?.[1];
  if (resumed !== undefined) return { ...at, kind: 'resumed', text: resumed };
  return { ...at, kind: 'call', text };
}

export function parseCall(text: string): StraceCall | null {
  const [, name, given, result, errno, seconds, micros] = wholeCall.exec(text) ?? [];
  if (name === undefined || given === undefined || result === undefined) return null;
  const tookUs = seconds === undefined ? null : Number(seconds) * 1e6 + Number(micros);
  return { name, given, result, errno: errno ?? null, tookUs };
}

/** @returns null if flock would refuse these arguments, or strace could not read them. */
export function parseFlock(given: string): Pick<FlockCall, 'fd' | 'file' | 'wants' | 'nonBlocking'> | null {
  const [, fd, path, deleted, operation] = flockArguments.exec(given) ?? [];
  if (fd === undefined || operation === undefined) return null;
  const wants = wantedBy(operation);
  if (wants === null) return null;
  return {
    fd: Number(fd),
    file: path === undefined ? null : unescaped(path) + (deleted === undefined ? '' : ' (deleted)'),
    wants,
    nonBlocking: operation.includes('LOCK_NB'),
  };
}

function wantedBy(operation: string): FlockCall['wants'] | null {
  if (operation.includes('LOCK_EX')) return 'exclusive';
  if (operation.includes('LOCK_SH')) return 'shared';
  return operation.includes('LOCK_UN') ? 'unlock' : null;
}
