/** Which processes a diagnosis is about. */
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';

/** Without those that nobody waits for: telemetry, and what unlatch itself has started. */
export function withoutAside(snapshot: Snapshot): Snapshot {
  return { ...snapshot, processes: snapshot.processes.filter(({ aside }) => aside === null) };
}

/** Whether it works for this folder: by its workspace, or by where it runs. */
export function isBelow({ workspace, cwd }: ProcessFact, folder: string): boolean {
  return [workspace, cwd].some(
    (path) => path !== null && (path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`)),
  );
}
