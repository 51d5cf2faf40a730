import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.ts';

const missing = spawnSync('redis-server', ['--version']).status === 0 ? null : 'redis-server';

/** Ports that were free a moment ago. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  return Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.once('listening', () => {
            const address = server.address();
            server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
          });
        }),
    ),
  );
}

/** Asks until it is refused, or has got the lease. */
const refused = `refused() {
  (redis_lease 60000 $1 echo got it) 2>$LAB/said & asks=$!
  until grep -x waits $LAB/said || ! kill -0 $asks; do :; done 2>/dev/null
  kill -KILL $asks 2>/dev/null || :
}`;

/** Runs the lines with the sandbox's commands; $A, $B and $C are ports. All servers end with them. */
async function shell(lines: string): Promise<string> {
  const lab = mkdtempSync(join(tmpdir(), 'leases-'));
  try {
    const [a, b, c] = await freePorts(3);
    const commands = join(packageRoot(), 'sandbox/commands.sh');
    const end =
      'for pid in $LAB/redis/*/pid; do kill -KILL $(<$pid) && tail -f --pid=$(<$pid) /dev/null; done 2>/dev/null';
    const { stdout } = spawnSync('bash', ['-e', '-c', `. ${commands}; ${refused}; trap '${end}' EXIT; ${lines}`], {
      env: { ...process.env, LAB: lab, A: `${a}`, B: `${b}`, C: `${c}` },
      encoding: 'utf8',
    });
    return stdout;
  } finally {
    rmSync(lab, { recursive: true });
  }
}

describe.skipIf(missing !== null)(`a Redis lease (needs: ${missing ?? 'nothing more'})`, () => {
  test('keeps others out while it lasts, and lets the next one in when it is given back', async () => {
    const lines = `
redis_server $A
inner() { echo first $TOKEN; refused $A; }
redis_lease 60000 $A inner
second() { echo second $TOKEN; }
redis_lease 60000 $A second`;
    expect(await shell(lines)).toBe('first 1\nwaits\nsecond 2\n');
  });

  test('that has ended is not taken from its next holder', async () => {
    const lines = `
redis_server $A
late() { while redis_owns $A; do :; done; LEASE=; redis-cli -p $A SET modcache other >/dev/null; }
redis_lease 50 $A late
redis-cli -p $A GET modcache`;
    expect(await shell(lines)).toBe('other\n');
  });

  test('gives the status of its command', async () => {
    expect(await shell('redis_server $A; redis_lease 60000 $A bash -c "exit 7" || echo $?')).toBe('7\n');
  });

  test('of most of three servers needs two of them, and has no token', async () => {
    const lines = `
redis_server $A; redis_server $B
shown() { echo "held, token <$TOKEN>"; }
redis_lease 60000 $A,$B,$C shown
redis_kill $B
refused $A,$B,$C`;
    expect(await shell(lines)).toBe('held, token <>\nwaits\n');
  });

  test('is forgotten by a server that starts again, unless it writes to its disk first', async () => {
    const lines = (options: string) => `
redis_server $A ${options}
taken() { redis_restart $A ${options}; redis_owns $A && echo kept || echo forgotten; }
redis_lease 60000 $A taken`;
    expect(await shell(lines(''))).toBe('forgotten\n');
    expect(await shell(lines('--appendonly yes --appendfsync always'))).toBe('kept\n');
  });
});
