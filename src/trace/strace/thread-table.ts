/** Which thread belongs to which process, as a log of strace shows it. */
import type { AtUs, TracedProcess } from './strace-log.ts';

type Building<T> = { -readonly [K in keyof T]: T[K] };
export type BuildingProcess = Building<Omit<TracedProcess, 'parent'>> & {
  parent: BuildingProcess | null;
  threads: number;
};

/** Its process changes when a later line shows that it is a thread of another one. */
export interface Thread {
  process: BuildingProcess;
}

export class ThreadTable {
  readonly processes = new Set<BuildingProcess>();
  /** The process that strace started; null until its first line. */
  main: BuildingProcess | null = null;
  readonly #threads = new Map<number, Thread>();
  /** Threads whose first lines came before the clone that made them returned. */
  readonly #unborn = new Map<number, Thread>();
  /** Clones that never returned, for example because another thread ended the process. */
  readonly #unreturned: { readonly thread: Thread; readonly flags: string; readonly atUs: AtUs }[] = [];

  /** The thread with that id, which this line may be the first to show. */
  of(tid: number, atUs: AtUs): Thread {
    const known = this.#threads.get(tid);
    if (known !== undefined) return known;
    const process: BuildingProcess = {
      pid: tid,
      command: null,
      args: [],
      parent: null,
      beganUs: atUs,
      endedUs: null,
      endedHow: null,
      threads: 1,
    };
    this.processes.add(process);
    const thread = { process };
    this.#threads.set(tid, thread);
    if (this.main === null) this.main = process;
    else this.#unborn.set(tid, thread);
    return thread;
  }

  /** @param result of a clone, fork or vfork: a thread id, or "?". */
  cloned(caller: Thread, flags: string, result: string, atUs: AtUs): void {
    const tid = Number(result);
    // strace repeats an old result if the caller is killed before strace can read the new one.
    const stale = this.#threads.has(tid) && !this.#unborn.has(tid);
    if (tid > 0 && !stale) this.#adopt(caller.process, tid, flags, atUs);
    else if (stale || result === '?') this.#unreturned.push({ thread: caller, flags, atUs });
  }

  ended(tid: number, how: string, atUs: AtUs): void {
    const { process } = this.of(tid, atUs);
    this.#threads.delete(tid);
    process.threads -= 1;
    if (process.threads > 0) return;
    process.endedUs = atUs;
    process.endedHow = how;
  }

  /**
   * Gives threads without a parent to a clone that never returned, if only one process can have made
   * them.
   *
   * @returns how many are left without a parent.
   */
  adoptUnborn(): number {
    const byBegin = [...this.#unborn].sort(([, a], [, b]) => a.process.beganUs - b.process.beganUs);
    for (const [tid, { process }] of byBegin) {
      const possible = this.#unreturned.filter(
        ({ thread, atUs }) => thread.process !== process && atUs <= process.beganUs,
      );
      const [call, ...others] = possible;
      if (call === undefined || others.some(({ thread }) => thread.process !== call.thread.process)) continue;
      this.#unreturned.splice(this.#unreturned.indexOf(call), 1);
      this.#adopt(call.thread.process, tid, call.flags, process.beganUs);
    }
    return this.#unborn.size;
  }

  #adopt(parent: BuildingProcess, tid: number, flags: string, atUs: AtUs): void {
    const thread = this.#unborn.get(tid) ?? this.of(tid, atUs);
    this.#unborn.delete(tid);
    const child = thread.process;
    if (flags.includes('CLONE_THREAD')) {
      thread.process = parent;
      parent.threads += child.threads;
      this.processes.delete(child);
      return;
    }
    child.parent = parent;
    if (child.command === null) {
      child.command = parent.command;
      child.args = parent.args;
    }
  }
}
