/** Law: `struck` of sandbox/judge.sh finds a hit in a fault's log if and only if the fault counts one. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callDelayed } from '../../../src/lab/fault/call-delayed.ts';
import { callFails } from '../../../src/lab/fault/call-fails.ts';
import { diskFull } from '../../../src/lab/fault/disk-full.ts';
import type { Fault } from '../../../src/lab/fault/fault.ts';
import { lockHeld } from '../../../src/lab/fault/lock-held.ts';
import { memoryLimited } from '../../../src/lab/fault/memory-limited.ts';
import { stoppedAtCall } from '../../../src/lab/fault/stopped-at-call.ts';
import { packageRoot } from '../../../src/package-root.ts';

const fails = callFails({ call: 'flock' }, 'ENOLCK');
const delayed = callDelayed({ call: 'flock' }, 5000);
const stopped = stoppedAtCall({ call: 'open', path: '$WORK/a' });
const canary = '7 flock(3</lab/out/fault.canary>, LOCK_EX)';

const logs: readonly (readonly [string, Fault, string])[] = [
  ['no log', fails, ''],
  ['only the canary', fails, `${canary} = -1 ENOLCK (No locks available) (INJECTED)\n`],
  ['a hit', fails, '8 flock(3</lab/work/l>, LOCK_EX) = -1 ENOLCK (No locks available) (INJECTED)\n'],
  ['a call that failed by itself', fails, '8 flock(3</lab/work/l>, LOCK_EX) = -1 ENOLCK (No locks available)\n'],
  [
    'the canary in two parts, around another call',
    delayed,
    `${canary.replace(')', '')} <unfinished ...>\n8 flock(4</lab/l>, LOCK_UN) = 0\n7 <... flock resumed>) = 0 (DELAYED)\n`,
  ],
  ['a call in two parts', delayed, '8 flock(4</l>, LOCK_EX <unfinished ...>\n8 <... flock resumed>) = 0 (DELAYED)\n'],
  ['a call that was cut off in its delay', delayed, '8 flock(4</lab/work/l>, LOCK_EX'],
  ['a process that was stopped', stopped, '8 openat(AT_FDCWD, "/lab/work/a", O_RDONLY) = 3</lab/work/a>\n'],
  ['a lock that nobody asked for', lockHeld('l'), 'armed\n'],
  ['a lock with a waiter', lockHeld('l'), 'armed\nwaiter 12\n'],
  ['memory that sufficed', memoryLimited(), 'armed\noom_kill 0\n'],
  ['memory that did not', memoryLimited(), 'armed\noom_kill 2\n'],
  ['a disk without a write', diskFull('$WORK', 'bytes'), 'armed\n'],
  ['a disk that was written to', diskFull('$WORK', 'bytes'), 'armed\nbegan gocache\n'],
];

test.each(logs)('%s', async (_, fault, log) => {
  const out = await mkdtemp(join(tmpdir(), 'struck-script-'));
  try {
    await mkdir(join(out, 'worker/w.0'), { recursive: true });
    await writeFile(join(out, 'worker/w.0/fault'), log);
    const script = 'out=$1; . "$2/sandbox/judge.sh"; struck "$3"';
    const { status, stderr } = spawnSync('bash', ['-c', script, '-', out, packageRoot(), fault.hit ?? ''], {
      encoding: 'utf8',
    });
    expect({ hit: status === 0, stderr }).toEqual({ hit: fault.count(log).hits > 0, stderr: '' });
  } finally {
    await rm(out, { recursive: true });
  }
});
