/** What a run says on a terminal, piped, and where it is interrupted. */
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import pico from 'picocolors';
import { expect, test } from 'vitest';
import type { CellReport } from '../../../../src/lab/cell-report.ts';
import { runSummary } from '../../../../src/lab/report/run-summary.ts';
import { terminalReporter } from '../../../../src/lab/report/terminal.ts';
import { verdictGrid } from '../../../../src/lab/report/verdict-grid.ts';
import type { RunEvent } from '../../../../src/lab/run-event.ts';
import { sampleCell, sampleHistory, sampleMitigation, sampleReport, someWork, variedReport } from './sample-report.ts';

const plain = pico.createColors(false);

const events: readonly RunEvent[] = [
  { kind: 'preparing', what: 'Go 1.26.8' },
  { kind: 'planned', cells: 2, jobs: 1, work: [someWork('modcache-rename', 6)] },
  { kind: 'trial-started', scenario: 'modcache-rename' },
  {
    kind: 'trial',
    history: sampleHistory(),
    finding: { state: 'present', why: 'tidy.0 wrote: rename a.tmp a:\ndevice or resource busy' },
    hits: 4,
    showOutput: true,
  },
  { kind: 'trial-started', scenario: 'modcache-rename' },
  {
    kind: 'trial',
    history: sampleHistory({
      arm: 'retry the rename',
      trial: 2,
      cell: { go: '1.26.8', gopls: '0.21.1', runtime: 'host', fs: '' },
    }),
    finding: { state: 'absent', why: 'no worker wrote it' },
    hits: null,
    showOutput: false,
  },
  { kind: 'dropped', scenario: 'modcache-rename', trials: 1, why: 'the baseline showed nothing' },
  { kind: 'cell', report: sampleCell() },
  { kind: 'note', text: 'the engine is slow' },
];

function record(isTerminal: boolean, verbose = true) {
  const streamOf = () => {
    const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: isTerminal, columns: 80 });
    return { output: { stream, isTerminal, colour: isTerminal, columns: 80 }, text: () => String(stream.read() ?? '') };
  };
  const stdout = streamOf();
  const stderr = streamOf();
  return {
    stdout,
    stderr,
    reporter: terminalReporter({ stdout: stdout.output, stderr: stderr.output, verbose, nowMs: () => 0 }),
  };
}

test('piped, a run logs plain lines to stderr and its table to stdout', () => {
  const { stdout, stderr, reporter } = record(false);
  for (const event of events) reporter.listen(event);
  reporter.finish(sampleReport([sampleCell()]));
  const text = stderr.text();
  expect(text).toMatchInlineSnapshot(`
    "preparing Go 1.26.8
    2 cells, 6 trials
    modcache-rename · go 1.26.8, docker · baseline · trial 1: present, 4 hits, 5123 ms: tidy.0 wrote: rename a.tmp a: device or resource busy
      tidy.0: exit 1, 0–812 ms
        $ go mod tidy
        stderr
        │ go: rename a.tmp a: device or resource busy
    modcache-rename · go 1.26.8, gopls 0.21.1, host · retry the rename · trial 2: absent, 5123 ms: no worker wrote it
    1 trial dropped: the baseline showed nothing
    ✓ modcache-rename · go 1.26.8, docker: reproduced
    the engine is slow
    "
  `);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point.
  expect(text).not.toMatch(/[\r\u001b]/);
  expect(stdout.text()).toBe(verdictGrid([sampleCell()], 80, plain));
});

test('without --verbose a run tells only what differs from what was expected', () => {
  const { stdout, stderr, reporter } = record(false, false);
  for (const event of events) reporter.listen(event);
  expect(stderr.text()).toMatchInlineSnapshot(`
    "preparing Go 1.26.8
    2 cells, 6 trials
    the engine is slow
    "
  `);
  const said = (report: CellReport) => {
    reporter.listen({ kind: 'cell', report });
    return stderr.text();
  };
  expect(said(sampleCell({ expect: 'not-reproduced', asExpected: false }))).toBe(
    '✗ modcache-rename · go 1.26.8, docker: reproduced, expected: not reproduced\n',
  );
  expect(said(sampleCell({ verdict: 'inconclusive', asExpected: false }))).toBe(
    '? modcache-rename · go 1.26.8, docker: inconclusive\n',
  );
  const mitigations = [sampleMitigation({ name: 'retry', expect: 'holds', verdict: 'fails' }), sampleMitigation()];
  expect(said(sampleCell({ mitigations, asExpected: false }))).toBe(
    '✗ modcache-rename · go 1.26.8, docker: reproduced; retry: does not help, expected: holds\n',
  );
  expect(said(sampleCell())).toBe('');
  reporter.listen({ kind: 'note', text: 'the remedy is left out', foreseen: true });
  expect(stderr.text()).toBe('');
  reporter.finish(variedReport);
  expect(stdout.text()).toBe(runSummary(variedReport.cells, Number.POSITIVE_INFINITY, plain));
  expect(stderr.text()).toMatch(/^--verbose shows what the processes/);
});

test('a run that goes as expected does not say where to look', () => {
  const { stderr, reporter } = record(false, false);
  reporter.finish(sampleReport([sampleCell()]));
  expect(stderr.text()).toBe('');
});

test('on a terminal every line is above the block, and the cursor is restored', () => {
  const { stderr, reporter } = record(true);
  for (const event of events) reporter.listen(event);
  reporter[Symbol.dispose]();
  const text = stderr.text();
  expect(stripVTControlCharacters(text)).toContain(
    'modcache-rename · go 1.26.8, docker · baseline · trial 1: present,',
  );
  expect(stripVTControlCharacters(text)).toContain('2/5 trials');
  expect(stripVTControlCharacters(text)).toContain('1/2 cells: 1 as expected');
  expect(text).toContain('\u001b[?25l');
  expect(text.lastIndexOf('\u001b[?25h')).toBeGreaterThan(text.lastIndexOf('\u001b[?25l'));
  reporter[Symbol.dispose]();
  expect(stderr.text()).toBe('');
});

test('a line that is printed leaves nothing of the block behind it', () => {
  const { stderr, reporter } = record(true, false);
  for (const event of events) reporter.listen(event);
  reporter.listen({ kind: 'note', text: 'short' });
  reporter[Symbol.dispose]();
  expect(stderr.text()).toContain('short\u001b[K\n');
});

test('an interrupted run shows its finished cells', () => {
  const { stdout, stderr, reporter } = record(false);
  for (const event of events) reporter.listen(event);
  reporter.interrupted();
  expect(stderr.text()).toMatch(/\ninterrupted: judged so far: 1 of 2 cells\n$/);
  expect(stdout.text()).toBe(verdictGrid([sampleCell()], 80, plain));
});

test('a run that is interrupted before its first cell has no table', () => {
  const { stdout, stderr, reporter } = record(false);
  reporter.interrupted();
  expect(stderr.text()).toBe('interrupted: judged so far: nothing\n');
  expect(stdout.text()).toBe('');
});
