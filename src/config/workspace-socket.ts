/**
 * A gopls daemon for a single workspace: its name, its socket, and the editor settings that use it.
 */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Env } from '../go/context.ts';
import { type CommandLimits, runCommand } from '../process/run-command.ts';

export interface WorkspaceSocket {
  /** The workspace, with symlinks resolved. */
  readonly folder: string;
  /** Twelve hexadecimal digits of the SHA-256 of that path. */
  readonly id: string;
  /** "-remote=auto;0123456789ab": gopls starts the daemon if there is none. */
  readonly flag: string;
  /** Where its daemon listens. */
  readonly path: string;
  readonly bytes: number;
  /** Why gopls cannot use it, or null. */
  readonly flaw: string | null;
}

/** Size of sun_path, unix(7), without the terminating NUL. */
export const limitBytes = 107;

/** @param gopls its path. @param go null: there is none on PATH. */
export async function workspaceSocket(
  folder: string,
  gopls: string,
  go: string | null,
  env: Env,
  limits: CommandLimits,
): Promise<WorkspaceSocket> {
  const whole = await realpath(folder);
  const id = createHash('sha256').update(whole).digest('hex').slice(0, 12);
  // Like os.Executable on Linux, which resolves symlinks.
  const program = await realpath(gopls);
  const runtime = resolve(env['XDG_RUNTIME_DIR'] || env['TMPDIR'] || '/tmp');
  const user = env['USER'] || 'shared';
  const name = `${basename(program)}-${await hashOf(program, go, env, limits)}-daemon.${user}-${id}`;
  const path = join(runtime, name);
  const bytes = Buffer.byteLength(path);
  const flaw =
    bytes <= limitBytes
      ? null
      : `its path has ${bytes} bytes, but at most ${limitBytes} are allowed: set XDG_RUNTIME_DIR to a folder of your own with a shorter path`;
  return { folder: whole, id, flag: `-remote=auto;${id}`, path, bytes, flaw };
}

/**
 * gopls/internal/lsprpc/autostart_posix.go: hash of its build id, or of its path if no go can read
 * that.
 */
async function hashOf(program: string, go: string | null, env: Env, limits: CommandLimits): Promise<string> {
  const sum = (data: string) => createHash('sha256').update(data).digest('hex').slice(0, 6);
  if (go === null) return sum(program);
  const surroundings = { folder: '/', env, ...limits };
  const { code, stdout } = await runCommand(go, ['tool', 'buildid', program], surroundings);
  return code === 0 ? sum(stdout) : sum(program);
}
