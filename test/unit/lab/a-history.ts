/** Histories, scenarios and cells in which everything is fine; a test changes only its subject. */
import { failsWith } from '../../../src/lab/check/fails-with.ts';
import type { FaultResult, History, WorkerResult } from '../../../src/lab/history/history.ts';
import type { PlannedCell } from '../../../src/lab/plan.ts';
import type { Scenario } from '../../../src/lab/scenario/scenario.ts';
import type { SessionReport } from '../../../src/lsp/session.ts';

export function aWorker(change: Partial<WorkerResult> = {}): WorkerResult {
  return {
    name: 'tidy',
    copy: 0,
    command: 'go mod tidy',
    background: false,
    code: 0,
    ended: 'exited',
    stdout: '',
    stderr: '',
    startMs: 1,
    endMs: 120,
    ...change,
  };
}

export function aFailed(stderr: string, change: Partial<WorkerResult> = {}): WorkerResult {
  return aWorker({ code: 1, stderr, ...change });
}

/** A worker that still ran at the deadline. */
export function aStuck(change: Partial<WorkerResult> = {}): WorkerResult {
  return aWorker({ code: null, ended: 'killed', endMs: null, ...change });
}

/** A worker that ran `editor`; its exit status is the session's. */
export function aSession(report: Partial<SessionReport> = {}, change: Partial<WorkerResult> = {}): WorkerResult {
  const session: SessionReport = {
    phases: { start: 5 },
    stuck: null,
    why: null,
    said: [],
    diagnostics: [],
    stderr: '',
    exit: null,
    ...report,
  };
  return aWorker({
    name: 'editor',
    command: 'editor gopls',
    code: session.stuck === null ? 0 : 1,
    stdout: `${JSON.stringify(session)}\n`,
    ...change,
  });
}

/** A worker whose `after` condition never held. */
export function anUnstarted(change: Partial<WorkerResult> = {}): WorkerResult {
  return aWorker({ code: null, ended: 'never-started', startMs: null, endMs: null, ...change });
}

export function aFault(change: Partial<FaultResult> = {}): FaultResult {
  return { name: 'rename fails with EBUSY', worker: 'tidy.0', armed: true, hits: 1, ...change };
}

export function aHistory(change: Partial<History> = {}): History {
  return {
    schema: 1,
    scenario: 'modcache-rename',
    arm: null,
    trial: 1,
    cell: { go: '1.26.11', gopls: null, runtime: 'host', fs: 'ext2/ext3' },
    versions: { go: 'go version go1.26.11 linux/amd64' },
    ended: 'done',
    rescue: null,
    workers: [aWorker()],
    faults: [],
    probes: [],
    locks: null,
    harness: null,
    doctor: null,
    remedy: null,
    ms: 500,
    ...change,
  };
}

export function aScenario(change: Partial<Scenario> = {}): Scenario {
  return {
    claim: 'go fails when a rename returns EBUSY.',
    source: 'a forum',
    cells: [{ expect: 'reproduced' }],
    files: '-- go.mod --\nmodule example.com/m\n',
    workers: [{ name: 'tidy', run: 'go mod tidy' }],
    check: failsWith(/device or resource busy/),
    ...change,
  };
}

export function aCell(change: Partial<Scenario> = {}, go = '1.26.11'): PlannedCell {
  const scenario = aScenario(change);
  const [spec = { expect: 'reproduced' }] = scenario.cells;
  return { id: 'modcache-rename', scenario, spec, go, gopls: null };
}
