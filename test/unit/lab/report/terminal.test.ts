import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import pico from 'picocolors';
import { expect, test } from 'vitest';
import type { CellReport } from '../../../../src/lab/cell-report.ts';
import { runSummary } from '../../../../src/lab/report/run-summary.ts';
import { terminalReporter } from '../../../../src/lab/report/terminal.ts';
import { trialOutput } from '../../../../src/lab/report/trial-lines.ts';
import { verdictGrid } from '../../../../src/lab/report/verdict-grid.ts';
import type { RunEvent } from '../../../../src/lab/run-event.ts';
import {
  sampleCell,
  sampleHistory,
  sampleMitigation,
  sampleReport,
  skippedCell,
  someWork,
  variedReport,
} from './sample-report.ts';

const plain = pico.createColors(false);
const colourful = pico.createColors(true);

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

test('the table at 80 columns', () => {
  expect(verdictGrid(variedReport.cells, 80, plain)).toMatchInlineSnapshot(`
    "┌───────────────────┬──────────┬─────────┬───────────────────┬──────────┬──────┐
    │ scenario          │ go       │ runtime │ verdict           │ present/ │ hits │
    │                   │ (gopls)  │         │                   │ absent/  │      │
    │                   │          │         │                   │ unknown  │      │
    ├───────────────────┴──────────┴─────────┴───────────────────┴──────────┴──────┤
    │ flock is not exclusive over NFS.                                             │
    ├───────────────────┬──────────┬─────────┬───────────────────┬──────────┬──────┤
    │ flock-nfs         │ 1.26.8   │ host    │ – skipped,        │          │      │
    │                   │          │         │ missing: ptrace   │          │      │
    ├───────────────────┴──────────┴─────────┴───────────────────┴──────────┴──────┤
    │ A stopped gopls daemon jams every editor that connects with                  │
    │ -remote=auto, until its socket is deleted.                                   │
    ├───────────────────┬──────────┬─────────┬───────────────────┬──────────┬──────┤
    │ gopls-daemon-lock │ 1.26.8   │ docker  │ ? inconclusive    │ 0/0/3    │      │
    │                   │ (0.16.2) │         │                   │          │      │
    ├───────────────────┼──────────┼─────────┼───────────────────┼──────────┼──────┤
    │ gopls-daemon-lock │ 1.26.8   │ docker  │ ✗ not reproduced, │ 0/2/1    │      │
    │                   │ (0.21.1) │         │ expected:         │          │      │
    │                   │          │         │ reproduced        │          │      │
    ├───────────────────┴──────────┴─────────┴───────────────────┴──────────┴──────┤
    │ go fails on a cold module cache when a rename there returns EBUSY.           │
    ├───────────────────┬──────────┬─────────┬───────────────────┬──────────┬──────┤
    │ modcache-rename   │ 1.13.15  │ docker  │ ✓ not reproduced  │ 0/3/0    │    0 │
    ├───────────────────┴──────────┴─────────┼───────────────────┼──────────┼──────┤
    │   ↳ download before the workers start  │ – untested: no    │ 0/0/0    │      │
    │                                        │ symptom in the    │          │      │
    │                                        │ baseline          │          │      │
    ├───────────────────┬──────────┬─────────┼───────────────────┼──────────┼──────┤
    │ modcache-rename   │ 1.26.8   │ docker  │ ✓ reproduced      │ 3/0/0    │   12 │
    ├───────────────────┴──────────┴─────────┼───────────────────┼──────────┼──────┤
    │   ↳ download before the workers start  │ ✓ holds, 0 hits:  │ 0/3/0    │    0 │
    │                                        │ avoids it         │          │      │
    ├────────────────────────────────────────┼───────────────────┼──────────┼──────┤
    │   ↳ retry the rename                   │ ✓ holds, 9 hits:  │ 0/3/0    │    9 │
    │                                        │ survives it       │          │      │
    ├────────────────────────────────────────┼───────────────────┼──────────┼──────┤
    │   ↳ turn off the checksum database     │ – does not help,  │ 3/0/0    │   12 │
    │                                        │ as expected       │          │      │
    └────────────────────────────────────────┴───────────────────┴──────────┴──────┘
    ✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not reproduced, expected:
      reproduced. connect returned after 12 ms
    ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker): inconclusive. the image
      is missing
    reproduced: the symptom that the claim names showed · not reproduced: it did not
      show · inconclusive: the trials prove neither · skipped: something that it
      needs is missing here · hits: how often the fault struck · untested: without
      the symptom there is nothing to help against
    present/absent/unknown: the trials in which the symptom showed, did not show,
      could not be told
    2 cells as expected, 1 differs, 1 inconclusive, 1 skipped
    "
  `);
});

test('colour changes nothing but the colour', () => {
  const coloured = verdictGrid(variedReport.cells, 80, colourful);
  expect(coloured).not.toBe(stripVTControlCharacters(coloured));
  expect(stripVTControlCharacters(coloured)).toBe(verdictGrid(variedReport.cells, 80, plain));
});

test('a narrow window has a list in place of a table', () => {
  expect(verdictGrid(variedReport.cells, 60, plain)).toMatchInlineSnapshot(`
    "flock-nfs: flock is not exclusive over NFS.
      – go 1.26.8, host: skipped, missing: ptrace
    gopls-daemon-lock: A stopped gopls daemon jams every editor
      that connects with -remote=auto, until its socket is
      deleted.
      ? go 1.26.8, gopls 0.16.2, docker: inconclusive (0/0/3)
      ✗ go 1.26.8, gopls 0.21.1, docker: not reproduced,
        expected: reproduced (0/2/1)
    modcache-rename: go fails on a cold module cache when a
      rename there returns EBUSY.
      ✓ go 1.13.15, docker: not reproduced (0/3/0, 0 hits)
        – download before the workers start: untested: no
          symptom in the baseline (0/0/0)
      ✓ go 1.26.8, docker: reproduced (3/0/0, 12 hits)
        ✓ download before the workers start: holds, 0 hits:
          avoids it (0/3/0, 0 hits)
        ✓ retry the rename: holds, 9 hits: survives it (0/3/0, 9
          hits)
        – turn off the checksum database: does not help, as
          expected (3/0/0, 12 hits)
    ✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not
      reproduced, expected: reproduced. connect returned after
      12 ms
    ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker):
      inconclusive. the image is missing
    reproduced: the symptom that the claim names showed · not
      reproduced: it did not show · inconclusive: the trials
      prove neither · skipped: something that it needs is
      missing here · hits: how often the fault struck ·
      untested: without the symptom there is nothing to help
      against
    present/absent/unknown: the trials in which the symptom
      showed, did not show, could not be told
    2 cells as expected, 1 differs, 1 inconclusive, 1 skipped
    "
  `);
});

test('nothing exceeds the columns but a word that is wider, whatever the claims and names are', () => {
  const words = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });
  fc.assert(
    fc.property(words, words, fc.integer({ min: 60, max: 200 }), (claim, name, columns) => {
      const cells = [
        sampleCell({ scenario: `s${name.replace(/\W/g, '')}`, claim, mitigations: [sampleMitigation({ name })] }),
        skippedCell({ skipped: name, gopls: '0.21.1' }),
      ];
      const lines = verdictGrid(cells, columns, plain).split('\n');
      for (const line of lines) {
        if (line.trim().includes(' ')) expect(line.length).toBeLessThanOrEqual(columns);
      }
      const rows = lines.filter((line) => /^[│┌├└]/u.test(line));
      expect(new Set(rows.map((row) => row.length)).size).toBeLessThanOrEqual(1);
    }),
    { numRuns: 50 },
  );
});

test.each([60, 80, 200])('at %d columns the table and the summary break no word', (columns) => {
  const wordsOf = (text: string) => new Set(text.split(/[\s│─┌┐└┘├┤┬┴┼]+/u));
  const whole = wordsOf(verdictGrid(variedReport.cells, 1000, plain) + runSummary(variedReport.cells, 1000, plain));
  for (const text of [
    verdictGrid(variedReport.cells, columns, plain),
    runSummary(variedReport.cells, columns, plain),
  ]) {
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(columns);
    // What the list says otherwise than the table does: its own punctuation.
    expect([...wordsOf(text)].filter((word) => !whole.has(word.replace(/[(),:]+/g, '')) && !whole.has(word))).toEqual(
      [],
    );
  }
});

test('worker output never starts a line, where a runner would read it as a command', () => {
  const [worker] = sampleHistory().workers;
  const text = trialOutput(
    sampleHistory({
      harness: '::error::x',
      workers: worker === undefined ? [] : [{ ...worker, stdout: 'a\r::set-output::\r\n\u001b[2J::warning::' }],
      probes: [{ name: 'lock', code: 0, stdout: '::debug::' }],
      rescue: { code: 0, atMs: 9, output: '::stop-commands::' },
    }),
  );
  expect(text).toMatchInlineSnapshot(`
    "  the lab failed
        │ ::error::x
      tidy.0: exit 1, 0–812 ms
        $ go mod tidy
        stdout
        │ a
        │ ::set-output::
        │ ::warning::
        stderr
        │ go: rename a.tmp a: device or resource busy
      rescue at 9 ms: exit 0
        │ ::stop-commands::
      probe lock: exit 0
        │ ::debug::"
  `);
});
