/** The goroutines of a gopls without debug pages, by delve (`dlv attach`), which stops it meanwhile. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';
import { runLimited } from '../run-limited.ts';
import { type GoroutineFact, parseDelveGoroutines } from './gopls-goroutines.ts';

/** The goroutines, or why they are unknown. */
export type DelveLook =
  | { readonly goroutines: readonly GoroutineFact[]; readonly why: null }
  | { readonly goroutines: null; readonly why: string };

/**
 * With an empty stdin delve gets no answer to whether it should kill the process and leaves it running
 * (pkg/terminal/terminal.go, handleExit; service/rpccommon/server.go, Stop). If delve is killed at its
 * limit, the kernel detaches it and gopls continues.
 * @param limitMs for delve, which first reads all debug information of gopls for some seconds.
 */
export async function attachDelve(pid: number, env: Env, limitMs: number): Promise<DelveLook> {
  const unknown = (why: string): DelveLook => ({ goroutines: null, why });
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'unlatch-dlv-'));
    const script = join(folder, 'init');
    await writeFile(script, `goroutines -t ${frames}\n`);
    const command = ['dlv', 'attach', `${pid}`, '--init', script, '--allow-non-terminal-interactive=true'];
    // delve would write its settings to the user's config folder.
    const own = { ...env, XDG_CONFIG_HOME: folder, TERM: 'dumb' };
    const { code, timedOut, stdout, stderr } = await runLimited(command, { env: own, cwd: folder, limitMs });
    if (timedOut) return unknown(`delve did not finish within ${limitMs / 1000} s; raise the limit with --timeout`);
    if (code === null) return unknown('dlv is not on PATH; go install github.com/go-delve/delve/cmd/dlv@latest');
    const goroutines = parseDelveGoroutines(stdout);
    if (goroutines !== null) return { goroutines, why: null };
    return unknown(`delve could not attach: ${stderr.trim().split('\n')[0] || `it exited with ${code}`}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return unknown(`delve could not be started: ${messageOf(error)}`);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

/** More frames than any stack of gopls has between a go command and its caller. */
const frames = 100;
