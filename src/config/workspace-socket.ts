/** A gopls daemon for one workspace alone: its name, its socket, and the settings with which editors use it. */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Env } from '../go/context.ts';
import { type CommandLimits, runCommand } from '../process/run-command.ts';

export interface WorkspaceSocket {
  /** The workspace, with its symlinks followed. */
  readonly folder: string;
  /** Twelve hexadecimal digits of the SHA-256 of that path. */
  readonly id: string;
  /** "-remote=auto;0123456789ab": gopls starts the daemon where there is none. */
  readonly flag: string;
  /** Where its daemon listens. */
  readonly path: string;
  readonly bytes: number;
  /** What keeps gopls from using it, or null. */
  readonly flaw: string | null;
}

/** sun_path, unix(7), without the 0 at its end. */
export const limitBytes = 107;

/** @param gopls as it is called. @param go null: there is none on PATH. */
export async function workspaceSocket(
  folder: string,
  gopls: string,
  go: string | null,
  env: Env,
  limits: CommandLimits,
): Promise<WorkspaceSocket> {
  const whole = await realpath(folder);
  const id = createHash('sha256').update(whole).digest('hex').slice(0, 12);
  // As os.Executable has it on Linux: where the symlinks lead.
  const program = await realpath(gopls);
  const runtime = resolve(env['XDG_RUNTIME_DIR'] || env['TMPDIR'] || '/tmp');
  const user = env['USER'] || 'shared';
  const name = `${basename(program)}-${await hashOf(program, go, env, limits)}-daemon.${user}-${id}`;
  const path = join(runtime, name);
  const bytes = Buffer.byteLength(path);
  const flaw =
    bytes <= limitBytes
      ? null
      : `its path has ${bytes} bytes, and ${limitBytes} are allowed: set XDG_RUNTIME_DIR to a folder of your own with a shorter name`;
  return { folder: whole, id, flag: `-remote=auto;${id}`, path, bytes, flaw };
}

/** gopls/internal/lsprpc/autostart_posix.go: of its build id, or, where no go tells that, of its path. */
async function hashOf(program: string, go: string | null, env: Env, limits: CommandLimits): Promise<string> {
  const sum = (data: string) => createHash('sha256').update(data).digest('hex').slice(0, 6);
  if (go === null) return sum(program);
  const surroundings = { folder: '/', env, ...limits };
  const { code, stdout } = await runCommand(go, ['tool', 'buildid', program], surroundings);
  return code === 0 ? sum(stdout) : sum(program);
}
