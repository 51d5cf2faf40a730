/**
 * Looks at a running gopls: through its debug pages (`gopls -debug=localhost:0`), else through delve
 * if requested, else by its threads.
 */
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { errnoOf } from '../../../errors.ts';
import { readLink, readText } from '../../../process/proc/read-proc.ts';
import { parseListening } from '../../../process/proc/sockets.ts';
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

/** Directly, without proxy and .netrc: the address is this machine's own. */
async function goroutinesAt(address: string, limitMs: number): Promise<string | null> {
  // Not src/go/network's client: it knows much that is not wanted here, and `unlatch doctor` would load it each time.
  const { Agent, get } = await import('node:http');
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const url = `http://${address}/debug/pprof/goroutine?debug=2`;
      // An agent of its own: with NODE_USE_ENV_PROXY set, Node's goes to the proxy even for 127.0.0.1.
      get(url, { agent: new Agent(), signal: AbortSignal.timeout(limitMs) }, resolve).on('error', reject);
    });
    const dump = await text(response);
    return response.statusCode === 200 && dump.startsWith('goroutine ') ? dump : null;
  } catch (error) {
    // A daemon's own port speaks no HTTP, or nothing within the limit.
    if (errnoOf(error) !== undefined) return null;
    throw error;
  }
}
