/**
 * Reads a log that strace wrote (see strace-command.ts): which thread called flock on which file, and
 * when. It counts the lines that it cannot read and goes on: a log may be cut off, or come from
 * elsewhere.
 */
import { redact } from '../../redact.ts';
import { parseCall, parseFlock, parseLine, type StraceCall } from './strace-line.ts';
import type { AtUs, Delay, FlockCall, StraceLog, TracedProcess } from './strace-log.ts';
import { argumentsOf } from './strace-text.ts';
import { type Thread, ThreadTable } from './thread-table.ts';

/** Calls that return at once, whatever other processes do. */
const instant = new Set(['gettid', 'rseq', 'set_robust_list']);
const restarted = new Set(['ERESTARTSYS', 'ERESTARTNOINTR', 'ERESTARTNOHAND', 'ERESTART_RESTARTBLOCK', 'EINTR']);

/** A call that has not returned. */
interface OpenCall {
  readonly text: string;
  readonly atUs: AtUs;
}

export class StraceReader {
  readonly #threads = new ThreadTable();
  readonly #open = new Map<number, OpenCall>();
  /** When each thread first asked for the lock in a flock that a signal interrupted: its next flock continues it. */
  readonly #interrupted = new Map<number, AtUs>();
  readonly #flocks: (Omit<FlockCall, 'process'> & { readonly thread: Thread })[] = [];
  readonly #delaysUs: number[] = [];
  #beganUs: AtUs | null = null;
  #endedUs: AtUs | null = null;
  #unreadable = 0;
  #torn = 0;
  #untimed = 0;

  /** The process that strace started; null until its first line. */
  get main(): TracedProcess | null {
    return this.#threads.main;
  }

  readLine(text: string): void {
    if (text === '') return;
    const line = parseLine(text);
    if (line === null) {
      this.#unreadable += 1;
      return;
    }
    const { tid, atUs } = line;
    this.#beganUs ??= atUs;
    this.#sawUntil(atUs);
    switch (line.kind) {
      case 'signal':
        return;
      case 'ended':
        this.#ended(tid, line.text, atUs);
        return;
      case 'unfinished':
        this.#threads.of(tid, atUs);
        this.#open.set(tid, { text: line.text, atUs });
        return;
      case 'call':
        this.#called(tid, line.text, atUs, null);
        return;
      case 'resumed': {
        const open = this.#open.get(tid);
        this.#open.delete(tid);
        if (open === undefined) this.#torn += 1;
        else this.#called(tid, open.text + line.text, open.atUs, atUs);
      }
    }
  }

  /** Reads what follows the last newline: strace writes only the beginning of a call that has not returned. */
  readRest(text: string): void {
    if (/^\d+ +[\d.]+ \w+\(/.test(text)) this.readLine(text.includes(') ') ? text : `${text} <unfinished ...>`);
    else if (text !== '') this.#torn += 1;
  }

  end(): StraceLog {
    for (const [tid, open] of this.#open) this.#calledForEver(tid, open);
    const orphans = this.#threads.adoptUnborn();
    const processes = [...this.#threads.processes];
    return {
      flocks: this.#flocks
        .map(({ thread, ...call }) => ({ ...call, process: thread.process }))
        .sort((a, b) => a.askedUs - b.askedUs),
      processes,
      beganUs: this.#beganUs,
      endedUs: this.#endedUs,
      delay: delayOf(this.#delaysUs),
      running: processes.filter(({ endedUs }) => endedUs === null),
      gaps: this.#gaps(orphans),
    };
  }

  #gaps(orphans: number): readonly string[] {
    const gaps: string[] = [];
    if (this.#unreadable > 0) gaps.push(`${count(this.#unreadable, 'line')} could not be read`);
    if (this.#torn > 0) gaps.push(`${count(this.#torn, 'line')} lacked a beginning or an end`);
    if (orphans > 0)
      gaps.push(`${count(orphans, 'process', 'es')} without a parent: the call that made them is missing`);
    if (this.#untimed > 0) gaps.push(`${count(this.#untimed, 'call')} without a duration: run strace with -T`);
    if (this.#beganUs === null) gaps.push('the trace is empty');
    return gaps;
  }

  #sawUntil(us: AtUs): void {
    this.#endedUs = Math.max(this.#endedUs ?? us, us);
  }

  /** @param resumedUs when strace saw the call return; null: on the same line, where -T gives the time. */
  #called(tid: number, text: string, atUs: AtUs, resumedUs: AtUs | null): void {
    const call = parseCall(text);
    if (call === null) {
      this.#unreadable += 1;
      return;
    }
    const { name, given, result, errno, tookUs } = call;
    const thread = this.#threads.of(tid, atUs);
    if (result !== '?' && tookUs === null && resumedUs === null) this.#untimed += 1;
    const returnedUs = result === '?' && errno === null ? null : (resumedUs ?? atUs + (tookUs ?? 0));
    // The last call may return after the last line began.
    if (returnedUs !== null) this.#sawUntil(returnedUs);
    if (instant.has(name) && returnedUs !== null) this.#delaysUs.push(returnedUs - atUs);
    if (name === 'flock') this.#flocked(tid, thread, call, atUs, returnedUs);
    else if (/^execve/.test(name) && result === '0') {
      const args = argumentsOf(given);
      thread.process.args = args;
      thread.process.command = args.length === 0 ? null : redact(args.join(' '));
    } else if (/^(v?fork|clone)/.test(name)) this.#threads.cloned(thread, given, result, atUs);
  }

  #calledForEver(tid: number, { text, atUs }: OpenCall): void {
    this.#called(tid, `${text}) = ?`, atUs, null);
  }

  #flocked(tid: number, thread: Thread, call: StraceCall, atUs: AtUs, returnedUs: AtUs | null): void {
    const flock = parseFlock(call.given);
    if (flock === null) {
      this.#unreadable += 1;
      return;
    }
    const askedUs = this.#interrupted.get(tid) ?? atUs;
    this.#interrupted.delete(tid);
    // Go, or the kernel itself, calls flock again: for the caller it is one wait.
    if (call.errno !== null && restarted.has(call.errno)) {
      this.#interrupted.set(tid, askedUs);
      return;
    }
    if ((flock.wants === 'unlock' || flock.nonBlocking) && returnedUs !== null) this.#delaysUs.push(returnedUs - atUs);
    this.#flocks.push({
      thread,
      ...flock,
      askedUs,
      answeredUs: call.result === '?' ? null : returnedUs,
      errno: call.errno,
    });
  }

  #ended(tid: number, how: string, atUs: AtUs): void {
    const open = this.#open.get(tid);
    this.#open.delete(tid);
    if (open !== undefined) this.#calledForEver(tid, open);
    this.#interrupted.delete(tid);
    this.#threads.ended(tid, how, atUs);
  }
}

/** Reads a whole log. */
export function readStrace(text: string): StraceLog {
  const reader = new StraceReader();
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  for (const line of lines) reader.readLine(line);
  reader.readRest(last);
  return reader.end();
}

function count(n: number, what: string, plural = 's'): string {
  return n === 1 ? `1 ${what}` : `${n} ${what}${plural}`;
}

function delayOf(us: readonly number[]): Delay {
  const sorted = [...us].sort((a, b) => a - b);
  return { calls: sorted.length, p50Us: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, maxUs: sorted.at(-1) ?? 0 };
}
