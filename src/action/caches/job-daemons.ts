import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Env } from '../../go/context.ts';
import { openPaths } from '../../process/proc/open-paths.ts';
import { parseEnviron } from '../../process/proc/parse-environ.ts';
import { listProcesses, type Process } from '../../process/proc/process-table.ts';
import { readText, unreadableToNull } from '../../process/proc/read-proc.ts';
import { parseUnix } from '../../process/proc/sockets.ts';

/** Facts that distinguish the processes of one job from those of others on the same machine. */
export interface JobIdentity {
  readonly uid: number;
  /**
   * When the job's own step started, in ticks since boot (Process.startTicks): older processes are
   * not the job's.
   */
  readonly startTicks: number;
  /** The environment of a step of the job. */
  readonly env: Env;
  /**
   * Where its daemons put their sockets: XDG_RUNTIME_DIR, else TMPDIR
   * (gopls/internal/lsprpc/autostart_posix.go).
   */
  readonly socketFolders: readonly string[];
}

/**
 * Variables whose values differ from job to job
 * (https://docs.github.com/actions/reference/variables-reference). A process started with another
 * RUNNER_TRACKING_ID is meant to outlive the job.
 */
const jobVariables = ['RUNNER_TRACKING_ID', 'RUNNER_TEMP', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB'];

/**
 * The gopls daemons that a step of this job has started: they belong to the user, are younger than
 * the job's own step, have the job's variables, and listen on a unix socket in one of the job's
 * folders. None if there is no /proc.
 */
export function jobDaemons(job: JobIdentity): readonly Process[] {
  // Without a run id the environment does not identify the job.
  if ((job.env['GITHUB_RUN_ID'] ?? '') === '') return [];
  const sockets = listeningBelow(new Set(job.socketFolders.flatMap((folder) => realPath(folder) ?? [])));
  if (sockets.size === 0) return [];
  return listProcesses().filter(
    (one) =>
      one.uid === job.uid &&
      one.startTicks >= job.startTicks &&
      /^gopls(?:[-.\d].*)?$/.test(one.name) &&
      openPaths(one).some((path) => sockets.has(path)) &&
      isOfJob(one, job.env),
  );
}

function isOfJob({ pid }: Process, env: Env): boolean {
  const text = readText(`/proc/${pid}/environ`);
  if (text === null) return false;
  const theirs = parseEnviron(text);
  return jobVariables.every((name) => (theirs[name] ?? '') === (env[name] ?? ''));
}

/** Sockets listening in these folders, as descriptors name them: "socket:[4026]". */
function listeningBelow(folders: ReadonlySet<string>): ReadonlySet<string> {
  const table = readText('/proc/self/net/unix') ?? '';
  const found = new Set<string>();
  for (const { listens, inode, path } of parseUnix(table)) {
    if (!listens) continue;
    const folder = realPath(dirname(path));
    if (folder !== null && folders.has(folder)) found.add(`socket:[${inode}]`);
  }
  return found;
}

function realPath(folder: string): string | null {
  return unreadableToNull(() => realpathSync(folder));
}
