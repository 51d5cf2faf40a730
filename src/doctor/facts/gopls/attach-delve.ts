/** The goroutines of a gopls that has no debug pages, by delve (`dlv attach`), which stops it meanwhile and lets it go on. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';
import { runLimited } from '../run-limited.ts';
import { type GoroutineFact, parseDelveGoroutines } from './gopls-goroutines.ts';

/** Either what they do, or why that is not known. */
export type DelveLook =
  | { readonly goroutines: readonly GoroutineFact[]; readonly why: null }
  | { readonly goroutines: null; readonly why: string };

/**
 * @param limitMs for delve, which first reads the debug information of all of gopls: some seconds.
 * With nothing on its stdin delve asks at its end whether it should end the process too, hears nothing, and leaves it be
 * (pkg/terminal/terminal.go, handleExit; service/rpccommon/server.go, Stop). One that is killed at its limit is no tracer any more, and the
 * kernel lets gopls go on.
 */
export async function attachDelve(pid: number, env: Env, limitMs: number): Promise<DelveLook> {
  const unknown = (why: string): DelveLook => ({ goroutines: null, why });
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'unlatch-dlv-'));
    const script = join(folder, 'init');
    await writeFile(script, `goroutines -t ${frames}\n`);
    const command = ['dlv', 'attach', `${pid}`, '--init', script, '--allow-non-terminal-interactive=true'];
    // It writes its settings into the folder of the user's.
    const own = { ...env, XDG_CONFIG_HOME: folder, TERM: 'dumb' };
    const { code, timedOut, stdout, stderr } = await runLimited(command, { env: own, cwd: folder, limitMs });
    if (timedOut)
      return unknown(`delve did not come to an end within ${limitMs / 1000} s; give it more with --timeout`);
    if (code === null) return unknown('there is no dlv on PATH: go install github.com/go-delve/delve/cmd/dlv@latest');
    const goroutines = parseDelveGoroutines(stdout);
    if (goroutines !== null) return { goroutines, why: null };
    return unknown(`delve could not attach: ${stderr.trim().split('\n')[0] || `it ended with ${code}`}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return unknown(`delve was not started: ${messageOf(error)}`);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

/** More than any stack of gopls's has from the go command up to what asked for it. */
const frames = 100;
