/** Reports of shards join into what one run would have reported; and what is wrong with them is told. */

import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/lab/cell-report.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { missingHost } from '../../lab/a-run.ts';
import { aScenario, busy, onHost, theLine } from './a-cli.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);

const stored = (...ids: readonly string[]) => ids.map((id) => join(packageRoot(), 'test/histories', `${id}.jsonl`));
const ids = ['gocache-path', 'goroot-other', 'tmpdir-unusable', 'vcs-stamping'] as const;

async function reportAt(file: string): Promise<Report> {
  return JSON.parse(await readFile(join(place.path, file), 'utf8')) as Report;
}

describe('of stored histories', () => {
  test('the parts join into the report of the whole, cell by cell, in each of its forms', async () => {
    const whole = { json: 'whole.json', markdown: 'whole.md', junit: 'whole.xml' };
    const options = (files: Readonly<Record<string, string>>) =>
      Object.entries(files).flatMap(([name, file]) => [`--${name}`, file]);
    expect(await place.run(['check', ...stored(...ids), ...options(whole)])).toMatchObject({ code: 0 });
    for (const [index, id] of ids.toReversed().entries())
      expect(await place.run(['check', ...stored(id), '--json', `parts/${index}/report.json`])).toMatchObject({
        code: 0,
      });

    const joined = { json: 'joined.json', markdown: 'joined.md', junit: 'joined.xml' };
    const { code, stdout, stderr } = await place.run(['report', 'parts', ...options(joined)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^28 cells as expected, 0 differ, /);
    for (const name of ['json', 'markdown', 'junit'] as const) {
      const [one, other] = await Promise.all(
        [whole, joined].map((files) => readFile(join(place.path, files[name]), 'utf8')),
      );
      expect(other).toBe(one);
    }
    const onStdout = await place.run(['report', 'parts', '--json', '-']);
    expect(JSON.parse(onStdout.stdout)).toEqual(await reportAt('whole.json'));
  });

  test('a part that is there twice is reported, and is no failure if both agree', async () => {
    for (const name of ['a', 'b']) await place.run(['check', ...stored('vcs-stamping'), '--json', `${name}.json`]);
    const { code, stdout } = await place.run(['report', 'a.json', 'b.json', '--json', 'joined.json']);
    expect(code).toBe(0);
    expect(stdout.match(/^\? doubled: vcs-stamping \(.*\): it is in a\.json and b\.json; they agree$/gm)).toHaveLength(
      12,
    );
    expect(stdout).toMatch(/^12 cells as expected/m);

    const report = await reportAt('b.json');
    const cells = report.cells.map((cell) => ({ ...cell, verdict: 'inconclusive', asExpected: false }));
    await place.write('b.json', JSON.stringify({ ...report, cells }));
    const again = await place.run(['report', 'a.json', 'b.json']);
    expect(again.code).toBe(3);
    expect(again.stdout).toMatch(/they disagree, and the first one counts/);
  });
});

describe('what cannot be joined is refused:', () => {
  test.each([
    ['nothing', 'parts', null, /^unlatch: parts: no such file or folder: /],
    ['an empty folder', 'parts', ['parts/readme.txt', ''], /^unlatch: parts: no reports here; /],
    [
      'a report that was cut short',
      'parts',
      ['parts/a.json', '{"schema":1,'],
      /^unlatch: parts\/a\.json: not JSON; was it cut short\?/,
    ],
    [
      'a report of another schema',
      'parts',
      ['parts/a.json', '{"schema":9,"cells":[]}'],
      /^unlatch: parts\/a\.json: not a report of schema 1 \(/,
    ],
    [
      'a named file that is none',
      'a.json',
      ['a.json', '{"version":1}'],
      /^unlatch: a\.json: not a report of schema 1 \(/,
    ],
    ['a scenario alone', 'mine.ts', null, /^unlatch: name a report or a folder of them too$/],
  ] as const)('%s', async (_, name, file, line) => {
    if (file !== null) await place.write(file[0], file[1]);
    const ended = await place.run(['report', name]);
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toMatch(line);
  });
});

describe.skipIf(missingHost !== null)(`of a run on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  const files = ['a.ts', 'b.ts', 'c.ts', 'odd.ts'];
  beforeEach(async () => {
    for (const name of files) await place.write(name, aScenario(name === 'odd.ts' ? 'true' : busy));
    await mkdir(join(place.path, 'shards'));
  });
  const withoutTimes = ({ cells }: Report) => cells.map((cell) => ({ ...cell, ms: 0 }));
  const runShard = (index: number) =>
    place.run(
      onHost(
        ...files,
        '--shard',
        `${index}/3`,
        '--json',
        `shards/${index}/report.json`,
        '--out',
        `shards/${index}/histories`,
      ),
    );

  test('shards join into the report of one run; a missing shard is reported with its cells', async () => {
    const whole = await place.run(onHost(...files, '--json', 'whole.json'));
    expect(whole.code).toBe(1);
    expect(await reportAt('whole.json')).not.toHaveProperty('shard');
    for (const index of [1, 2, 3]) await runShard(index);

    const args = ['report', 'shards', 'odd.ts', '--json', 'joined.json', '--markdown', 'joined.md', '--annotate'];
    const { code, stdout, stderr } = await place.run(args);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const joined = await reportAt('joined.json');
    expect(withoutTimes(joined)).toEqual(withoutTimes(await reportAt('whole.json')));
    expect(Object.keys(joined)).toEqual(Object.keys(await reportAt('whole.json')));
    expect(stdout).toMatch(/^✗ odd .*: not reproduced, expected: reproduced\. .*\n3 cells as expected, 1 differs, /);
    // The claim is on the fourth line of the file.
    expect(stdout).toMatch(/^::error file=odd\.ts,line=4,title=unlatch%3A odd::odd \(go /m);
    // The histories that lie beside the reports have the times.
    expect(await readFile(join(place.path, 'joined.md'), 'utf8')).toMatch(/```mermaid\ngantt\n {2}title odd go /);

    const first = await reportAt('shards/1/report.json');
    await rm(join(place.path, 'shards/1'), { recursive: true });
    const partly = await place.run(['report', 'shards']);
    expect(partly.stdout).toMatch(/^\? shard 1\/3 is missing: no report is of it$/m);
    for (const { scenario } of first.cells)
      expect(partly.stdout).toMatch(new RegExp(`^\\? missing: ${scenario} \\(go 1\\.99\\.7\\)`, 'm'));
    expect(partly.code).toBe(first.cells.some(({ scenario }) => scenario === 'odd') ? 3 : 1);
  });

  test('a run draws and marks what differs as the joined report does', async () => {
    const { code, stdout } = await place.run(onHost('a.ts', 'odd.ts', '--markdown', 'run.md', '--annotate'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=odd\.ts,line=4,/m);
    expect(stdout.match(/^::/gm)).toHaveLength(1);
    expect(await readFile(join(place.path, 'run.md'), 'utf8')).toContain('```mermaid\ngantt\n  title odd go 1.99.7');
  });
});
