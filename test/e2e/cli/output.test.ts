/** Results go to stdout, messages and progress to stderr; colour and redrawing are for terminals. */

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { missingHost } from '../../lab/a-run.ts';
import { aScenario, busy, onHost, tinyGo } from './a-cli.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);
beforeEach(async () => {
  await place.write(
    'mine.ts',
    aScenario(busy, `mitigations: { cure: { run: { w: 'true' } }, quack: { expect: 'fails' } },`),
  );
});

const tally = {
  present: v.number(),
  absent: v.number(),
  unknown: v.number(),
  hits: v.nullable(v.number()),
  why: v.string(),
};
/** As design.md has it ("run --json"); strict, since other programs read it: what is added is added here too. */
const reportSchema = v.strictObject({
  schema: v.literal(1),
  unlatch: v.string(),
  host: v.strictObject({ kernel: v.string(), docker: v.nullable(v.string()) }),
  shard: v.exactOptional(
    v.strictObject({
      index: v.number(),
      of: v.number(),
      plan: v.array(v.strictObject({ scenario: v.string(), go: v.string(), gopls: v.nullable(v.string()) })),
    }),
  ),
  cells: v.array(
    v.strictObject({
      scenario: v.string(),
      go: v.string(),
      gopls: v.nullable(v.string()),
      runtime: v.picklist(['docker', 'host']),
      fs: v.nullable(v.string()),
      claim: v.string(),
      source: v.string(),
      expect: v.picklist(['reproduced', 'not-reproduced']),
      verdict: v.nullable(v.picklist(['reproduced', 'not-reproduced', 'inconclusive'])),
      asExpected: v.boolean(),
      skipped: v.nullable(v.string()),
      baseline: v.nullable(v.strictObject(tally)),
      mitigations: v.array(
        v.strictObject({
          name: v.string(),
          expect: v.picklist(['holds', 'fails', 'untested']),
          verdict: v.picklist(['holds', 'fails', 'untested', 'inconclusive']),
          ...tally,
        }),
      ),
      doctor: v.strictObject({
        expected: v.array(v.string()),
        reported: v.nullable(v.array(v.string())),
        stillReported: v.array(v.string()),
        withoutRemedy: v.nullable(v.string()),
      }),
      ms: v.number(),
    }),
  ),
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const control = /[\u001b\r]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const colour = /\u001b\[[\d;]*m/;

describe.skipIf(missingHost !== null)(`a run on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  test('with --json - prints one document on stdout and nothing else, in the documented form', async () => {
    const { code, stdout, stderr } = await place.run(onHost('mine.ts', '--json', '-'));
    const report = v.parse(reportSchema, JSON.parse(stdout));
    expect(report.host).toEqual({ kernel: release(), docker: null });
    expect(report.cells).toMatchObject([
      {
        scenario: 'mine',
        go: tinyGo,
        runtime: 'host',
        verdict: 'reproduced',
        asExpected: true,
        mitigations: [
          { name: 'cure', verdict: 'holds' },
          { name: 'quack', verdict: 'fails' },
        ],
      },
    ]);
    // The summary is for a human reader.
    expect(stderr).toMatch(/✓ mine +reproduced/);
    expect(code).toBe(0);
  });

  test('with --shard says which shard it is, and what the whole plan was', async () => {
    const { stdout } = await place.run(onHost('mine.ts', '--shard', '1/2', '--json', '-'));
    expect(v.parse(reportSchema, JSON.parse(stdout)).shard).toEqual({
      index: 1,
      of: 2,
      plan: [{ scenario: 'mine', go: tinyGo, gopls: null }],
    });
  });

  test.each([
    ['--junit', /^<\?xml [\s\S]*<\/testsuites>\s*$/],
    ['--markdown', /^## unlatch: verdicts\n/],
    ['--html', /^<!doctype html>[\s\S]*<\/html>\s*$/i],
  ])('with %s - prints that on stdout and nothing else', async (option, whole) => {
    const { stdout } = await place.run(onHost('mine.ts', option, '-'));
    expect(stdout).toMatch(whole);
    expect(stdout).not.toContain('┌');
  });

  test('with --since the page says what changed since an older --json', async () => {
    await place.run(onHost('mine.ts', '--json', 'old.json'));
    await place.run(onHost('mine.ts', '--html', 'same.html', '--since', 'old.json'));
    expect(await readFile(join(place.path, 'same.html'), 'utf8')).toContain('<p>No verdict changed.</p>');
    const old = (await readFile(join(place.path, 'old.json'), 'utf8')).replace(
      '"verdict": "holds"',
      '"verdict": "fails"',
    );
    await place.write('old.json', old);
    await place.run(onHost('mine.ts', '--html', 'other.html', '--since', 'old.json'));
    expect(await readFile(join(place.path, 'other.html'), 'utf8')).toContain(
      '<td>cure</td><td>does not help</td><td><b>holds</b></td>',
    );
  });

  test('prints the verdicts on stdout and its progress on stderr, without colour or redrawing where both are pipes', async () => {
    const { stdout, stderr } = await place.run(onHost('mine.ts'));
    expect(stdout).toMatch(
      /^1 cell as expected, 0 differ, 0 inconclusive, 0 skipped\n✓ mine +reproduced \(1 of 1 trial\); helps: cure; does not help, as expected: quack\n/,
    );
    expect(stderr).toMatch(/^1 cell, 3 trials\npreparing Go 1\.99\.7\n$/);
    expect(stdout + stderr).not.toMatch(control);
  });

  test('with --verbose has a line for each trial, and a table of every verdict', async () => {
    const { stdout, stderr } = await place.run(onHost('mine.ts', '--verbose'));
    expect(stdout).toMatch(/^┌[\s\S]*1 cell as expected, 0 differ, 0 inconclusive, 0 skipped\n$/);
    expect(stderr.match(/ · trial 1: (?:present|absent)/g)).toHaveLength(3);
    expect(stderr).toMatch(/^✓ mine · go 1\.99\.7, host: reproduced$/m);
    expect(stderr).not.toContain('┌');
  });

  test('prints each difference at once, and again first at the end', async () => {
    await place.write('odd.ts', aScenario('true'));
    const { code, stdout, stderr } = await place.run(onHost('mine.ts', 'odd.ts'));
    expect(stderr).toMatch(/\n✗ odd · go 1\.99\.7, host: not reproduced, expected: reproduced\n--verbose shows /);
    expect(stdout).toMatch(
      /^✗ odd \(go 1\.99\.7, host\): not reproduced, expected: reproduced\. .*\n1 cell as expected, 1 differs, /,
    );
    expect(code).toBe(1);
  });

  describe('on a terminal', () => {
    const hasScript = spawnSync('script', ['--version']).status === 0 || process.env['CI'] === 'true';
    /** script(1) takes one shell line, so the words are quoted. */
    const onTerminal = (args: readonly string[], env: Readonly<Record<string, string>>) =>
      place.run([], { env: { TERM: 'xterm', ...env }, wrap: ['sh', '-c', wrapped(args)] });
    const wrapped = (args: readonly string[]) =>
      `script -qec "'$0' '$1' ${args.map((arg) => `'${arg}'`).join(' ')}" /dev/null`;

    test.skipIf(!hasScript)('has colour and a block that is redrawn (needs: script, of util-linux)', async () => {
      const { code, stdout } = await onTerminal(onHost('mine.ts'), {});
      expect(stdout).toMatch(colour);
      expect(stdout).toMatch(/[█░]/);
      expect(code).toBe(0);
    });

    test.skipIf(!hasScript)('has no colour where NO_COLOR is set (needs: script, of util-linux)', async () => {
      const { stdout } = await onTerminal(onHost('mine.ts'), { NO_COLOR: '1' });
      expect(stdout).not.toMatch(colour);
      expect(stdout).toMatch(/✓ mine +reproduced/);
    });

    test.skipIf(!hasScript).each([60, 80, 200])(
      'that is %d columns wide breaks no word (needs: script, of util-linux)',
      async (columns) => {
        const long = 'a-mitigation-of-many-words that may well be wider than the window is';
        await place.write(
          'wide.ts',
          aScenario(busy, `mitigations: { '${long}': { expect: 'fails' }, [\`${long}!\`]: {} },`),
        );
        const args = ['wide.ts', '--verbose', '--runtime', 'host', '--go', tinyGo].map((arg) => `'${arg}'`).join(' ');
        const line = `script -qec "stty cols ${columns}; '$0' '$1' run ${args}" /dev/null`;
        const { stdout } = await place.run([], { env: { TERM: 'xterm', NO_COLOR: '1' }, wrap: ['sh', '-c', line] });
        const lines = stripVTControlCharacters(stdout.slice(stdout.lastIndexOf('\u001b'))).split('\r\n');
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
        expect(stdout).toMatch(/a-mitigation-of-many-words/);
      },
    );

    test.skipIf(!hasScript)('that is dumb has no bar (needs: script, of util-linux)', async () => {
      const { stdout } = await onTerminal(onHost('mine.ts'), { TERM: 'dumb' });
      expect(stdout).not.toMatch(/[█░]/);
      expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(control);
    });
  });
});

test.each([
  ['list', ['list']],
  ['list --json', ['list', '--json']],
  ['list --matrix', ['list', '--matrix']],
  ['--help', ['--help']],
  ['--version', ['--version']],
  ['run --help', ['run', '--help']],
])('`%s` says nothing on stderr and succeeds', async (_, args) => {
  const { code, stdout, stderr } = await place.run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toMatch(control);
  if (args.some((arg) => ['--json', '--matrix'].includes(arg))) JSON.parse(stdout);
});
