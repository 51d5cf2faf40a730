import type { SessionReport } from '../../lsp/session.ts';
import type { WorkerResult } from '../history/history.ts';
import { workerName } from './workers.ts';

interface WorkerSession extends SessionReport {
  readonly worker: string;
}

/** The report of `editor`; null: the worker ran something else, or was killed before it printed. */
export function sessionOf(worker: WorkerResult): WorkerSession | null {
  const line = worker.stdout.split('\n').findLast((text) => text.startsWith('{"phases":'));
  return line === undefined ? null : { worker: workerName(worker), ...(JSON.parse(line) as SessionReport) };
}
