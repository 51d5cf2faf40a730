import { lastLine } from '../../last-line.ts';
import type { History, WorkerResult } from '../history/history.ts';

export function foreground(history: History): readonly WorkerResult[] {
  return history.workers.filter((worker) => !worker.background);
}

export function otherFailure(failed: readonly WorkerResult[]): string {
  const [worker] = failed;
  if (worker === undefined) return 'nothing failed';
  if (worker.ended === 'never-started')
    return `${workerName(worker)} never started: its condition did not hold in time`;
  if (worker.ended === 'killed') return `${workerName(worker)} was still running at the deadline, for another reason`;
  return `${workerName(worker)} failed for another reason (exit ${worker.code}): ${lastLine(worker.stderr || worker.stdout)}`;
}

export function workerName(worker: WorkerResult): string {
  return `${worker.name}.${worker.copy}`;
}
