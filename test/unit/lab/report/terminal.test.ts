import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import pico from 'picocolors';
import { expect, test } from 'vitest';
import type { CellReport } from '../../../../src/lab/cell-report.ts';
import { advance, noProgress, progressText, timeLeft } from '../../../../src/lab/report/display.ts';
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
  variedReport,
} from './sample-report.ts';

const plain = pico.createColors(false);
const colourful = pico.createColors(true);

const events: readonly RunEvent[] = [
  { kind: 'preparing', what: 'Go 1.26.8' },
  { kind: 'planned', cells: 2, trials: 6 },
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
  { kind: 'dropped', trials: 1, why: 'the baseline showed nothing' },
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

test('without --verbose a run prints only unexpected results', () => {
  const { stderr, reporter } = record(false, false);
  for (const event of events) reporter.listen(event);
  expect(stderr.text()).toMatchInlineSnapshot(`
    "preparing Go 1.26.8
    2 cells, 6 trials
    1 trial dropped: the baseline showed nothing
    ✓ modcache-rename · go 1.26.8, docker: reproduced
    the engine is slow
    "
  `);
  const [, , , trial] = events;
  if (trial?.kind !== 'trial') throw new Error('the fourth event is a trial');
  const said = (report: CellReport) => {
    reporter.listen(trial);
    reporter.listen({ kind: 'cell', report });
    return stderr.text();
  };
  const detail = 'stderr\n    │ go: rename a.tmp a: device or resource busy';
  expect(said(sampleCell({ expect: 'not-reproduced', asExpected: false }))).toContain(detail);
  expect(said(sampleCell({ verdict: 'inconclusive', asExpected: false }))).toContain(detail);
  expect(said(sampleCell())).not.toContain('trial 1');
  // Another cell's trials are none of this one's business.
  expect(said(sampleCell({ go: '1.13.15', verdict: 'inconclusive', asExpected: false }))).not.toContain('trial 1');
  reporter[Symbol.dispose]();
});

test('an unexpected mitigation shows its own trials, not those of the baseline', () => {
  const { stderr, reporter } = record(false, false);
  for (const event of events.slice(0, 3)) reporter.listen(event);
  const trial = (arm: string | null): RunEvent => ({
    kind: 'trial',
    history: sampleHistory({ arm }),
    finding: { state: 'present', why: 'it wrote so' },
    hits: null,
    showOutput: false,
  });
  for (const arm of [null, 'retry', 'retry', 'another']) reporter.listen(trial(arm));
  stderr.text();
  const mitigations = [sampleMitigation({ name: 'retry', expect: 'holds', verdict: 'fails' })];
  reporter.listen({ kind: 'cell', report: sampleCell({ mitigations, asExpected: false }) });
  const text = stderr.text();
  expect(text.match(/· (baseline|retry|another) · trial/g)).toEqual(['· retry · trial', '· retry · trial']);
  // What the first one said does for both.
  expect(text.match(/device or resource busy/g)).toHaveLength(1);
  reporter[Symbol.dispose]();
});

test('on a terminal every line is above the bar, and the cursor is restored', () => {
  const { stderr, reporter } = record(true);
  for (const event of events) reporter.listen(event);
  reporter[Symbol.dispose]();
  const text = stderr.text();
  expect(stripVTControlCharacters(text)).toContain(
    'modcache-rename · go 1.26.8, docker · baseline · trial 1: present, 4 hits, 5123 ms: ',
  );
  expect(stripVTControlCharacters(text)).toContain('2/5 trials');
  expect(text).toContain('\u001b[?25l');
  expect(text.lastIndexOf('\u001b[?25h')).toBeGreaterThan(text.lastIndexOf('\u001b[?25l'));
  reporter[Symbol.dispose]();
  expect(stderr.text()).toBe('');
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
    ✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not reproduced, expected: reproduced. connect returned after 12 ms
    ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker): inconclusive. the image is missing
    2 cells as expected, 1 differs, 1 inconclusive, 1 skipped
    "
  `);
});

test('colour changes nothing but the colour', () => {
  const coloured = verdictGrid(variedReport.cells, 80, colourful);
  expect(coloured).not.toBe(stripVTControlCharacters(coloured));
  expect(stripVTControlCharacters(coloured)).toBe(verdictGrid(variedReport.cells, 80, plain));
});

test('the table never exceeds the columns, whatever the claims and names are', () => {
  const words = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });
  fc.assert(
    fc.property(words, words, fc.integer({ min: 72, max: 200 }), (claim, name, columns) => {
      const cells = [
        sampleCell({ scenario: `s${name.replace(/\W/g, '')}`, claim, mitigations: [sampleMitigation({ name })] }),
        skippedCell({ skipped: name, gopls: '0.21.1' }),
      ];
      const rows = verdictGrid(cells, columns, plain)
        .split('\n')
        .filter((line) => /^[│┌├└]/u.test(line));
      expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(columns);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }),
    { numRuns: 50 },
  );
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

test('no remaining time before the fourth trial, then in whole minutes', () => {
  const progress = { ...noProgress, total: 40, elapsedMs: 60_000 };
  expect(timeLeft({ ...progress, done: 3 })).toBe('');
  expect(timeLeft({ ...progress, done: 4 })).toBe('about 9 min left');
  expect(timeLeft({ ...progress, done: 38 })).toBe('under a minute left');
  expect(timeLeft({ ...progress, done: 4, total: 1000 })).toBe('about 4 h left');
  expect(timeLeft({ ...progress, done: 40 })).toBe('');
});

test('the progress counts running trials by scenario, and is cut to the window', () => {
  const started = (scenario: string): RunEvent => ({ kind: 'trial-started', scenario });
  const progress = [
    { kind: 'planned', cells: 1, trials: 9 } as const,
    started('modcache-rename'),
    started('modcache-rename'),
    started('flock-nfs'),
  ].reduce(advance, noProgress);
  expect(progressText(progress, 80)).toBe('0/9 trials · modcache-rename ×2, flock-nfs');
  expect(progressText(progress, 20)).toBe('0/9 trials · modcac…');
});
