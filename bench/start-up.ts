/**
 * `node bench/start-up.ts`: compares unlatch's start-up time with a node that does nothing, in turns, on the node that
 * runs this script and on the node on PATH.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeOfTheMachine } from '../test/dist/node-of-the-machine.ts';
import { aSnapshot } from '../test/unit/doctor/an-empty-snapshot.ts';
import { inTurns } from './in-turns.ts';

const cli = join(import.meta.dirname, '../dist/cli.cjs');
const pairs = process.argv.includes('--quick') ? 5 : 41;

const folder = mkdtempSync(join(tmpdir(), 'bench-start-up-'));
try {
  const snapshot = join(folder, 'snapshot.json');
  writeFileSync(snapshot, JSON.stringify(aSnapshot([])));
  const forks = join(folder, 'forks.cjs');
  // The doctor includes a child process (src/doctor/doctor-child.ts).
  writeFileSync(
    forks,
    `if (process.send === undefined) require('node:child_process').fork(__filename).once('message', () => process.exit());
else process.send(0, () => process.exit());`,
  );
  const nothing = ['-e', '0'];
  const rows = [
    { what: '`unlatch list` ÷ `node -e 0`', ours: ['list'], bare: nothing, limit: 1.5 },
    { what: '`unlatch doctor --help` ÷ `node -e 0`', ours: ['doctor', '--help'], bare: nothing, limit: 1.5 },
    {
      what: 'a whole `unlatch doctor` on an empty stored snapshot ÷ a node that waits for a node',
      ours: ['doctor', '--from', snapshot],
      bare: [forks],
      limit: 2,
    },
  ];
  console.log(`${pairs} pairs, medians; ${availableParallelism()} CPUs, ${process.platform}/${process.arch}\n`);
  console.log('| what | Node | measured | limit | |\n| --- | --- | --- | --- | --- |');
  const nodes = new Set([process.execPath, nodeOfTheMachine() ?? process.execPath]);
  for (const node of nodes) {
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    for (const { what, ours, bare, limit } of rows) {
      const { oneMs, otherMs, ratio } = await inTurns(
        pairs,
        () => run(node, [cli, ...ours]),
        () => run(node, bare),
      );
      const held = ratio <= limit;
      if (!held) process.exitCode = 1;
      const measured = `${ratio.toFixed(2)} (${oneMs.toFixed(0)} ms ÷ ${otherMs.toFixed(0)} ms)`;
      console.log(`| ${what} | ${version} | ${measured} | ≤ ${limit} | ${held ? 'held' : '**exceeded**'} |`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

function run(node: string, args: readonly string[]): void {
  const { status, error } = spawnSync(node, args, { stdio: 'ignore', cwd: folder, env: { PATH: process.env['PATH'] } });
  if (status !== 0) throw error ?? new Error(`node ${args.join(' ')} ended with ${status}`);
}
