/**
 * flock(2), which Node cannot call. A lock belongs to the *open file description*, so a helper can
 * inherit our descriptor, take the lock and exit: the lock stays with this process until it closes
 * the descriptor or dies.
 *
 * The helper is flock(1), else perl, else python3. Without any of them, nothing that a lock guards
 * is removed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Env } from '../go/context.ts';

export type LockHelper = 'flock' | 'perl' | 'python3';

/**
 * `unsupported`: flock fails on that filesystem, for cmd/go too. `no-helper`: no helper is
 * installed.
 */
export type Taken = 'taken' | 'busy' | 'unsupported' | 'no-helper';

/**
 * Prints "FD STATUS" for each descriptor: 0 taken, 1 busy, 127 no such command, anything else an
 * error.
 */
const batch: Readonly<Record<LockHelper, readonly string[]>> = {
  flock: ['sh', '-c', 'for fd; do flock -n -x "$fd" 2>/dev/null; echo "$fd $?"; done', 'sh'],
  perl: [
    'perl',
    '-e',
    'for (@ARGV) { my $f; my $ok = open($f, "+<&=", $_) && flock($f, 6); print $_, " ", $ok ? 0 : $!{EWOULDBLOCK} ? 1 : 2, "\\n" }',
  ],
  python3: [
    'python3',
    '-c',
    `import fcntl, sys
for fd in sys.argv[1:]:
    try:
        fcntl.flock(int(fd), fcntl.LOCK_EX | fcntl.LOCK_NB)
        print(fd, 0)
    except BlockingIOError:
        print(fd, 1)
    except OSError:
        print(fd, 2)`,
  ],
};

/** Waits forever; this process ends it. */
const waiting: Readonly<Record<LockHelper, readonly string[]>> = {
  flock: ['flock', '-x', '3'],
  perl: ['perl', '-e', 'my $f; open($f, "+<&=", 3) && flock($f, 2) or exit 2'],
  python3: ['python3', '-c', 'import fcntl; fcntl.flock(3, fcntl.LOCK_EX)'],
};

/**
 * The descriptors that a POSIX shell can name with one digit; few enough that no lock is held for
 * long.
 */
export const batchSize = 7;

const helpers: readonly LockHelper[] = ['flock', 'perl', 'python3'];

export interface Locker {
  /** The helper that worked; null: none was needed yet, or none is installed. */
  readonly helper: () => LockHelper | null;
  /** Takes the free locks without waiting; at most `batchSize` at once. */
  readonly tryAll: (fds: readonly number[]) => Promise<readonly Taken[]>;
  /** Waits for one lock, at most `waitMs`. */
  readonly wait: (fd: number, waitMs: number, signal?: AbortSignal) => Promise<Taken>;
}

/** @param env its PATH is searched for the helpers. */
export function locker(env: Env): Locker {
  let left = helpers;
  let worked: LockHelper | null = null;

  async function tryAll(fds: readonly number[]): Promise<readonly Taken[]> {
    if (fds.length === 0) return [];
    const [helper] = left;
    if (helper === undefined) return fds.map(() => 'no-helper');
    const inherited = fds.map((_, index) => `${index + 3}`);
    const output = await outputOf([...batch[helper], ...inherited], fds, env);
    const status = new Map(output.split('\n').map((line) => line.split(' ') as [string, string | undefined]));
    const missing = inherited.some((fd) => status.get(fd) === undefined || status.get(fd) === '127');
    if (missing) {
      left = left.slice(1);
      return await tryAll(fds);
    }
    worked = helper;
    return inherited.map((fd) => {
      const ended = status.get(fd);
      return ended === '0' ? 'taken' : ended === '1' ? 'busy' : 'unsupported';
    });
  }

  async function wait(fd: number, waitMs: number, signal?: AbortSignal): Promise<Taken> {
    const [helper] = left;
    if (helper === undefined) return 'no-helper';
    const [command = helper, ...args] = waiting[helper];
    const child = start(command, args, [fd], env);
    const timer = setTimeout(() => child.kill('SIGKILL'), waitMs);
    const stop = () => child.kill('SIGKILL');
    signal?.addEventListener('abort', stop);
    if (signal?.aborted === true) stop();
    try {
      const code = await endOf(child);
      return code === 0 ? 'taken' : code === null ? 'busy' : 'unsupported';
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  return { helper: () => worked, tryAll, wait };
}

function start(command: string, args: readonly string[], fds: readonly number[], env: Env): ChildProcess {
  return spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore', ...fds], env: { ...env }, cwd: '/' });
}

async function outputOf(line: readonly string[], fds: readonly number[], env: Env): Promise<string> {
  const [command = '', ...args] = line;
  const child = start(command, args, fds, env);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return (await endOf(child)) === 'no-command' ? '' : output;
}

/** The exit status; null: ended by a signal. */
function endOf(child: ChildProcess): Promise<number | null | 'no-command'> {
  return new Promise((resolve) => {
    child.once('error', () => resolve('no-command'));
    child.once('close', (code) => resolve(code));
  });
}
