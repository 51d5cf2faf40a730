/**
 * The folk advice to watch locks with `histogram_quantile(0.95, go_mutex_wait_seconds_bucket)` and `go_goroutines`, asked
 * of a real Prometheus that scrapes a real Go program with a contended mutex; and beside it the metrics of `unlatch trace`.
 * Not tested: versions of the client other than that of mutex-metrics/go.mod.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../docker/an-engine.ts';
import { aCli } from '../cli/a-cli.ts';
import { aGoProgram, broughtOrNull } from '../tools/a-go-tool.ts';

const folder = await mkdtemp(join(tmpdir(), 'mutex-metrics-'));
afterAll(() => rm(folder, { recursive: true }));

const lacking = ['prometheus', 'strace', 'flock'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
const source = join(import.meta.dirname, 'mutex-metrics');
const program = lacking.length > 0 ? null : await broughtOrNull(() => aGoProgram(source, folder));

describe.skipIf(program === null)('a Prometheus (needs: prometheus, strace, a module proxy)', () => {
  let watched: ChildProcess;
  let prometheus: ChildProcess;
  let traced: Server;
  let ask: (query: string) => Promise<readonly number[]>;

  beforeAll(async () => {
    watched = spawn(program ?? '', { stdio: ['pipe', 'pipe', 'inherit'] });
    if (watched.stdout === null) throw new Error('no stdout');
    const { value: address } = await createInterface({ input: watched.stdout })[Symbol.asyncIterator]().next();
    if (address === undefined) throw new Error('the program said no address');
    const metrics = await metricsOfATrace();
    traced = createServer((_, response) => {
      response.setHeader('content-type', 'application/openmetrics-text; version=1.0.0; charset=utf-8');
      response.end(metrics);
    });
    const port = await listening(traced);
    const job = (name: string, path: string, target: string) => ({
      job_name: name,
      metrics_path: path,
      static_configs: [{ targets: [target] }],
    });
    const config = {
      global: { scrape_interval: '1s' },
      scrape_configs: [
        job('program', '/metrics', address),
        job('all', '/all', address),
        job('unlatch', '/', `127.0.0.1:${port}`),
      ],
    };
    // YAML includes JSON.
    await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(config));
    const own = await freePort();
    prometheus = spawn(
      'prometheus',
      [
        `--config.file=${folder}/prometheus.yml`,
        `--storage.tsdb.path=${folder}/data`,
        `--web.listen-address=127.0.0.1:${own}`,
      ],
      { stdio: 'ignore' },
    );
    ask = async (query) => {
      const answer = await fetch(`http://127.0.0.1:${own}/api/v1/query?query=${encodeURIComponent(query)}`);
      const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
      return data.result.map(({ value }) => Number(value[1]));
    };
    await until('a scrape of each target', async () => {
      const up = await ask('up == 1').catch(() => []);
      return up.length === 3;
    });
  }, 120_000);

  afterAll(() => {
    watched?.stdin?.end();
    prometheus?.kill();
    traced?.close();
  });

  test('has go_goroutines of a Go program, which counts the waiters without saying that they wait', async () => {
    const [goroutines] = await ask('go_goroutines{job="program"}');
    expect(goroutines).toBeGreaterThan(8);
  });

  test('has no go_mutex_wait_seconds_bucket, so that the advised query is empty, whatever waits', async () => {
    expect(await ask('go_mutex_wait_seconds_bucket')).toEqual([]);
    expect(await ask('histogram_quantile(0.95, rate(go_mutex_wait_seconds_bucket[1m]))')).toEqual([]);
    expect(await ask('{__name__=~".*mutex.*", job="program"}')).toEqual([]);
  });

  test('has one sum of the waits, without buckets, if the program asks its client for all metrics', async () => {
    const [seconds, ...more] = await ask('{__name__=~".*mutex.*", job="all"}');
    expect(more).toEqual([]);
    expect(seconds).toBeGreaterThan(0);
    expect(await ask('go_sync_mutex_wait_total_seconds_total')).toHaveLength(1);
  });

  test('gets from `unlatch trace --openmetrics` the histogram that the advice expects, of locks between processes', async () => {
    const [p95, ...more] = await ask('histogram_quantile(0.95, unlatch_lock_wait_seconds_bucket)');
    expect(more).toEqual([]);
    expect(p95).toBeGreaterThan(0.05);
    expect(await ask('unlatch_lock_waiters')).toEqual([2]);
  });
});

/** Three processes that each hold one lock for 0.1 s. */
async function metricsOfATrace(): Promise<string> {
  await using cli = await aCli();
  await using place = await cli.place();
  const file = join(place.path, 'metrics');
  const crowd = ['sh', '-c', 'for i in 1 2 3; do flock "$0" sleep 0.1 & done; wait', join(place.path, 'lock')];
  expect((await place.run(['trace', '--openmetrics', file, '--', ...crowd])).code).toBe(0);
  return await readFile(file, 'utf8');
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
