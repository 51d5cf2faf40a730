/**
 * Looks at a running gopls: through its debug pages (`gopls -debug=localhost:0`), else through delve
 * if requested, else by its threads.
 */
import { errnoOf } from '../../../errors.ts';
import { readLink, readText } from '../../../process/read-proc.ts';
import { parseListening } from '../../../process/sockets.ts';
import { readDescriptors } from '../process/descriptors.ts';
import { readThreads } from '../process/threads.ts';
import type { DelveLook } from './attach-delve.ts';
import { type GoroutineFact, parseGoroutines } from './gopls-goroutines.ts';

export interface GoplsFact {
  readonly pid: number;
  /** "127.0.0.1:41873"; null: no debug pages answered. */
  readonly debug: string | null;
  readonly goroutines: readonly GoroutineFact[];
  /** null: not requested or not needed. */
  readonly delve: DelveLook | null;
  /** Number of threads by the kernel function they sleep in; "" for running ones. */
  readonly threads: Readonly<Record<string, number>>;
}

/**
 * @param limitMs for each page. Never requests /flightrecorder: it does not answer and leaves a
 * `go tool trace` behind.
 * @param delve asked if there are no debug pages.
 */
export async function lookAtGopls(
  pid: number,
  limitMs: number,
  delve: ((pid: number) => Promise<DelveLook>) | null,
): Promise<GoplsFact> {
  const threads: Record<string, number> = {};
  for (const { wchan } of readThreads(pid)) threads[wchan] = (threads[wchan] ?? 0) + 1;
  for (const address of debugAddresses(pid)) {
    const dump = await goroutinesAt(address, limitMs);
    if (dump !== null) return { pid, debug: address, goroutines: parseGoroutines(dump), delve: null, threads };
  }
  const look = delve === null ? null : await delve(pid);
  return { pid, debug: null, goroutines: look?.goroutines ?? [], delve: look, threads };
}

/** The addresses it listens on; none if it is in another network namespace. */
function debugAddresses(pid: number): readonly string[] {
  if (readLink(`/proc/${pid}/ns/net`) !== readLink('/proc/self/ns/net')) return [];
  const own = new Set(readDescriptors(pid, [])?.sockets ?? []);
  return ['tcp', 'tcp6']
    .flatMap((table) => parseListening(readText(`/proc/${pid}/net/${table}`) ?? ''))
    .flatMap(({ inode, local }) => (own.has(inode) ? [local.replace(/^(0\.0\.0\.0|\[0(:0){7}\])/, '127.0.0.1')] : []));
}

async function goroutinesAt(address: string, limitMs: number): Promise<string | null> {
  try {
    const answer = await fetch(`http://${address}/debug/pprof/goroutine?debug=2`, {
      signal: AbortSignal.timeout(limitMs),
    });
    const text = await answer.text();
    return answer.ok && text.startsWith('goroutine ') ? text : null;
  } catch (error) {
    // fetch wraps socket errors; a daemon's own port speaks no HTTP.
    if (error instanceof TypeError || errnoOf(error) !== undefined || (error as Error).name === 'TimeoutError')
      return null;
    throw error;
  }
}
