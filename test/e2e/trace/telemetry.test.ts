/** The metrics of `unlatch trace`, checked by their readers: promtool, and the OTLP receiver of OpenTelemetry's collector. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cliForAll, placeForEach } from '../cli/cli-of-file.ts';
import { aGoProgram, broughtOrNull } from '../tools/a-go-tool.ts';

const has = (tool: string) => spawnSync(tool, ['--version']).status === 0 || spawnSync(tool, ['version']).status === 0;
const lacking = ['strace', 'flock'].filter((tool) => !has(tool));
if (process.env['CI'] === 'true' && lacking.length > 0) throw new Error(`these tests need ${lacking.join(', ')}`);

const cli = cliForAll();
const place = placeForEach(cli);
let crowd: readonly string[];
beforeEach(async () => {
  // A name that both formats must escape.
  const lock = join(place.path, 'a "lock"\\');
  crowd = ['sh', '-c', 'for i in 1 2 3; do flock "$0" sleep 0.1 & done; wait', lock];
});

describe.skipIf(lacking.length > 0 || !has('promtool'))(
  "OpenMetrics text (needs: strace, Prometheus' promtool)",
  () => {
    test('is accepted by promtool without a complaint', async () => {
      const file = join(place.path, 'metrics');
      expect((await place.run(['trace', '--openmetrics', file, '--', ...crowd])).code).toBe(0);
      const text = await readFile(file, 'utf8');
      const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(text).toMatch(/^unlatch_lock_waiters\{lock_file=".*a \\"lock\\"\\\\"\} 2$/m);
      expect(text).toMatch(/^unlatch_lock_contention_ratio 0\.6+/m);
      expect(text).toMatch(/\n# EOF\n$/);
      // Shows that promtool rejects bad input.
      expect(spawnSync('promtool', ['check', 'metrics'], { input: text.replace('} 2', '} two') }).status).not.toBe(0);
    });
  },
);

const folder = await mkdtemp(join(tmpdir(), 'otlp-sink-'));
const source = join(import.meta.dirname, 'otlp-sink');
const sink = lacking.length > 0 ? null : await broughtOrNull(() => aGoProgram(source, folder));
afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(sink === null)('OTLP (needs: strace, a module proxy)', () => {
  let receiver: ChildProcess;
  let lines: AsyncIterator<string>;
  let url: string;
  beforeEach(async () => {
    receiver = spawn(sink ?? '', { stdio: ['pipe', 'pipe', 'inherit'] });
    if (receiver.stdout === null) throw new Error('no stdout');
    lines = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();
    url = `http://${(await lines.next()).value}`;
  });
  afterEach(() => receiver?.stdin?.end());

  test('is accepted and understood by the receiver of the collector', async () => {
    expect((await place.run(['trace', '--otlp', url, '--', ...crowd])).code).toBe(0);
    const received = JSON.parse((await lines.next()).value);
    const { metrics } = received.resourceMetrics[0].scopeMetrics[0];
    const named = (name: string) => metrics.find((metric: { readonly name: string }) => metric.name === name);
    const [holds] = named('unlatch_lock_hold_seconds').histogram.dataPoints;
    expect(holds.count).toBe('3');
    expect(holds.min).toBeGreaterThan(0.09);
    expect(named('unlatch_lock_waiters').gauge.dataPoints).toMatchObject([{ asDouble: 2 }]);
    expect(named('unlatch_lock_contention_ratio').gauge.dataPoints[0].asDouble).toBeCloseTo(2 / 3);
  });

  test('that the receiver refuses is reported, and the exit status says so', async () => {
    const ended = await place.run(['trace', '--otlp', `${url}/nowhere`, '--', 'true']);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain(`unlatch: --otlp ${url}/nowhere: the collector did not accept it`);
  });
});

test.skipIf(lacking.length > 0)(
  'a collector that is not there is told, and hides no failure of the command',
  async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
      });
    });
    const ended = await place.run(['trace', '--otlp', `http://127.0.0.1:${port}`, '--', 'sh', '-c', 'exit 6']);
    expect(ended.code).toBe(6);
    expect(ended.stderr).toContain('the collector did not accept it');
  },
);
