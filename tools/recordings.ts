/** `npm run recordings`: runs what README.md shows, and draws what it said. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TimedLine, terminalSvg } from './terminal-svg.ts';

const root = join(import.meta.dirname, '..');
const columns = 120;

/** By the name of the picture. The exit status is that of a finding, and of a verdict as expected. */
const recordings = {
  diagnosis: { args: ['doctor', '--from', 'stalled-proxy.json'], cwd: 'test/unit/doctor/snapshots', status: 1 },
  run: { args: ['run', 'modcache-rename', '--runtime', 'host'], cwd: '.', status: 0 },
};

async function record(args: readonly string[], cwd: string, expected: number): Promise<readonly TimedLine[]> {
  const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: String(columns) };
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/cli.cjs'), ...args], {
    cwd: join(root, cwd),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const lines: TimedLine[] = [];
  for await (const text of createInterface(child.stdout)) lines.push(...wrapped(text, performance.now() - start));
  const [status] = await ended;
  if (status !== expected) throw new Error(`unlatch ${args.join(' ')} ended with ${status}:\n${lines.join('\n')}`);
  return lines;
}

/** As a terminal of that width does it. */
function wrapped(text: string, atMs: number): readonly TimedLine[] {
  const pieces = text.match(new RegExp(`(?:(?:\\x1b\\[[\\d;]*m)*[^\\x1b](?:\\x1b\\[[\\d;]*m)*){1,${columns}}`, 'gu'));
  let before = '';
  return (pieces ?? ['']).map((piece) => {
    const whole = before + piece;
    // A colour goes on in the next line.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is one
    before = whole.match(/\x1b\[[\d;]*m/g)?.join('') ?? '';
    return { atMs, text: whole };
  });
}

for (const [name, { args, cwd, status }] of Object.entries(recordings)) {
  const lines = await record(args, cwd, status);
  await writeFile(
    join(root, 'docs/recordings', `${name}.svg`),
    terminalSvg(`unlatch ${args.join(' ')}`, lines, columns),
  );
}
