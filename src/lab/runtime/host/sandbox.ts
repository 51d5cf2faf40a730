/** One sandbox on this machine: a fresh directory and environment, with the driver under an isolation. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvironmentError, errnoOf, messageOf } from '../../../errors.ts';
import { endMarked, type ProcessId, processId } from '../../../process/end-marked.ts';
import { uptimeTicks } from '../../../process/proc/stat.ts';
import { needsSysAdmin } from '../needs-sys-admin.ts';
import type { Sandbox, SandboxNeeds } from '../runtime.ts';
import { noRoom, removeReadOnlyTree, temporary } from './folders.ts';
import { infoFd, prefixOf } from './isolation.ts';
import type { Isolation } from './isolations.ts';
import { marker, markOf } from './mark.ts';

/** How much of the end of each output is read: more than a history keeps. */
const readLimit = 65_536;
/** Larger: a trace without its beginning does not show which threads belong to which process. */
const traceLimit = 64 << 20;

export interface SandboxOptions {
  /** Only its PATH is used, to find the isolation tools. Nothing else reaches a trial. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Keep the sandboxes for inspection. */
  readonly keep: boolean;
  readonly tell: (what: string) => void;
}

/**
 * bubblewrap prints this if a mount of this machine vanishes (a container's, say) while it makes them all
 * read-only. Nothing of the trial has run yet, so starting over is no retry of the trial.
 */
const mountVanished = /: bwrap: Can't bind mount \/oldroot\/ on \/newroot\/: Unable to apply mount flags/;
const mostBeginnings = 5;

export async function openSandbox(
  needs: SandboxNeeds,
  isolation: Isolation,
  options: SandboxOptions,
): Promise<Sandbox> {
  const name = `unlatch-${options.keep ? 'kept-' : ''}${process.pid}-`;
  const root = await mkdtemp(join(temporary(), name)).catch(noRoom);
  let started: Started | undefined;
  const sinceTicks = uptimeTicks();
  return {
    run: async (files, limitMs, signal) => {
      await writeFiles(root, files).catch(noRoom);
      const gopls = needs.toolchain.gopls === null ? [] : [dirname(needs.toolchain.gopls.path)];
      const { goroot } = needs.toolchain.go;
      const bounds = { root, visible: [goroot, dirname(process.execPath), ...gopls], asRoot: needs.root };
      const argv = [
        ...prefixOf(isolation, bounds, needsSysAdmin(needs.capabilities)),
        ...['bash', join(root, 'trial/driver.sh')],
      ];
      const env = {
        PATH: options.env['PATH'] ?? '/usr/bin:/bin',
        GOROOT_BIN: [join(goroot, 'bin'), ...gopls].join(':'),
        NODE: process.execPath,
        [marker]: root,
      };
      for (let begun = 1; ; begun++) {
        started = start(argv, env, root);
        try {
          await ended(started.child, limitMs, signal);
          break;
        } catch (error) {
          if (begun === mostBeginnings || !mountVanished.test(messageOf(error))) throw error;
        }
      }
      return (name) => readTail(join(root, 'out', name), name.endsWith('/trace') ? traceLimit : readLimit);
    },
    [Symbol.asyncDispose]: async () => {
      try {
        if (started !== undefined) await endMarked(markOf(root), sinceTicks, started.first());
      } finally {
        if (options.keep) options.tell(`kept: ${root}`);
        else await removeReadOnlyTree(root);
      }
    },
  };
}

interface Started {
  readonly child: ChildProcess;
  /**
   * The init process inside, if bubblewrap has reported it: bubblewrap exits with the driver, while that
   * process may still run (bubblewrap.c, do_init).
   */
  readonly first: () => readonly ProcessId[];
}

function start(argv: readonly string[], env: Readonly<Record<string, string>>, root: string): Started {
  const [command = 'env', ...args] = argv;
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], cwd: root });
  let info = '';
  let first: ProcessId | null = null;
  child.stdio[infoFd]?.on('data', (data) => {
    info += data;
    const [, pid] = /"child-pid": (\d+)/.exec(info) ?? [];
    if (pid !== undefined) first ??= processId(Number(pid));
  });
  return { child, first: () => (first === null ? [] : [first]) };
}

/** @throws EnvironmentError if the driver fails or does not end within `limitMs`. */
function ended(child: ChildProcess, limitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    // The sandbox's disposal kills it and all that it started.
    const stop = (why: string) => reject(new EnvironmentError(why));
    const timer = setTimeout(() => stop(`the driver did not end within ${limitMs} ms`), limitMs);
    const interrupted = () => stop('interrupted');
    // An earlier abort fires no further event.
    if (signal.aborted) interrupted();
    signal.addEventListener('abort', interrupted, { once: true });
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupted);
      act();
    };
    child.once('error', (cause) => settle(() => reject(new EnvironmentError('the sandbox did not start', { cause }))));
    child.once('exit', (code, by) =>
      settle(() =>
        code === 0 ? resolve() : reject(new EnvironmentError(`the driver exited with ${code ?? by}: ${said.trim()}`)),
      ),
    );
  });
}

async function writeFiles(root: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => (name.endsWith('/') ? name : dirname(name))));
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true });
  const writing = await Promise.allSettled(
    [...files].filter(([name]) => !name.endsWith('/')).map(([name, data]) => writeFile(join(root, name), data)),
  );
  // All writes have settled before the first failure is thrown, since the folder is removed then.
  for (const result of writing) if (result.status === 'rejected') throw result.reason;
}

function readTail(path: string, limit: number): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, limit));
    const length = readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8', 0, length);
  } finally {
    closeSync(file);
  }
}
