/** Results go to stdout, messages and progress to stderr; colour and redrawing are for terminals. */
import { spawnSync } from 'node:child_process';
import { release } from 'node:os';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { missingHost } from '../lab/a-run.ts';
import { aCli, aScenario, busy, type Cli, onHost, type Place, tinyGo } from './a-cli.ts';

let cli: Cli;
let place: Place;
beforeAll(async () => {
  cli = await aCli();
});
afterAll(() => cli?.[Symbol.asyncDispose]());
beforeEach(async () => {
  place = await cli.place();
  await place.write(
    'mine.ts',
    aScenario(busy, `mitigations: { cure: { run: { w: 'true' } }, quack: { expect: 'fails' } },`),
  );
});
afterEach(async () => {
  expect((await place?.leftovers()) ?? []).toEqual([]);
  await place?.[Symbol.asyncDispose]();
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
  test('with --json - prints one document on stdout and nothing else, in the form that is promised', async () => {
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
    // The table is for whoever looks on.
    expect(stderr).toMatch(/✓ reproduced/);
    expect(code).toBe(0);
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

  test('prints the verdicts on stdout and its progress on stderr, without colour or redrawing where both are pipes', async () => {
    const { stdout, stderr } = await place.run(onHost('mine.ts'));
    expect(stdout).toMatch(/^┌[\s\S]*1 cell as expected, 0 differ, 0 inconclusive, 0 skipped\n$/);
    expect(stderr).toMatch(/^1 cell, 3 trials\npreparing Go 1\.99\.7\n/);
    expect(stderr).not.toContain('┌');
    expect(stdout + stderr).not.toMatch(control);
  });

  describe('on a terminal', () => {
    const hasScript = spawnSync('script', ['--version']).status === 0 || process.env['CI'] === 'true';
    /** script(1) takes one line for a shell, so the words go in quotes. */
    const onTerminal = (args: readonly string[], env: Readonly<Record<string, string>>) =>
      place.run([], { env: { TERM: 'xterm', ...env }, wrap: ['sh', '-c', wrapped(args)] });
    const wrapped = (args: readonly string[]) =>
      `script -qec "'$0' '$1' ${args.map((arg) => `'${arg}'`).join(' ')}" /dev/null`;

    test.skipIf(!hasScript)('has colour and a bar (needs: script, of util-linux)', async () => {
      const { code, stdout } = await onTerminal(onHost('mine.ts'), {});
      expect(stdout).toMatch(colour);
      expect(stdout).toMatch(/[█░]/);
      expect(code).toBe(0);
    });

    test.skipIf(!hasScript)('has no colour where NO_COLOR is set (needs: script, of util-linux)', async () => {
      const { stdout } = await onTerminal(onHost('mine.ts'), { NO_COLOR: '1' });
      expect(stdout).not.toMatch(colour);
      expect(stdout).toMatch(/✓ reproduced/);
    });

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
