import type { CellReport, MitigationReport, Report } from '../../../../src/lab/cell-report.ts';
import type { History } from '../../../../src/lab/history/history.ts';
import type { PlannedWork } from '../../../../src/lab/run-event.ts';

export function sampleCell(change: Partial<CellReport> = {}): CellReport {
  return {
    scenario: 'modcache-rename',
    go: '1.26.8',
    gopls: null,
    runtime: 'docker',
    fs: 'overlayfs',
    claim: 'go fails on a cold module cache when a rename there returns EBUSY.',
    source: 'cmd/go/internal/modfetch/fetch.go, downloadZip',
    expect: 'reproduced',
    verdict: 'reproduced',
    asExpected: true,
    skipped: null,
    baseline: {
      present: 3,
      absent: 0,
      unknown: 0,
      hits: 12,
      why: 'tidy.0 wrote: rename a.tmp a: device or resource busy',
    },
    mitigations: [],
    doctor: { expected: [], reported: null, stillReported: [], withoutRemedy: null },
    ms: 5123,
    ...change,
  };
}

export function sampleMitigation(change: Partial<MitigationReport> = {}): MitigationReport {
  return {
    name: 'download before the workers start',
    expect: 'holds',
    verdict: 'holds',
    present: 0,
    absent: 3,
    unknown: 0,
    hits: 0,
    why: 'no worker wrote it',
    ...change,
  };
}

export function sampleReport(cells: readonly CellReport[]): Report {
  return { schema: 1, unlatch: '1.0.0', host: { kernel: '6.8.0', docker: '29.1.0' }, cells };
}

export function skippedCell(change: Partial<CellReport> = {}): CellReport {
  return sampleCell({ verdict: null, fs: null, baseline: null, skipped: 'ptrace', ms: 0, ...change });
}

/** One cell of each outcome: as expected, with mitigations of every verdict; differing; inconclusive; skipped. */
export const variedReport: Report = sampleReport([
  sampleCell({
    mitigations: [
      sampleMitigation(),
      sampleMitigation({ name: 'retry the rename', hits: 9, why: 'renamed at the second try' }),
      sampleMitigation({
        name: 'turn off the checksum database',
        expect: 'fails',
        verdict: 'fails',
        present: 3,
        absent: 0,
        hits: 12,
        why: 'tidy.0 wrote it again',
      }),
    ],
  }),
  sampleCell({
    go: '1.13.15',
    expect: 'not-reproduced',
    verdict: 'not-reproduced',
    baseline: { present: 0, absent: 3, unknown: 0, hits: 0, why: 'no worker wrote it' },
    mitigations: [sampleMitigation({ expect: 'untested', verdict: 'untested', absent: 0, hits: null, why: 'not run' })],
  }),
  sampleCell({
    scenario: 'gopls-daemon-lock',
    claim: 'A stopped gopls daemon jams every editor that connects with -remote=auto, until its socket is deleted.',
    source: 'https://github.com/golang/go/issues/1',
    gopls: '0.21.1',
    verdict: 'not-reproduced',
    asExpected: false,
    baseline: { present: 0, absent: 2, unknown: 1, hits: null, why: 'connect returned after 12 ms' },
  }),
  sampleCell({
    scenario: 'gopls-daemon-lock',
    claim: 'A stopped gopls daemon jams every editor that connects with -remote=auto, until its socket is deleted.',
    source: 'https://github.com/golang/go/issues/1',
    gopls: '0.16.2',
    verdict: 'inconclusive',
    asExpected: false,
    baseline: { present: 0, absent: 0, unknown: 3, hits: null, why: 'the image is missing' },
  }),
  skippedCell({ scenario: 'flock-nfs', claim: 'flock is not exclusive over NFS.', runtime: 'host' }),
]);

export function sampleHistory(change: Partial<History> = {}): History {
  return {
    schema: 1,
    scenario: 'modcache-rename',
    arm: null,
    trial: 1,
    cell: { go: '1.26.8', gopls: null, runtime: 'docker', fs: 'overlayfs' },
    versions: { go: 'go version go1.26.8 linux/amd64' },
    ended: 'done',
    rescue: null,
    workers: [
      {
        name: 'tidy',
        copy: 0,
        command: 'go mod tidy',
        background: false,
        code: 1,
        ended: 'exited',
        stdout: '',
        stderr: 'go: rename a.tmp a: device or resource busy\n',
        startMs: 0.4,
        endMs: 812.2,
      },
    ],
    faults: [{ name: 'rename-fails', worker: 'tidy.0', armed: true, hits: 4 }],
    probes: [],
    locks: null,
    harness: null,
    doctor: null,
    remedy: null,
    ms: 5123.4,
    ...change,
  };
}

export function someWork(scenario: string, trials: number, trialMs: number | null = null): PlannedWork {
  return { scenario, trials, trialMs, exclusive: false };
}
